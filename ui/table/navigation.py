"""Keyboard navigation in a grid, from number to number over the labels between them."""

from __future__ import annotations

from collections.abc import Iterable

from model.form.grid import Cell, Grid

LEFT, RIGHT, UP, DOWN = (0, -1), (0, 1), (-1, 0), (1, 0)


def next_down(grid: Grid, cell: Cell, column: int, back: bool = False) -> tuple[Cell, int]:
    """Return the input cell below in a column, over labels and totals, and the column to go on in.

    Where none of those below reaches into the column, the nearest below; at the end, the top of the next column; at the
    end of the last one, the same cell. A column of totals alone is gone through as well. `back` goes the other way."""
    if below := _below(_gone_through(grid, column), cell, column, back):
        return below, column
    columns = sorted({other.column for other in grid.inputs}, reverse=back)
    beside = next((other for other in columns if (other < column if back else other > column)), None)
    if beside is None:
        return cell, column
    in_it = [other for other in grid.inputs if _reaches(other, beside)]
    return in_it[-1 if back else 0], beside


def next_right(grid: Grid, cell: Cell, back: bool = False) -> Cell:
    """Return the input cell to the right, then the first of the next row; at the end, the same cell."""
    here = (cell.row, cell.column)
    if back:
        return next((other for other in reversed(grid.inputs) if (other.row, other.column) < here), cell)
    return next((other for other in grid.inputs if (other.row, other.column) > here), cell)


def step(grid: Grid, cell: Cell, direction: tuple[int, int], column: int) -> Cell:
    """Return the next number cell in a direction, totals included; at the edge, the same cell.

    Up and down go along a column, as Enter does."""
    rows, columns = direction
    if rows:
        return _below(grid.numbers, cell, column, back=rows < 0) or cell
    along = cell.column + (cell.columns if columns > 0 else columns)
    while 0 <= along < grid.columns:
        if grid.at(cell.row, along).name:
            return grid.at(cell.row, along)
        along += columns
    return cell


def _below(cells: Iterable[Cell], cell: Cell, column: int, back: bool) -> Cell | None:
    """Return the nearest cell below one (`back`: above it) that reaches into a column, else the nearest of all; None at the end."""

    def distance(other: Cell) -> tuple[bool, int, int]:
        return not _reaches(other, column), abs(other.row - cell.row), abs(other.column - column)

    beyond = (other for other in cells if (other.row < cell.row if back else other.row > cell.row))
    return min(beyond, key=distance, default=None)


def _gone_through(grid: Grid, column: int) -> list[Cell]:
    return grid.inputs if any(_reaches(cell, column) for cell in grid.inputs) else grid.numbers


def _reaches(cell: Cell, column: int) -> bool:
    return cell.covers(cell.row, column)


def end_of_row(grid: Grid, cell: Cell, last: bool) -> Cell:
    """Return the first or last number cell of the cell's row."""
    row = [other for other in grid.numbers if other.row == cell.row]
    return row[-1] if last else row[0]


def between(grid: Grid, one: Cell, other: Cell) -> list[Cell]:
    """Return the number cells in the rectangle that two cells span, in reading order."""
    top, left, bottom, right = bounds(one, other)
    return [
        cell
        for cell in grid.numbers
        if cell.row < bottom
        and cell.row + cell.rows > top
        and cell.column < right
        and cell.column + cell.columns > left
    ]


def bounds(one: Cell, other: Cell) -> tuple[int, int, int, int]:
    """Return the slots that two cells span: top, left, and the row and column behind the last."""
    return (
        min(one.row, other.row),
        min(one.column, other.column),
        max(one.row + one.rows, other.row + other.rows),
        max(one.column + one.columns, other.column + other.columns),
    )
