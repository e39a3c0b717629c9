"""Which edition of the form a document uses: its own labels decide, not its year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from model.form.form import Form
from model.form.section import Section
from model.reading.formats.words import core
from model.reading.tables.edition_labels import spellings
from model.reading.tables.runs import Run, Words

LONGEST_LABEL_CHARACTERS = 60  # characters of words that can be a label
SHORTEST_STUCK_LABEL_CHARACTERS = 5  # characters of a label that is found among others, stuck to it
MOST_LABELS_MISSING_SHARE = 0.5  # of a table's labels, where a document is said to have the table


@dataclass(frozen=True)
class _Count:
    """How many labels of an edition's table are in a document, and how many are not."""

    section: Section
    found: int
    missing: int

    @property
    def has_table(self) -> bool:
        """Whether so many are there that the document has the table, by this edition."""
        return self.missing <= MOST_LABELS_MISSING_SHARE * (self.found + self.missing)


def edition_of(runs: Sequence[Run], rest: Sequence[Words], forms: Sequence[Form], year: int | None) -> Form:
    """Return the form that explains most of the document's labels, less those of its own that a table of the document lacks.

    Of equals the one in force in that year; the newest where no year is given."""
    said = _labels_in([*(run.words for run in runs), rest], tuple(forms))
    counts = [list(_counts(form, said)) for form in forms]
    present = [count.section for own in counts for count in own if count.has_table]
    scores = [sum(_score(count, present) for count in own) for own in counts]
    best = [form for form, score in zip(forms, scores, strict=True) if score == max(scores)]
    return ([form for form in best if year is None or form.edition <= str(year)] or best[:1])[-1]


def _score(count: _Count, present: Iterable[Section]) -> int:
    """Return how many labels of a table are in the document, less those that are not, where any edition shows that it has the table."""
    has_table = any(_are_the_same(count.section, other) for other in present)
    return count.found - count.missing if has_table else count.found


def _are_the_same(one: Section, other: Section) -> bool:
    """Return whether two editions' sections are the same table, which the later of them may have renamed."""
    return one.key in other.names_of(other.key) or other.key in one.names_of(one.key)


def _counts(form: Form, said: Set[str]) -> Iterable[_Count]:
    for key, labels in _tables(form).items():
        found = sum(not said.isdisjoint(words) for words in labels)
        yield _Count(form.section(key), found, len(labels) - found)


@cache
def _tables(form: Form) -> Mapping[str, frozenset[tuple[str, ...]]]:
    """Return the labels of each table, every one in its spellings, by the section's key."""
    return {
        section.key: frozenset(tuple(spellings(cell.label)) for cell in section.grid.cells if cell.label)
        for section in form.sections
        if section.grid
    }


@cache
def _longest_first(forms: tuple[Form, ...]) -> list[str]:
    """Return the labels of all editions' tables."""
    labels = {word for form in forms for table in _tables(form).values() for words in table for word in words}
    return sorted(labels, key=len, reverse=True)


def _labels_in(rows: Sequence[Sequence[Words]], forms: tuple[Form, ...]) -> set[str]:
    """Return the labels of any edition in the document: each by itself, or stuck to others or in pieces."""
    words = [[core(piece.text) for piece in row if len(piece.text) <= LONGEST_LABEL_CHARACTERS] for row in rows]
    labels = _longest_first(forms)
    found = {word for row in words for word in row}.intersection(labels)
    whole = "\n".join("".join(row) for row in words)
    for label in labels:
        if len(label) >= SHORTEST_STUCK_LABEL_CHARACTERS and label in whole:
            found.add(label)
            whole = whole.replace(label, "|")  # one label may be the end of another's
    return found
