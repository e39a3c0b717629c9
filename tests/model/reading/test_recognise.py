"""Reading documents: the real samples, what this program writes, and what converters make of the samples."""

from __future__ import annotations

import re

import pytest

from model.draft.draft_file import load_draft
from model.draft.toml_format import draft_text
from model.reading.document import read_bytes
from tests.model.reading.pages import TITLED, page_of, table_of
from tests.samples import EXAMPLE


def test_a_printed_total_that_is_wrong_is_told_and_kept():
    report = load_draft(EXAMPLE)[0]
    numbers = report.numbers() | {"requests.handled.natural": 61}
    reading = read_bytes(page_of(report, lambda grid, _: table_of(grid, numbers)).encode())
    assert [(d.cell, d.printed, d.computed) for d in reading.disagreements] == [("requests.handled.natural", 61, 10)]
    assert reading.report.notes.printed == {"requests.handled.natural": 61}
    assert "[printed.requests.handled]\nnatural = 61\n" in draft_text(reading.report)


@pytest.mark.parametrize("above", ["附件", "政府信息公开年报", "法定主动公开内容", "（此件公开发布）"])
def test_a_line_above_the_title_is_no_part_of_the_name(above):
    assert read_bytes(TITLED.format(above).encode(), ".txt").report.unit == "红花尔基镇人民政府"


def test_a_title_over_two_lines_is_one():
    text = TITLED.format("").replace("人民政府2021年", "人民\n政府2021年")
    assert read_bytes(text.encode(), ".txt").report.unit == "红花尔基镇人民政府"


def test_of_two_reports_on_a_page_the_newest_is_read_unless_another_year_is_asked_for():
    old, new = load_draft(EXAMPLE)[0], load_draft(EXAMPLE)[0]
    old.values |= {"year": 2020, "requests.received.natural": 77}
    pages = [re.search("<h1>.*</div><div class='foot'>", page_of(r))[0] for r in (old, new)]
    page = f"<html><body>{''.join(pages)}</body></html>".encode()
    assert read_bytes(page).cells["requests.received.natural"] == 10
    asked = read_bytes(page, year=2020)
    assert asked.cells["requests.received.natural"] == 77
    assert "2 份报告" in asked.notes[0]
