"""A button that says as much as it has room for."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from tests.clerk import KEYS
from ui.basics.fitting_button import FittingButton


def test_a_name_with_an_ampersand_is_shown_as_it_is(window):
    made = FittingButton("recent", 40)
    made.resize(500, 30)
    made.say(["甲&乙 <b>"], "甲&乙 <b>")
    assert made.text() == "甲&&乙 <b>" and made.whole == "甲&乙 <b>" and "&amp;乙 &lt;b>" in made.toolTip()


@pytest.mark.parametrize("width", [400, 860])
def test_the_status_line_shows_what_fits_and_tells_all_of_it_on_hover_and_by_keyboard(
    window, qtbot, monkeypatch, width
):
    window.workspace.open_actions.new()
    view = window.workspace.session.view
    window.resize(width, 500)
    line = view.open_places
    qtbot.waitUntil(lambda: line.text().endswith(" 处"))
    assert line.fontMetrics().horizontalAdvance(line.text()) <= line.width()
    assert line.accessibleName().removeprefix("未填 — ") in line.toolTip()
    told = []
    monkeypatch.setattr(QToolTip, "showText", lambda place, text, widget: told.append(text))
    view.editor.setFocus()
    for _ in range(60):
        QTest.keyClick(window.focusWidget(), KEYS.Key_Backtab)
        if window.focusWidget() is line:
            break
    assert told == [line.toolTip()]
