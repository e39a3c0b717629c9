"""A text with some of its letters replaced or left out, which knows where each of them stood."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Replaced:
    """A text as it is read, and as it is written; `places` are those in it from which on it is moved by `shifts`."""

    text: str
    written: str
    places: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def origin(self, place: int) -> int:
        """Return where a place of the text stands in what is written."""
        at = bisect_right(self.places, place)
        return place + (self.shifts[at - 1] if at else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the text stands in what is written, what is left out between its letters included."""
        first = self.origin(start)
        return first, self.origin(end - 1) + 1 if end > start else first


def replaced(written: str, places: Iterable[re.Match[str]], said: Callable[[str], str]) -> Replaced | None:
    """Return the text with what was found at some places, in order, as `said` gives it; None where that changes nothing."""
    pieces: list[str] = []
    moves: list[tuple[int, int]] = []
    done = length = 0
    for found in places:
        words, start = said(found[0]), length + found.start() - done
        pieces += [written[done : found.start()], words]
        done, length = found.end(), start + len(words)
        if len(words) != len(found[0]):
            moves += [(start + more, found.start() - start - more) for more in range(1, len(words))]
            moves.append((length, done - length))
    text = "".join([*pieces, written[done:]])
    return Replaced(text, written, *zip(*moves, strict=True)) if text != written else None
