"""The form's usual relations and what its texts must say, as an edition file has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from model.form.relation import Relation, RelationFault, known, matching, pairs, placed, said, string, strings


@dataclass(frozen=True)
class Zero(Relation):
    """A relation for certain bodies: `cell` is 0 at these levels."""

    cell: str
    levels: tuple[str, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """The cell itself."""
        return (self.cell,)


@dataclass(frozen=True)
class AtLeast(Relation):
    """A relation to last year: `this` year's cell is not less than `last` year's."""

    last: str
    this: str
    needs_last: ClassVar[bool] = True

    @property
    def cells(self) -> tuple[str, ...]:
        """This year's cell."""
        return (self.this,)


@dataclass(frozen=True)
class Mention(Relation):
    """A topic of a section's text, which must contain one of `words`.

    It is required of bodies of these levels (none: of all) whose name ends with `unit`. If a cell of `counted` is not
    0, one of `denied` in the text contradicts it."""

    section: str
    what: str
    words: tuple[str, ...]
    denied: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    unit: str = ""


class Writing(NamedTuple):
    """The rules of a section's text: at most `longest` characters (0: any) and, if it `answers`, more than 无."""

    section: str
    longest: int
    answers: bool


def read_zeros(entries: Sequence[Any], names: Sequence[str]) -> tuple[Zero, ...]:
    """Return the cells that are 0 for bodies of certain levels, one by one. Raises RelationFault."""
    return tuple(
        Zero(*said(entry, place), cell, tuple(strings(entry, "levels", place)))
        for place, entry in placed("zero", entries, ("cells", "levels"))
        for cell in matching(string(entry, "cells", place), names, place)
    )


def read_at_leasts(entries: Sequence[Any], names: Sequence[str]) -> tuple[AtLeast, ...]:
    """Return which numbers may not be less than last year's, cell by cell. Raises RelationFault."""
    return tuple(
        AtLeast(*said(entry, place), last, this)
        for place, entry in placed("at_least", entries, ("last", "this"))
        for last, this in pairs(
            matching(string(entry, "last", place), names, place),
            matching(string(entry, "this", place), names, place),
            place,
        )
    )


def read_mentions(entries: Sequence[Any], names: Sequence[str], sections: Sequence[str]) -> tuple[Mention, ...]:
    """Return what the texts must speak of. Raises RelationFault."""
    keys = ("section", "what", "words", "denied", "cells", "levels", "unit")
    return tuple(
        Mention(
            *said(entry, place, "warning"),
            _section(entry, sections, place),
            string(entry, "what", place),
            tuple(strings(entry, "words", place)),
            _some(entry, "denied", place),
            tuple(known(name, names, place) for name in _some(entry, "cells", place)),
            _some(entry, "levels", place),
            string(entry, "unit", place) if "unit" in entry else "",
        )
        for place, entry in placed("mention", entries, keys)
    )


def read_writings(entries: Sequence[Any], sections: Sequence[str]) -> tuple[Writing, ...]:
    """Return how the texts are to be written. Raises RelationFault."""
    return tuple(
        Writing(_section(entry, sections, place), _count(entry, place), entry.get("answers", False) is True)
        for place, entry in placed("writing", entries, ("section", "longest", "answers"))
    )


def _section(entry: Mapping[str, Any], sections: Sequence[str], place: str) -> str:
    section = string(entry, "section", place)
    if section not in sections:
        raise RelationFault(f"{place}的 section “{section}”不是一个文字部分")
    return section


def _some(entry: Mapping[str, Any], key: str, place: str) -> tuple[str, ...]:
    return tuple(strings(entry, key, place)) if entry.get(key) else ()


def _count(entry: Mapping[str, Any], place: str) -> int:
    longest = entry.get("longest", 0)
    if not isinstance(longest, int) or isinstance(longest, bool) or longest < 0:
        raise RelationFault(f"{place}的 longest 要是正整数")
    return longest
