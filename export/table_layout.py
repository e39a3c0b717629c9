"""How a printed table of the form stands on the page, whatever the file format. Lengths are in twips (1/20 pt)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from math import ceil

from model.form.grid import Cell, Grid
from model.report.blocks import Table

ROW_HEIGHT_TWIPS, PLAIN_ROW_HEIGHT_TWIPS = 380, 315
MARGIN_TWIPS, NUMBER_MARGIN_TWIPS = 30, 10
BAND_MARGINS_TWIPS = (100, 100)
RULE_TWIPS = 10  # between cells; Word takes it from the room of the words
LABEL_MARGINS_TWIPS = (50, 10)  # a label begins a little off the line on its left
SMALLEST_SIZE_HALF_POINTS = 12  # 6 pt: a larger number breaks its line rather than be unreadable
READABLE_DIGIT_TWIPS = 80  # half of 8 pt, the smallest size that is easy to read on paper
BAND_COLOUR = "C6D9F1"


class CellKind(Enum):
    """What stands in a cell: a centred heading, a label on the left, or a number."""

    TEXT = "text"
    LABEL = "label"
    NUMBER = "number"


@dataclass(frozen=True)
class TableLayout:
    """A table in the room between the margins; `character` is the width of one in its headings."""

    table: Table
    room: int
    character: int

    @property
    def row_height(self) -> int:
        """The least height of a row."""
        return self.table.grid.row_height or ROW_HEIGHT_TWIPS

    def widths(self) -> list[int]:
        """Return the widths of the columns, with those too narrow for a readable number widened at the cost of others."""
        grid = self.table.grid
        widths = fitted(grid.widths or [self.room // grid.columns] * grid.columns, self.room)
        if grid.label_columns:
            return widths
        # A heading of two characters a line.
        least = [2 * self.character + 2 * MARGIN_TWIPS] * len(widths)
        for cell in grid.numbers:
            if cell.columns == 1:
                needed = len(self.table.words(cell)) * READABLE_DIGIT_TWIPS + 2 * NUMBER_MARGIN_TWIPS + RULE_TWIPS
                least[cell.column] = max(least[cell.column], needed)
        return _widened(widths, least)

    def margins(self, cell: Cell, width: int, character: int) -> tuple[int, int]:
        """Return the left and right margin of a cell; `character` is the width of one in it."""
        kind, grid = cell_kind(self.table.grid, cell), self.table.grid
        if kind is CellKind.NUMBER:
            return NUMBER_MARGIN_TWIPS, NUMBER_MARGIN_TWIPS
        if kind is CellKind.LABEL:
            return BAND_MARGINS_TWIPS if grid.is_band(cell) else LABEL_MARGINS_TWIPS
        room = (width - 2 * MARGIN_TWIPS) // character
        if cell.column < grid.label_columns or not 2 <= room < len(cell.label):
            return MARGIN_TWIPS, MARGIN_TWIPS
        # 5 twips of slack on each side: a line that fits to the twip may break by rounding.
        even = (width - _characters_a_line(len(cell.label), room) * character) // 2 - 5
        return even, even


def cell_kind(grid: Grid, cell: Cell) -> CellKind:
    """Return what stands in a cell."""
    if cell.name:
        return CellKind.NUMBER
    beside = cell.column < grid.label_columns and cell.row >= grid.heading_rows
    is_long = grid.label_columns > 1 and cell.rows == 1
    return CellKind.LABEL if grid.is_band(cell) or (beside and is_long) else CellKind.TEXT


def number_size(text: str, width: int, usual: int) -> int:
    """Return the size of digits that fit on one line of a cell, at most the usual one; both are in half points."""
    fits = (width - 2 * NUMBER_MARGIN_TWIPS - RULE_TWIPS) * 2 // (10 * max(len(text), 1))
    return min(usual, max(min(SMALLEST_SIZE_HALF_POINTS, usual), fits))


def fitted(widths: Sequence[int], room: int) -> list[int]:
    """Return the widths of the columns, scaled down if the page has less room than they need together."""
    share = min(1.0, room / sum(widths))
    return [int(width * share) for width in widths]


def _widened(widths: list[int], least: list[int]) -> list[int]:
    """Return the widths with what each lacks, or its share of what the others can spare; together they stay as they are."""
    spare = [max(0, width - need) for width, need in zip(widths, least, strict=True)]
    lacking = [max(0, need - width) for width, need in zip(widths, least, strict=True)]
    given = min(sum(lacking), sum(spare))
    gain, loss = given / max(1, sum(lacking)), given / max(1, sum(spare))
    return [
        width + int(gain * lack) - ceil(loss * room) for width, lack, room in zip(widths, lacking, spare, strict=True)
    ]


def _characters_a_line(count: int, room: int) -> int:
    """Return how many characters of a narrow heading to put on a line so that the lines come out even (商业 / 企业)."""
    lines = -(-count // room)
    each = -(-count // lines)
    return each - 1 if each % 2 and each > 2 and count % 2 == 0 else each
