"""Which row a run of numbers belongs to."""

from __future__ import annotations

import pytest

from model.draft.draft_file import load_draft
from model.reading.document import read_bytes
from tests.model.reading.pages import ROWS, page_of, table_of
from tests.samples import EXAMPLE


@pytest.mark.parametrize(
    ("lines", "cells", "open_cell"),
    [
        ("一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |", {"requests.received.natural": 3}, ""),
        ("本年收政府信公开申请数量 3 0 0 0 0 0 3", {"requests.received.natural": 3}, ""),
        ("一、本年新收政府信息公开申请数量 | 3 | 0 |", {}, "requests.received.natural"),
        ("一、本年新收政府信息公开申请数量 | 3 | / | 0 | 0 | 0 | 0 | 3 |", {"requests.received.natural": 3}, "requests.received.business"),
        ("一、本年新收政府信息公开申请数量 | 3（其中网上2件） | 0 | 0 | 0 | 0 | 0 | 3 |", {"requests.received.total": 3}, "requests.received.natural"),
        ("（一）予以公开 | 3件 | 0 | 0 | 0 | 0 | 0 | 3件 |", {"requests.granted.natural": 3}, ""),
        ("一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n一、本年新收政府信息公开申请数量 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |", {"requests.received.business": 0}, "requests.received.natural"),
        ("一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n商业企业 | 其他 | 总计 |\n| 3 | 0 | 0 | 0 | 0 | 0 | 3 |", {}, "requests.handled.natural"),
        ("一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n2 0 0 0 0 0 2\n（一）予以公开 3 0 0 0 0 0 3", {"requests.carried_in.natural": 2}, ""),
        ("一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n2 0 0 0 0 0 2\n（二）部分公开 3 0 0 0 0 0 3", {"requests.partly_granted.natural": 3}, "requests.carried_in.natural"),
    ],
)  # fmt: skip
def test_what_is_certain_is_read_and_the_rest_left_open(lines, cells, open_cell):
    reading = read_bytes(ROWS.format(lines).encode(), ".txt")
    assert {name: reading.cells.get(name) for name in cells} == cells
    assert "requests.handled.natural" not in reading.cells and "requests.other_remaining.natural" not in reading.cells
    opened = {entry.cell for entry in reading.open if entry.text}
    assert (open_cell in opened and open_cell not in reading.cells) if open_cell else not opened
    for entry in reading.open:
        assert entry.reason
    in_section = {cell.name for cell in reading.report.form.section("requests").grid.numbers}
    assert in_section == {n for n in reading.cells if n in in_section} | {entry.cell for entry in reading.open}


def test_a_subtotal_does_not_take_a_missing_rows_place():
    rows = "7.属于行政执法案卷 1 0 0 0 0 0 1\n小计 9 0 0 0 0 0 9\n1.本机关不掌握相关政府信息 2 0 0 0 0 0 2"
    reading = read_bytes(ROWS.format(rows).encode(), ".txt")
    assert "requests.denied_registry_query.natural" not in reading.cells


def test_a_number_over_two_rows_and_a_remark_do_not_make_a_whole_row():
    report = load_draft(EXAMPLE)[0]
    numbers = {name: 10 + index for index, name in enumerate(report.form.cells)}
    page = page_of(report, lambda grid, _: table_of(grid, numbers))
    wide, gone = (numbers[f"requests.{row}.research"] for row in ("denied_state_secret", "denied_by_law"))
    last = numbers["requests.denied_by_law.total"]
    cell = "<td rowspan={} colspan=1><p><span></span><span></span>{}<o:p></o:p></p></td>"
    page = page.replace(cell.format(1, wide), cell.format(2, wide)).replace(cell.format(1, gone), "")
    page = page.replace(cell.format(1, last), cell.format(1, last) + "<td>无</td>")
    reading = read_bytes(page.encode())
    assert {n: v for n, v in reading.cells.items() if v != numbers[n]} == {}
    assert "requests.denied_by_law.research" in {entry.cell for entry in reading.open}
