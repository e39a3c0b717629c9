"""Cells that reach over columns and rows -> the columns that they begin in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from model.reading.formats.source_blocks import FoundCell

Spanning = tuple[str, int, int]  # a cell's text, the columns and the rows that it takes


def placed_cells(
    rows: Iterable[Iterable[Spanning]], spend: Callable[[int], None] = lambda columns: None
) -> Iterator[tuple[FoundCell, ...]]:
    """Yield the rows of a table, each with the cells that begin in it and the columns they begin in.

    `spend` is told of each row how many columns other rows' cells take in it and below."""
    taken: dict[int, int] = {}  # column -> rows that a cell from above still covers
    for row in rows:
        cells = []
        column = 0
        below = dict[int, int]()
        for text, across, down in row:
            while taken.get(column, 0) > 0:
                column += 1
            cells.append(FoundCell(text, column))
            if down > 1:
                below |= dict.fromkeys(range(column, column + across), down - 1)
            column += across
        spend(len(taken) + len(below))
        if taken or below:
            taken = {place: left - 1 for place, left in taken.items() if left > 1} | below
        yield tuple(cells)
