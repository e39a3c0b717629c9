"""A report from whatever holds one: a draft, or a document that must be read."""

from __future__ import annotations

from pathlib import Path

from model.draft.draft_file import is_draft, load_draft
from model.reading.document import read_document
from model.reading.reading import Reading
from model.report.report import Report


def open_report(path: Path) -> tuple[Report, Reading | None]:
    """Return the report in a file, and for a document the account of how it was read. Raises Fault."""
    if is_draft(path):
        return load_draft(path)[0], None
    reading = read_document(path)
    return reading.report, reading
