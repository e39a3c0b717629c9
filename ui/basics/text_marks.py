"""Lines under stretches of a text field: what was taken over from last year, and of what something was found."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from model.findings.finding import ERROR, HINT, WARNING
from ui.basics.theme import colours
from ui.basics.widgets import timer

MANY = 200  # more than so many marks are drawn only near what is in sight: each is drawn by itself, at every key
OUTSIDE = re.compile("[\U00010000-\U0010ffff]")  # characters of two units
TAKEN = "taken"


class Mark(NamedTuple):
    """A stretch from one place to another, as Qt counts them, and why it is marked: TAKEN or a severity."""

    start: int
    end: int
    kind: str


class TextMarks:
    """The marks of one text field."""

    def __init__(self, field: QPlainTextEdit) -> None:
        self._field = field
        self._taken: list[Mark] = []
        self._flagged: list[Mark] = []
        self._near = QRect()  # the part of the field whose marks are drawn, where they are many
        self._later = timer(field, 0, self._draw)

    def take(self, text: str, places: list[tuple[int, int]]) -> None:
        """Marks what was taken over into a text: start and length."""
        self._taken = _marks(text, [(start, length, TAKEN) for start, length in places])
        self._draw()

    def flag(self, text: str, places: list[tuple[int, int, str]]) -> None:
        """Marks of what something was found: start, length, severity; later ones over earlier ones."""
        self._flagged = _marks(text, places)
        self._draw()

    def follow(self) -> None:
        """Marks what has come into sight, as soon as it has been painted."""
        if len(self._taken) + len(self._flagged) > MANY and not self._near.contains(self._sight()):
            self._later.start()

    def _draw(self) -> None:
        formats = _formats()
        self._field.setExtraSelections([self._stretch(mark, formats[mark.kind]) for mark in self._shown()])

    def _shown(self) -> Iterable[Mark]:
        marks = [*self._taken, *self._flagged]
        if len(marks) <= MANY:
            return marks
        sight = self._sight()
        self._near = sight.adjusted(0, -sight.height(), 0, sight.height())
        first, last = map(self._field.cursorForPosition, (self._near.topLeft(), self._near.bottomRight()))
        begin, end = first.position(), last.position()
        return [mark for mark in marks if mark.start < end and mark.end > begin]

    def _sight(self) -> QRect:
        """The part of the field that is in sight."""
        return self._field.viewport().visibleRegion().boundingRect()

    def _stretch(self, mark: Mark, style: QTextCharFormat) -> Any:
        found: Any = QTextEdit.ExtraSelection()
        found.cursor = QTextCursor(self._field.document())
        found.cursor.setPosition(mark.start)
        found.cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        found.format = style
        return found


def units(text: str, places: list[int]) -> list[int]:
    """Places in a text as Qt counts them, in UTF-16."""
    outside = [found.start() for found in OUTSIDE.finditer(text)]
    return [place + bisect_left(outside, place) for place in places]


def _marks(text: str, places: list[tuple[int, int, str]]) -> list[Mark]:
    starts = units(text, [start for start, _, _ in places])
    ends = units(text, [start + length for start, length, _ in places])
    return [Mark(start, end, kind) for start, end, (_, _, kind) in zip(starts, ends, places, strict=True)]


def _formats() -> dict[str, QTextCharFormat]:
    """How each kind is drawn: a line under it, and a ground of its colour for all but a hint and what was taken over."""
    shades, lines = colours(), QTextCharFormat.UnderlineStyle
    return {
        TAKEN: _format(lines.WaveUnderline, shades.accent, False),
        ERROR: _format(lines.SingleUnderline, shades.wrong, True),
        WARNING: _format(lines.WaveUnderline, shades.warn, True),
        HINT: _format(lines.DotLine, shades.faint, False),
    }


def _format(line: QTextCharFormat.UnderlineStyle, colour: str, bold: bool) -> QTextCharFormat:
    style = QTextCharFormat()
    ground = QColor(colour)
    ground.setAlpha(36 if bold else 0)
    style.setBackground(ground)
    style.setUnderlineStyle(line)
    style.setUnderlineColor(QColor(colour))
    return style
