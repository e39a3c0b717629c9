"""One undo for everything."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.clerk import shortcut, type_number
from tests.ui.tabs import KEYS, field, table, write_fact


def test_one_undo_for_everything_in_the_order_of_doing(window):
    window.workspace.open_actions.new()
    before = dict(window.workspace.session.document.report.values)
    write_fact(window, "unit", "甲镇人民政府")
    cells = table(window, "requests")
    type_number(cells, "5")
    type_number(cells, "7", leave=None)
    shortcut(window, "Ctrl+Z")
    assert cells.editor is None
    assert "requests.carried_in.natural" not in window.workspace.session.document.numbers
    assert window.workspace.session.document.numbers["requests.received.natural"] == 5
    shortcut(window, "Ctrl+Z")
    assert window.workspace.session.document.numbers == {}
    shortcut(window, "Ctrl+Z")
    assert window.workspace.session.document.report.values == before
    assert window.workspace.session.view.editor.currentIndex() == 0
    assert field(window, "unit").text() == ""
    assert not window.isWindowModified()
    for _ in range(3):
        shortcut(window, "Ctrl+Y")
    assert window.workspace.session.document.numbers["requests.carried_in.natural"] == 7


def test_ctrl_z_pressed_inside_any_field_is_the_windows(window, qtbot):
    window.workspace.open_actions.new()
    for widget in (field(window, "unit"), window.workspace.session.view.editor.tab(0).opening):
        widget.setFocus()
        before = dict(window.workspace.session.document.report.values)
        QTest.keyClicks(widget, "abc")
        assert window.workspace.session.document.report.values != before
        QTest.keyClick(widget, KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert window.workspace.session.document.report.values == before
    cells = table(window, "requests")
    type_number(cells, "5", leave=None)
    QTest.keyClick(cells.editor, KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert cells.editor is None
    assert window.workspace.session.document.numbers == {}
