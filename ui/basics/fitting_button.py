"""A button that is as wide as its place, and says as much as it has room for; how texts are cut and folded to a width."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtGui import QFocusEvent, QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from export.pdf.line_breaks import NEVER_FIRST, NEVER_LAST
from ui.basics.widgets import plain_tip, tell_by_keys

JOINED = frozenset("+-−×÷=＋－＝/· ")  # these begin no line either: each joins what stands around it
SIGNS, WORD_JOINER = re.compile("[＋－＝]"), "\u2060"
LEAST_SHARE = 0.5  # of a line's length that it may be shortened to for that


class FittingButton(QPushButton):
    """A push button that never widens its window; a screen reader and the tool tip have what it has no room for.

    The tool tip comes by mouse, and by Tab where something is left out."""

    def __init__(self, name: str, margins_px: int) -> None:
        """Create a button of a style in the style sheet, which leaves `margins_px` free on both sides together."""
        super().__init__()
        self.setObjectName(name)
        self.setAutoDefault(True)  # Enter presses it, as in a dialog
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._margins_px = margins_px
        self._choice: Sequence[str] = [""]
        self._end = ""

    @property
    def whole(self) -> str:
        """All that the button would say."""
        return f"{self._choice[0]}{self._end}"

    def say(self, choice: Sequence[str], tip: str = "", end: str = "") -> None:
        """Show the first of these words that fits; if none does, the last, each of its lines cut off with …

        `end` follows the words and is never cut off."""
        self._choice, self._end = choice, end
        self.setAccessibleName(self.whole)
        self.setToolTip(plain_tip(tip) if tip else "")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reimplemented to choose again for another width."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Reimplemented to choose for the width that a hidden button did not have yet."""
        super().showEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reimplemented to show the tool tip to those who work without a mouse."""
        super().focusInEvent(event)
        if self.text() != _literal(self.whole):
            tell_by_keys(self, event)

    def _fit(self) -> None:
        icon = self.iconSize().width() if not self.icon().isNull() else 0
        metrics = self.fontMetrics()
        room = self.width() - self._margins_px - icon - metrics.horizontalAdvance(self._end)
        shown = (_elided_lines(words, metrics, room) for words in self._choice)
        fitting = (words for words, also in zip(shown, self._choice, strict=True) if words == also)
        words = next(fitting, _elided_lines(self._choice[-1], metrics, room))
        self.setText(_literal(f"{words}{self._end}"))


def _literal(text: str) -> str:
    """Return a text in which & is no mark of a key."""
    return text.replace("&", "&&")


def _elided_lines(text: str, metrics: QFontMetrics, room: int) -> str:
    return "\n".join(elided(line, metrics, room) for line in text.split("\n"))


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
