"""The tab bar."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect

from tests.ui.tabs import settle
from ui.basics.theme import SCHEMES
from ui.basics.widgets import SPACING_PX
from ui.view.tab_bar import EDGE_PX, TabListButton


@pytest.fixture
def bar(window):
    window.workspace.open_actions.show_example()
    return window.workspace.session.view.editor.tabBar()


def test_tabs_keep_their_places_when_marks_come_and_go(window, bar):
    before = [bar.tabRect(index) for index in range(bar.count())]
    document = window.workspace.session.document
    document.edit({"requests.received.natural": 500, "disputes.review.upheld": None}, "填写")
    window.workspace.session.view.live_checks.finish()
    assert "✕" in bar.tabText(window.workspace.session.view.editor.index_of("requests"))
    assert [bar.tabRect(index) for index in range(bar.count())] == before


def test_a_narrow_window_still_shows_all_tabs(window, bar):
    window.resize(911, 466)
    titles = [bar.tabText(index) for index in range(bar.count())]
    assert bar.tabRect(len(titles) - 1).right() <= window.width()


def test_where_not_all_tabs_fit_a_list_of_them_leads_to_each(window, bar):
    window.workspace.session.view.live_checks.finish()
    editor = window.workspace.session.view.editor
    assert editor.cornerWidget() is None
    window.workspace.session.document.edit({"requests.received.natural": 500, "disputes.review.upheld": None}, "填写")
    window.workspace.session.view.live_checks.finish()
    window.resize(600, 466)
    settle()
    button = editor.findChild(TabListButton)
    assert button.isVisible() and button.text() == "各页"
    place = QRect(button.mapTo(editor, QPoint()), button.size())
    assert editor.rect().contains(place) and not place.intersects(bar.geometry())
    menu = button.made_menu()
    entries = menu.actions()
    assert [entry.text() for entry in entries] == [bar.tabText(index) for index in range(bar.count())]
    assert any("✕" in entry.text() for entry in entries)
    assert [entry.isChecked() for entry in entries].index(True) == bar.currentIndex()
    entries[-1].trigger()
    assert editor.currentIndex() == bar.count() - 1
    window.resize(1366, 700)
    settle()
    assert editor.cornerWidget() is None and not button.isVisible()


def test_no_line_is_drawn_over_the_tabs(bar):
    assert not bar.drawBase()


@pytest.mark.parametrize("look", SCHEMES)
def test_nothing_is_drawn_beside_the_list_of_tabs(window, bar, dressed, look):
    window.appearance.choose_look(look)
    window.resize(500, 466)
    settle()
    editor = window.workspace.session.view.editor
    corner = editor.cornerWidget()
    beside = QRect(corner.x() + EDGE_PX // 2, 0, SPACING_PX - 2, bar.height()).adjusted(1, 0, 0, 0)
    picture = editor.grab(beside).toImage()
    found = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert found == {SCHEMES[look].background}


@pytest.mark.parametrize("tab", [1, 2])
def test_the_first_tab_is_in_sight_again_when_the_preview_has_been_closed(window, bar, tab, qtbot):
    editor, pane = window.workspace.session.view.editor, window.workspace.session.view.pane
    window.resize(640, 466)
    editor.setCurrentIndex(tab)
    settle()
    before = [bar.tabRect(index) for index in range(bar.count())]
    assert before[0].left() >= 0 and before[-1].right() > bar.width()
    pane.toggle()
    qtbot.waitUntil(lambda: pane.is_open and not editor.isVisible(), timeout=10_000)
    settle()
    pane.close_preview()
    settle()
    assert [bar.tabRect(index) for index in range(bar.count())] == before
