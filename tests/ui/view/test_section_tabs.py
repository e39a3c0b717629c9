"""What changed is in sight: parts that are added, moved and undone, and cells and fields after undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest

from model.report.report import Part
from tests.clerk import KEYS, click, shortcut, write
from tests.ui.table.cells import at
from tests.ui.tabs import settle, table, write_fact
from ui.basics.fields import LineField
from ui.basics.text_field import TextField
from ui.help.help_line import HelpLine
from ui.table.form_table import FormTable


@pytest.fixture
def long_tab(window, tab):
    """A section of more parts than there is room for."""
    parts = tuple(Part(f"第{number}个", f"{number}。" * 60) for number in range(9))
    window.workspace.session.document.edit({"improvement": parts}, "x")
    window.resize(911, 440)
    settle()
    return tab


def in_sight(widget) -> bool:
    settle()
    return widget.visibleRegion().boundingRect().height() >= widget.height() - 1


def test_what_is_added_has_the_focus_in_sight(window, long_tab):
    long_tab.ensureWidgetVisible(long_tab.add)
    click(long_tab.add)
    assert long_tab.focusWidget() is long_tab.cards[9].heading and in_sight(long_tab.cards[9].heading)
    click(long_tab.cards[4].above)
    assert long_tab.focusWidget() is long_tab.cards[4].heading and in_sight(long_tab.cards[4].heading)
    click(long_tab.cards[4].below)
    assert long_tab.focusWidget() is long_tab.cards[5].heading and in_sight(long_tab.cards[5].heading)
    headings = [part.heading for part in window.workspace.session.document.report.parts("improvement")]
    assert headings[3:7] == ["第3个", "", "", "第4个"] and len(headings) == 12


@pytest.mark.parametrize(("way", "index", "ends"), [("down", 2, 6), ("up", 6, 2)])
def test_the_button_that_moves_a_part_stays_under_the_pointer(window, long_tab, way, index, ends):
    button = getattr(long_tab.cards[index], way)
    long_tab.ensureWidgetVisible(button, 0, 120)
    place = button.mapToGlobal(button.rect().center())
    while index != ends:
        QTest.mouseClick(getattr(long_tab.cards[index], way), Qt.MouseButton.LeftButton)
        settle()
        index += 1 if way == "down" else -1
        button = getattr(long_tab.cards[index], way)
        assert button.mapToGlobal(button.rect().center()) == place
        assert button.hasFocus()
    assert long_tab.cards[ends].heading.text() == {"down": "第2个", "up": "第6个"}[way]


def test_where_the_page_cannot_scroll_the_pointer_goes_along(window, tab):
    up = tab.cards[1].up
    settle()
    QTest.mouseMove(up)
    settle()
    click(up)
    settle()
    moved = tab.cards[0].up
    assert moved.rect().contains(moved.mapFromGlobal(QCursor.pos()))
    assert tab.cards[0].heading.hasFocus()  # the button has nowhere to go any more


def test_undo_and_redo_show_the_part_that_changed(window, long_tab):
    click(long_tab.cards[7].remove)
    long_tab.verticalScrollBar().setValue(0)
    settle()
    shortcut(window, "Ctrl+Z")
    assert in_sight(long_tab.cards[7].heading)
    long_tab.verticalScrollBar().setValue(0)
    write(long_tab.cards[8].text, "新")
    long_tab.verticalScrollBar().setValue(0)
    window.workspace.session.view.editor.setCurrentIndex(0)
    shortcut(window, "Ctrl+Z")
    settle()
    field = long_tab.cards[8].text
    cursor = field.cursorRect().translated(field.mapTo(long_tab, QPoint()))
    assert long_tab.rect().contains(cursor)


def test_undo_shows_the_cell_and_the_field_that_changed(window):
    window.workspace.open_actions.show_example()
    window.resize(911, 440)
    cells = table(window, "requests")
    settle()
    at(cells, "requests.carried_out.other").clear_selection()
    at(cells, "requests.received.natural")
    name = window.workspace.session.document.report.form.cells["requests.carried_out.other"]
    assert not cells.viewport().rect().contains(cells.cell_rect(name))
    shortcut(window, "Ctrl+Z")
    assert cells.viewport().rect().contains(cells.cell_rect(name))
    write_fact(window, "signoff.date", "2026年1月6日")
    window.workspace.session.view.editor.tab_of("unit").verticalScrollBar().setValue(0)
    shortcut(window, "Ctrl+Z")
    assert in_sight(window.workspace.session.view.editor.tab_of("unit")._lines["signoff.date"])


def test_the_button_below_the_parts_is_the_last_for_the_tab_key(window, tab):
    click(tab.add)
    tab.cards[0].heading.setFocus()
    reached = []
    for _ in range(3 * 8):
        QTest.keyClick(window.focusWidget(), KEYS.Key_Tab)
        reached.append(window.focusWidget())
        if reached[-1] is tab.add:
            break
    assert reached[-1] is tab.add
    assert tab.cards[2].remove in reached


@pytest.mark.parametrize("from_help", [True, False])
def test_the_keys_go_along_to_every_page_and_something_can_be_typed_there(window, from_help):
    window.workspace.open_actions.new()
    editor = window.workspace.session.view.editor
    editor.show_tab_of("unit")
    for _ in range(editor.currentIndex() + 1, editor.count()):
        if from_help:
            editor.currentWidget().findChild(HelpLine).setFocus()
        shortcut(window, "Ctrl+PgDown")
        settle()
        focused = window.focusWidget()
        assert isinstance(focused, LineField | TextField | FormTable) and focused.hasFocus()
        assert editor.currentWidget().isAncestorOf(focused) and focused.isVisible()


def test_a_click_on_a_tab_leaves_the_keys_on_its_page_too(window):
    window.workspace.open_actions.new()
    editor = window.workspace.session.view.editor
    editor.go_to("unit")
    for index in range(2, editor.count()):
        QTest.mouseClick(editor.tabBar(), Qt.MouseButton.LeftButton, pos=editor.tabBar().tabRect(index).center())
        settle()
        assert isinstance(window.focusWidget(), LineField | TextField | FormTable), editor.tabText(index)


def test_f6_leads_to_the_first_text_of_a_page_or_back_to_the_one_before(window):
    window.workspace.open_actions.show_example()
    editor = window.workspace.session.view.editor
    editor.show_tab_of("overview")
    editor.tabBar().setFocus()
    shortcut(window, "F6")
    page = editor.tab_of("overview")
    assert window.focusWidget() is page.cards[0].text
    page.cards[2].text.setFocus()
    editor.tabBar().setFocus()
    shortcut(window, "F6")
    assert window.focusWidget() is page.cards[2].text
