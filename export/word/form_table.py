"""A printed table as WordprocessingML. Lengths are in twips (1/20 pt)."""

from __future__ import annotations

from math import ceil

from export.word.text import TABLE, TEXT_WIDTH, run_xml
from model.form.grid import Cell, Grid
from model.report.blocks import Table

ROW_HEIGHT = 380
CHARACTER = 210  # 10.5 pt
MARGIN, NUMBER_MARGIN = 30, 10
LABEL_MARGINS = (50, 10)  # a label begins a little off the line on its left
LARGEST_SIZE = 21  # half points
SMALLEST_SIZE = 12
READABLE_DIGIT = 80  # of 8 pt
NARROWEST = 2 * CHARACTER + 2 * MARGIN  # a heading of two characters a line
BAND = '<w:shd w:val="clear" w:color="auto" w:fill="C6D9F1"/>'


def table_xml(table: Table) -> str:
    """The table with its merges; it stays in one piece where a page can hold it, and repeats its headings where not."""
    widths = readable_widths(table)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row_xml(table, row, widths) for row in range(table.grid.rows))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>'
    )


def column_widths(grid: Grid) -> list[int]:
    """The widths of the columns as the form has them, otherwise even; never wider than the type area."""
    widths = grid.widths or [TEXT_WIDTH // grid.columns] * grid.columns
    share = min(1.0, TEXT_WIDTH / sum(widths))
    return [int(width * share) for width in widths]


def readable_widths(table: Table) -> list[int]:
    """The widths of the columns; one whose number would come out too small takes from those that have room to spare."""
    widths = column_widths(table.grid)
    if table.grid.label_columns:
        return widths
    least = [NARROWEST] * len(widths)
    for cell in table.grid.numbers:
        if cell.columns == 1:
            needed = len(table.words(cell)) * READABLE_DIGIT + 2 * NUMBER_MARGIN
            least[cell.column] = max(least[cell.column], needed)
    spare = [max(0, width - need) for width, need in zip(widths, least, strict=True)]
    lacking = [max(0, need - width) for width, need in zip(widths, least, strict=True)]
    share = min(1.0, sum(lacking) / max(1, sum(spare)))
    return [width + lack - ceil(share * room) for width, lack, room in zip(widths, lacking, spare, strict=True)]


def _row_xml(table: Table, row: int, widths: list[int]) -> str:
    grid = table.grid
    heading = "<w:tblHeader/>" if row < grid.heading_rows else ""
    height = f'<w:trHeight w:val="{grid.row_height or ROW_HEIGHT}" w:hRule="atLeast"/>'
    properties = f'<w:trPr><w:cantSplit/>{height}{heading}<w:jc w:val="center"/></w:trPr>'
    keep = "<w:keepNext/>" if row < grid.rows - 1 else ""
    cells = dict.fromkeys(grid.at(row, column) for column in range(grid.columns))
    return f"<w:tr>{properties}{''.join(_cell_xml(table, cell, row, widths, keep) for cell in cells)}</w:tr>"


def _cell_xml(table: Table, cell: Cell, row: int, widths: list[int], keep: str) -> str:
    width = sum(widths[cell.column : cell.column + cell.columns])
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    merge = "" if cell.rows == 1 else '<w:vMerge w:val="restart"/>' if row == cell.row else "<w:vMerge/>"
    shade = BAND if table.grid.is_band(cell) else ""
    text = table.words(cell) if row == cell.row else ""
    style = _style(table.grid, cell)
    left, right = _margins(table.grid, cell, width, style)
    properties = (
        f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{shade}'
        f'<w:tcMar><w:left w:w="{left}" w:type="dxa"/><w:right w:w="{right}" w:type="dxa"/></w:tcMar>'
        '<w:vAlign w:val="center"/></w:tcPr>'
    )
    size = _number_size(text, width) if cell.name else LARGEST_SIZE
    smaller = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size != LARGEST_SIZE else ""
    run = run_xml(text, TABLE, smaller) if text else ""
    return f'<w:tc>{properties}<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}</w:pPr>{run}</w:p></w:tc>'


def _style(grid: Grid, cell: Cell) -> str:
    if cell.name:
        return "TableNumber"
    beside = cell.column < grid.label_columns and cell.row >= grid.heading_rows
    is_long = grid.label_columns > 1 and cell.rows == 1
    return "TableLabel" if grid.is_band(cell) or (beside and is_long) else "TableText"


def _margins(grid: Grid, cell: Cell, width: int, style: str) -> tuple[int, int]:
    """Left and right margin of a cell."""
    if cell.name:
        return NUMBER_MARGIN, NUMBER_MARGIN
    if style == "TableLabel":
        return (100, 100) if grid.is_band(cell) else LABEL_MARGINS
    room = (width - 2 * MARGIN) // CHARACTER
    if cell.column < grid.label_columns or not 2 <= room < len(cell.label):
        return MARGIN, MARGIN
    even = (width - _characters_a_line(len(cell.label), room) * CHARACTER) // 2 - 5
    return even, even


def _characters_a_line(count: int, room: int) -> int:
    """How many of a narrow heading's characters to put on a line so that the lines come out even (商业 / 企业)."""
    lines = -(-count // room)
    each = -(-count // lines)
    return each - 1 if each % 2 and each > 2 and count % 2 == 0 else each


def _number_size(text: str, width: int) -> int:
    """The largest size in half points, up to that of the labels, in which the digits stand on one line."""
    fits = (width - 2 * NUMBER_MARGIN) * 2 // (10 * max(len(text), 1))
    return max(SMALLEST_SIZE, min(LARGEST_SIZE, fits))
