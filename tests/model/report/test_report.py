"""Numbers, blanks and totals."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.report.cell_numbers import NumberFault, number_shown, number_typed
from model.report.opening_paragraph import opening_paragraph
from model.report.report import Report, new_report
from model.report.search import find, replaced


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


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12", 12),
        ("１２", 12),
        (" 1,234 ", 1234),
        ("1，234，567", 1234567),
        ("", None),
        ("007", 7),
        ("99999999", 99999999),
    ],
)
def test_what_a_cell_takes(form, typed, number):
    assert number_typed(typed, form.cells["requests.received.natural"]) == number


@pytest.mark.parametrize(
    "typed", ["-1", "1.5", "十六", "1e3", "1 2", "12,34", "100000000", "0x10", "٣", "NaN", "9" * 5000, "１．５", "一"]
)
def test_what_a_cell_refuses(form, typed):
    with pytest.raises(NumberFault):
        number_typed(typed, form.cells["requests.received.natural"])


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("0.35", "0.35"), ("0.000001", "0.000001"), ("5.0", "5"), (".5", "0.5"), ("1,000.25", "1000.25")],
)
def test_fees_are_kept_exactly(form, typed, shown):
    assert number_shown(number_typed(typed, form.cells["disclosure.fees.amount"])) == shown


def test_fees_have_at_most_six_places(form):
    with pytest.raises(NumberFault, match="6 位"):
        number_typed("0.0000001", form.cells["disclosure.fees.amount"])


@given(st.decimals(min_value=0, max_value=99_999_999, places=6))
def test_any_fee_is_shown_as_it_was_typed(value: Decimal):
    from model.form.form import load_form

    cell = load_form("2021").cells["disclosure.fees.amount"]
    assert Decimal(number_shown(number_typed(f"{value:f}", cell))) == value


def test_the_opening_is_made_of_the_basic_facts(form):
    report = Report(
        form, {"unit": "青禾镇人民政府", "year": 2025, "contact.office": "党政办", "contact.telephone": "123"}
    )
    text = opening_paragraph(report)
    assert "2025年1月1日至12月31日" in text
    assert "青禾镇人民政府党政办联系（联系电话：123）" in text


def test_words_are_found_and_replaced_in_all_texts(example):
    report = example.report
    places = find(report, "公开")
    assert {match.name for match in places} >= {"opening", "overview[0].text", "remarks[1].text"}
    report.values |= {name: value for name, value in replaced(report, places, "公布").items() if value is not None}
    assert find(report, "公开") == []
    assert len(find(report, "公布")) == len(places)


def test_finding_does_not_lose_count_over_odd_letters(form):
    report = Report(form, {"opening": "İİ公开"})
    assert [match.start for match in find(report, "公开")] == [2]
