"""Sums of cells, and numbers as they are shown."""

from __future__ import annotations

from decimal import Decimal

from model.checking.language.text_parts import shown, sum_of, whole


def test_a_sum_with_a_blank_in_it_is_none_and_zero_is_no_blank():
    numbers = {"a": 0, "b": 3, "c": Decimal("0.5")}
    assert sum_of(["a", "b"], numbers) == 3
    assert sum_of(["b", "c"], numbers) == Decimal("3.5")
    assert sum_of(["b", "none"], numbers) is None


def test_a_whole_number_has_no_point():
    assert isinstance(whole(Decimal("3.00")), int) and whole(Decimal("3.5")) == Decimal("3.5")
    assert [shown(Decimal(text)) for text in ("3.00", "1E+2", "0.5")] == ["3", "100", "0.5"]
