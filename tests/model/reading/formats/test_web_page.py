"""Web pages as sites build them."""

from __future__ import annotations
import html
import json
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
import pytest
from hypothesis import HealthCheck, given, settings
from export.word.document import word_bytes
from model.draft.draft_file import load_draft
from model.draft.toml_format import draft_text
from model.faults import Fault
from model.form.form import load_form
from model.form.grid import Grid
from model.reading.document import read_bytes, read_clipboard, read_document
from model.reading.recognise import Reading
from model.report.outline import NUMBERED, is_empty, paragraphs, printable
from model.report.report import Report
from tests.model.draft.test_toml_format import REPORTS
from tests.samples import EXAMPLE, NOT_READ_YET, SAMPLE, SOURCES, main_report, name_of, source_params
from tests.model.reading.pages import page_of


def test_tables_for_layout_around_everything_do_no_harm():
    report = load_draft(EXAMPLE)[0]
    page = re.sub(
        "<div id='zoom'>(.*)</div><div class", r"<table><tr><td>\1</td></tr></table><div class", page_of(report)
    )
    assert read_bytes(page.encode()).cells == read_bytes(page_of(report).encode()).cells
