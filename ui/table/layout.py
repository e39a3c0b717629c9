"""The geometry of a grid on the screen: widths and heights from the font, in pixels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate
from math import ceil

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics

from model.form.grid import Cell, Grid

WIDEST_NUMBER = "00000000"
BETWEEN_WORDS, ANYWHERE = int(Qt.TextFlag.TextWordWrap), int(Qt.TextFlag.TextWrapAnywhere)
PADDING_X_PX, PADDING_Y_PX = 6, 2
WIDEST_TABLE_CHARACTERS = 78
UNLIMITED_PX = 10_000
SMALL_FONT_SCALE = 0.78  # of numbers too long for a narrow column
LAST_FONT_SCALE = 0.85  # of last year's numbers: smaller than this year's, and still read at a glance
NARROW_PADDING_PX = 2  # beside a number in that font
MOST_FROZEN_SHARE = 0.6  # of the viewport; more would leave no room for the numbers


@dataclass(frozen=True)
class TableLayout:
    """The left edges of the columns and top edges of the rows, with the far edge at the end of each.

    The labels of the cells in `broken` have to be broken anywhere, as they are too narrow for rules: all others are
    broken so that no line begins with a comma. `indents` are what labels leave free on both sides besides, lest a
    character stands alone in its last line."""

    grid: Grid
    lefts: list[int]
    tops: list[int]
    frozen_columns: int
    frozen_rows: int
    broken: frozenset[Cell] = frozenset()
    indents: Mapping[Cell, int] = field(default_factory=dict)

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
        least[cell.row] = int(metrics.height() * (1 + LAST_FONT_SCALE)) + 2 * PADDING_Y_PX
    heights = _heights(grid, metrics, lefts, least)
    labelled = [cell for cell in grid.cells if cell.label]
    broken = frozenset(cell for cell in labelled if _wrapping(cell.label, metrics, _room(cell, lefts)) == ANYWHERE)
    indents = {cell: _indent(cell.label, metrics, _room(cell, lefts)) for cell in labelled}
    return TableLayout(grid, lefts, [0, *accumulate(heights)], grid.frozen_columns, grid.heading_rows, broken, indents)


def _widths(grid: Grid, metrics: QFontMetrics, room: int) -> list[int]:
    """Return the column widths: number columns hold 8 digits, label columns share the rest as on the printed form."""
    character = metrics.horizontalAdvance("国")
    printed = grid.widths or [1] * grid.columns
    labels, numbers = printed[: grid.label_columns], printed[grid.label_columns :]
    least = character * (16 if len(labels) > 1 else 9) if labels else 0
    number = _number_width(metrics, (room - least) // len(numbers))
    room = min(room, WIDEST_TABLE_CHARACTERS * character)
    beside = max(room - number * len(numbers), least) if labels else 0
    # A table of few columns has room to spare: the number columns share it.
    if labels and len(numbers) <= 4:
        beside = max(least, room * sum(labels) // sum(printed))
    each = max(number, (room - beside) // len(numbers)) if len(numbers) <= 4 or not labels else number
    shares = [max(beside * share // sum(labels), 3 * character) for share in labels]
    if shares:  # what the narrow columns have too much comes from the widest, or the table would scroll for it
        shares[shares.index(max(shares))] -= max(0, sum(shares) - beside)
    return shares + [each] * len(numbers)


def _number_width(metrics: QFontMetrics, room: int) -> int:
    """Return the width of a number column with room for 8 digits, small ones where there is less room."""
    digits = metrics.horizontalAdvance(WIDEST_NUMBER)
    least = ceil(digits * SMALL_FONT_SCALE) + 2 * NARROW_PADDING_PX
    return max(least, min(room, digits + 2 * PADDING_X_PX + 4))


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
    return _height(cell.label, metrics, _room(cell, lefts)) + 2 * PADDING_Y_PX if cell.label else 0


def _room(cell: Cell, lefts: list[int]) -> int:
    """Return the width that a label may take."""
    return lefts[cell.column + cell.columns] - lefts[cell.column] - 2 * PADDING_X_PX


def _height(label: str, metrics: QFontMetrics, room: int) -> int:
    """Return the height of a label's lines in a width."""
    return metrics.boundingRect(QRect(0, 0, room, UNLIMITED_PX), _wrapping(label, metrics, room), label).height()


def _wrapping(label: str, metrics: QFontMetrics, room: int) -> int:
    """Return the flag by which a label is broken into lines."""
    fits = metrics.boundingRect(QRect(0, 0, room, UNLIMITED_PX), BETWEEN_WORDS, label).width() <= room
    return BETWEEN_WORDS if fits else ANYWHERE


def _indent(label: str, metrics: QFontMetrics, room: int) -> int:
    """Return what a label leaves free on each side, so that its last line has more than one character.

    Never so much that the label has more lines or is broken otherwise: digits and points take less than a character each."""
    character, count = metrics.horizontalAdvance("国"), len(label)
    whole = room // character
    if whole < 3 or count % whole != 1 or ceil(count / whole) < ceil(count / (whole - 1)):
        return 0
    indent = (room - (whole - 1) * character) // 2
    shapes = {(_height(label, metrics, width), _wrapping(label, metrics, width)) for width in (room, room - 2 * indent)}
    return indent if len(shapes) == 1 else 0
