"""Sentences that stand word for word in last year's text as well."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from model.comparing.text_difference import SENTENCES
from model.report.report import Part


def sentences_of(parts: Iterable[Part]) -> Set[str]:
    """Return the sentences of a section's parts, stripped."""
    return {found[0].strip() for part in parts for found in SENTENCES.finditer(part.text)}


def compared_sentences(text: str, last: Set[str]) -> Iterator[tuple[re.Match[str], bool]]:
    """Yield every sentence of a text, and whether it is among last year's as sentences_of returns them."""
    return ((found, found[0].strip() in last) for found in SENTENCES.finditer(text))


def counted_characters(parts: Iterable[Part], last: Set[str]) -> Iterator[tuple[int, int]]:
    """Yield after each sentence how many characters so far stand in sentences of last year's, and how many there are.

    Blanks around a sentence do not count."""
    kept = whole = 0
    for part in parts:
        for sentence, is_kept in compared_sentences(part.text, last):
            length = len(sentence[0].strip())
            kept, whole = kept + length * is_kept, whole + length
            yield kept, whole
