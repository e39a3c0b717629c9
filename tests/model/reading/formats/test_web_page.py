"""Web pages as sites build them."""

from __future__ import annotations

import re

from model.draft.draft_file import load_draft
from model.reading.document import read_bytes
from tests.model.reading.pages import page_of
from tests.samples import EXAMPLE


def test_tables_for_layout_around_everything_do_no_harm():
    report = load_draft(EXAMPLE)[0]
    page = re.sub(
        "<div id='zoom'>(.*)</div><div class", r"<table><tr><td>\1</td></tr></table><div class", page_of(report)
    )
    assert read_bytes(page.encode()).cells == read_bytes(page_of(report).encode()).cells
