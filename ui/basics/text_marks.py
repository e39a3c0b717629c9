"""Underlines in a text field: what was taken over from last year, and what findings are about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from heapq import nsmallest
from typing import Any, NamedTuple

from PySide6 import QtGui  # whose kinds of formats are loaded with the first mark
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from model.findings.finding import ERROR, HINT, WARNING
from ui.basics.theme import colours
from ui.basics.widgets import timer

# Those nearest to what is visible: each drawn mark costs time at every key and every paint.
MOST_MARKS_DRAWN = 120
TWO_UNIT_CHARACTER = re.compile("[\U00010000-\U0010ffff]")  # a surrogate pair in Qt's UTF-16
TAKEN_OVER = "taken"
# Start and length of a stretch in Python's count, and why it is marked: TAKEN_OVER or a severity.
Place = tuple[int, int, str]


class Mark(NamedTuple):
    """A stretch in Qt's count, and why it is marked."""

    start: int
    end: int
    kind: str


class Stretches:
    """The stretches to mark in one text; only those that are drawn are converted to Qt's count."""

    def __init__(self, text: str, places: Iterable[Place]) -> None:
        self.text, self.places = text, sorted(places)
        self._starts = [start for start, _, _ in self.places]
        self._longest = max((length for _, length, _ in self.places), default=0)
        self._outside = two_unit_positions(text)

    def between(self, begin: int, end: int) -> list[Mark]:
        """Return the marks that lie in a range or reach into it, both in Qt's count."""
        first = bisect_left(self._starts, self._place(begin) - self._longest)
        last = bisect_left(self._starts, self._place(end) + 1)
        marks = (self._mark(place) for place in self.places[first:last])
        return [mark for mark in marks if mark.end > begin and mark.start <= end]

    def _mark(self, place: Place) -> Mark:
        start, length, kind = place
        return Mark(_unit(start, self._outside), _unit(start + length, self._outside), kind)

    def _place(self, unit: int) -> int:
        """Return the position in Python's count for one in Qt's."""
        return unit - bisect_left(range(len(self._outside)), unit, key=lambda number: self._outside[number] + number)


class TextMarks:
    """The marks of one text field."""

    def __init__(self, field: QPlainTextEdit) -> None:
        self._field = field
        self._taken, self._flagged = Stretches("", ()), Stretches("", ())
        self._near = QRect()  # the part of the field whose marks are drawn
        self._later = timer(field, 0, self.draw)

    def take(self, text: str, places: list[tuple[int, int]]) -> None:
        """Mark what was taken over into a text; `places` are starts and lengths."""
        new = Stretches(text, ((start, length, TAKEN_OVER) for start, length in places))
        if (new.text, new.places) != (self._taken.text, self._taken.places):
            self._taken = new
            self.draw()

    def flag(self, text: str, places: list[Place]) -> None:
        """Mark what findings are about; `places` are starts, lengths and severities."""
        new = Stretches(text, places)
        if (new.text, new.places) != (self._flagged.text, self._flagged.places):
            self._flagged = new
            self.draw()

    def follow(self) -> None:
        """Draw the marks of what has become visible, after the current paint event."""
        if len(self._taken.places) + len(self._flagged.places) > MOST_MARKS_DRAWN and not self._near.contains(
            self._sight()
        ):
            self._later.start()

    def draw(self) -> None:
        """Draw the marks in the current colours."""
        marks = self._shown()
        formats = _formats() if marks else {}
        self._field.setExtraSelections([self._stretch(mark, formats[mark.kind]) for mark in marks])

    def _shown(self) -> list[Mark]:
        """Return the marks near the visible part; if there are too many, findings come first."""
        if not self._taken.places and not self._flagged.places:
            return []
        sight = self._sight()
        self._near = sight.adjusted(0, -sight.height(), 0, sight.height())
        begin, end = 0, self._field.document().characterCount()
        if len(self._taken.places) + len(self._flagged.places) > MOST_MARKS_DRAWN:
            corners = (self._near.topLeft(), self._near.bottomRight())
            begin, end = (self._field.cursorForPosition(corner).position() for corner in corners)
        middle = (begin + end) // 2
        found = _nearest(self._flagged.between(begin, end), MOST_MARKS_DRAWN, middle)
        return [*_nearest(self._taken.between(begin, end), MOST_MARKS_DRAWN - len(found), middle), *found]

    def _sight(self) -> QRect:
        """Return the visible part of the field."""
        return self._field.viewport().visibleRegion().boundingRect()

    def _stretch(self, mark: Mark, style: QtGui.QTextCharFormat) -> Any:
        found: Any = QTextEdit.ExtraSelection()
        found.cursor = QtGui.QTextCursor(self._field.document())
        found.cursor.setPosition(mark.start)
        found.cursor.setPosition(mark.end, QtGui.QTextCursor.MoveMode.KeepAnchor)
        found.format = style
        return found


def two_unit_positions(text: str) -> list[int]:
    """Return the positions of the characters that are two units in UTF-16."""
    return [found.start() for found in TWO_UNIT_CHARACTER.finditer(text)]


def qt_positions(text: str, places: list[int]) -> list[int]:
    """Convert positions in a text from Python's count to Qt's, which is UTF-16."""
    outside = two_unit_positions(text)
    return [_unit(place, outside) for place in places]


def _unit(place: int, outside: list[int]) -> int:
    return place + bisect_left(outside, place)


def _nearest(marks: list[Mark], most: int, middle: int) -> list[Mark]:
    """Return at most `most` marks, those nearest to a position."""
    return marks if len(marks) <= most else nsmallest(most, marks, key=lambda mark: abs(mark.start - middle))


def _formats() -> dict[str, QtGui.QTextCharFormat]:
    """Return the format of each kind: an underline, and a background for errors and warnings."""
    shades, lines = colours(), QtGui.QTextCharFormat.UnderlineStyle
    return {
        TAKEN_OVER: _format(lines.WaveUnderline, shades.accent, False),
        ERROR: _format(lines.SingleUnderline, shades.wrong, True),
        WARNING: _format(lines.WaveUnderline, shades.warn, True),
        HINT: _format(lines.DotLine, shades.faint, False),
    }


def _format(line: QtGui.QTextCharFormat.UnderlineStyle, colour: str, bold: bool) -> QtGui.QTextCharFormat:
    style = QtGui.QTextCharFormat()
    ground = QtGui.QColor(colour)
    ground.setAlpha(36 if bold else 0)
    style.setBackground(ground)
    style.setUnderlineStyle(line)
    style.setUnderlineColor(QtGui.QColor(colour))
    return style
