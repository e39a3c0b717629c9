"""What all relations of the form have in common, and how an edition file's entries are read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

ANY = "*"
SEVERITIES = ("error", "warning", "hint")  # worst first
SAID = ("id", "title", "advice", "severity")  # what every relation may say
Side = TypeVar("Side")


class RelationFault(Exception):
    """A relation of an edition file that cannot be used; says which and why."""


@dataclass(frozen=True)
class Relation:
    """A relation of the form: its `title` names it in the 自查表, its `advice` ends the sentence on a violation.

    `needs_last` tells whether it looks at last year's report."""

    id: str
    title: str
    advice: str
    severity: str
    needs_last: ClassVar[bool] = False

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of this year's report without which it cannot be judged."""
        return ()


def placed(kind: str, entries: Sequence[Any], keys: Collection[str]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the entries of a kind of relation, each with the words for its place.

    `keys` are the keys that they may have besides SAID.
    Raises RelationFault."""
    for number, entry in enumerate(entries, 1):
        place = f"第 {number} 个 [[{kind}]] "
        if not isinstance(entry, dict):
            raise RelationFault(f"{place}不是一个表")
        for key in entry:
            if key not in (*SAID, *keys):
                raise RelationFault(f"{place}里的“{key}”本程序不认识")
        yield place, entry


def said(entry: Mapping[str, Any], place: str, usual: str = "") -> tuple[str, str, str, str]:
    """Return id, title, advice and severity of a relation, `usual` if it gives no severity. Raises RelationFault."""
    severity = usual if usual and "severity" not in entry else string(entry, "severity", place)
    if severity not in SEVERITIES:
        raise RelationFault(f"{place}的 severity “{severity}” 只能是 error、warning 或 hint")
    return string(entry, "id", place), string(entry, "title", place), string(entry, "advice", place), severity


def pairs(one: Sequence[Side], other: Sequence[Side], place: str) -> list[tuple[Side, Side]]:
    """Return the two sides of a relation, lane by lane. Raises RelationFault where they differ in number."""
    if len(one) != len(other):
        raise RelationFault(f"{place}的两边所指的格数不一样")
    return list(zip(one, other, strict=True))


def matching(pattern: str, names: Sequence[str], place: str) -> list[str]:
    """Return the cells that a pattern such as "requests.*.total" names. Raises RelationFault if there is none."""
    wanted, begin, end = pattern.split("."), pattern.partition(ANY)[0], pattern.rpartition(ANY)[2]
    near = [name for name in names if name.startswith(begin) and name.endswith(end)]  # few are left to be split
    found = [
        name
        for name in near
        if len(wanted) == 3 and all(w in (ANY, own) for w, own in zip(wanted, name.split("."), strict=True))
    ]
    if not found:
        raise RelationFault(f"{place}里的“{pattern}”不指向任何一格")
    return found


def known(name: str, names: Sequence[str], place: str) -> str:
    """Return the name of a cell that there is. Raises RelationFault."""
    if name not in names:
        raise RelationFault(f"{place}里的“{name}”不是表中的格")
    return name


def string(entry: Any, key: str, place: str) -> str:
    """Return the words under a key. Raises RelationFault if there are none."""
    value = entry.get(key) if isinstance(entry, dict) else None
    if not isinstance(value, str) or not value:
        raise RelationFault(f"{place}的 {key} 缺失或不是文字")
    return value


def strings(entry: Any, key: str, place: str) -> list[str]:
    """Return the list of words under a key. Raises RelationFault if there is none."""
    value = entry.get(key) if isinstance(entry, dict) else None
    if not isinstance(value, list) or not value or not all(isinstance(item, str) and item for item in value):
        raise RelationFault(f"{place}的 {key} 缺失或不是一列文字")
    return value
