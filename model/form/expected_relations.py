"""The form's usual relations and what its texts must say, as an edition file has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from model.form.exact_relations import RelationFault, known, matching, pairs, severity, string, strings


class Zero(NamedTuple):
    """A cell that is 0 for bodies of these levels; `reason` says why."""

    id: str
    severity: str
    cell: str
    levels: tuple[str, ...]
    reason: str


class AtLeast(NamedTuple):
    """`this` year's cell is not less than `last` year's."""

    id: str
    severity: str
    last: str
    this: str


class Mention(NamedTuple):
    """What a section's text must speak of: one of `words`.

    Asked of bodies of these levels (none: of all) whose name ends with `unit`. Where a cell of `cells` is not 0, one of
    `denied` in the text contradicts it."""

    id: str
    section: str
    what: str
    words: tuple[str, ...]
    denied: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    unit: str = ""


class Writing(NamedTuple):
    """How a section is written: its `longest` length in characters (0: any), whether it `answers` more than 无."""

    section: str
    longest: int
    answers: bool


def read_zeros(entries: Sequence[Any], names: Sequence[str]) -> tuple[Zero, ...]:
    """The cells that are 0 below a level, one by one. Raises RelationFault."""
    return tuple(
        Zero(
            string(entry, "id", place), severity(entry, place), cell,
            tuple(strings(entry, "levels", place)), string(entry, "reason", place),
        )
        for place, entry in _placed("zero", entries)
        for cell in matching(string(entry, "cells", place), names, place)
    )  # fmt: skip


def read_at_leasts(entries: Sequence[Any], names: Sequence[str]) -> tuple[AtLeast, ...]:
    """What of last year's must turn up in this year's, cell by cell. Raises RelationFault."""
    return tuple(
        AtLeast(string(entry, "id", place), severity(entry, place), last, this)
        for place, entry in _placed("at_least", entries)
        for last, this in pairs(
            matching(string(entry, "last", place), names, place),
            matching(string(entry, "this", place), names, place),
            place,
        )
    )


def read_mentions(entries: Sequence[Any], names: Sequence[str], sections: Sequence[str]) -> tuple[Mention, ...]:
    """What the texts must speak of. Raises RelationFault."""
    return tuple(
        Mention(
            string(entry, "id", place),
            _section(entry, sections, place),
            string(entry, "what", place),
            tuple(strings(entry, "words", place)),
            _some(entry, "denied", place),
            tuple(known(name, names, place) for name in _some(entry, "cells", place)),
            _some(entry, "levels", place),
            string(entry, "unit", place) if "unit" in entry else "",
        )
        for place, entry in _placed("mention", entries)
    )


def read_writings(entries: Sequence[Any], sections: Sequence[str]) -> tuple[Writing, ...]:
    """How the texts are written. Raises RelationFault."""
    return tuple(
        Writing(_section(entry, sections, place), _count(entry, place), entry.get("answers", False) is True)
        for place, entry in _placed("writing", entries)
    )


def _placed(kind: str, entries: Sequence[Any]) -> list[tuple[str, Any]]:
    return [(f"第 {number} 个 [[{kind}]] ", entry) for number, entry in enumerate(entries, 1)]


def _section(entry: Any, sections: Sequence[str], place: str) -> str:
    section = string(entry, "section", place)
    if section not in sections:
        raise RelationFault(f"{place}的 section “{section}”不是一个文字部分")
    return section


def _some(entry: Any, key: str, place: str) -> tuple[str, ...]:
    return tuple(strings(entry, key, place)) if entry.get(key) else ()


def _count(entry: Any, place: str) -> int:
    longest = entry.get("longest", 0)
    if not isinstance(longest, int) or longest < 0:
        raise RelationFault(f"{place}的 longest 要是正整数")
    return longest
