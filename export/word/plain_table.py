"""A table of plain rows as WordprocessingML. Lengths are in twips (1/20 pt)."""

from __future__ import annotations

from export.table_layout import PLAIN_ROW_HEIGHT_TWIPS, fitted
from export.word.markup import paragraph_xml, table_xml
from export.word.styles import TABLE_LABEL, TABLE_TEXT, Style
from export.word.template import Template
from model.report.blocks import PlainTable


def plain_table_xml(table: PlainTable, template: Template) -> str:
    """Return the table: the first row repeated on every page, the first column on the left, the others centred."""
    widths = fitted(table.widths, template.width)
    rows = "".join(_row_xml(row, widths, template, heading=number == 0) for number, row in enumerate(table.rows))
    return table_xml(widths, rows, template)


def _row_xml(row: tuple[str, ...], widths: list[int], template: Template, heading: bool) -> str:
    repeated = "<w:tblHeader/>" if heading else ""
    height = f'<w:trHeight w:val="{PLAIN_ROW_HEIGHT_TWIPS}" w:hRule="atLeast"/>'
    properties = f'<w:trPr><w:cantSplit/>{height}{repeated}<w:jc w:val="center"/></w:trPr>'
    cells = zip(row, widths, strict=True)
    written = (
        _cell_xml(text, width, template.styles[TABLE_TEXT if number or heading else TABLE_LABEL])
        for number, (text, width) in enumerate(cells)
    )
    return f"<w:tr>{properties}{''.join(written)}</w:tr>"


def _cell_xml(text: str, width: int, style: Style) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraph_xml(style, text)}</w:tc>"
    )
