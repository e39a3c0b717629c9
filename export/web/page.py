"""Blocks as one web page: headings, paragraphs, and tables that say of each number what heads it.

How it looks stands in resources/report.css. `own_page.py` of the reader knows the page by what stands here."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from export.web.blocks import Looks, elements
from export.web.markup import around, made, source, spans
from export.web.printed_table import BAND, COLUMN, LABEL, NUMBER, ROW, PrintedCell, PrintedTable
from model.reading.formats.own_page import SIGN_OFF_CLASS
from model.report.blocks import Block, Heading, SignOff

LANGUAGE = "zh-CN"
LOOKS: Looks = {SignOff: {"class": SIGN_OFF_CLASS}}
GENERATOR = "政府信息公开年报"
MOST_COLUMNS_OF_A_NARROW_TABLE = 5  # which a telephone shows whole


def page_text(blocks: Sequence[Block], title: str, description: str, style: str) -> str:
    """Return the blocks as the source of a page; `style` is a style sheet, which becomes part of it."""
    body: list[Any] = []
    heading = title
    for number, block in enumerate(blocks):
        heading = block.text if isinstance(block, Heading) else heading
        body += elements(block, LOOKS, partial(_table, heading=heading, name=f"t{number}"))
    page = around(
        "html",
        [_head(title, description, style), around("body", [around("main", body)])],
        {"lang": LANGUAGE},
    )
    return f"<!DOCTYPE html>\n{source(page)}\n"


def _head(title: str, description: str, style: str) -> Any:
    said = {"viewport": "width=device-width, initial-scale=1", "description": description, "generator": GENERATOR}
    return around(
        "head",
        [
            made("meta", attributes={"charset": "utf-8"}),
            *(made("meta", attributes={"name": name, "content": content}) for name, content in said.items()),
            made("title", " ".join(title.split())),
            made("style", style.replace("</", "<\\/")),  # which would end the style sheet
        ],
    )


def _table(table: PrintedTable, heading: str, name: str) -> Any:
    """Return a table in a box of its own, in which it scrolls on a narrow screen, with the keyboard too.

    `heading` is the one it stands under, `name` begins the ids in it."""
    columns = [_column(table, number) for number in range(len(table.shares))]
    rows = [around("tr", [_cell(cell, name) for cell in row]) for row in table.rows]
    head, rest = rows[: table.heading_rows], rows[table.heading_rows :]
    parts = [around("thead", head)] if head else []
    inside = [made("caption", heading), around("colgroup", columns), *parts, around("tbody", rest)]
    wide = "wide" if len(table.shares) > MOST_COLUMNS_OF_A_NARROW_TABLE else ""
    return around(
        "div",
        [around("table", inside, {"class": wide})],
        {"class": "table", "role": "region", "aria-label": heading, "tabindex": "0"},
    )


def _column(table: PrintedTable, number: int) -> Any:
    labels = table.label_columns
    look = "" if number >= labels else "beside" if number == labels - 1 else "label"
    return made("col", attributes={"class": look, "style": f"--share: {table.shares[number]:g}%"})


def _cell(cell: PrintedCell, name: str) -> Any:
    stays = "stays" if cell.is_beside else ""
    if cell.kind in (NUMBER, LABEL):
        headers = " ".join(_id(place, name) for place in cell.headings)
        return made("td", cell.text, {"headers": headers, "class": stays, **spans(cell)})
    scope = {
        ROW: "rowgroup" if cell.rows > 1 else "row",
        COLUMN: "colgroup" if cell.columns > 1 else "col",
        BAND: "colgroup",
    }[cell.kind]
    look = "band" if cell.kind == BAND else stays
    return made("th", cell.text, {"id": _id(cell.place, name), "scope": scope, "class": look, **spans(cell)})


def _id(place: tuple[int, int], name: str) -> str:
    row, column = place
    return f"{name}r{row + 1}c{column + 1}"
