"""The geometry of a grid on the screen: widths and heights from the font, in pixels."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics

from model.form.grid import Cell, Grid

WIDEST_NUMBER = "00000000"
BETWEEN_WORDS, ANYWHERE = int(Qt.TextFlag.TextWordWrap), int(Qt.TextFlag.TextWrapAnywhere)
PADDING_X_PX, PADDING_Y_PX = 6, 2
WIDEST_TABLE_CHARACTERS = 78
UNLIMITED_PX = 10_000
LAST_YEAR_FONT_SCALE = 0.78  # relative to this year's
MOST_FROZEN_SHARE = 0.6  # of the viewport; more would leave no room for the numbers


@dataclass(frozen=True)
class TableLayout:
    """The left edges of the columns and top edges of the rows, with the far edge at the end of each.

    The labels of the cells in `broken` have to be broken anywhere, as they are too narrow for rules: all others are
    broken so that no line begins with a comma."""

    grid: Grid
    lefts: list[int]
    tops: list[int]
    frozen_columns: int
    frozen_rows: int
    broken: frozenset[Cell] = frozenset()

    def rect(self, cell: Cell) -> QRect:
        """Return the rectangle of a cell, lines included, relative to the table's corner."""
        left, top = self.lefts[cell.column], self.tops[cell.row]
        right, bottom = self.lefts[cell.column + cell.columns], self.tops[cell.row + cell.rows]
        return QRect(left, top, right - left, bottom - top)

    @property
    def width(self) -> int:
        """The width of the whole table."""
        return self.lefts[-1]

    @property
    def height(self) -> int:
        """The height of the whole table."""
        return self.tops[-1]

    @property
    def frozen_width(self) -> int:
        """The width of the frozen label columns."""
        return self.lefts[self.frozen_columns]

    @property
    def frozen_height(self) -> int:
        """The height of the frozen heading rows."""
        return self.tops[self.frozen_rows]

    def fitted_to(self, room: QSize) -> TableLayout:
        """Return the same layout, with headings or labels unfrozen if they would leave no room for the numbers."""
        columns = self.frozen_columns if self.frozen_width <= room.width() * MOST_FROZEN_SHARE else 0
        rows = self.frozen_rows if self.frozen_height <= room.height() * MOST_FROZEN_SHARE else 0
        return replace(self, frozen_columns=columns, frozen_rows=rows)


def lay_out(grid: Grid, metrics: QFontMetrics, room: int, two_lines: bool = False) -> TableLayout:
    """Lay a grid out in `room` pixels of width, or more if its numbers need it; `two_lines` adds last year's."""
    widths = _widths(grid, metrics, room)
    lefts = [0, *accumulate(widths)]
    least = [metrics.height() + 2 * PADDING_Y_PX] * grid.rows
    for cell in grid.numbers if two_lines else ():
        least[cell.row] = int(metrics.height() * (1 + LAST_YEAR_FONT_SCALE)) + 2 * PADDING_Y_PX
    heights = _heights(grid, metrics, lefts, least)
    broken = frozenset(cell for cell in grid.cells if cell.label and _wrapping(cell, metrics, lefts) == ANYWHERE)
    return TableLayout(grid, lefts, [0, *accumulate(heights)], grid.frozen_columns, grid.heading_rows, broken)


def _widths(grid: Grid, metrics: QFontMetrics, room: int) -> list[int]:
    """Return the column widths: number columns hold 8 digits, label columns share the rest as on the printed form."""
    number = metrics.horizontalAdvance(WIDEST_NUMBER) + 2 * PADDING_X_PX + 4
    character = metrics.horizontalAdvance("国")
    printed = grid.widths or [1] * grid.columns
    room = min(room, WIDEST_TABLE_CHARACTERS * character)
    labels, numbers = printed[: grid.label_columns], printed[grid.label_columns :]
    rest = room - number * len(numbers)
    least = character * (16 if len(labels) > 1 else 9)
    beside = max(rest, least) if labels else 0
    # A table of few columns has room to spare: the number columns share it.
    if labels and len(numbers) <= 4:
        beside = max(least, room * sum(labels) // sum(printed))
    each = max(number, (room - beside) // len(numbers)) if len(numbers) <= 4 or not labels else number
    shares = [max(beside * share // sum(labels), 3 * character) for share in labels]
    if shares:  # what the narrow columns have too much comes from the widest, or the table would scroll for it
        shares[shares.index(max(shares))] -= max(0, sum(shares) - beside)
    return shares + [each] * len(numbers)


def _heights(grid: Grid, metrics: QFontMetrics, lefts: list[int], heights: list[int]) -> list[int]:
    """Return the row heights: those given, or as much more as the labels need."""
    # Smallest first: a merged cell needs only what its rows do not have yet.
    for cell in sorted(grid.cells, key=lambda cell: cell.rows):
        needed = _needed(cell, metrics, lefts)
        rows = range(cell.row, cell.row + cell.rows)
        lacking = needed - sum(heights[row] for row in rows)
        if lacking > 0:
            heights[rows[-1]] += lacking
    return heights


def _needed(cell: Cell, metrics: QFontMetrics, lefts: list[int]) -> int:
    if not cell.label:
        return 0
    room = _room_for_label(cell, lefts)
    return metrics.boundingRect(room, _wrapping(cell, metrics, lefts), cell.label).height() + 2 * PADDING_Y_PX


def _wrapping(cell: Cell, metrics: QFontMetrics, lefts: list[int]) -> int:
    """Return the flag by which a label is broken into lines."""
    room = _room_for_label(cell, lefts)
    fits = metrics.boundingRect(room, BETWEEN_WORDS, cell.label).width() <= room.width()
    return BETWEEN_WORDS if fits else ANYWHERE


def _room_for_label(cell: Cell, lefts: list[int]) -> QRect:
    return QRect(0, 0, lefts[cell.column + cell.columns] - lefts[cell.column] - 2 * PADDING_X_PX, UNLIMITED_PX)
