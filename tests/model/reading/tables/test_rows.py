"""Which row a run of numbers belongs to."""

from __future__ import annotations

from decimal import Decimal

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


LONG = "一、本年新收政府信息公开申请数量"


@pytest.mark.parametrize(
    ("rows", "total"),
    [
        (f"{LONG} 500 500 500 80 5 1 158\n6", "open"),
        (f"{LONG} 500 500 500 80 5 1 1586\n6", 1586),  # the row's own total proves it whole
        (f"{LONG} 500 500 500 80 5 1 158\n度办理 6", "open"),
        (f"{LONG} 500 500 500 80 5 1 158", 158),  # printed so, and nothing behind it
    ],
)
def test_a_number_that_a_narrow_cell_has_broken_is_left_open(rows, total):
    reading = read_bytes(ROWS.format(rows).encode(), ".txt")
    opened = {entry.cell: "open" for entry in reading.open if entry.text}
    name = "requests.received.total"
    assert reading.cells.get(name, opened.get(name)) == total


def test_a_number_of_a_single_cell_with_more_digits_below_is_left_open():
    text = "一、总体情况\n有一句话。\n二、主动公开政府信息情况\n行政许可 82\n5\n行政处罚 33\n"
    reading = read_bytes(text.encode(), ".txt")
    assert reading.cells == {"disclosure.penalties.decisions": 33}
    assert "disclosure.licences.decisions" in {entry.cell for entry in reading.open if entry.text}


def test_of_labels_that_all_stand_before_the_numbers_the_last_is_not_the_first_rows():
    rows = "3.要求提供公开出版物\n4.无正当理由大量反复申请\n" + "\n".join(
        map(str, (1, 2, 3, 4, 5, 6, 21, 7, 0, 0, 0, 0, 0, 7))
    )
    reading = read_bytes(ROWS.format(rows).encode(), ".txt")
    assert not any(name.startswith("requests.unprocessed_excessive") for name in reading.cells)


@pytest.mark.parametrize("label", ["（七）合计", "（七）总计", "(七) 合 计"])
def test_a_sum_has_two_names(label):
    reading = read_bytes(ROWS.format(f"{label} 1 2 3 4 5 6 21").encode(), ".txt")
    assert reading.cells["requests.handled.total"] == 21


@pytest.mark.parametrize("label", ["行政事业性收费（万元）", "行 政 事 业 性 收 费（单位：万元）"])
def test_a_unit_behind_a_label_is_no_part_of_it(label):
    text = f"一、总体情况\n有一句话。\n二、主动公开政府信息情况\n信息内容\t本年收费金额（单位：万 元）\n{label}\t7.25\n"
    assert read_bytes(text.encode(), ".txt").cells["disclosure.fees.amount"] == Decimal("7.25")


def test_a_page_number_in_the_place_of_a_total_is_left_open_where_the_total_comes_behind_it():
    rows = "\n".join(
        [
            "一、本年新收政府信息公开申请数量",
            *"123456",
            "7",
            "某镇年报",
            "21",
            "二、上年结转政府信息公开申请数量",
            *"1234560",
        ]
    )
    reading = read_bytes(ROWS.format(rows).encode(), ".txt")
    assert "requests.received.total" not in reading.cells
    assert reading.cells["requests.carried_in.natural"] == 1
