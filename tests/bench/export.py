"""A full report to the bytes of a document, beside python-docx opening and saving the finished one; a page beside that."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from docx import Document

from export.web.document import page_bytes
from export.word.document import word_bytes
from model.draft.draft_file import load_draft
from tests.bench.line import Line, least
from tests.samples import EXAMPLE


def measured(_: Path) -> Iterator[str]:
    """Yield the lines."""
    return (line.measured() for line in lines())


def lines() -> list[Line]:
    """Return what is measured."""
    report = load_draft(EXAMPLE)[0]
    finished = word_bytes(report)
    return [
        Line("export", lambda: word_bytes(report), lambda: Document(io.BytesIO(finished)).save(io.BytesIO()), 2, least),
        Line("export a web page, beside Word", lambda: page_bytes(report), lambda: word_bytes(report), 2, least),
    ]
