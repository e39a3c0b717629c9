"""The basic facts."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.clerk import click
from tests.ui.tabs import field, settle, write_fact


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


def test_no_field_moves_when_a_sentence_says_what_is_wrong_with_one(window):
    window.workspace.open_actions.show_example()
    window.resize(911, 440)
    for name, wrong in (("year", "22"), ("signoff.date", "2026年2月30日")):
        settle()
        below = [place(window, other) for other in window.workspace.session.view.editor.tab(0)._lines]
        write_fact(window, name, wrong)
        settle()
        assert window.workspace.session.view.editor.tab(0)._faults[name].isVisible()
        assert below == [place(window, other) for other in window.workspace.session.view.editor.tab(0)._lines]


def place(window, name: str) -> QPoint:
    return field(window, name).mapTo(window.workspace.session.view.editor.tab(0).widget(), QPoint())
