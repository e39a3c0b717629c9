"""A printed table as WordprocessingML. Lengths are in twips (1/20 pt)."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from export.word.markup import fitted, paragraph_xml, table_xml
from export.word.styles import TABLE_LABEL, TABLE_NUMBER, TABLE_TEXT
from export.word.template import Template
from model.form.grid import Cell, Grid
from model.report.blocks import Table

ROW_HEIGHT_TWIPS = 380
MARGIN_TWIPS, NUMBER_MARGIN_TWIPS = 30, 10
BAND_MARGINS_TWIPS = (100, 100)
LABEL_MARGINS_TWIPS = (50, 10)  # a label begins a little off the line on its left
SMALLEST_SIZE_HALF_POINTS = 12  # 6 pt: a larger number breaks its line rather than be unreadable
READABLE_DIGIT_TWIPS = 80  # half of 8 pt, the smallest size that is easy to read on paper
BAND = '<w:shd w:val="clear" w:color="auto" w:fill="C6D9F1"/>'


@dataclass(frozen=True)
class _Layout:
    """A table, the template that it is to look like, and the widths of its columns."""

    table: Table
    template: Template
    widths: list[int]


def form_table_xml(table: Table, template: Template) -> str:
    """Return the table with its merged cells; it stays on one page if it fits, and repeats its headings otherwise."""
    layout = _Layout(table, template, readable_widths(table, template))
    rows = "".join(_row_xml(layout, row) for row in range(table.grid.rows))
    return table_xml(layout.widths, rows, template)


def column_widths(grid: Grid, room: int) -> list[int]:
    """Return the widths of the columns as the form has them, otherwise even; never wider than the type area."""
    return fitted(grid.widths or [room // grid.columns] * grid.columns, room)


def readable_widths(table: Table, template: Template) -> list[int]:
    """Return the widths of the columns, with those too narrow for a readable number widened at the cost of others."""
    widths = column_widths(table.grid, template.width)
    if table.grid.label_columns:
        return widths
    # A heading of two characters a line.
    least = [2 * template.styles[TABLE_TEXT].character + 2 * MARGIN_TWIPS] * len(widths)
    for cell in table.grid.numbers:
        if cell.columns == 1:
            needed = len(table.words(cell)) * READABLE_DIGIT_TWIPS + 2 * NUMBER_MARGIN_TWIPS
            least[cell.column] = max(least[cell.column], needed)
    spare = [max(0, width - need) for width, need in zip(widths, least, strict=True)]
    lacking = [max(0, need - width) for width, need in zip(widths, least, strict=True)]
    share = min(1.0, sum(lacking) / max(1, sum(spare)))
    return [width + lack - ceil(share * room) for width, lack, room in zip(widths, lacking, spare, strict=True)]


def _row_xml(layout: _Layout, row: int) -> str:
    grid = layout.table.grid
    heading = "<w:tblHeader/>" if row < grid.heading_rows else ""
    height = f'<w:trHeight w:val="{grid.row_height or ROW_HEIGHT_TWIPS}" w:hRule="atLeast"/>'
    properties = f'<w:trPr><w:cantSplit/>{height}{heading}<w:jc w:val="center"/></w:trPr>'
    # Word keeps a table on one page if each row's paragraphs, but the last's, are kept with the next.
    keep = "<w:keepNext/>" if row < grid.rows - 1 else ""
    cells = dict.fromkeys(grid.at(row, column) for column in range(grid.columns))
    return f"<w:tr>{properties}{''.join(_cell_xml(layout, cell, row, keep) for cell in cells)}</w:tr>"


def _cell_xml(layout: _Layout, cell: Cell, row: int, keep: str) -> str:
    grid, width = layout.table.grid, sum(layout.widths[cell.column : cell.column + cell.columns])
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    merge = "" if cell.rows == 1 else '<w:vMerge w:val="restart"/>' if row == cell.row else "<w:vMerge/>"
    shade = BAND if grid.is_band(cell) else ""
    name = _style(grid, cell)
    style = layout.template.styles[name]
    left, right = _margins(grid, cell, width, name, style.character)
    properties = (
        f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{shade}'
        f'<w:tcMar><w:left w:w="{left}" w:type="dxa"/><w:right w:w="{right}" w:type="dxa"/></w:tcMar>'
        '<w:vAlign w:val="center"/></w:tcPr>'
    )
    text = layout.table.words(cell) if row == cell.row else ""
    smaller = _smaller(text, width, style.size) if cell.name else ""
    return f"<w:tc>{properties}{paragraph_xml(style, text, keep, smaller)}</w:tc>"


def _style(grid: Grid, cell: Cell) -> str:
    if cell.name:
        return TABLE_NUMBER
    beside = cell.column < grid.label_columns and cell.row >= grid.heading_rows
    is_long = grid.label_columns > 1 and cell.rows == 1
    return TABLE_LABEL if grid.is_band(cell) or (beside and is_long) else TABLE_TEXT


def _margins(grid: Grid, cell: Cell, width: int, style: str, character: int) -> tuple[int, int]:
    """Return the left and right margin of a cell; `character` is the width of one."""
    if cell.name:
        return NUMBER_MARGIN_TWIPS, NUMBER_MARGIN_TWIPS
    if style == TABLE_LABEL:
        return BAND_MARGINS_TWIPS if grid.is_band(cell) else LABEL_MARGINS_TWIPS
    room = (width - 2 * MARGIN_TWIPS) // character
    if cell.column < grid.label_columns or not 2 <= room < len(cell.label):
        return MARGIN_TWIPS, MARGIN_TWIPS
    # 5 twips of slack on each side: a line that fits to the twip may break by rounding.
    even = (width - _characters_a_line(len(cell.label), room) * character) // 2 - 5
    return even, even


def _characters_a_line(count: int, room: int) -> int:
    """Return how many characters of a narrow heading to put on a line so that the lines come out even (商业 / 企业)."""
    lines = -(-count // room)
    each = -(-count // lines)
    return each - 1 if each % 2 and each > 2 and count % 2 == 0 else each


def _smaller(text: str, width: int, usual: int) -> str:
    """Return the run properties for digits too wide for one line in their style's size; `usual` is in half points."""
    fits = (width - 2 * NUMBER_MARGIN_TWIPS) * 2 // (10 * max(len(text), 1))
    size = max(min(SMALLEST_SIZE_HALF_POINTS, usual), fits)
    return f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size < usual else ""
