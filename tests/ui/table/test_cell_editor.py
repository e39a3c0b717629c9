"""What a cell takes while it is typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.clerk import type_number, write
from tests.ui.table.cells import KEYS, at, numbers, shown


def bubbles(table) -> list[QLabel]:
    """What is told over the table at the moment."""
    return [one for one in table.parentWidget().findChildren(QLabel, "bubble") if one.isVisible()]


def test_esc_gives_up_what_was_typed(table):
    type_number(table, "4")
    at(table, "requests.received.natural")
    type_number(table, "77", KEYS.Key_Escape)
    assert table.editor is None
    assert numbers(table)["requests.received.natural"] == 4


def test_f2_and_a_double_click_edit_what_is_there(table):
    type_number(table, "45")
    at(table, "requests.received.natural")
    QTest.keyClick(table, KEYS.Key_F2)
    assert table.editor.text() == "45"
    QTest.keyClick(table.editor, KEYS.Key_Escape)
    centre = table.cell_rect(table.current).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert table.editor.text() == "45"


@pytest.mark.parametrize("text", ["-1", "1.5", "abc", "100000000"])
def test_what_is_no_count_cannot_be_committed_and_says_why(table, text):
    type_number(table, text)
    assert table.editor is not None
    assert [bubble.text() for bubble in bubbles(table)] == [table.editor.fault] and table.editor.fault  # told once
    assert numbers(table) == {}
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(table.viewport().width() - 5, 200))
    assert table.editor.text() == text
    QTest.keyClick(table.editor, KEYS.Key_Escape)
    assert numbers(table) == {}


def test_the_reason_stands_beside_the_cell(table):
    type_number(table, "1.5", leave=None)
    [bubble] = bubbles(table)
    assert "整数" in bubble.text()
    assert abs(bubble.geometry().top() - table.editor.geometry().bottom()) < 10


def test_fees_take_decimals(window):
    window.workspace.open_actions.new()
    table = at(shown(window, "disclosure"), "disclosure.fees.amount")
    type_number(table, "0.350001")
    assert str(numbers(table)["disclosure.fees.amount"]) == "0.350001"


def test_full_width_digits_of_an_input_method_are_taken(table):
    event = QInputMethodEvent("", [])
    event.setCommitString("１６")
    QApplication.sendEvent(table, event)
    QTest.keyClick(table.editor, KEYS.Key_Return)
    assert numbers(table)["requests.received.natural"] == 16


def test_leaving_the_field_with_the_mouse_counts_as_typed(window, table):
    type_number(table, "8", leave=None)
    table.parentWidget().zeros.setFocus()
    assert numbers(table)["requests.received.natural"] == 8


def test_a_refused_number_keeps_the_keys_until_it_is_mended(table):
    write(table, "1")
    QTest.keyClicks(table.editor, ".5")
    other = table.cell_rect(table._document.report.form.cells["requests.granted.natural"]).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=other)
    at(table, "requests.carried_out.natural")
    assert table.current.name == "requests.received.natural"
    assert table.editor.hasFocus() and table.editor.text() == "1.5"
    assert "requests.received.natural" not in numbers(table)
    QTest.keyClick(table.editor, KEYS.Key_Escape)
    at(table, "requests.carried_out.natural")
    type_number(table, "7")
    assert numbers(table)["requests.carried_out.natural"] == 7


def test_a_refused_number_that_was_scrolled_away_comes_back_with_its_reason(window, table):
    window.resize(911, 440)
    type_number(table, "1.5", leave=None)
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.viewport().rect().center())
    assert table.viewport().rect().contains(table.editor.geometry()) and len(bubbles(table)) == 1
