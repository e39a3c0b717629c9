"""A table of plain rows as WordprocessingML. Lengths are in twips (1/20 pt)."""

from __future__ import annotations

from export.word.text import TABLE, run_xml
from model.report.blocks import PlainTable

ROW_HEIGHT = 340


def plain_table_xml(table: PlainTable) -> str:
    """The table: its first row is repeated on every page, its first column stands on the left, the others centred."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in table.widths)
    rows = "".join(_row_xml(row, table.widths, heading=number == 0) for number, row in enumerate(table.rows))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="{sum(table.widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>'
    )


def _row_xml(row: tuple[str, ...], widths: tuple[int, ...], heading: bool) -> str:
    repeated = "<w:tblHeader/>" if heading else ""
    height = f'<w:trHeight w:val="{ROW_HEIGHT}" w:hRule="atLeast"/>'
    properties = f'<w:trPr><w:cantSplit/>{height}{repeated}<w:jc w:val="center"/></w:trPr>'
    cells = zip(row, widths, strict=True)
    written = (_cell_xml(text, width, number == 0 and not heading) for number, (text, width) in enumerate(cells))
    return f"<w:tr>{properties}{''.join(written)}</w:tr>"


def _cell_xml(text: str, width: int, is_label: bool) -> str:
    style = "TableLabel" if is_label else "TableText"
    run = run_xml(text, TABLE) if text else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p></w:tc>'
    )
