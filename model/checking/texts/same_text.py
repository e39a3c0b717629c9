"""Sentences that were taken over from last year's report word for word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set

from model.checking.language.clauses import amounts, plain
from model.checking.language.passages import LONGEST, Steps, Text
from model.comparing.same_sentences import compared_sentences, counted_characters
from model.findings.finding import WARNING, Finding, place_words
from model.report.outline import shortened
from model.report.report import Part

MOST_SAME = 0.8  # of a section's characters, in sentences taken over word for word
FEWEST = 60  # characters that a section must have for that
DIGIT = re.compile(r"\d")


def same_findings(text: Text, last: Set[str]) -> Steps:
    """The sentences of a text with numbers in them that are word for word among last year's, told in one finding."""
    counted = []
    for found, is_kept in compared_sentences(text.text, last):
        yield None
        if is_kept and _has_number(found[0].strip()):
            counted.append(found)
    if counted:
        yield _same_finding(text, counted)


def _same_finding(text: Text, counted: Sequence[re.Match[str]]) -> Finding:
    first = counted[0][0].strip()
    many = (
        f"有 {len(counted)} 句与上年一字不差，句里有数，如" if len(counted) > 1 else "这一句与上年一字不差，句里有数："
    )
    message = f"{text.place}里{many}“{shortened(first, 40)}”。请核对今年的数。"
    start = counted[0].start() + len(counted[0][0]) - len(counted[0][0].lstrip())
    about = "|".join(found[0].strip() for found in counted)
    return Finding("same-text", WARNING, (text.name,), message, start=start, length=len(first), about=about)


def _has_number(sentence: str) -> bool:
    flat = plain(sentence[:LONGEST])
    return bool(DIGIT.search(flat)) or next(amounts(flat), None) is not None


def copied_findings(name: str, tab: str, parts: Iterable[Part], last: Set[str]) -> Steps:
    """Whether most of a section is last year's; `name` is that of its first text."""
    kept = whole = 0
    for so_far in counted_characters(parts, last):
        kept, whole = so_far
        yield None
    if whole >= FEWEST and kept > MOST_SAME * whole:
        message = f"{place_words(tab, '')}有 {kept / whole:.0%} 的字在与上年一字不差的句子里，上级会看作“内容雷同”。请写今年的情况。"
        yield Finding("same-text", WARNING, (name,), message, about=str(kept))
