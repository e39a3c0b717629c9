"""A section with a table: its refusals."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.clerk import KEYS, click, paste, type_number, write
from tests.ui.table.cells import at
from tests.ui.tabs import settle, table


def place(widget) -> QRect:
    QApplication.processEvents()
    return QRect(widget.mapToGlobal(QPoint()), widget.size())


@pytest.mark.parametrize("name", ["requests.received.natural", "requests.carried_out.other"])
def test_a_refused_paste_says_why_beside_the_cell_and_moves_nothing(window, name):
    window.workspace.open_actions.show_example()
    cells = table(window, "requests")
    at(cells, name)
    before = place(cells), cells.cell_rect(cells.current)
    paste(cells, "很多")
    said = cells.parentWidget()._refusal
    assert said.isVisible() and "不是数字" in said.text()
    assert (place(cells), cells.cell_rect(cells.current)) == before
    current = cells.cell_rect(cells.current).translated(cells.viewport().mapToGlobal(QPoint()))
    assert not place(said).intersects(current)
    window.resize(911, 440)
    assert place(cells).contains(place(said))
    click(said)
    assert not said.isVisible() and said.text() == ""


def test_a_refusal_goes_with_the_next_input(window):
    window.workspace.open_actions.show_example()
    cells = table(window, "requests")
    at(cells, "requests.received.natural")
    paste(cells, "很多")
    paste(cells, "7")
    assert not cells.parentWidget()._refusal.isVisible()


def test_a_refusal_goes_with_the_next_try_even_one_that_changes_nothing(window):
    window.workspace.open_actions.show_example()
    cells = at(table(window, "requests"), "requests.received.natural")
    paste(cells, "很多")
    paste(cells, cells.text_of(cells.current))
    assert not cells.parentWidget()._refusal.isVisible()
    paste(cells, "很多")
    write(cells, "1")
    assert not cells.parentWidget()._refusal.isVisible()


def test_a_message_goes_when_a_question_comes_up_in_front_of_it(window):
    window.workspace.open_actions.show_example()
    cells = at(table(window, "requests"), "requests.received.natural")
    view = window.workspace.session.view
    paste(cells, "很多")
    view.show_message("没有粘贴。")
    question = QMessageBox(QMessageBox.Icon.Question, "", "要改吗？", parent=window)
    question.open()
    settle()
    assert not cells.parentWidget()._refusal.isVisible() and not view._said.isVisible()
    question.reject()
    question.deleteLater()
    settle()
    assert not cells.parentWidget()._refusal.isVisible() and not view._said.isVisible()


def test_what_is_undone_and_done_again_is_the_current_cell(window):
    window.workspace.open_actions.new()
    view, cells = window.workspace.session.view, table(window, "requests")
    form = window.workspace.session.document.report.form
    for name in ("received", "granted"):
        cells.go_to(form.cells[f"requests.{name}.business"])
        type_number(cells, "3")
    cells.go_to(form.cells["requests.carried_out.other"])
    view.undo()
    assert cells.current.name == "requests.granted.business"
    view.undo()
    assert cells.current.name == "requests.received.business"
    cells.go_to(form.cells["requests.carried_out.other"])
    view.redo()
    assert cells.current.name == "requests.received.business"
    paste(cells, "1\n2\n3")
    view.undo()
    assert cells.current.name == "requests.received.business"


@pytest.mark.parametrize("section", ["disclosure", "requests", "disputes"])
@pytest.mark.parametrize("width", [1920, 1366, 911])
def test_what_stands_above_and_below_a_table_ends_where_the_table_does(window, section, width):
    window.workspace.open_actions.new()
    window.resize(width, 900)
    cells = table(window, section)
    settle()
    tab = cells.parentWidget()
    edge = place(cells).left() + min(max(cells.cell_rect(cell).right() for cell in cells.grid.cells), cells.width())
    ends = [place(part).right() for part in (tab.zeros, tab.source and tab.source.field) if part]
    assert len(ends) == 1 + (section == "disclosure")
    # Where the table has no room to spare, its scroll bar may stand between.
    assert all(0 <= end - edge <= (3 if width == 1920 else 16) for end in ends), (ends, edge)


@pytest.mark.parametrize("height", [700, 440, 380])
def test_a_refusal_leaves_the_headings_free_and_goes_with_esc_and_with_the_next_cell(window, height):
    window.workspace.open_actions.show_example()
    window.resize(911, height)
    cells = at(table(window, "requests"), "requests.received.natural")
    settle()
    said = cells.parentWidget()._refusal
    paste(cells, "1\tx\n2\t3")
    corner = cells.viewport().mapToGlobal(QPoint())
    for rect in (cells.heading_rect, cells.cell_rect(cells.current)):
        assert said.isVisible() and not place(said).intersects(rect.translated(corner))
    QTest.keyClick(cells, KEYS.Key_Escape)
    assert not said.isVisible()
    paste(cells, "1\tx\n2\t3")
    QTest.keyClick(cells, KEYS.Key_Down)
    assert not said.isVisible()
