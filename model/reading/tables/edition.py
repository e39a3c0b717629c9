"""Which edition of the form a document uses: its own labels decide, not its year."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from model.form.form import Form
from model.form.section import Section
from model.reading.formats.words import core
from model.reading.tables.form_labels import spellings
from model.reading.tables.runs import Run, Words

LONGEST = 60  # characters of words that can be a label
SHORTEST = 5  # characters of a label that is found among others, stuck to it
MOST_MISSING = 0.5  # of a table's labels, where a document is said to have the table


def edition_of(runs: Sequence[Run], rest: Sequence[Words], forms: Sequence[Form], year: int) -> Form:
    """The form that explains most of the document's labels, less those of its own that a table of the document lacks.

    Of equals the one in force in that year."""
    said = _labels_in([*(run.words for run in runs), rest], forms)
    scores = [sum(_score(section, said, forms) for section in form.sections if section.grid) for form in forms]
    best = [form for form, score in zip(forms, scores, strict=True) if score == max(scores)]
    return ([form for form in best if form.edition <= str(year)] or best[:1])[-1]


def _score(section: Section, said: Collection[str], forms: Iterable[Form]) -> int:
    """How many labels of a table are in the document, less those that are not, where any edition shows that it has the table."""
    found, missing = _counts(section, said)
    counts = [_counts(other, said) for form in forms for other in form.sections if _are_the_same(section, other)]
    has_table = any(lost <= MOST_MISSING * (seen + lost) for seen, lost in counts)
    return found - missing if has_table else found


def _are_the_same(one: Section, other: Section) -> bool:
    """Whether two editions' sections are the same table, which the later of them may have renamed."""
    return bool(other.grid) and (one.key in other.names_of(other.key) or other.key in one.names_of(one.key))


def _counts(section: Section, said: Collection[str]) -> tuple[int, int]:
    """How many labels of a table are in the document, and how many are not."""
    labels = {tuple(spellings(cell.label)) for cell in section.grid.cells if cell.label} if section.grid else set()
    found = sum(any(word in said for word in words) for words in labels)
    return found, len(labels) - found


def _labels_in(rows: Sequence[Sequence[Words]], forms: Iterable[Form]) -> set[str]:
    """The labels of any edition in the document: each by itself, or stuck to others or in pieces."""
    words = [[core(piece.text) for piece in row if len(piece.text) <= LONGEST] for row in rows]
    cells = (cell for form in forms for section in form.sections if section.grid for cell in section.grid.cells)
    labels = {word for cell in cells if cell.label for word in spellings(cell.label)}
    found = labels.intersection(word for row in words for word in row)
    whole = "\n".join("".join(row) for row in words)
    for label in sorted((label for label in labels if len(label) >= SHORTEST), key=len, reverse=True):
        if label in whole:
            found.add(label)
            whole = whole.replace(label, "|")  # one label may be the end of another's
    return found
