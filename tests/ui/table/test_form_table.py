"""The tables: keys, selection, clipboard, and what a cell takes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.clerk import type_number
from tests.ui.table.cells import HELD, KEYS, numbers


def test_delete_empties_the_selection_as_one_step(window, table):
    table.fill_blanks()
    QTest.keyClick(table, KEYS.Key_A, HELD.ControlModifier)
    QTest.keyClick(table, KEYS.Key_Delete)
    assert numbers(table) == {}
    window.workspace.session.view.undo()
    assert len(numbers(table)) == 175


def test_the_wheel_changes_no_number(table):
    table.fill_blanks()
    before = dict(numbers(table))
    place = QPointF(table.cell_rect(table.current).center())
    for target in (table.viewport(), table):
        event = QWheelEvent(
            place, table.mapToGlobal(place), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
            HELD.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(target, event)
    assert numbers(table) == before


def test_keys_and_the_menu_fill_the_empty_cells_too_after_what_is_being_typed(window, table):
    QTest.keyClicks(table, "7")
    QTest.keyClick(window.focusWidget(), KEYS.Key_D, HELD.ControlModifier | HELD.ShiftModifier)
    assert numbers(table)["requests.received.natural"] == 7 and len(numbers(table)) == 175
    window.workspace.session.view.undo()
    table.setFocus()
    window.menu_actions["fill_zeros"].trigger()
    assert numbers(table)["requests.received.natural"] == 7 and len(numbers(table)) == 175


def test_one_action_fills_the_empty_cells(window, table):
    type_number(table, "5")
    QTest.mouseClick(table.parentWidget().zeros, Qt.MouseButton.LeftButton)
    assert numbers(table)["requests.received.natural"] == 5
    assert numbers(table)["requests.carried_out.other"] == 0
    window.workspace.session.view.undo()
    assert numbers(table) == {"requests.received.natural": 5, "requests.received.total": 5}
