"""Places where words are part of what names another document, an address or a larger number: replaced there, they mislead."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from model.report.report import Report
from model.search.search import Match, searched

MARKS = "《》〈〉〔〕"  # who looks for words with one of these means the name itself
NAMED, NUMBERED, ADDRESS, LONGER = "文件名称", "文号", "网址、邮箱", "更长的数"
# What a place is in, the first that fits: a title with the edition behind it, the number of a document, an address, a number.
KINDS = {
    NAMED: re.compile(r"《[^《》\n]{1,200}》(?:[（(][^（()）〔\n]{1,30}[）)])?"),
    NUMBERED: re.compile(
        r"[^\s，。；、：“”《》（(]{0,20}[〔\[［【（(]\d{4}[〕\]］】）)]\s{0,2}(?:第?\s?\d{1,5}\s?号)?"
        r"|[^\s，。；、：“”《》（(]{0,10}令?第\s?\d{1,5}\s?号(?:[（(]\d{4}年[^（()）\n]{0,20}[）)])?"
    ),
    ADDRESS: re.compile(r"(?:https?://|www\.)[!-~]{1,300}|[\w.+-]{1,64}@[\w.-]{1,200}", re.ASCII),
    LONGER: re.compile(r"0\d{2,3}-\d{7,8}|\d+"),
}


def citations(report: Report, matches: Iterable[Match]) -> dict[Match, str]:
    """Return those of the matches that are part of a name, a number or an address, each with what it is in.

    What is the whole of one, or was looked for with the marks of a name, is meant."""
    by_text: dict[str, list[Match]] = {}
    for match in matches:
        by_text.setdefault(match.name, []).append(match)
    found: dict[Match, str] = {}
    for name, text in searched(report):
        if name in by_text:
            found |= dict(_within(text, by_text[name]))
    return found


def _within(text: str, matches: list[Match]) -> Iterator[tuple[Match, str]]:
    """Yield the matches of one text that lie within something larger."""
    spans = {kind: [found.span() for found in pattern.finditer(text)] for kind, pattern in KINDS.items()}
    for match in matches:
        here = match.start, match.start + match.length
        if any(letter in MARKS for letter in text[slice(*here)]):
            continue
        if kind := next((kind for kind, own in spans.items() if _is_part(here, own)), ""):
            yield match, kind


def _is_part(here: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    """Return whether a stretch lies within one of these, which follow each other, and is not the whole of it."""
    place = bisect_right(spans, here[0], key=lambda span: span[0]) - 1
    return place >= 0 and here[1] <= spans[place][1] and here != spans[place]
