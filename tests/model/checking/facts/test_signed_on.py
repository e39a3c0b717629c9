"""The day of the sign-off: told where it cannot be that of a report on its year."""

from __future__ import annotations

from datetime import date

import pytest

from model.checking.fixes import confirmed
from model.checking.run import check
from model.findings.finding import WARNING
from tests.model.checking.reports import changed


def told(day: date, year: int = 2021, **values: object) -> list[str]:
    report = changed(year=year, signoff__date=day, **values)
    found = [one for one in check(report, None).findings if one.rule == "signed-on"]
    assert all((one.severity, one.cells[0]) == (WARNING, "signoff.date") for one in found)
    return [one.message for one in found]


@pytest.mark.parametrize(
    "day", [date(2021, 12, 31), date(2022, 1, 10), date(2022, 1, 31), date(2022, 3, 31), date(2022, 4, 30)]
)
def test_a_day_at_which_reports_are_signed_is_right(day):
    assert told(day) == []


@pytest.mark.parametrize("day", [date(2021, 1, 10), date(2021, 12, 30), date(2020, 1, 10), date(1, 1, 1)])
def test_a_day_before_the_year_is_over_is_told(day):
    (message,) = told(day)
    assert "2021年还没有过完" in message and f"{day.year}年{day.month}月{day.day}日" in message and "请改成" in message


@pytest.mark.parametrize(
    ("day", "late"),
    [
        (date(2026, 11, 27), "4年多"),
        (date(2022, 5, 31), "4个月"),
        (date(2062, 1, 10), "40年多"),
        (date(9999, 12, 31), "7977年多"),
    ],
)
def test_a_day_long_after_the_deadline_is_told_with_what_to_do(day, late):
    (message,) = told(day)
    assert f"该在2022年1月31日前公布，晚了{late}" in message and "核实无误" in message


def test_a_government_of_a_county_has_until_the_end_of_march():
    county = {"unit": "云溪县人民政府", "level": "county"}
    assert told(date(2022, 6, 20), **county) == []
    assert "2022年3月31日前公布" in told(date(2022, 8, 1), **county)[0]


def test_it_may_be_confirmed_until_the_day_is_another():
    report = changed(year=2021, signoff__date=date(2026, 11, 27))
    (one,) = (one for one in check(report, None).findings if one.rule == "signed-on")
    report.notes = confirmed(report, one, "后来补写的")
    assert "signed-on" not in {one.rule for one in check(report, None).findings}
    report.values["signoff.date"] = date(2026, 11, 28)
    assert "signed-on" in {one.rule for one in check(report, None).findings}
