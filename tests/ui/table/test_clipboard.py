"""Blocks that are copied and pasted."""

from __future__ import annotations

import time

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from model.report.report import Unfinished
from tests.clerk import paste, type_number
from tests.ui.table.cells import HELD, KEYS, at, numbers, refusal, shown
from ui.table.clipboard import block


def test_blocks_go_out_and_come_back(window, table):
    for name, text in (("received.natural", "3"), ("received.business", "4"), ("carried_in.natural", "5")):
        type_number(at(table, f"requests.{name}"), text)
    before = dict(numbers(table))
    QTest.keyClick(table, KEYS.Key_A, HELD.ControlModifier)
    QTest.keyClick(table, KEYS.Key_C, HELD.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied.split("\n")[0] == "3\t4\t\t\t\t\t7"
    QTest.keyClick(table, KEYS.Key_Delete)
    at(table, "requests.received.natural")
    paste(table, copied + "\n")
    assert numbers(table) == before


def test_a_table_with_bands_comes_back_too(window):
    window.workspace.open_actions.show_example()
    table = shown(window, "disclosure")
    before = dict(numbers(table))
    QTest.keyClick(table, KEYS.Key_A, HELD.ControlModifier)
    QTest.keyClick(table, KEYS.Key_X, HELD.ControlModifier)
    assert "disclosure.licences.decisions" not in numbers(table)
    copied = QGuiApplication.clipboard().text()
    at(table, "disclosure.regulations.issued")
    paste(table, copied)
    assert numbers(table) == before


def test_a_block_from_excel_is_taken(table):
    paste(table, "1,234\t２\r\n 3 \t\r\n")
    found = numbers(table)
    assert found["requests.received.natural"] == 1234
    assert found["requests.received.business"] == 2
    assert found["requests.carried_in.natural"] == 3
    assert "requests.carried_in.business" not in found


def test_empty_lines_behind_or_within_a_block_blank_nothing(table):
    paste(table, "1\t2\n3\t4\n5\t6\n")
    before = numbers(table)
    paste(table, "1\t2\n3\t4\n\n\n")
    paste(table, "1\t2\n\n5\t6\n")
    assert numbers(table) == before
    paste(table, "1\n\n")  # of a single column a blank cell is an empty line
    assert before.keys() - numbers(table).keys() == {"requests.carried_in.natural"}


def test_one_value_fills_the_selection(table):
    QTest.keyClick(table, KEYS.Key_Right, HELD.ShiftModifier)
    paste(table, "6")
    assert numbers(table)["requests.received.natural"] == 6
    assert numbers(table)["requests.received.business"] == 6


@pytest.mark.parametrize(
    ("start", "text", "words"),
    [
        ("requests.received.natural", "1\t二\t3", "商业企业"),
        ("requests.received.natural", "1\n-2", "二、上年结转"),
        ("requests.received.natural", "1\t2\t3\t4\t5\t6\t9", "应是 21"),
        ("requests.received.other", "1\t1\t1", "超出"),
        ("requests.carried_out.natural", "1\n2", "超出"),
        ("requests.received.natural", '"1\n2"\t3', "自然人"),
        ("requests.received.natural", "", "没有文字"),
    ],
)
def test_what_does_not_fit_is_refused_whole(table, start, text, words):
    paste(at(table, start), text)
    assert words in refusal(table)
    assert numbers(table) == {}


def test_a_number_that_would_fall_on_a_label_is_refused(window):
    window.workspace.open_actions.new()
    table = at(shown(window, "disclosure"), "disclosure.normative_documents.issued")
    paste(table, "1\n2\n3\n4")
    assert "不是填数的格" in refusal(table)
    assert numbers(table) == {}


ROWS = [
    "一、本年新收政府信息公开申请数量\t\t\t3\t0\t0\t0\t1\t0",
    "二、上年结转政府信息公开申请数量\t\t\t0\t2\t0\t0\t0\t0",
    "三、本年度办理结果\t（一）予以公开\t\t1\t1\t0\t0\t0\t0",
]
HEADINGS = [
    "\t\t\t申请人情况\t\t\t\t\t",
    "\t\t\t自然人\t法人或其他组织\t\t\t\t",
    "\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他",
]


@pytest.mark.parametrize("headings", [[], HEADINGS, HEADINGS[1:]])
def test_labels_that_were_copied_along_are_left_out(table, headings):
    rows = [f"{row}\t{total}" for row, total in zip(ROWS, (4, 2, 2), strict=True)]
    paste(at(table, "requests.received.natural"), "\n".join([*headings, *rows]))
    assert refusal(table) == ""
    found = numbers(table)
    assert found["requests.received.natural"] == 3 and found["requests.received.legal"] == 1
    assert found["requests.carried_in.business"] == 2 and found["requests.granted.total"] == 2


def test_where_every_column_of_labels_has_words_numbers_may_end_before_the_total(table):
    rows = [*ROWS, "\t（三）不予公开\t1.属于国家秘密\t5\t0\t0\t0\t0\t0"]
    rows[-1:] = ["\t（二）部分公开\t\t0\t0\t0\t0\t0\t0", rows[-1]]
    paste(at(table, "requests.received.natural"), "\n".join(rows))
    assert refusal(table) == "" and numbers(table)["requests.denied_state_secret.natural"] == 5


def test_a_column_of_short_labels_is_left_out_beside_some_of_the_columns(table):
    paste(at(table, "requests.granted.business"), "予以公开\t4\t5\n部分公开\t6\t7\n国家秘密\t8\t9")
    found = numbers(table)
    assert found["requests.granted.business"] == 4 and found["requests.denied_state_secret.research"] == 9


def test_labels_of_other_rows_and_columns_are_told_from_those_of_the_place(table):
    paste(at(table, "requests.granted.natural"), "部分公开\t4\t5")
    assert "部分公开" in refusal(table) and "予以公开" in refusal(table) and "只复制数字" in refusal(table)
    paste(at(table, "requests.received.natural"), "商业企业\t自然人\n1\t2")
    assert "商业企业" in refusal(table) and "自然人" in refusal(table)
    assert numbers(table) == {}


def test_where_the_numbers_begin_after_labels_is_not_guessed(table):
    paste(at(table, "requests.received.natural"), "新收\t\t\t4")
    assert "分不清" in refusal(table) and "只复制数字" in refusal(table) and numbers(table) == {}


def test_the_whole_of_table_2_is_pasted_with_its_headings(window):
    window.workspace.open_actions.new()
    table = at(shown(window, "disclosure"), "disclosure.regulations.issued")
    rows = [
        "第二十条第（一）项\t\t\t", "信息内容\t本年制发件数\t本年废止件数\t现行有效件数", "规章\t0\t0\t0",
        "行政规范性文件\t3\t1\t8", "第二十条第（五）项\t\t\t", "信息内容\t本年处理决定数量\t\t", "行政许可\t97\t\t",
        "第二十条第（六）项\t\t\t", "信息内容\t本年处理决定数量\t\t", "行政处罚\t5\t\t", "行政强制\t2\t\t",
        "第二十条第（八）项\t\t\t", "信息内容\t本年收费金额（单位：万元）\t\t", "行政事业性收费\t0.35\t\t",
    ]  # fmt: skip
    paste(table, "\n".join(rows))
    assert refusal(table) == ""
    found = numbers(table)
    assert found["disclosure.normative_documents.in_force"] == 8 and found["disclosure.coercions.decisions"] == 2
    assert str(found["disclosure.fees.amount"]) == "0.35"


def test_numbers_with_their_unit_are_refused_for_that(table):
    paste(at(table, "requests.received.natural"), "12件\t3\n4件\t5")
    assert "整块都没有粘贴" in refusal(table) and numbers(table) == {}


def fill_down(table) -> None:
    QTest.keyClick(table, KEYS.Key_D, HELD.ControlModifier)


def test_a_selection_is_filled_down_from_its_first_row_as_one_step(window, table):
    for name, text in (("natural", "3"), ("business", "4")):
        type_number(at(table, f"requests.received.{name}"), text)
    at(table, "requests.received.natural")
    for key in (KEYS.Key_Right, KEYS.Key_Down, KEYS.Key_Down):
        QTest.keyClick(table, key, HELD.ShiftModifier)
    fill_down(table)
    found = numbers(table)
    assert [found[f"requests.{row}.natural"] for row in ("received", "carried_in", "granted")] == [3, 3, 3]
    assert [found[f"requests.{row}.business"] for row in ("received", "carried_in", "granted")] == [4, 4, 4]
    assert "requests.granted_partly.natural" not in found
    window.workspace.session.view.undo()
    assert "requests.carried_in.natural" not in numbers(table)


def test_a_single_cell_takes_the_number_above_and_the_first_has_none(table):
    type_number(table, "7")
    assert table.current.name == "requests.carried_in.natural"
    fill_down(table)
    assert numbers(table)["requests.carried_in.natural"] == 7
    fill_down(at(table, "requests.received.natural"))
    assert "上面没有" in refusal(table)


def test_what_does_not_fit_is_not_filled_down(window):
    window.workspace.open_actions.new()
    table = shown(window, "disclosure")
    type_number(at(table, "disclosure.fees.amount"), "0.35")
    column = [cell for cell in table._grid.inputs if cell.column == table._grid.inputs[0].column]
    last = column[-1]
    assert last.name == "disclosure.fees.amount"
    at(table, column[-2].name)
    before = dict(numbers(table))
    window.workspace.session.document.edit({column[-2].name: Unfinished("十二")}, "填写")
    at(table, column[-2].name)
    table.go_to(last, extend=True)
    fill_down(table)
    assert "没有填充" in refusal(table) and numbers(table)["disclosure.fees.amount"] == before["disclosure.fees.amount"]


def test_last_years_number_is_asked_about_before_it_is_filled_over(started, clerk):
    table = at(shown(started, "requests"), "requests.carried_in.natural")
    before = dict(numbers(table))
    assert before["requests.carried_in.natural"] is not None
    type_number(at(table, "requests.received.natural"), "77")
    fill_down(at(table, "requests.carried_in.natural"))
    assert clerk.asked and numbers(table)["requests.carried_in.natural"] == before["requests.carried_in.natural"]


def test_quotation_marks_without_end_are_parsed_quickly():
    def seconds(count: int) -> float:
        began = time.process_time()
        block('"' * count + "x")
        block('"' * count + "x\n" + '"a\n' * count)
        return time.process_time() - began

    assert seconds(40_000) < 40 * max(seconds(5_000), 0.005)


def test_a_quoted_cell_is_one_that_begins_with_the_mark():
    assert block('"a\n""b"""\t3" "4\t"5\n6"\n') == [['a "b"', '3" "4', "5 6"]]


def test_a_block_without_end_is_refused(table):
    at(table, "requests.received.natural")
    before = dict(numbers(table))
    paste(table, "1\t" * 60_000)
    assert "太多" in refusal(table) and numbers(table) == before
