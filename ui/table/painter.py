"""Draws the cells of a grid as on the paper form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from model.comparing.comparison import CHANGED, JUMPED, SAME, change_of
from model.findings.finding import ERROR, WARNING
from model.form.grid import Cell, Grid
from model.report.cell_numbers import Number, number_shown
from ui.basics.theme import Colours
from ui.table.layout import ANYWHERE, BETWEEN_WORDS, LAST_FONT_SCALE, NARROW_PADDING_PX, PADDING_X_PX

# Constants, because looking up an enum for each cell would cost more than drawing it.
CENTRED = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWrapAnywhere)
CORRECTION_PX = 3
DASHED = Qt.PenStyle.DashLine
ELIDED_RIGHT = Qt.TextElideMode.ElideRight
CHANGE_MARKS = {CHANGED: ("△", "▽"), JUMPED: ("▲", "▼")}  # more than last year, less
BAR_PX = {SAME: 0, CHANGED: 2, JUMPED: 5}
MARK_GAP_PX = 3
FROM_NOTHING = "从 0"  # instead of last year's 0: a mark beside that would say that nothing has changed
CENTRED_LABEL = CENTRED_LINE = int(Qt.AlignmentFlag.AlignCenter)
LEFT_ALIGNED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass
class TablePainter:
    """The pens and brushes of a colour scheme, created once for many cells.

    `broken` holds the cells whose labels are broken anywhere, `indents` what labels leave free, as their layout says."""

    grid: Grid
    shades: Colours
    last: Mapping[str, Number] | None = None  # last year's numbers, in a comparison
    broken: frozenset[Cell] = frozenset()
    indents: Mapping[Cell, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        shades = self.shades
        self._line = QPen(QColor(shades.border))
        self._ink, self._faint, self._wrong = (QPen(QColor(one)) for one in (shades.ink, shades.faint, shades.wrong))
        self._frame, self._pale = QPen(QColor(shades.accent), 2), QPen(QColor(shades.accent), 2, DASHED)
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
            free = self._free(cell)
            painter.drawText(seen.adjusted(free, 2, -free, -2), self._wrapped(cell), cell.label)

    def _write(
        self, painter: QPainter, cell: Cell, rect: QRect, numbers: Mapping[str, Number], unfinished: Mapping[str, str]
    ) -> None:
        """Draw the cell's number, or an invalid input in the colour of errors, elided to the available width."""
        painter.setPen(self._wrong if cell.name in unfinished else self._faint if cell.total else self._ink)
        text, font = number_shown(numbers.get(cell.name)), painter.font()
        if cell.name in unfinished:
            room = rect.width() - 2 * PADDING_X_PX
            text = painter.fontMetrics().elidedText(" ".join(unfinished[cell.name].split()), ELIDED_RIGHT, room)
        elif (wanted := painter.fontMetrics().horizontalAdvance(text)) > rect.width() - 2 * NARROW_PADDING_PX:
            painter.setFont(_scaled(font, (rect.width() - 2 * NARROW_PADDING_PX) / wanted))
        painter.drawText(rect, CENTRED, text)
        painter.setFont(font)

    def _draw_beside_last(
        self, painter: QPainter, cell: Cell, rect: QRect, numbers: Mapping[str, Number], unfinished: Mapping[str, str]
    ) -> None:
        """Draw this year's number over last year's; what has changed has a bar and a mark at the left edge, a jump stronger ones.

        The mark keeps away from last year's number: beside it, it would read as its sign."""
        assert self.last is not None
        this, before = numbers.get(cell.name), self.last.get(cell.name)
        kind = change_of(this, before)
        mark = "" if this is None or before is None or kind == SAME else CHANGE_MARKS[kind][this < before]
        bar, middle = BAR_PX[kind], rect.height() * 11 // 20
        painter.fillRect(QRect(rect.left() + 1, rect.top() + 1, bar, rect.height() - 1), self._frame.color())
        self._write(painter, cell, rect.adjusted(bar, 2, -bar, -middle + 6), numbers, unfinished)
        font, below = painter.font(), rect.adjusted(bar, middle, -bar, -1)
        shown = FROM_NOTHING if mark and not before else number_shown(before)
        room = below.width() / max(1, painter.fontMetrics().horizontalAdvance(shown))
        painter.setFont(_scaled(font, min(LAST_FONT_SCALE, room)))
        painter.setPen(self._frame if kind == JUMPED else self._faint)
        if mark:
            below = _draw_mark(painter, below, mark, shown)
        painter.drawText(below, CENTRED_LINE, shown)
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

    def draw_frame(self, painter: QPainter, rect: QRect, has_keys: bool) -> None:
        """Draw the frame of the current cell, dashed where the keys go elsewhere."""
        painter.setPen(self._frame if has_keys else self._pale)
        painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _visible_part(self, painter: QPainter, rect: QRect, pane: QRect, cell: Cell) -> QRect:
        """Return the visible part of a label's cell, if its text fits there."""
        seen = rect.intersected(pane.adjusted(-rect.width(), 0, rect.width(), 0))
        room = QRect(0, 0, rect.width() - 2 * self._free(cell), 10_000)
        needed = painter.fontMetrics().boundingRect(room, self._wrapped(cell), cell.label).height()
        if seen.height() >= needed + 4:
            return seen
        # The text does not fit: it goes to the visible end of the cell.
        at_top = rect.top() >= pane.top()
        return QRect(rect.left(), rect.top() if at_top else rect.bottom() - needed - 4, rect.width(), needed + 4)

    def _free(self, cell: Cell) -> int:
        """Return what a label leaves free on each side."""
        return PADDING_X_PX + self.indents.get(cell, 0)

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


def _draw_mark(painter: QPainter, room: QRect, mark: str, shown: str) -> QRect:
    """Draw the mark of a change, if there is room for it beside what is shown; return where that is to be centred."""
    metrics = painter.fontMetrics()
    taken = metrics.horizontalAdvance(mark) + 2 * MARK_GAP_PX
    if taken + metrics.horizontalAdvance(shown) > room.width():
        return room
    painter.drawText(room.adjusted(MARK_GAP_PX, 0, 0, 0), LEFT_ALIGNED, mark)
    return room.adjusted(max(0, 2 * taken - room.width() + metrics.horizontalAdvance(shown)), 0, 0, 0)


def _scaled(font: QFont, scale: float) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * scale)
    return made
