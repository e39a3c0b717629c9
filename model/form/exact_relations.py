"""The form's relations (勾稽关系), with every pattern written out for the cells it speaks of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from model.form.relation import (
    ANY,
    Relation,
    RelationFault,
    known,
    matching,
    pairs,
    placed,
    said,
    string,
    strings,
)  # fmt: skip

SIGNS: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": lambda left, right: bool(left == right),
    "<=": lambda left, right: bool(left <= right),
}


@dataclass(frozen=True)
class Total(Relation):
    """A relation of a cell to its addends: `cell` is the sum of the cells in `addends`."""

    cell: str
    addends: tuple[str, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """The total itself."""
        return (self.cell,)


@dataclass(frozen=True)
class Balance(Relation):
    """A relation of two sums: that of `left` and that of `right`, compared by `sign`, a key of SIGNS."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    sign: str = "="

    @property
    def cells(self) -> tuple[str, ...]:
        """Both sides."""
        return (*self.left, *self.right)


@dataclass(frozen=True)
class Carry(Relation):
    """A relation to last year: `this` year's cell is `last` year's, plus and minus cells of this year's."""

    last: str
    this: str
    plus: tuple[str, ...]
    minus: tuple[str, ...]
    needs_last: ClassVar[bool] = True

    @property
    def cells(self) -> tuple[str, ...]:
        """This year's cell, and what is added and deducted."""
        return (self.this, *self.plus, *self.minus)


def read_totals(entries: Sequence[Any], names: Sequence[str]) -> tuple[Total, ...]:
    """Return the totals, one for each cell that is one, addends first; of two patterns for a cell the first counts."""
    found: dict[str, Total] = {}
    # The corner of a table is a sum both ways; it must be computed in one of them.
    for place, entry in placed("total", entries, ("cell", "sum")):
        pattern = string(entry, "cell", place)
        for cell in matching(pattern, names, place):
            addends = tuple(known(_swap(cell, pattern, name), names, place) for name in strings(entry, "sum", place))
            found.setdefault(cell, Total(*said(entry, place, "error"), cell, addends))
    return _addends_first(found)


def read_balances(entries: Sequence[Any], names: Sequence[str]) -> tuple[Balance, ...]:
    """Return the balances, one for each row or column that the pattern's star stands for."""
    return tuple(
        Balance(*said(entry, place, "error"), left, right, _sign(entry, place))
        for place, entry in placed("balance", entries, ("left", "right", "sign"))
        for left, right in pairs(_lanes(entry, "left", names, place), _lanes(entry, "right", names, place), place)
    )


def _sign(entry: Mapping[str, Any], place: str) -> str:
    sign = string(entry, "sign", place) if "sign" in entry else "="
    if sign not in SIGNS:
        raise RelationFault(f"{place}的 sign “{sign}” 只能是 {' 或 '.join(SIGNS)}")
    return sign


def read_carries(entries: Sequence[Any], names: Sequence[str]) -> tuple[Carry, ...]:
    """Return what last year's report fixes in this year's, cell by cell."""
    return tuple(
        carry
        for place, entry in placed("carry", entries, ("last", "this", "plus", "minus"))
        for carry in _carries(entry, names, place)
    )


def _carries(entry: Mapping[str, Any], names: Sequence[str], place: str) -> list[Carry]:
    pattern = string(entry, "this", place)
    both = pairs(matching(string(entry, "last", place), names, place), matching(pattern, names, place), place)
    around = {key: strings(entry, key, place) if key in entry else [] for key in ("plus", "minus")}
    return [
        Carry(
            *said(entry, place), last, this,
            tuple(known(_swap(this, pattern, name), names, place) for name in around["plus"]),
            tuple(known(_swap(this, pattern, name), names, place) for name in around["minus"]),
        )
        for last, this in both
    ]  # fmt: skip


def _lanes(entry: Mapping[str, Any], side: str, names: Sequence[str], place: str) -> list[tuple[str, ...]]:
    """Return the cells of one side, grouped by what the star stands for."""
    columns = [matching(pattern, names, place) for pattern in strings(entry, side, place)]
    if len({len(column) for column in columns}) != 1:
        raise RelationFault(f"{place}的 {side} 各项所指的格数不一样")
    return list(zip(*columns, strict=True))


def _swap(cell: str, pattern: str, name: str) -> str:
    """Return the cell's name with `name` for the row or column that the pattern names, and the star's left as it is."""
    section, row, column = cell.split(".")
    return f"{section}.{row}.{name}" if pattern.split(".")[1] == ANY else f"{section}.{name}.{column}"


def _addends_first(totals: Mapping[str, Total]) -> tuple[Total, ...]:
    """Return the totals ordered so that each comes after the totals it adds up. Raises RelationFault for a circle."""
    waiting, ordered = dict(totals), list[Total]()
    while waiting:
        ready = [cell for cell, total in waiting.items() if not any(name in waiting for name in total.addends)]
        if not ready:
            raise RelationFault(f"[[total]] 里“{next(iter(waiting))}”绕回了自己")
        ordered += [waiting.pop(cell) for cell in ready]
    return tuple(ordered)
