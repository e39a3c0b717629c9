"""Blocks that are copied and pasted."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.clerk import paste, type_number
from tests.ui.table.cells import HELD, KEYS, at, numbers, refusal, shown


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
