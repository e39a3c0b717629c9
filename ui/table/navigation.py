"""Keyboard navigation in a grid, from number to number over the labels between them."""

from __future__ import annotations

from model.form.grid import Cell, Grid

LEFT, RIGHT, UP, DOWN = (0, -1), (0, 1), (-1, 0), (1, 0)


def next_down(grid: Grid, cell: Cell, back: bool = False) -> Cell:
    """Return the input cell below, skipping labels and totals, then the top of the next column.

    At the end, the same cell."""
    return _beside(sorted(grid.inputs, key=lambda other: (other.column, other.row)), cell, back, by_column=True)


def next_right(grid: Grid, cell: Cell, back: bool = False) -> Cell:
    """Return the input cell to the right, then the first of the next row; at the end, the same cell."""
    return _beside(grid.inputs, cell, back, by_column=False)


def _beside(order: list[Cell], cell: Cell, back: bool, by_column: bool) -> Cell:
    def place(other: Cell) -> tuple[int, int]:
        return (other.column, other.row) if by_column else (other.row, other.column)

    here = place(cell)
    if back:
        return next((other for other in reversed(order) if place(other) < here), cell)
    return next((other for other in order if place(other) > here), cell)


def step(grid: Grid, cell: Cell, direction: tuple[int, int]) -> Cell:
    """Return the next number cell in a direction, totals included; at the edge, the same cell."""
    rows, columns = direction
    row = cell.row + (cell.rows if rows > 0 else rows)
    column = cell.column + (cell.columns if columns > 0 else columns)
    while 0 <= row < grid.rows and 0 <= column < grid.columns:
        if grid.at(row, column).name:
            return grid.at(row, column)
        row, column = row + rows, column + columns
    return cell


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
