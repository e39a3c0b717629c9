"""Lines under stretches of a text field: what was taken over from last year, and of what something was found."""

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

MOST = 120  # marks that are drawn, those nearest to what is in sight: each one costs at every key and every paint
OUTSIDE = re.compile("[\U00010000-\U0010ffff]")  # characters of two units
TAKEN = "taken"
Place = tuple[
    int, int, str
]  # start and length of a stretch in Python's count, and why it is marked: TAKEN or a severity


class Mark(NamedTuple):
    """A stretch from one place to another, as Qt counts them, and why it is marked."""

    start: int
    end: int
    kind: str


class Stretches:
    """The stretches of one text that are to be marked. Only those that are drawn are counted in Qt's units."""

    def __init__(self, text: str, places: Iterable[Place]) -> None:
        self.text, self.places = text, sorted(places)
        self._starts = [start for start, _, _ in self.places]
        self._longest = max((length for _, length, _ in self.places), default=0)
        self._outside = outside_of(text)

    def between(self, begin: int, end: int) -> list[Mark]:
        """Those that lie between two places, as Qt counts them, or reach into there."""
        first = bisect_left(self._starts, self._place(begin) - self._longest)
        last = bisect_left(self._starts, self._place(end) + 1)
        marks = (self._mark(place) for place in self.places[first:last])
        return [mark for mark in marks if mark.end > begin and mark.start <= end]

    def _mark(self, place: Place) -> Mark:
        start, length, kind = place
        return Mark(_unit(start, self._outside), _unit(start + length, self._outside), kind)

    def _place(self, unit: int) -> int:
        """The place, in Python's count, that Qt counts so."""
        return unit - bisect_left(range(len(self._outside)), unit, key=lambda number: self._outside[number] + number)


class TextMarks:
    """The marks of one text field."""

    def __init__(self, field: QPlainTextEdit) -> None:
        self._field = field
        self._taken, self._flagged = Stretches("", ()), Stretches("", ())
        self._near = QRect()  # the part of the field whose marks are drawn
        self._later = timer(field, 0, self.draw)

    def take(self, text: str, places: list[tuple[int, int]]) -> None:
        """Marks what was taken over into a text: start and length."""
        new = Stretches(text, ((start, length, TAKEN) for start, length in places))
        if (new.text, new.places) != (self._taken.text, self._taken.places):
            self._taken = new
            self.draw()

    def flag(self, text: str, places: list[Place]) -> None:
        """Marks of what something was found: start, length, severity."""
        new = Stretches(text, places)
        if (new.text, new.places) != (self._flagged.text, self._flagged.places):
            self._flagged = new
            self.draw()

    def follow(self) -> None:
        """Marks what has come into sight, as soon as it has been painted."""
        if len(self._taken.places) + len(self._flagged.places) > MOST and not self._near.contains(self._sight()):
            self._later.start()

    def draw(self) -> None:
        """Draws the marks, in the colours in use now."""
        marks = self._shown()
        formats = _formats() if marks else {}
        self._field.setExtraSelections([self._stretch(mark, formats[mark.kind]) for mark in marks])

    def _shown(self) -> list[Mark]:
        """The marks near what is in sight; what was found comes before what was taken over, where they are too many."""
        if not self._taken.places and not self._flagged.places:
            return []
        sight = self._sight()
        self._near = sight.adjusted(0, -sight.height(), 0, sight.height())
        begin, end = 0, self._field.document().characterCount()
        if len(self._taken.places) + len(self._flagged.places) > MOST:
            corners = (self._near.topLeft(), self._near.bottomRight())
            begin, end = (self._field.cursorForPosition(corner).position() for corner in corners)
        middle = (begin + end) // 2
        found = _nearest(self._flagged.between(begin, end), MOST, middle)
        return [*_nearest(self._taken.between(begin, end), MOST - len(found), middle), *found]

    def _sight(self) -> QRect:
        """The part of the field that is in sight."""
        return self._field.viewport().visibleRegion().boundingRect()

    def _stretch(self, mark: Mark, style: QtGui.QTextCharFormat) -> Any:
        found: Any = QTextEdit.ExtraSelection()
        found.cursor = QtGui.QTextCursor(self._field.document())
        found.cursor.setPosition(mark.start)
        found.cursor.setPosition(mark.end, QtGui.QTextCursor.MoveMode.KeepAnchor)
        found.format = style
        return found


def outside_of(text: str) -> list[int]:
    """Where characters of two units stand in a text."""
    return [found.start() for found in OUTSIDE.finditer(text)]


def units(text: str, places: list[int]) -> list[int]:
    """Places in a text as Qt counts them, in UTF-16."""
    outside = outside_of(text)
    return [_unit(place, outside) for place in places]


def _unit(place: int, outside: list[int]) -> int:
    return place + bisect_left(outside, place)


def _nearest(marks: list[Mark], most: int, middle: int) -> list[Mark]:
    """At most so many of the marks, those nearest to a place."""
    return marks if len(marks) <= most else nsmallest(most, marks, key=lambda mark: abs(mark.start - middle))


def _formats() -> dict[str, QtGui.QTextCharFormat]:
    """How each kind is drawn: a line under it, and a ground of its colour for all but a hint and what was taken over."""
    shades, lines = colours(), QtGui.QTextCharFormat.UnderlineStyle
    return {
        TAKEN: _format(lines.WaveUnderline, shades.accent, False),
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
