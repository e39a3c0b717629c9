"""A printed table of the form: its cells, their spans, and which of them hold numbers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any


@dataclass(frozen=True, eq=False)
class Cell:
    """A printed cell: where it begins, how many slots it spans, and its words, or the name of its number.

    A cell is equal to itself only: comparing and hashing all its fields would take longer than drawing it."""

    row: int
    column: int
    rows: int
    columns: int
    label: str = ""
    name: str = ""
    decimal: bool = False
    signed: bool = False
    total: bool = False

    @property
    def row_key(self) -> str:
        """The row in the cell's name, such as received; "" for a label."""
        return self.name.split(".")[1] if self.name else ""

    @property
    def column_key(self) -> str:
        """The column in the cell's name, such as natural; "" for a label."""
        return self.name.split(".")[2] if self.name else ""

    @property
    def is_input(self) -> bool:
        """Whether the clerk types into it."""
        return bool(self.name) and not self.total

    def covers(self, row: int, column: int) -> bool:
        """Return whether the cell spans that slot."""
        return self.row <= row < self.row + self.rows and self.column <= column < self.column + self.columns

    def slots(self) -> Iterator[tuple[int, int]]:
        """Yield the slots that the cell spans."""
        for row in range(self.row, self.row + self.rows):
            for column in range(self.column, self.column + self.columns):
                yield row, column


class Grid:
    """The cells of one printed table, in reading order; `widths` and `row_height` are those printed, in twips."""

    def __init__(self, cells: list[Cell], rows: int, columns: int, layout: Mapping[str, Any]) -> None:
        self.cells = cells
        self.rows = rows
        self.columns = columns
        self.widths: list[int] | None = layout.get("widths")
        self.row_height: int | None = layout.get("row_height")

    def mark_totals(self, names: set[str]) -> None:
        """Mark the cells of these names as totals; called once, by the form that the grid belongs to."""
        self.cells = [replace(cell, total=True) if cell.name in names else cell for cell in self.cells]

    @property
    def numbers(self) -> list[Cell]:
        """The cells that hold a number, in reading order."""
        return [cell for cell in self.cells if cell.name]

    @cached_property
    def inputs(self) -> list[Cell]:
        """The cells that the clerk types into, in reading order."""
        return [cell for cell in self.cells if cell.is_input]

    @cached_property
    def _slots(self) -> dict[tuple[int, int], Cell]:
        return {slot: cell for cell in self.cells for slot in cell.slots()}

    def at(self, row: int, column: int) -> Cell:
        """Return the cell that covers a slot."""
        return self._slots[row, column]

    def is_band(self, cell: Cell) -> bool:
        """Return whether the cell is a caption over the table's whole width, such as 第二十条第（一）项."""
        return not cell.name and cell.columns == self.columns

    @cached_property
    def heading_rows(self) -> int:
        """The number of rows at the top that are headings of all that follows; 0 if headings also come further down."""
        plain = [not any(self.at(row, column).name for column in range(self.columns)) for row in range(self.rows)]
        leading = plain.index(False) if False in plain else 0
        return leading if not any(plain[leading:]) else 0

    @cached_property
    def label_columns(self) -> int:
        """The number of columns on the left that hold labels only."""
        return min((cell.column for cell in self.cells if cell.name), default=0)

    @cached_property
    def frozen_columns(self) -> int:
        """The number of label columns that may stay in place while the others scroll; 0 if a label reaches across."""
        edge = self.label_columns
        return 0 if any(cell.column < edge < cell.column + cell.columns for cell in self.cells) else edge

    def labels_of(self, cell: Cell) -> list[str]:
        """Return the printed words that name a number: those on its left, then those above it, outermost first."""
        above = [label for label in self._above(cell) if not self._says_nothing(label)]
        # The two nearest of three: 三、本年度办理结果 stands left of （三）不予公开 and goes without saying.
        return [label.label for label in self._beside(cell)[-2:] + above]

    def headings_of(self, cell: Cell) -> list[Cell]:
        """Return all labels that head a number: those on its left, then those above it, outermost first."""
        return [*self._beside(cell), *(label for label in self._above(cell) if label.label)]

    def _beside(self, cell: Cell) -> list[Cell]:
        beside = _distinct([self.at(cell.row, column) for column in range(cell.column)])
        return [label for label in beside if label.label]

    def _above(self, cell: Cell) -> list[Cell]:
        return _distinct([self.at(row, cell.column) for row in self._rows_above(cell)])

    def row_labels_of(self, cell: Cell) -> list[str]:
        """Return the printed words on a number's left, outermost first; none if the table's rows have no labels."""
        return [label.label for label in self._beside(cell)[-2:]]

    def heading_of(self, cell: Cell) -> Cell | None:
        """Return the heading nearest above a number, such as 本年制发件数, None if there is none."""
        rows = self._rows_above(cell)
        above = self.at(rows[-1], cell.column) if rows else None
        return above if above and above.label and not self.is_band(above) else None

    def numbers_of(self, label: Cell) -> list[Cell]:
        """Return the numbers that a label stands beside (on its right) or over (in the columns that it spans)."""
        beside = range(label.row, label.row + label.rows)
        over = range(label.column, label.column + label.columns)
        return [
            cell
            for cell in self.numbers
            if (cell.row in beside and cell.column >= over.stop) or (cell.column in over and cell.row >= beside.stop)
        ]

    def excerpt(self, names: Collection[str]) -> Grid:
        """Return a grid of some numbers only, with the headings over them and the labels beside them."""
        wanted = [cell for cell in self.numbers if cell.name in names]
        rows = sorted({row for cell in wanted for row in (*self._rows_above(cell), cell.row)})
        columns = sorted({*range(self.label_columns), *(cell.column for cell in wanted)})
        # A column in which no cell begins is none any more.
        columns = [column for column in columns if any(self.at(row, column).column == column for row in rows)]
        both = (
            (cell, _places(rows, cell.row, cell.rows), _places(columns, cell.column, cell.columns))
            for cell in self.cells
        )
        cells = [
            replace(cell, row=down[0], rows=len(down), column=along[0], columns=len(along))
            for cell, down, along in both
            if down and along
        ]
        widths = self.widths and [self.widths[column] for column in columns]
        return Grid(cells, len(rows), len(columns), {"widths": widths, "row_height": self.row_height})

    def _rows_above(self, cell: Cell) -> list[int]:
        """Return the heading rows of a cell: the nearest run of rows above it without a number in its column."""
        row = cell.row - 1
        while row >= 0 and self.at(row, cell.column).name:
            row -= 1
        last = row
        while row >= 0 and not self.at(row, cell.column).name:
            row -= 1
        return list(range(row + 1, last + 1))

    def _says_nothing(self, label: Cell) -> bool:
        """Return whether a heading tells no number from another, because it spans every number column."""
        return not label.label or label.columns >= self.columns - self.label_columns


def _places(chosen: list[int], begin: int, span: int) -> list[int]:
    """Return the places, among the chosen rows or columns, of those that a cell spans."""
    return [place for place, slot in enumerate(chosen) if begin <= slot < begin + span]


def _distinct(cells: list[Cell]) -> list[Cell]:
    return list(dict.fromkeys(cells))
