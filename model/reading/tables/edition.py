"""Which edition of the form a document uses: its own headings decide, not its year."""

from __future__ import annotations

from collections.abc import Sequence

from model.form.form import Form
from model.reading.formats.words import core
from model.reading.tables.form_labels import labels_among
from model.reading.tables.runs import Run, Words

LONGEST_HEADING_CHARACTERS = 60  # of words that can be a heading


def edition_of(runs: Sequence[Run], rest: Sequence[Words], forms: Sequence[Form], year: int | None) -> Form:
    """The form whose own column headings stand over most runs of numbers, or else whose other labels do.

    Where nothing tells, the form in force in that year, or the newest."""
    labels = [labels_among(form, forms) for form in forms]
    rows = [
        [core(piece.text) for piece in words if len(piece.text) <= LONGEST_HEADING_CHARACTERS]
        for words in [*(r.words for r in runs), rest]
    ]
    in_force = ([form for form in forms if year is None or form.edition <= str(year)] or [forms[0]])[-1]
    for own in ([label.own_headings for label in labels], [label.own for label in labels]):
        votes = [sum(_has_own(row, words) for row in rows) for words in own]
        best = [form for form, count in zip(forms, votes, strict=True) if 0 < count == max(votes)]
        if best:
            return in_force if in_force in best else best[-1]
    return in_force


def _has_own(words: Sequence[str], own: frozenset[str]) -> bool:
    """Whether one of the words is a label that only this edition has; glued headings and those in pieces count too."""
    if any(word in own for word in words):
        return True
    whole = "".join(words)
    return any(len(label) > 4 and label in whole for label in own)
