"""Words as they are compared: without blanks, marks and numbering."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from model.report.chinese_numerals import NUMERAL, NUMERALS

NUMBERING = re.compile(
    rf"[（(]\s*(?P<a>{NUMERAL}|\d{{1,2}})\s*[)）][、.．]?"
    rf"|(?P<b>[{NUMERALS}]{{1,3}})\s*(?:、|[.．，,](?!\d))"  # 一、2024年…
    rf"|(?P<c>\d{{1,2}})\s*(?:[、.．，,)）](?!\d)|(?=[\u4e00-\u9fff“]))"
)
MARKS = re.compile(r"[\W_]+")
HEADING_MARK = re.compile(r"^\s*#{1,6}\s+")  # as Markdown writes them
OTHER_SUM = ("合计", "总计")  # the same, said otherwise
INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
UNSEEN, SEEN = re.compile(f"[{INVISIBLE}]+"), re.compile(rf"[^\s{INVISIBLE}]")


@lru_cache(maxsize=4096)
def core(text: str) -> str:
    """Return the text without its numbering, blanks and marks, in plain width, and with one word for a sum."""
    return MARKS.sub("", unnumbered(text)).replace(*OTHER_SUM)


@lru_cache(maxsize=4096)
def number(text: str) -> str:
    """Return the number that a text begins with: 一 of 一、, （一） of （一）, 1 of 1. and （1）; "" if there is none."""
    found = NUMBERING.match(_plain(text))
    if not found:
        return ""
    if found["a"]:
        return f"（{found['a']}）" if found["a"] in NUMERALS else found["a"]
    return found["b"] or found["c"]


def unnumbered(text: str) -> str:
    """Return the text in plain width without the number that it begins with."""
    plain = _plain(text)
    return NUMBERING.sub("", plain, count=1) if NUMBERING.match(plain) else plain


def unmarked(text: str) -> str:
    """Return the text without the # of a Markdown heading before it."""
    found = HEADING_MARK.match(text)
    return text[found.end() :] if found else text


def visible(text: str) -> str:
    """Return the text without letters that nobody sees."""
    # Nothing printable is unseen; to ask for that is many times as quick as to look for each letter.
    return text if text.isprintable() else UNSEEN.sub("", text)


def is_seen(line: str) -> bool:
    """Return whether a line holds anything but blanks and letters that nobody sees."""
    return SEEN.search(line) is not None


def is_part_of(short: str, long: str) -> bool:
    """Return whether the characters of `short` stand in `long` in that order, as where characters were lost."""
    rest = iter(long)
    return all(letter in rest for letter in short)


def likeness(one: str, other: str, least: float) -> float:
    """Return how alike two words are, from 0 to 1: twice the characters in common, in order, over all.

    0 if below `least`."""
    letters = set(other)
    most = min(sum(letter in letters for letter in one), len(other))
    if not one or not other or 2 * most < least * (len(one) + len(other)):
        return 0.0
    row = [0] * (len(other) + 1)
    for letter in one:
        before = 0
        for place, also in enumerate(other, 1):
            kept = row[place]
            row[place] = before + 1 if letter == also else max(row[place], row[place - 1])
            before = kept
    alike = 2 * row[-1] / (len(one) + len(other))
    return alike if alike >= least else 0.0


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", visible(unmarked(text))).split())
