"""Texts cut or folded to a width, and where their lines may break."""

from __future__ import annotations

import re
from bisect import bisect_right

from PySide6.QtGui import QFontMetrics

from export.pdf.line_breaks import NEVER_FIRST, NEVER_LAST

JOINED = frozenset("+-−×÷=＋－＝/· ")  # these begin no line either: each joins what stands around it
SIGNS, WORD_JOINER = re.compile("[＋－＝]"), "\u2060"
LEAST_SHARE = 0.5  # of a line's length that it may be shortened to for that


def elided(text: str, metrics: QFontMetrics, room: int) -> str:
    """Return a text, cut off with … if it is wider than `room` pixels."""
    # Not by Qt's elidedText: it takes an enum of Qt's, all of which would be loaded with the first paint.
    if metrics.horizontalAdvance(text) <= room:
        return text
    fits = bisect_right(range(len(text)), room, key=lambda count: metrics.horizontalAdvance(f"{text[:count]}…"))
    return f"{text[: max(0, fits - 1)]}…"


def elided_in_middle(text: str, metrics: QFontMetrics, room: int) -> str:
    """Return a text with … for its middle if it is wider than `room` pixels."""
    if metrics.horizontalAdvance(text) <= room:
        return text

    def shortened(count: int) -> str:
        return f"{text[: count // 2]}…{text[len(text) - (count + 1) // 2 :]}"

    fits = bisect_right(range(len(text)), room, key=lambda count: metrics.horizontalAdvance(shortened(count)))
    return shortened(max(0, fits - 1))


def folded(text: str, characters: int) -> str:
    """Return a text with lines of at most so many characters, none of which begins with a mark that ends something.

    For what does not wrap its words by itself."""
    return "\n".join(piece for line in text.split("\n") for piece in _pieces(line, characters))


def unbroken(text: str) -> str:
    """Return a text for a widget that wraps it, in which no line begins with the sign of a sum."""
    return SIGNS.sub(lambda sign: f"{WORD_JOINER}{sign[0]}", text)


def _pieces(line: str, characters: int) -> list[str]:
    pieces = []
    while len(line) > characters:
        ends = range(characters, int(characters * LEAST_SHARE), -1)
        end = next((end for end in ends if _may_break(line[end - 1], line[end])), characters)
        pieces.append(line[:end].rstrip(" "))
        line = line[end:]
    return [*pieces, line]


def _may_break(before: str, after: str) -> bool:
    """Return whether a line may end between two characters."""
    in_word = all(one.isascii() and one.isalnum() for one in (before, after))
    return not in_word and before not in NEVER_LAST and after not in NEVER_FIRST | JOINED
