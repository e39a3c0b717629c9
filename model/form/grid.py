"""A printed table of the form: its cells, their spans, and which of them hold numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

LEFT, ABOVE, NUMBER = "<", "^", "="
KEY = re.compile(r"\w+")  # of a section, row or column; a dot would part a cell's name elsewhere


class GridFault(Exception):
    """A grid of an edition file that cannot be read; says which grid, row and column (counted from 1)."""


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
        return {slot: cell for cell in self.cells for slot in _slots_of(cell)}

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


def read_grid(section: str, entry: Mapping[str, Any]) -> Grid:
    """Return the grid in a section of an edition file (resources/forms/2021.toml explains the notation).

    Raises GridFault."""
    rows = entry["grid"]
    _refuse_ragged(section, rows)
    for key in ("columns", "decimals", "signed"):
        _refuse_no_words(section, key, entry.get(key, []))
    names = dict(_names(section, rows, entry.get("columns", [])))
    _refuse_unknown(section, entry, names)
    cells = [
        _cell(section, rows, row, column, names.get((row, column), ""), entry)
        for row in range(len(rows))
        for column in range(len(rows[0]))
        if rows[row][column] not in (LEFT, ABOVE)
    ]
    _refuse_gaps(section, rows, cells)
    if len(entry.get("columns", [])) > len(rows[0]):
        raise GridFault(f"“{section}”的 columns 有 {len(entry['columns'])} 个，grid 只有 {len(rows[0])} 列")
    return Grid(cells, len(rows), len(rows[0]), _layout(section, entry, len(rows[0])))


def _slots_of(cell: Cell) -> Iterator[tuple[int, int]]:
    for row in range(cell.row, cell.row + cell.rows):
        for column in range(cell.column, cell.column + cell.columns):
            yield row, column


def _places(chosen: list[int], begin: int, span: int) -> list[int]:
    """Return the places, among the chosen rows or columns, of those that a cell spans."""
    return [place for place, slot in enumerate(chosen) if begin <= slot < begin + span]


def _distinct(cells: list[Cell]) -> list[Cell]:
    return list(dict.fromkeys(cells))


def _refuse_ragged(section: str, rows: Any) -> None:
    if not isinstance(rows, list) or not rows or not all(isinstance(row, list) and row for row in rows):
        raise GridFault(f"“{section}”的 grid 要写成若干行，每行若干格")
    for number, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            raise GridFault(
                f"“{section}”的 grid 第 {number} 行有 {len(row)} 格，第 1 行有 {len(rows[0])} 格，应当一样多"
            )
        if not all(isinstance(slot, str) for slot in row):
            raise GridFault(f"“{section}”的 grid 第 {number} 行有不是文字的格")


def _names(section: str, rows: list[list[str]], columns: list[str]) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the slots that hold a number, each with the cell's full name."""
    taken: set[str] = set()
    for row, slots in enumerate(rows):
        current = ""
        for column, slot in enumerate(slots):
            if not slot.startswith(NUMBER):
                continue
            current = slot[1:].partition(".")[0] or current  # a bare "=" continues the row named last
            own = slot[1:].partition(".")[2] or (columns[column] if column < len(columns) else "")
            place = f"“{section}”的 grid 第 {row + 1} 行第 {column + 1} 格“{slot}”"
            if not current or not own:
                raise GridFault(f"{place}没有行名或列名")
            if not (KEY.fullmatch(current) and KEY.fullmatch(own)):
                raise GridFault(f"{place}的行名“{current}”和列名“{own}”只能用字母、数字和下划线")
            if f"{section}.{current}.{own}" in taken:
                raise GridFault(f"{place}与前面的格重名")
            taken.add(f"{section}.{current}.{own}")
            yield (row, column), f"{section}.{current}.{own}"


def _cell(section: str, rows: list[list[str]], row: int, column: int, name: str, entry: Mapping[str, Any]) -> Cell:
    # The slots of a merged cell hold "<" on its right and "^" below it; those in its corner hold either.
    width = 1
    while column + width < len(rows[0]) and rows[row][column + width] == LEFT:
        width += 1
    height = 1
    while row + height < len(rows) and rows[row + height][column] == ABOVE:
        height += 1
    short = name.removeprefix(f"{section}.")
    label = "" if name else rows[row][column]
    decimal, signed = short in entry.get("decimals", []), short in entry.get("signed", [])
    return Cell(row, column, height, width, label, name, decimal, signed)


def _refuse_gaps(section: str, rows: list[list[str]], cells: list[Cell]) -> None:
    """Refuse slots that do not belong to exactly one cell, such as a stray "<" or "^"."""
    covered = Counter(slot for cell in cells for slot in _slots_of(cell))
    for row in range(len(rows)):
        for column in range(len(rows[0])):
            if covered[row, column] != 1:
                raise GridFault(
                    f"“{section}”的 grid 第 {row + 1} 行第 {column + 1} 格“{rows[row][column]}”接不上任何一格"
                )


def _refuse_unknown(section: str, entry: Mapping[str, Any], names: dict[tuple[int, int], str]) -> None:
    for key in ("decimals", "signed"):
        for short in entry.get(key, []):
            if f"{section}.{short}" not in names.values():
                raise GridFault(f"“{section}”的 {key} 里的“{short}”不是表中的格")


def _are_widths(widths: Any, columns: int) -> bool:
    return isinstance(widths, list) and len(widths) == columns and all(isinstance(w, int) and w > 0 for w in widths)


def _refuse_no_words(section: str, key: str, value: Any) -> None:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise GridFault(f"“{section}”的 {key} 要写成一列文字")


def _layout(section: str, entry: Mapping[str, Any], columns: int) -> dict[str, Any]:
    layout = entry.get("print", {})
    if not isinstance(layout, dict):
        raise GridFault(f"“{section}”的 print 要写成一个表，如 {{ row_height = 350 }}")
    if unknown := layout.keys() - {"widths", "row_height"}:
        raise GridFault(f"“{section}”的 print 里的“{min(unknown)}”本程序不认识")
    widths, height = layout.get("widths"), layout.get("row_height")
    if widths is not None and not _are_widths(widths, columns):
        raise GridFault(f"“{section}”的 print.widths 要有 {columns} 个正整数")
    if height is not None and not (isinstance(height, int) and height > 0):
        raise GridFault(f"“{section}”的 print.row_height 要是正整数")
    return {"widths": widths, "row_height": height}
