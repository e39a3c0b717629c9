"""The sum of a selection of cells, in the status line."""

from __future__ import annotations

from PySide6.QtTest import QTest

from tests.clerk import type_number
from tests.ui.table.cells import HELD, KEYS, at, shown


def told(window) -> str:
    return window.workspace.session.view.selected.text()


def test_the_count_and_the_sum_of_a_selection_stand_in_the_status_line(window, table):
    for name, text in (("natural", "3"), ("business", "4")):
        type_number(at(table, f"requests.received.{name}"), text)
    at(table, "requests.received.natural")
    assert told(window) == ""
    QTest.keyClick(table, KEYS.Key_Right, HELD.ShiftModifier)
    QTest.keyClick(table, KEYS.Key_Right, HELD.ShiftModifier)
    assert told(window) == "选中 3 格　计数 2　求和 7"
    window.workspace.session.document.edit({"requests.received.business": 10}, "x")
    assert told(window) == "选中 3 格　计数 2　求和 13"
    QTest.keyClick(table, KEYS.Key_End, HELD.ShiftModifier)
    assert "求和 26（总计也加在内）" in told(window)
    QTest.keyClick(table, KEYS.Key_Home)
    assert told(window) == ""


def test_another_tab_has_a_selection_of_its_own(window, table):
    QTest.keyClick(table, KEYS.Key_Right, HELD.ShiftModifier)
    window.workspace.session.view.editor.show_tab_of("overview")
    assert told(window) == ""
    shown(window, "requests")
    assert told(window).startswith("选中 2 格")


def test_decimals_are_exact(window):
    window.workspace.open_actions.new()
    table = shown(window, "disclosure")
    document = window.workspace.session.document
    type_number(at(table, "disclosure.fees.amount"), "0.35")
    table.select_all()
    assert told(window).endswith("求和 0.35") and document.report.values
