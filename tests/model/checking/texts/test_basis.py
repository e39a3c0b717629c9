"""What a report is judged on: numbers that are complete, and the right last year."""

from __future__ import annotations

import pytest

from model.checking.texts.basis import fitting, judgeable
from model.report.report import Report


def test_a_total_with_a_blank_in_it_is_not_judged_nor_what_it_is_part_of(form):
    report = Report(form, dict.fromkeys(form.inputs, 1))
    numbers = report.numbers()
    assert judgeable(report, numbers) == numbers
    report.values.pop("requests.granted.legal")
    left = numbers.keys() - judgeable(report, report.numbers()).keys()
    assert left == {
        "requests.granted.legal",
        "requests.granted.total",
        "requests.handled.legal",
        "requests.handled.total",
    }


@pytest.mark.parametrize(
    ("year", "last_year", "fits"),
    [(2021, 2020, True), (2021, 2019, False), (2021, 2021, False), (None, 2020, True), (2021, None, True)],
)
def test_last_years_report_counts_unless_it_is_known_to_be_of_another_year(form, year, last_year, fits):
    report = Report(form, {"year": year} if year else {})
    last = Report(form, {"year": last_year} if last_year else {})
    assert (fitting(report, last) is last) == fits
    assert fitting(report, None) is None
