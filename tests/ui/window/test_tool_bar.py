"""The tool bar: what it has no room for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.clerk import KEYS
from tests.ui.tabs import settle
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
