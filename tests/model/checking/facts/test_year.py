"""The year of the report: told where it cannot be that of a report made today."""

from __future__ import annotations

from datetime import date

import pytest

from model.checking.facts.year import year_findings
from model.checking.run import check
from model.findings.finding import WARNING
from tests.model.checking.reports import changed


def told(year: int, today: date) -> list[str]:
    found = list(year_findings(changed(year=year), today))
    assert all((one.severity, one.cells) == (WARNING, ("year",)) for one in found)
    return [one.message for one in found]


@pytest.mark.parametrize(
    ("year", "today"),
    [
        (2026, date(2027, 1, 10)),
        (2027, date(2027, 7, 1)),
        (2008, date(2027, 1, 10)),
        (2025, date(2001, 1, 1)),  # a clock that is wrong
    ],
)
def test_a_year_that_reports_are_made_on_is_right(year, today):
    assert told(year, today) == []


@pytest.mark.parametrize(
    ("year", "today", "words"),
    [
        (2052, date(2026, 1, 10), "2052年还没有到"),
        (2027, date(2026, 12, 31), "2027年还没有到"),
        (2027, date(2027, 2, 1), "2027年才过到2月"),
        (2007, date(2026, 1, 10), "2008年起"),
        (1925, date(2026, 1, 10), "2008年起"),
    ],
)
def test_a_year_that_has_not_come_or_had_no_reports_is_told(year, today, words):
    (message,) = told(year, today)
    assert words in message and str(year) in message and "请核对年度" in message


def test_a_wrong_year_is_told_once_and_not_of_the_sign_off_again():
    rules = [one.rule for one in check(changed(year=2099), None).findings]
    assert rules.count("year") == 1 and "signed-on" not in rules
