"""A printed table as WordprocessingML. Lengths are in twips (1/20 pt)."""

from __future__ import annotations

from dataclasses import dataclass

from export.table_layout import BAND_COLOUR, CellKind, TableLayout, cell_kind, number_size
from export.word.markup import paragraph_xml, table_xml
from export.word.styles import TABLE_LABEL, TABLE_NUMBER, TABLE_TEXT
from export.word.template import Template
from model.form.grid import Cell
from model.report.blocks import Table

STYLES = {CellKind.TEXT: TABLE_TEXT, CellKind.LABEL: TABLE_LABEL, CellKind.NUMBER: TABLE_NUMBER}
BAND = f'<w:shd w:val="clear" w:color="auto" w:fill="{BAND_COLOUR}"/>'


@dataclass(frozen=True)
class _Printed:
    """A table, how it stands on the page, the template that it is to look like, and the widths of its columns."""

    table: Table
    layout: TableLayout
    template: Template
    widths: list[int]


def form_table_xml(table: Table, template: Template) -> str:
    """Return the table with its merged cells; it stays on one page if it fits, and repeats its headings otherwise."""
    layout = TableLayout(table, template.width, template.styles[TABLE_TEXT].character)
    printed = _Printed(table, layout, template, layout.widths())
    rows = "".join(_row_xml(printed, row) for row in range(table.grid.rows))
    return table_xml(printed.widths, rows, template)


def _row_xml(printed: _Printed, row: int) -> str:
    grid = printed.table.grid
    heading = "<w:tblHeader/>" if row < grid.heading_rows else ""
    height = f'<w:trHeight w:val="{printed.layout.row_height}" w:hRule="atLeast"/>'
    properties = f'<w:trPr><w:cantSplit/>{height}{heading}<w:jc w:val="center"/></w:trPr>'
    # Word keeps a table on one page if each row's paragraphs, but the last's, are kept with the next.
    keep = "<w:keepNext/>" if row < grid.rows - 1 else ""
    cells = dict.fromkeys(grid.at(row, column) for column in range(grid.columns))
    return f"<w:tr>{properties}{''.join(_cell_xml(printed, cell, row, keep) for cell in cells)}</w:tr>"


def _cell_xml(printed: _Printed, cell: Cell, row: int, keep: str) -> str:
    grid, width = printed.table.grid, sum(printed.widths[cell.column : cell.column + cell.columns])
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    merge = "" if cell.rows == 1 else '<w:vMerge w:val="restart"/>' if row == cell.row else "<w:vMerge/>"
    shade = BAND if grid.is_band(cell) else ""
    style = printed.template.styles[STYLES[cell_kind(grid, cell)]]
    left, right = printed.layout.margins(cell, width, style.character)
    properties = (
        f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{shade}'
        f'<w:tcMar><w:left w:w="{left}" w:type="dxa"/><w:right w:w="{right}" w:type="dxa"/></w:tcMar>'
        '<w:vAlign w:val="center"/></w:tcPr>'
    )
    text = printed.table.words(cell) if row == cell.row else ""
    size = number_size(text, width, style.size) if cell.name else style.size
    smaller = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size < style.size else ""
    return f"<w:tc>{properties}{paragraph_xml(style, text, keep, smaller)}</w:tc>"
