"""The cells that rows and columns named in a text stand for, and the units that they are counted in."""

from __future__ import annotations

from decimal import Decimal

from model.checking.language.clauses import Amount
from model.checking.language.wording import Sums, Topic
from model.form.form import Form

MONEY = {"亿元": Decimal(10_000), "万元": Decimal(1), "元": Decimal("0.0001")}  # in 万元


def value_in_cells(amount: Amount | None) -> Decimal:
    """Return an amount in the unit of the cells, 0 for none: money in 万元."""
    return amount.value * MONEY.get(amount.unit, Decimal(1)) if amount else Decimal(0)


def cells_meant(form: Form, section: str, rows: Sums, columns: Sums) -> tuple[tuple[str, ...], ...]:
    """Return the alternatives, each the names of the cells to add up, of those that the form has."""
    sums = [
        tuple(f"{section}.{row}.{column}" for row in row_keys for column in column_keys)
        for row_keys in rows
        for column_keys in columns
    ]
    return tuple(names for names in sums if names and all(name in form.cells for name in names))


def has_unit_of(form: Form, amount: Amount, topic: Topic, cell: str) -> bool:
    """Return whether an amount's unit is one that the cell is counted in: money where the cell is, and only there."""
    return amount.unit in (MONEY if form.cells[cell].decimal else topic.units)
