"""The form's relations (勾稽关系), with every pattern written out for the cells it speaks of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

ANY = "*"
SEVERITIES = ("error", "warning", "hint")  # worst first
Side = TypeVar("Side")


class RelationFault(Exception):
    """A relation of an edition file that names no cell; says which."""


class Total(NamedTuple):
    """`cell` is the sum of the cells in `addends`."""

    id: str
    cell: str
    addends: tuple[str, ...]


class Balance(NamedTuple):
    """The sum of `left` is the sum of `right`."""

    id: str
    left: tuple[str, ...]
    right: tuple[str, ...]


class Carry(NamedTuple):
    """`this` year's cell is `last` year's, plus and minus cells of this year's."""

    id: str
    severity: str
    last: str
    this: str
    plus: tuple[str, ...]
    minus: tuple[str, ...]


def read_totals(entries: Sequence[Any], names: Sequence[str]) -> tuple[Total, ...]:
    """The totals, one for each cell that is one, addends first: where two patterns give the same cell, the first stands."""
    found: dict[str, Total] = {}
    for number, entry in enumerate(entries, 1):
        place = f"第 {number} 个 [[total]] "
        pattern = string(entry, "cell", place)
        for cell in matching(pattern, names, place):
            addends = tuple(known(_swap(cell, pattern, name), names, place) for name in strings(entry, "sum", place))
            found.setdefault(cell, Total(string(entry, "id", place), cell, addends))
    return _addends_first(found)


def read_balances(entries: Sequence[Any], names: Sequence[str]) -> tuple[Balance, ...]:
    """The balances, one for each row or column that the pattern's star stands for."""
    return tuple(
        Balance(string(entry, "id", place), left, right)
        for number, entry in enumerate(entries, 1)
        for place in [f"第 {number} 个 [[balance]] "]
        for left, right in pairs(_lanes(entry, "left", names, place), _lanes(entry, "right", names, place), place)
    )


def read_carries(entries: Sequence[Any], names: Sequence[str]) -> tuple[Carry, ...]:
    """What last year's report fixes in this year's, cell by cell."""
    return tuple(
        carry
        for number, entry in enumerate(entries, 1)
        for carry in _carries(entry, names, f"第 {number} 个 [[carry]] ")
    )


def _carries(entry: Any, names: Sequence[str], place: str) -> list[Carry]:
    level, pattern = severity(entry, place), string(entry, "this", place)
    both = pairs(matching(string(entry, "last", place), names, place), matching(pattern, names, place), place)
    around = {key: strings(entry, key, place) if key in entry else [] for key in ("plus", "minus")}
    return [
        Carry(
            string(entry, "id", place), level, last, this,
            tuple(known(_swap(this, pattern, name), names, place) for name in around["plus"]),
            tuple(known(_swap(this, pattern, name), names, place) for name in around["minus"]),
        )
        for last, this in both
    ]  # fmt: skip


def pairs(one: Sequence[Side], other: Sequence[Side], place: str) -> list[tuple[Side, Side]]:
    """The two sides of a relation, lane by lane. Raises RelationFault where they differ in number."""
    if len(one) != len(other):
        raise RelationFault(f"{place}的两边所指的格数不一样")
    return list(zip(one, other, strict=True))


def _lanes(entry: Any, side: str, names: Sequence[str], place: str) -> list[tuple[str, ...]]:
    """The cells of one side, grouped by what the star stands for."""
    columns = [matching(pattern, names, place) for pattern in strings(entry, side, place)]
    if len({len(column) for column in columns}) != 1:
        raise RelationFault(f"{place}的 {side} 各项所指的格数不一样")
    return list(zip(*columns, strict=True))


def matching(pattern: str, names: Sequence[str], place: str) -> list[str]:
    """The cells that a pattern such as "requests.*.total" names. Raises RelationFault if there is none."""
    wanted = pattern.split(".")
    found = [
        name
        for name in names
        if len(wanted) == 3 and all(w in (ANY, own) for w, own in zip(wanted, name.split("."), strict=True))
    ]
    if not found:
        raise RelationFault(f"{place}里的“{pattern}”不指向任何一格")
    return found


def _swap(cell: str, pattern: str, name: str) -> str:
    """The cell's name with `name` where the pattern names a row or a column (not where it has a star)."""
    section, row, column = cell.split(".")
    return f"{section}.{row}.{name}" if pattern.split(".")[1] == ANY else f"{section}.{name}.{column}"


def known(name: str, names: Sequence[str], place: str) -> str:
    """The name of a cell that there is. Raises RelationFault."""
    if name not in names:
        raise RelationFault(f"{place}里的“{name}”不是表中的格")
    return name


def _addends_first(totals: Mapping[str, Total]) -> tuple[Total, ...]:
    """The totals in such an order that a total comes after the totals it adds up. Refuses a circle."""
    waiting, ordered = dict(totals), list[Total]()
    while waiting:
        ready = [cell for cell, total in waiting.items() if not any(name in waiting for name in total.addends)]
        if not ready:
            raise RelationFault(f"[[total]] 里“{next(iter(waiting))}”绕回了自己")
        ordered += [waiting.pop(cell) for cell in ready]
    return tuple(ordered)


def severity(entry: Any, place: str) -> str:
    """How bad it is that a relation is broken. Raises RelationFault."""
    found = string(entry, "severity", place)
    if found not in SEVERITIES:
        raise RelationFault(f"{place}的 severity “{found}” 只能是 error、warning 或 hint")
    return found


def string(entry: Any, key: str, place: str) -> str:
    """The words under a key. Raises RelationFault if there are none."""
    value = entry.get(key) if isinstance(entry, dict) else None
    if not isinstance(value, str) or not value:
        raise RelationFault(f"{place}的 {key} 缺失或不是文字")
    return value


def strings(entry: Any, key: str, place: str) -> list[str]:
    """The list of words under a key. Raises RelationFault if there is none."""
    value = entry.get(key) if isinstance(entry, dict) else None
    if not isinstance(value, list) or not value or not all(isinstance(item, str) for item in value):
        raise RelationFault(f"{place}的 {key} 缺失或不是一列文字")
    return value
