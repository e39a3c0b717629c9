"""Drafts that a test writes out."""

from __future__ import annotations

from model.draft.toml_format import read_draft
from model.form.form import editions, load_form
from model.report.report import Report

HEAD = 'draft = 1\nedition = "2021"\n'


def read(text: str | bytes) -> Report:
    """The report in a draft's text."""
    return read_draft(text if isinstance(text, bytes) else text.encode(), load_form, editions())
