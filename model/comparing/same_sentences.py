"""Sentences that stand word for word in last year's text as well."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from model.comparing.text_difference import SENTENCES
from model.report.report import Part


def sentences_of(parts: Iterable[Part]) -> Set[str]:
    """The sentences of a section's parts, stripped."""
    return {found[0].strip() for part in parts for found in SENTENCES.finditer(part.text)}


def compared_sentences(text: str, last: Set[str]) -> Iterator[tuple[re.Match[str], bool]]:
    """Every sentence of a text, and whether it is among last year's as sentences_of gives them."""
    return ((found, found[0].strip() in last) for found in SENTENCES.finditer(text))


def counted_characters(parts: Iterable[Part], last: Set[str]) -> Iterator[tuple[int, int]]:
    """How many characters of a section stand in sentences that are last year's, and how many it has, so far: a pair after each sentence.

    Blanks around a sentence do not count."""
    kept = whole = 0
    for part in parts:
        for sentence, is_kept in compared_sentences(part.text, last):
            length = len(sentence[0].strip())
            kept, whole = kept + length * is_kept, whole + length
            yield kept, whole
