"""The words of one finding."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from tests.clerk import shortcut
from tests.model.checking.reports import QUIET
from tests.ui.findings.reports import CARRIED, opened


def test_what_is_copied_has_no_letters_that_nobody_sees(window, qtbot):
    view = opened(window, qtbot, **QUIET | {CARRIED.replace(".", "__"): 3})
    window.resize(1400, 900)
    shortcut(window, "F8")
    words = view.panel.details.text
    qtbot.waitUntil(lambda: "＋" in words.toPlainText())
    words.selectAll()
    words.copy()
    copied = QApplication.clipboard().text()
    assert "＋" in copied and "\u2060" not in copied
