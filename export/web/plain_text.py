"""Blocks as plain text: a paragraph a line, a row of a table a line with tabs between its columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.report.blocks import Block, Heading, Paragraph, PlainTable, SignOff, Table, Title
from model.report.outline import day_shown


def plain_text(blocks: Sequence[Block]) -> str:
    """Return the blocks as text; a cell over several columns or rows stands in the first of them."""
    return "".join(f"{line}\n" for block in blocks for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Title():
            yield "".join(block.lines)
        case Heading() | Paragraph():
            yield from block.text.split("\v")
        case Table():
            yield from _rows(block)
        case PlainTable():
            yield from ("\t".join(row) for row in block.rows)
        case SignOff():
            yield block.unit
            if block.date:
                yield day_shown(block.date)


def _rows(table: Table) -> Iterator[str]:
    grid = table.grid
    for row in range(grid.rows):
        cells = [(grid.at(row, column), column) for column in range(grid.columns)]
        yield "\t".join(table.words(cell) if (cell.row, cell.column) == (row, at) else "" for cell, at in cells)
