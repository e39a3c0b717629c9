"""What stayed, what went and what came between two texts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from operator import attrgetter

NUMBER = r"\d+(?:\.\d+)?"
WORDS = re.compile(rf"{NUMBER}|[A-Za-z]+|\s+|.", re.DOTALL)
NUMBERS = re.compile(f"({NUMBER})")
SENTENCES = re.compile(r"[^。；！？\n]*[。；！？\n]+|[^。；！？\n]+")
MOST_PAIRS_COMPARED = 60_000  # pairs of equal words, one in each text, up to which two texts are compared word by word
SAME, GONE, NEW = "same", "gone", "new"


@dataclass(frozen=True)
class Stretch:
    """A piece of a text: `kind` is "same", "gone" (only in the other text) or "new" (only in this one)."""

    kind: str
    text: str


def stretches(this: str, last: str) -> Iterator[Stretch]:
    """Return what stayed, what went and what came between last year's text and this one, in order.

    Texts too long to be compared word by word are compared sentence by sentence; a changed number shows as just
    that."""
    for kind, pieces in groupby(_pieces(this, last), attrgetter("kind")):
        yield Stretch(kind, "".join(piece.text for piece in pieces))


def _pieces(this: str, last: str) -> Iterator[Stretch]:
    if len(this) + len(last) <= MOST_PAIRS_COMPARED:
        new, old = WORDS.findall(this), WORDS.findall(last)
        if _pairs(new, old) <= MOST_PAIRS_COMPARED:
            return _by_words(new, old)
    return _by_sentences(SENTENCES.findall(this), SENTENCES.findall(last))


def _pairs(new: list[str], old: list[str]) -> int:
    """Return how many pairs of equal words there are: the work of comparing word by word grows with them."""
    times = Counter(old)
    return sum(times[word] for word in new)


def _by_words(new: list[str], old: list[str]) -> Iterator[Stretch]:
    for _, from_, to, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield from _piece("".join(new[start:end]), "".join(old[from_:to]))


def _by_sentences(new: list[str], old: list[str]) -> Iterator[Stretch]:
    """Return the difference by common sentences; between two of them word by word, up to a bound on the work."""
    left, start, from_ = MOST_PAIRS_COMPARED, 0, 0
    for to, end in [*_in_both(new, old), (len(old), len(new))]:
        came, went = "".join(new[start:end]), "".join(old[from_:to])
        if came and went and left > 0 and len(came) + len(went) <= MOST_PAIRS_COMPARED:
            words, were = WORDS.findall(came), WORDS.findall(went)
            left -= _pairs(words, were) + len(words)
            yield from _by_words(words, were) if left > 0 else _piece(came, went)
        else:
            yield from _piece(came, went)
        if end < len(new):
            yield from _by_numbers(new[end], old[to])
        start, from_ = end + 1, to + 1


def _by_numbers(new: str, old: str) -> Iterator[Stretch]:
    """Return the difference of two sentences that differ in nothing but their numbers."""
    pairs = [(new, old)] if new == old else zip(NUMBERS.split(new), NUMBERS.split(old), strict=True)
    for came, went in pairs:
        yield from _piece(came, went)


def _piece(came: str, went: str) -> Iterator[Stretch]:
    """Return what stands in a place of this text and of the other one."""
    pieces = [(SAME, came)] if came == went else [(GONE, went), (NEW, came)]
    yield from (Stretch(kind, text) for kind, text in pieces if text)


def _in_both(new: list[str], old: list[str]) -> list[tuple[int, int]]:
    """Return the places in the old and in the new text of the common sentences, as many as come in the same order."""
    places: dict[str, list[int]] = {}
    for place, shape in reversed([*enumerate(_shapes(old))]):
        places.setdefault(shape, []).append(place)
    met = [(places[shape].pop(), place) for place, shape in enumerate(_shapes(new)) if places.get(shape)]
    return _rising(met)


def _shapes(sentences: list[str]) -> list[str]:
    """Return the sentences without their numbers."""
    return [NUMBERS.sub("0", sentence) for sentence in sentences]


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest row of pairs, in their order, in which the first number rises."""
    ends: list[int] = []  # for each length of a row, the least number that ends one,
    at: list[int] = []  # and the pair it stands in
    before: list[int] = []  # for each pair, the one before it in the longest row that it ends
    for place, (first, _) in enumerate(pairs):
        length = bisect_left(ends, first)
        before.append(at[length - 1] if length else -1)
        ends[length : length + 1], at[length : length + 1] = [first], [place]
    found, place = [], at[-1] if at else -1
    while place >= 0:
        found.append(pairs[place])
        place = before[place]
    return found[::-1]
