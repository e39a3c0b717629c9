"""What is allowed on the form and still seldom right, as an edition file has it: jumps, amounts that are too large, numbers
that need another one, and matters that a text must go into."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from model.form.relation import Relation, RelationFault, known, matching, placed, said, string, strings


@dataclass(frozen=True)
class Jump(Relation):
    """A cell whose number is seldom `times` last year's or more, or the other way round.

    Numbers below `floor` may be."""

    cell: str
    times: int
    floor: int
    needs_last: ClassVar[bool] = True

    @property
    def cells(self) -> tuple[str, ...]:
        """The cell itself."""
        return (self.cell,)


@dataclass(frozen=True)
class Most(Relation):
    """A cell that is seldom more than `most` for bodies of these levels."""

    cell: str
    most: int
    levels: tuple[str, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """The cell itself."""
        return (self.cell,)


@dataclass(frozen=True)
class Needs(Relation):
    """A cell that is seldom more than 0 while `beside` is 0 this year and was 0 last year."""

    cell: str
    beside: str
    needs_last: ClassVar[bool] = True

    @property
    def cells(self) -> tuple[str, ...]:
        """Both cells."""
        return self.cell, self.beside


@dataclass(frozen=True)
class Matter(Relation):
    """A matter that a section must go into, called `part` on the form.

    It does where a heading or the text has one of `named`; where parts have no headings, one of `words` will do."""

    section: str
    part: str
    named: tuple[str, ...]
    words: tuple[str, ...]


def read_jumps(entries: Sequence[Any], names: Sequence[str]) -> tuple[Jump, ...]:
    """Return the cells that seldom jump, one by one. Raises RelationFault."""
    return tuple(
        Jump(*said(entry, place), cell, _count(entry, "times", place), _count(entry, "floor", place))
        for place, entry in placed("jump", entries, ("cells", "times", "floor"))
        for cell in _cells(entry, names, place)
    )


def read_mosts(entries: Sequence[Any], names: Sequence[str]) -> tuple[Most, ...]:
    """Return the most that cells usually hold, cell by cell. Raises RelationFault."""
    return tuple(
        Most(*said(entry, place), cell, _count(entry, "most", place), tuple(strings(entry, "levels", place)))
        for place, entry in placed("most", entries, ("cells", "most", "levels"))
        for cell in _cells(entry, names, place)
    )


def read_needs(entries: Sequence[Any], names: Sequence[str]) -> tuple[Needs, ...]:
    """Return the cells that need another one. Raises RelationFault."""
    return tuple(
        Needs(
            *said(entry, place),
            known(string(entry, "cell", place), names, place),
            known(string(entry, "beside", place), names, place),
        )
        for place, entry in placed("needs", entries, ("cell", "beside"))
    )


def read_matters(entries: Sequence[Any], parts: Mapping[str, Sequence[str]]) -> tuple[Matter, ...]:
    """Return the matters of text sections; `parts` are the form's parts of each by its key. Raises RelationFault."""
    return tuple(
        Matter(
            *said(entry, place),
            *_part(entry, parts, place),
            tuple(strings(entry, "named", place)),
            tuple(strings(entry, "words", place)),
        )
        for place, entry in placed("matter", entries, ("section", "part", "named", "words"))
    )


def _part(entry: Mapping[str, Any], parts: Mapping[str, Sequence[str]], place: str) -> tuple[str, str]:
    section, part = string(entry, "section", place), string(entry, "part", place)
    if part not in parts.get(section, ()):
        raise RelationFault(f"{place}里的“{part}”不是“{section}”的一个小节")
    return section, part


def _cells(entry: Mapping[str, Any], names: Sequence[str], place: str) -> list[str]:
    return [cell for pattern in strings(entry, "cells", place) for cell in matching(pattern, names, place)]


def _count(entry: Mapping[str, Any], key: str, place: str) -> int:
    count = entry.get(key)
    if not isinstance(count, int) or count <= 0:
        raise RelationFault(f"{place}的 {key} 要是正整数")
    return count
