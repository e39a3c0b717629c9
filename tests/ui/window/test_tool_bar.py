"""The tool bar: what it has no room for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.clerk import KEYS
from tests.ui.tabs import settle
from ui.basics.theme import SCHEMES, apply_theme
from ui.basics.widgets import draw_icons
from ui.window.actions import TOOLS
from ui.window.tool_bar import ToolBar


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_what_does_not_fit_is_reached_with_the_keyboard(window):
    window.workspace.open_actions.show_example()
    window.resize(600, 440)
    settle()
    bar = window.findChild(ToolBar)
    hidden = [
        name
        for name in TOOLS
        if name and not bar.widgetForAction(window.menu_actions[name]).visibleRegion().boundingRect().width()
    ]
    assert hidden[-1] == "compare" and len(hidden) < 8
    assert bar.extension.isVisible()
    bar.extension.setFocus()
    assert bar.extension.hasFocus()
    seen = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        seen.extend(action.text() for action in menu.actions() if not action.isSeparator())
        menu.close()

    QTimer.singleShot(50, look)
    QTest.keyClick(bar.extension, KEYS.Key_Space)
    assert seen == [window.menu_actions[name].text() for name in hidden]


def test_a_wide_window_has_all_tools_side_by_side(window):
    window.workspace.open_actions.show_example()
    settle()
    assert not window.findChild(ToolBar).extension.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_menus_have_an_edge_and_the_extension_its_mark_in_every_look(window, dressed):
    window.workspace.open_actions.new()
    menu = next(menu for menu in window.menuBar().findChildren(QMenu) if menu.title().startswith("帮助"))
    for look, shades in reversed(SCHEMES.items()):
        apply_theme(dressed, look, 100)
        draw_icons(window)
        menu.popup(window.mapToGlobal(window.rect().center()))
        picture = menu.grab().toImage()
        edge = {picture.pixelColor(x, picture.height() // 2).name() for x in (0, picture.width() - 1)}
        menu.close()
        assert edge == {shades.border}
        mark = window.findChild(ToolBar).extension.icon().pixmap(24, 24).toImage()
        drawn = {mark.pixelColor(x, 12).name() for x in range(mark.width()) if mark.pixelColor(x, 12).alpha() == 255}
        assert shades.ink in drawn


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_the_words_of_a_menu_are_whole(window):
    menu = next(menu for menu in window.menuBar().findChildren(QMenu) if menu.title().startswith("帮助"))
    longest = next(action for action in menu.actions() if action.text().startswith("副本"))
    menu.popup(window.mapToGlobal(window.rect().center()))
    place = menu.actionGeometry(longest)
    whole = menu.grab(place).toImage()
    menu.close()
    columns = [
        x
        for x in range(whole.width())
        if any(whole.pixelColor(x, y).lightness() < 128 for y in range(6, whole.height() - 6))
    ]
    words = longest.text().replace("&", "")
    assert columns[-1] - columns[0] > menu.fontMetrics().horizontalAdvance(words) * 0.9  # an elided text is narrower
