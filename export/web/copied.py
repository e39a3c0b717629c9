"""Blocks as HTML for the editor of a website, which drops classes and style sheets: all it is to keep stands in each element."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lxml import etree

from export.web.markup import made, source, spans
from export.web.printed_table import BAND, LABEL, NUMBER, ROW, PrintedCell, PrintedTable, printed
from model.reading.formats.own_page import HEADING_TAGS
from model.report.blocks import Block, Heading, Paragraph, PlainTable, SignOff, Table, Title
from model.report.outline import day_shown

CENTRED, RIGHT = "text-align: center", "text-align: right"
INDENTED = "text-indent: 2em; line-height: 1.8"
TABLE = "width: 100%; border-collapse: collapse; border: 1px solid #000000"
CELL = "border: 1px solid #000000; padding: 4px; vertical-align: middle"
SHADE = "background-color: #c6d9f1"
LEFT = "text-align: left"


def copied_html(blocks: Sequence[Block]) -> str:
    """Return the blocks as a piece of HTML without classes, ids and style sheet."""
    return "\n".join(source(element) for block in blocks for element in _elements(block))


def _elements(block: Block) -> list[Any]:
    match block:
        case Title():
            return [made("h1", "\v".join(block.lines), {"style": CENTRED})]
        case Heading():
            return [made(HEADING_TAGS[block.level], block.text)]
        case Paragraph():
            return [made("p", block.text, {"style": INDENTED})]
        case Table() | PlainTable():
            return [_table(printed(block))]
        case SignOff():
            lines = [block.unit, day_shown(block.date) if block.date else ""]
            return [made("p", line, {"style": RIGHT}) for line in lines if line]


def _table(table: PrintedTable) -> Any:
    # Older editors know the attributes only, newer ones the style.
    attributes = {"border": "1", "cellspacing": "0", "cellpadding": "4", "width": "100%", "style": TABLE}
    element = made("table", attributes=attributes)
    body = etree.SubElement(element, "tbody")
    for row in table.rows:
        line = etree.SubElement(body, "tr")
        line.extend(_cell(cell) for cell in row)
        line.tail = "\n"
    return element


def _cell(cell: PrintedCell) -> Any:
    tag = "td" if cell.kind in (NUMBER, LABEL) else "th"
    is_left = (cell.kind == ROW and cell.is_beside) or cell.kind == BAND
    look = [CELL, f"width: {cell.share:.2f}%", LEFT if is_left else CENTRED, *([SHADE] if cell.kind == BAND else [])]
    width = {"width": f"{cell.share:.0f}%", "align": "left" if is_left else "center"}
    return made(tag, cell.text, {**spans(cell), **width, "style": "; ".join([*look, "font-weight: normal"])})
