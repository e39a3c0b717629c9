"""A report as one web page without scripts, which needs nothing from outside; and as what an editor of pages takes.

The only place that waits for lxml: it takes longer to load than the page to make."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from export.web.plain_text import plain_text
from model.files.files import read_file
from model.report.outline import one_line, outline, paragraphs, printable
from model.report.report import Report

STYLE = Path(__file__).parents[2] / "resources" / "report.css"
DESCRIPTION_CHARACTERS = 120


class Copied(NamedTuple):
    """What goes on the clipboard: a piece of HTML, and the same as plain text."""

    html: str
    text: str


def page_bytes(report: Report) -> bytes:
    """Return the report as a page in UTF-8, the same bytes for the same report every time; blank cells show 0.

    Raises Fault if the style sheet cannot be read."""
    from export.web.page import page_text

    title = printable(report.title)
    opening = paragraphs(report.text("opening"))
    description = one_line(opening[0].text if opening else title, DESCRIPTION_CHARACTERS)  # attributes take no VT
    style = read_file(STYLE).decode("utf-8-sig", "replace")
    return page_text(outline(report), title, description, style).encode()


def copied_report(report: Report) -> Copied:
    """Return the report for the clipboard, from which the editor of a website takes it with its tables."""
    from export.web.copied import copied_html

    blocks = outline(report)
    return Copied(copied_html(blocks), plain_text(blocks))
