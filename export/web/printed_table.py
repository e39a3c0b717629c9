"""A table of the printed order as rows of cells, each with what it heads: the same for every way to write HTML."""

from __future__ import annotations

from dataclasses import dataclass

from model.form.grid import Cell, Grid
from model.report.blocks import PlainTable, Table

NUMBER, LABEL, COLUMN, ROW, BAND = "number", "label", "column", "row", "band"


@dataclass(frozen=True)
class PrintedCell:
    """A cell where it begins: what it is (NUMBER, LABEL: neither number nor heading, a heading COLUMN, ROW, BAND), its spans.

    `place` is its first row and column; `headings` the places of the headings that name a number; `share` is its part of
    the table's width in percent; `is_beside` says that numbers begin on its right."""

    kind: str
    text: str
    place: tuple[int, int]
    rows: int = 1
    columns: int = 1
    share: float = 0.0
    headings: tuple[tuple[int, int], ...] = ()
    is_beside: bool = False


@dataclass(frozen=True)
class PrintedTable:
    """A table's cells by the rows they begin in, how many rows head it, and the columns' parts of its width in percent.

    The first `label_columns` of these hold no numbers."""

    rows: list[list[PrintedCell]]
    heading_rows: int
    label_columns: int
    shares: list[float]


def printed(table: Table | PlainTable) -> PrintedTable:
    """Return a table's cells with what they head."""
    return _plain(table) if isinstance(table, PlainTable) else _form(table)


def _form(table: Table) -> PrintedTable:
    grid = table.grid
    headings = {cell: tuple(grid.headings_of(cell)) for cell in grid.numbers}
    heading = {one for found in headings.values() for one in found}
    shares = _shares(grid.widths or [1] * grid.columns)
    rows: list[list[PrintedCell]] = [[] for _ in range(grid.rows)]
    for cell in grid.cells:
        rows[cell.row].append(
            PrintedCell(
                _kind(grid, cell, cell in heading),
                table.words(cell),
                (cell.row, cell.column),
                cell.rows,
                cell.columns,
                sum(shares[cell.column : cell.column + cell.columns]),
                tuple((one.row, one.column) for one in headings.get(cell, ())),
                cell.column + cell.columns == grid.label_columns,
            )
        )
    # A cell cannot reach out of the headings into the table's body.
    edge = grid.heading_rows
    is_parted = all(cell.row + cell.rows <= edge for cell in grid.cells if cell.row < edge)
    return PrintedTable(rows, edge if is_parted else 0, grid.label_columns, shares)


def _kind(grid: Grid, cell: Cell, is_heading: bool) -> str:
    if cell.name:
        return NUMBER
    if not is_heading:
        return LABEL
    if grid.is_band(cell):
        return BAND
    return ROW if cell.column < grid.label_columns else COLUMN


def _plain(table: PlainTable) -> PrintedTable:
    shares = _shares(list(table.widths))
    rows = [
        [
            PrintedCell(_plain_kind(row, column, text), text, (row, column), share=shares[column])
            for column, text in enumerate(texts)
        ]
        for row, texts in enumerate(table.rows)
    ]
    return PrintedTable(rows, 1, 1, shares)


def _plain_kind(row: int, column: int, text: str) -> str:
    if not text:
        return LABEL
    return COLUMN if row == 0 else NUMBER if column else ROW


def _shares(widths: list[int]) -> list[float]:
    return [round(100 * width / sum(widths), 2) for width in widths]
