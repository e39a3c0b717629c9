"""Draws the cells of a grid as on the paper form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from model.comparing.comparison import CHANGED, JUMPED, SAME, change_of
from model.findings.finding import ERROR, WARNING
from model.form.grid import Cell, Grid
from model.report.cell_numbers import Number, number_shown
from ui.basics.theme import Colours
from ui.table.layout import ANYWHERE, BETWEEN_WORDS, LAST_YEAR_FONT_SCALE, PADDING_X_PX

# Constants, because looking up an enum for each cell would cost more than drawing it.
CENTRED = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWrapAnywhere)
CORRECTION_PX = 3
ELIDED_RIGHT = Qt.TextElideMode.ElideRight
CHANGE_MARKS = {SAME: ("", ""), CHANGED: ("△", "▽"), JUMPED: ("▲", "▼")}  # more than last year, less
CENTRED_LABEL = int(Qt.AlignmentFlag.AlignCenter)
LEFT_ALIGNED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass
class TablePainter:
    """The pens and brushes of a colour scheme, created once for many cells.

    `broken` holds the cells whose labels are broken anywhere, as their layout says."""

    grid: Grid
    shades: Colours
    last: Mapping[str, Number] | None = None  # last year's numbers, in a comparison
    broken: frozenset[Cell] = frozenset()

    def __post_init__(self) -> None:
        shades = self.shades
        self._line = QPen(QColor(shades.border))
        self._ink, self._faint, self._wrong = (QPen(QColor(one)) for one in (shades.ink, shades.faint, shades.wrong))
        self._frame = QPen(QColor(shades.accent), 2)
        self._chosen = QColor(shades.chosen)
        self._flags = {ERROR: QColor(shades.wrong), WARNING: QColor(shades.warn)}
        self._grounds = {cell: QColor(self._ground(cell)) for cell in self.grid.cells}
        self._sides = {cell: self._side(cell) for cell in self.grid.cells}

    def draw(
        self,
        painter: QPainter,
        cell: Cell,
        rect: QRect,
        pane: QRect,
        numbers: Mapping[str, Number],
        unfinished: Mapping[str, str],
        chosen: bool,
    ) -> None:
        """Draw a cell into its rectangle; a label partly outside its pane is centred in the visible part."""
        painter.fillRect(rect, self._chosen if chosen else self._grounds[cell])
        painter.setPen(self._line)
        painter.drawRect(rect)
        if cell.name and self.last is not None:
            self._draw_beside_last(painter, cell, rect, numbers, unfinished)
        elif cell.name:
            self._write(painter, cell, rect, numbers, unfinished)
        else:
            painter.setPen(self._ink)
            seen = rect if cell.rows == 1 else self._visible_part(painter, rect, pane, cell)
            painter.drawText(seen.adjusted(PADDING_X_PX, 2, -PADDING_X_PX, -2), self._wrapped(cell), cell.label)

    def _write(
        self, painter: QPainter, cell: Cell, rect: QRect, numbers: Mapping[str, Number], unfinished: Mapping[str, str]
    ) -> None:
        """Draw the cell's number, or an invalid input in the colour of errors, elided to the available width."""
        painter.setPen(self._wrong if cell.name in unfinished else self._faint if cell.total else self._ink)
        text = number_shown(numbers.get(cell.name))
        if cell.name in unfinished:
            room = rect.width() - 2 * PADDING_X_PX
            text = painter.fontMetrics().elidedText(" ".join(unfinished[cell.name].split()), ELIDED_RIGHT, room)
        painter.drawText(rect, CENTRED, text)

    def _draw_beside_last(
        self, painter: QPainter, cell: Cell, rect: QRect, numbers: Mapping[str, Number], unfinished: Mapping[str, str]
    ) -> None:
        """Draw this year's number over last year's, with a mark for a change and a stronger one for a jump."""
        assert self.last is not None
        kind = change_of(numbers.get(cell.name), self.last.get(cell.name))
        this, before = numbers.get(cell.name), self.last.get(cell.name)
        mark = "" if this is None or before is None else CHANGE_MARKS[kind][this < before]
        last = f"{mark}{number_shown(before)}"
        middle = rect.height() * 11 // 20
        if kind != SAME:
            edge = rect.adjusted(1, 1, 0, 0)
            edge.setWidth(5 if kind == JUMPED else 2)
            painter.fillRect(edge, self._frame.color())
        self._write(painter, cell, rect.adjusted(0, 2, 0, -middle + 6), numbers, unfinished)
        font = painter.font()
        painter.setFont(self._small(font))
        painter.setPen(self._frame if kind == JUMPED else self._faint)
        painter.drawText(rect.adjusted(0, middle, 0, -1), CENTRED, last)
        painter.setFont(font)

    def draw_source_mark(self, painter: QPainter, rect: QRect) -> None:
        """Mark a cell whose number comes from last year's report."""
        edge = rect.topRight()
        size = max(6, rect.height() // 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._frame.color())
        painter.drawPolygon([edge, edge - QPoint(size, 0), edge + QPoint(0, size)])
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def draw_correction_mark(self, painter: QPainter, rect: QRect) -> None:
        """Mark a cell whose number is not the one that was read: a thick line along its bottom."""
        edge = rect.adjusted(1, 0, 0, 0)
        edge.setTop(rect.bottom() - CORRECTION_PX)
        painter.fillRect(edge, self._frame.color())

    def draw_finding_mark(self, painter: QPainter, rect: QRect, severity: str) -> None:
        """Mark a cell with a finding: a filled corner for an error, an outlined one for a warning."""
        colour, edge, size = self._flags[severity], rect.topLeft() + QPoint(1, 1), max(8, rect.height() // 3)
        painter.setPen(QPen(colour, 2))
        painter.setBrush(colour if severity == ERROR else Qt.BrushStyle.NoBrush)
        painter.drawPolygon([edge, edge + QPoint(size, 0), edge + QPoint(0, size)])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if severity == ERROR:
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    @staticmethod
    def _small(font: QFont) -> QFont:
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * LAST_YEAR_FONT_SCALE)
        return small

    def draw_frame(self, painter: QPainter, rect: QRect) -> None:
        """Draw the frame of the current cell."""
        painter.setPen(self._frame)
        painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _visible_part(self, painter: QPainter, rect: QRect, pane: QRect, cell: Cell) -> QRect:
        """Return the visible part of a label's cell, if its text fits there."""
        seen = rect.intersected(pane.adjusted(-rect.width(), 0, rect.width(), 0))
        room = QRect(0, 0, rect.width() - 2 * PADDING_X_PX, 10_000)
        needed = painter.fontMetrics().boundingRect(room, self._wrapped(cell), cell.label).height()
        if seen.height() >= needed + 4:
            return seen
        # The text does not fit: it goes to the visible end of the cell.
        at_top = rect.top() >= pane.top()
        return QRect(rect.left(), rect.top() if at_top else rect.bottom() - needed - 4, rect.width(), needed + 4)

    def _ground(self, cell: Cell) -> str:
        if cell.name:
            return self.shades.total if cell.total else self.shades.paper
        return self.shades.band if self.grid.is_band(cell) else self.shades.label

    def _wrapped(self, cell: Cell) -> int:
        return self._sides[cell] | (ANYWHERE if cell in self.broken else BETWEEN_WORDS)

    def _side(self, cell: Cell) -> int:
        beside = cell.column < self.grid.label_columns and cell.row >= self.grid.heading_rows
        long_label = self.grid.label_columns > 1 and cell.rows == 1
        return LEFT_ALIGNED if self.grid.is_band(cell) or (beside and long_label) else CENTRED_LABEL
