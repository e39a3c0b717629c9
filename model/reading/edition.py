"""Which edition of the form a document uses: its own headings decide, not its year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from model.form import Form
from model.reading.form_labels import labels_of
from model.reading.runs import Words
from model.reading.words import core

LONGEST = 60  # characters of words that can be a heading


def edition_of(words: Sequence[Words], forms: Sequence[Form], year: int | None) -> Form:
    """The form whose own headings stand in most rows of the document; the one in force in that year where none does."""
    votes: Counter[str] = Counter()
    labels = {form.edition: labels_of(form, tuple(other for other in forms if other is not form)) for form in forms}
    for _, row in groupby(words, key=lambda piece: piece.row):
        cores = [core(piece.text) for piece in row if len(piece.text) <= LONGEST]
        votes.update(edition for edition, own in labels.items() if _has_own(cores, own.own))
    in_force = [form for form in forms if year is None or form.edition <= str(year)] or [forms[0]]
    most = max(votes.values(), default=0)
    best = [form for form in forms if most and votes[form.edition] == most]
    return best[-1] if best and in_force[-1] not in best else in_force[-1]


def _has_own(cores: Sequence[str], own: frozenset[str]) -> bool:
    """Whether one of the words is a label that only this edition has; glued headings count too."""
    return any(
        word in own or (len(word) > 8 and any(label in word for label in own if len(label) > 4)) for word in cores
    )
