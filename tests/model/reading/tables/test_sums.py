"""The form's arithmetic as a judge of where numbers stand."""

from __future__ import annotations

import pytest

from model.form.form import load_form
from model.reading.tables.runs import Value
from model.reading.tables.sums import adds_up, numbers_of, sums_agree

FORM = load_form("2021")
NAMES = [
    f"requests.received.{key}" for key in ("natural", "business", "research", "nonprofit", "legal", "other", "total")
]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [([3, 1, 0, 0, 0, 2, 6], True), ([3, 1, 0, 0, 0, 2, 7], False), ([3, 1, 0, 0, 0, None, 4], False), ([0] * 7, True)],
)
def test_a_row_gives_its_own_total(numbers, expected):
    assert adds_up(FORM, dict(zip(NAMES, numbers, strict=True))) is expected


def test_without_a_total_nothing_is_proved():
    assert not adds_up(FORM, {}) and not adds_up(FORM, {NAMES[0]: 3, NAMES[1]: 4})


def test_rows_together_keep_the_balances_too():
    rows = {
        f"requests.{row}.{key.rpartition('.')[2]}": 0
        for row in ("received", "carried_in", "handled", "carried_out")
        for key in NAMES
    }
    assert sums_agree(FORM, rows)
    unbalanced = rows | {"requests.received.natural": 1, "requests.received.total": 1}
    assert adds_up(FORM, unbalanced) and not sums_agree(FORM, unbalanced)


def test_values_are_cells_in_order_and_what_is_no_whole_number_is_none():
    values = [Value("3", "3"), Value("约4"), Value("0.5", "0.5")]
    assert numbers_of(NAMES[:3], values) == {NAMES[0]: 3, NAMES[1]: None, NAMES[2]: None}
    assert numbers_of(NAMES, values) == {}
