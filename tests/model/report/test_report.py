"""Numbers, blanks and totals."""

from __future__ import annotations

from model.report.report import Report, new_report


def test_a_total_is_the_sum_of_what_is_filled_and_blank_with_nothing(form):
    report = Report(form, {"requests.granted.natural": 3, "requests.denied_by_law.other": 2})
    numbers = report.numbers()
    assert numbers["requests.handled.natural"] == 3
    assert numbers["requests.granted.total"] == 3
    assert numbers["requests.handled.total"] == 5
    assert "requests.handled.business" not in numbers
    assert "disputes.review.total" not in numbers


def test_a_new_report_proposes_the_forms_parts(form):
    assert [part.heading for part in new_report(form, 2025).parts("improvement")] == ["存在的主要问题", "改进情况"]
