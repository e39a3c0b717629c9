"""Segments to be judged, as the reader of statements makes them."""

from __future__ import annotations

from model.checking.amounts.segments import Segment, phrases_in, pieces
from model.checking.language.clauses import plain, sentences
from model.checking.language.wording import wording_of
from model.form.form import load_form

FORM, YEAR = load_form("2021"), 2025
WORDING = wording_of(FORM, YEAR)


def segments(text: str, section: str = "requests") -> list[Segment]:
    """The segments of a text that is about a section."""
    clauses = [clause for sentence in sentences(plain(text)) for clause in sentence]
    cut = [piece for clause in clauses for piece in pieces(clause)]
    return [Segment(words, start, amount, *phrases_in(words, section, WORDING)) for words, start, amount in cut]
