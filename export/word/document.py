"""A report as a Word document that follows GB/T 9704-2012."""

from __future__ import annotations

from collections.abc import Sequence

from export.word.form_table import table_xml
from export.word.package import packed
from export.word.plain_table import plain_table_xml
from export.word.text import BREAKS, heading_xml, paragraph_xml, sign_off_xml, title_xml
from model.report.blocks import Block, Heading, Paragraph, PlainTable, SignOff, Table, Title
from model.report.outline import outline, printable
from model.report.report import Report

LONGEST_PROPERTY = 255  # characters, more than which Word does not show


def word_bytes(report: Report) -> bytes:
    """The report as a .docx, the same bytes for the same report every time; blank cells show 0."""
    return blocks_bytes(outline(report), report)


def blocks_bytes(blocks: Sequence[Block], report: Report) -> bytes:
    """Any blocks as a .docx; the report gives its title and its author."""
    # Text, not a tree of elements: building and copying the tables as elements takes ten times as long.
    body = "".join(_block_xml(block, follower) for block, follower in zip(blocks, [*blocks[1:], None], strict=True))
    properties = {"title": report.title, "author": report.unit}
    return packed(body, {name: _property(text) for name, text in properties.items()})


def _property(text: str) -> str:
    """The text as the document's properties can hold it: one line of limited length."""
    return BREAKS.sub(" ", printable(text))[:LONGEST_PROPERTY]


def _block_xml(block: Block, follower: Block | None) -> str:
    match block:
        case Title():
            return title_xml(block)
        case Heading():
            return heading_xml(block, before_table=isinstance(follower, Table | PlainTable))
        case Paragraph():
            return paragraph_xml(block, keep_next=isinstance(follower, SignOff))
        case Table():
            return table_xml(block)
        case PlainTable():
            return plain_table_xml(block)
        case SignOff():
            return sign_off_xml(block)
