"""The form's arithmetic as a judge of where numbers stand. It never changes a number: what is printed is what is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from model.form.form import Form
from model.reading.tables.runs import Value


def numbers_of(names: Sequence[str], values: Sequence[Value]) -> dict[str, int | None]:
    """Return the values as whole numbers of the cells in order, None where one is none.

    {} where there are more or fewer."""
    if len(values) != len(names):
        return {}
    texts = [value.number for value in values]
    return dict(zip(names, (int(text) if text.isdecimal() else None for text in texts), strict=True))


def adds_up(form: Form, numbers: Mapping[str, int | None]) -> bool:
    """Return whether there are totals among the numbers, with all of their addends, and each is their sum."""
    totals = [total for total in form.totals if numbers.keys() >= {total.cell, *total.addends}]
    return bool(totals) and all(_equal(numbers, (total.cell,), total.addends) for total in totals)


def blanks_add_up(form: Form, names: Sequence[str], values: Sequence[Value]) -> bool:
    """Return whether the values add up where what is blank counts for nothing."""
    return adds_up(form, numbers_of(names, [Value("0", "0") if value.is_blank else value for value in values]))


def sums_agree(form: Form, numbers: Mapping[str, int | None]) -> bool:
    """Return whether adds_up, and the balances between rows that have all their numbers hold too."""
    balances = [balance for balance in form.balances if numbers.keys() >= {*balance.left, *balance.right}]
    return adds_up(form, numbers) and all(_equal(numbers, balance.left, balance.right) for balance in balances)


def _equal(numbers: Mapping[str, int | None], left: Sequence[str], right: Sequence[str]) -> bool:
    sides = [[numbers[name] for name in side] for side in (left, right)]
    sums = [sum(number for number in side if number is not None) for side in sides]
    return sums[0] == sums[1] and not any(number is None for side in sides for number in side)
