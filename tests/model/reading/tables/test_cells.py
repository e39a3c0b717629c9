"""Cells with their sources, and what is no number."""

from __future__ import annotations

import pytest

from model.draft.draft_file import load_draft
from model.reading.document import read_bytes
from tests.model.reading.pages import page_of, read_rows
from tests.samples import EXAMPLE


def test_every_cell_says_where_it_stood():
    reading = read_bytes(page_of(load_draft(EXAMPLE)[0]).encode())
    source = reading.sources["requests.carried_out.natural"]
    assert source.where == "表格 3 第 28 行" and source.text.startswith("四、结转下年度继续办理 2 0")


@pytest.mark.parametrize("written", ["十六", "没有", "1O", "12.", "①", "----", "٣"])
def test_a_word_where_a_number_should_stand_is_listed_with_the_word(written):
    rows = f"<tr><td>信息内容<td>本年处理决定数量</tr><tr><td>行政许可<td>{written}</tr>"
    entry = next(e for e in read_rows(rows).open if e.cell == "disclosure.licences.decisions")
    assert written in entry.text
