"""Sentences that stand word for word in last year's text as well, whatever the width of their punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from model.comparing.mark_width import wide_marks, without_blanks
from model.comparing.text_difference import SENTENCES
from model.report.report import Part


def sentences_of(parts: Iterable[Part]) -> Set[str]:
    """Return the sentences of a section's parts, without blanks and with punctuation of one width."""
    return {without_blanks(found[0]) for part in parts for found in sentences_in(part.text)}


def sentences_in(text: str) -> Iterator[re.Match[str]]:
    """Return the sentences of a text, in their places there, with punctuation of one width."""
    return SENTENCES.finditer(wide_marks(text))


def compared_sentences(text: str, last: Set[str]) -> Iterator[tuple[re.Match[str], bool]]:
    """Yield every sentence of a text, and whether it is among last year's as sentences_of returns them."""
    return ((found, without_blanks(found[0]) in last) for found in sentences_in(text))


def counted_characters(parts: Iterable[Part], last: Set[str]) -> Iterator[tuple[int, int]]:
    """Yield after each sentence how many characters so far stand in sentences of last year's, and how many there are.

    Blanks around a sentence do not count."""
    kept = whole = 0
    for part in parts:
        for sentence, is_kept in compared_sentences(part.text, last):
            length = len(sentence[0].strip())
            kept, whole = kept + length * is_kept, whole + length
            yield kept, whole
