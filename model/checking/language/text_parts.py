"""Sums of cells and how numbers are shown, for the rules that compare texts with the tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from model.report.cell_numbers import Number, number_shown


def sum_of(names: Sequence[str], numbers: Mapping[str, Number]) -> Number | None:
    """Return the sum of cells, None where one is blank."""
    found = [numbers.get(name) for name in names]
    return None if None in found else sum(number for number in found if number is not None)


def whole(number: Number) -> Number:
    """Return the number as a cell keeps it: a whole one as int."""
    return int(number) if number == int(number) else number


def shown(value: Decimal) -> str:
    """Return the number as it is shown."""
    return number_shown(whole(value))
