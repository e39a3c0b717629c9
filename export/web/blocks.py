"""Blocks as elements of HTML: the same for a whole page and for what is copied, but for looks and tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from export.web.markup import made
from export.web.printed_table import PrintedTable, printed
from model.reading.formats.own_page import HEADING_TAGS
from model.report.blocks import Block, Heading, Paragraph, PlainTable, SignOff, Table, Title
from model.report.outline import day_shown

Looks = Mapping[type[Block], Mapping[str, str]]


def elements(block: Block, looks: Looks, table: Callable[[PrintedTable], Any]) -> list[Any]:
    """Return the elements of a block; `looks` are the attributes by the block's kind, `table` makes what a table becomes."""
    look = looks.get(type(block))
    match block:
        case Title(lines):
            return [made("h1", "\v".join(lines), look)]
        case Heading(level, text):
            return [made(HEADING_TAGS[level], text, look)]
        case Paragraph(text):
            return [made("p", text, look)]
        case Table() | PlainTable():
            return [table(printed(block))]
        case SignOff(unit, date):
            return [made("p", line, look) for line in (unit, day_shown(date) if date else "") if line]
