"""Cut, copy, paste and their kin, by the menu 编辑 and by context menus, in what has the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu

from tests.clerk import KEYS, chosen_from_menu, menu_of, type_number, write
from tests.ui.table.cells import HELD, at, numbers, shown
from tests.ui.tabs import field, message
from ui.basics.fields import LineField


def copied() -> str:
    return QGuiApplication.clipboard().text()


@pytest.fixture
def text(window):
    """The first text of a new report, with the keys."""
    window.workspace.open_actions.new()
    window.workspace.session.view.editor.show_tab_of("overview")
    made = window.workspace.session.view.editor.tab_of("overview").cards[0].text
    made.setFocus()
    write(made, "全年公开5条。")
    return made


def test_the_edit_menu_shows_the_keys_and_acts_on_the_text_that_has_the_focus(window, text):
    menu = next(menu for menu in window.menuBar().findChildren(QMenu) if menu.title().startswith("编辑"))
    assert [entry.text() for entry in menu.actions() if entry.objectName() in ("cut", "copy", "paste")] == [
        "剪切(&T)\tCtrl+X",
        "复制(&C)\tCtrl+C",
        "粘贴(&V)\tCtrl+V",
    ]
    actions = window.menu_actions
    actions["select_all"].trigger()
    actions["cut"].trigger()
    assert copied() == "全年公开5条。" and text.toPlainText() == ""
    actions["paste"].trigger()
    actions["paste"].trigger()
    assert text.toPlainText() == "全年公开5条。" * 2
    actions["delete"].trigger()  # nothing is selected
    assert text.toPlainText() == "全年公开5条。" * 2
    actions["select_all"].trigger()
    actions["delete"].trigger()
    assert window.workspace.session.document.report.parts("overview")[0].text == ""


def test_the_edit_menu_acts_on_a_table_and_on_the_cell_being_typed_into(window):
    window.workspace.open_actions.new()
    table = shown(window, "requests")
    type_number(table, "12")
    at(table, "requests.received.natural")
    window.menu_actions["copy"].trigger()
    assert copied() == "12"
    at(table, "requests.received.business")
    window.menu_actions["paste"].trigger()
    assert numbers(table)["requests.received.business"] == 12
    QTest.keyClick(table, KEYS.Key_F2)
    window.menu_actions["cut"].trigger()
    assert table.editor.text() == "" and numbers(table)["requests.received.business"] == 12
    window.menu_actions["paste"].trigger()
    assert table.editor.text() == "12"


def test_without_a_field_the_edit_menu_says_what_to_do(window, text):
    window.workspace.session.view.found.setFocus()
    window.menu_actions["paste"].trigger()
    assert "请先点一下" in message(window)


def test_the_context_menu_of_a_text_undoes_as_the_window_does(window, text):
    entries = [entry.text().partition("(")[0] for entry in menu_of(text.viewport()).actions()]
    assert entries == ["撤销", "重做", "", "剪切", "复制", "粘贴", "删除", "", "全选"]
    chosen_from_menu(text.viewport(), "全选")
    chosen_from_menu(text.viewport(), "删除")
    assert text.toPlainText() == ""
    chosen_from_menu(text.viewport(), "撤销")
    assert text.toPlainText() == "全年公开5条。"
    chosen_from_menu(text.viewport(), "重做")
    assert text.toPlainText() == ""


def test_the_context_menu_of_a_line_works_too(window):
    window.workspace.open_actions.new()
    unit = field(window, "unit")
    write(unit, "甲镇")
    chosen_from_menu(unit, "全选")
    chosen_from_menu(unit, "复制")
    assert copied() == "甲镇"
    chosen_from_menu(unit, "撤销")
    assert unit.text() == "" and window.workspace.session.document.report.unit == ""


def test_the_context_menu_of_a_table_keeps_the_selection_under_it(window):
    window.workspace.open_actions.new()
    table = shown(window, "requests")
    type_number(table, "3")
    at(table, "requests.received.natural")
    QTest.keyClick(table, KEYS.Key_Down, HELD.ShiftModifier)
    inside = table.cell_rect(table._document.report.form.cells["requests.received.natural"]).center()
    QTest.mouseClick(table.viewport(), right := Qt.MouseButton.RightButton, pos=inside)
    assert len(table.selection) == 2
    chosen_from_menu(table.viewport(), "向下填充")
    assert numbers(table)["requests.carried_in.natural"] == 3
    chosen_from_menu(table.viewport(), "复制")
    assert copied() == "3\n3"
    chosen_from_menu(table.viewport(), "删除")
    assert numbers(table) == {}
    outside = table.cell_rect(table._document.report.form.cells["requests.granted.legal"]).center()
    QTest.mouseClick(table.viewport(), right, pos=outside)
    assert table.current.name == "requests.granted.legal" and len(table.selection) == 1


def test_the_context_menu_over_a_cell_being_typed_into_is_for_what_is_typed(window, qtbot):
    window.workspace.open_actions.new()
    table = shown(window, "requests")
    type_number(table, "34", leave=None)
    menu_of(table.editor).close()
    assert table.editor and numbers(table) == {}
    chosen_from_menu(table.editor, "全选")
    chosen_from_menu(table.editor, "剪切")
    assert copied() == "34" and table.editor.text() == ""


def test_a_field_of_a_dialog_has_a_menu_too(window, dressed):

    dialog = QDialog(window)
    line = LineField(dialog)
    dialog.show()
    assert menu_of(line).actions()
    menu_of(line).close()
