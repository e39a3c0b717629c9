"""The basic facts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from model.report.fact_labels import CONTACT_NAMES
from tests.clerk import KEYS, click, write
from tests.ui.tabs import field, write_fact


def test_an_opening_is_not_generated_from_a_year_that_is_none(window):
    window.workspace.open_actions.new()
    write_fact(window, "year", "205")
    QTest.mouseClick(window.workspace.session.view.editor.tab(0).generate, Qt.MouseButton.LeftButton)
    assert "opening" not in window.workspace.session.document.report.values
    window.workspace.session.view.undo()
    assert field(window, "year").text() == str(window.workspace.session.document.report.year)


def test_the_opening_is_generated_on_a_click_and_can_be_undone(window):
    window.workspace.open_actions.new()
    tab = window.workspace.session.view.editor.tab(0)
    QTest.keyClicks(tab._lines["unit"], "X")
    click(tab.generate)
    assert "X编制了" in tab.opening.toPlainText()
    window.workspace.session.view.undo()
    assert tab.opening.toPlainText() == ""


def test_enter_goes_from_field_to_field(window):
    window.workspace.open_actions.new()
    seen = []
    for _ in range(8):
        seen.append(window.focusWidget().objectName())
        QTest.keyClick(window.focusWidget(), KEYS.Key_Return)
    assert seen == ["unit", "year", "level", *CONTACT_NAMES]
    assert window.focusWidget() is window.workspace.session.view.editor.tab(0).opening
    QTest.keyClick(window.focusWidget(), KEYS.Key_Return)
    assert window.workspace.session.document.report.text("opening") == "\n"
    field(window, "signoff.date").setFocus()
    write(field(window, "signoff.date"), "2026.1.8")
    QTest.keyClick(field(window, "signoff.date"), KEYS.Key_Return)
    assert window.focusWidget() is window.workspace.session.view.editor.tab(0)._seal
    assert field(window, "signoff.date").text() == "2026年1月8日"
