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
