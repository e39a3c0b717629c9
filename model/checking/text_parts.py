"""A text taken apart for the rules that compare it with the tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from model.checking.clauses import Clause, plain, sentences
from model.checking.statements import Statement
from model.numbers import Number, number_shown


@dataclass(frozen=True)
class Text:
    """A text with all that is known of it: its name, the words for its place, its sentences and its statements."""

    name: str
    place: str
    text: str
    statements: Sequence[Statement]
    clauses: Sequence[Sequence[Clause]]


def text_of(name: str, place: str, text: str, found: Sequence[Statement]) -> Text:
    """A text taken apart for the rules."""
    return Text(name, place, text, found, list(sentences(plain(text))))


def sum_of(names: Sequence[str], numbers: Mapping[str, Number]) -> Number | None:
    """The sum of cells, None where one is blank."""
    found = [numbers.get(name) for name in names]
    return None if None in found else sum(number for number in found if number is not None)


def whole(number: Number) -> Number:
    """The number as a cell keeps it: a whole one as int."""
    return int(number) if number == int(number) else number


def shown(value: Decimal) -> str:
    """The number as it is shown."""
    return number_shown(whole(value))
