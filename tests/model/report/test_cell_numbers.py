"""What a cell takes, refuses and shows."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.report.cell_numbers import NumberFault, number_shown, number_typed


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
