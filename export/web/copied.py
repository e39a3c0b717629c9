"""Blocks as HTML for the editor of a website, which drops classes and style sheets: all it is to keep stands in each element."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lxml import etree

from export.web.blocks import Looks, elements
from export.web.markup import made, source, spans
from export.web.printed_table import BAND, LABEL, NUMBER, ROW, PrintedCell, PrintedTable
from model.report.blocks import Block, Paragraph, SignOff, Title

CENTRED = "text-align: center"
LOOKS: Looks = {
    Title: {"style": CENTRED},
    Paragraph: {"style": "text-indent: 2em; line-height: 1.8"},
    SignOff: {"style": "text-align: right"},
}
TABLE = "width: 100%; border-collapse: collapse; border: 1px solid #000000"
CELL = "border: 1px solid #000000; padding: 4px; vertical-align: middle"
SHADE = "background-color: #c6d9f1"
LEFT = "text-align: left"


def copied_html(blocks: Sequence[Block]) -> str:
    """Return the blocks as a piece of HTML without classes, ids and style sheet."""
    return "\n".join(source(element) for block in blocks for element in elements(block, LOOKS, _table))


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
