"""Reading a whole report: a .docx beside python-docx opening it, a large page beside lxml parsing it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from docx import Document
from lxml import html

from export.word.document import word_bytes
from model.draft.draft_file import load_draft
from model.reading.document import read_bytes
from model.report.report import Report
from tests.bench.line import Line, least
from tests.model.reading.pages import page_of
from tests.samples import EXAMPLE

LONG_STYLE = (
    "font-size:10.5pt;font-family:仿宋_GB2312;mso-hansi-font-family:宋体;mso-bidi-font-family:宋体;color:black;" * 3
)


def measured(_: Path) -> Iterator[str]:
    """Yield the lines."""
    return (line.measured() for line in lines())


def lines() -> list[Line]:
    """Return what is measured."""
    report = load_draft(EXAMPLE)[0]
    document, page = word_bytes(report), page_by_word(report)
    data = page.encode()
    size = f"{len(data) // 1000} KB"
    return [
        Line("read a .docx of 6 pages", lambda: read_bytes(document), lambda: Document(io.BytesIO(document)), 2, least),
        Line(f"read a page of {size}", lambda: read_bytes(data), lambda: html.document_fromstring(page), 3, least),
    ]


def page_by_word(report: Report) -> str:
    """Return a web page as Word makes it: every word in a span with a long style."""
    page = page_of(report).replace("<span>", f'<span lang=EN-US style="{LONG_STYLE}">')
    return page.replace("<p>", "<p class=MsoNormal>")
