"""The quiet line under a tab that says what the place with the cursor counts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QPushButton

from model.report.help_texts import choices_of_line
from model.report.report import Report
from ui.basics.fitting_button import FittingButton
from ui.basics.shortcuts import key_name

MARGINS_PX = 52  # of the line in the style sheet, on both sides together


class HelpLine(FittingButton):
    """Follows the focus in its tab; a click asks for the whole of what it says. `moved` is emitted with each step."""

    moved = Signal()

    def __init__(self, place: Callable[[], str], report: Callable[[], Report]) -> None:
        """Create the line; `place` returns the name of the place with the cursor, `report` the report it is in."""
        super().__init__("help", MARGINS_PX)
        self._place, self._report = place, report
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self.follow)

    @Slot()
    def follow(self) -> None:
        """Say what the place with the cursor counts, if the tab is on the screen."""
        if self.parentWidget().isVisible():
            said = choices_of_line(self._report(), self._place()) if self.isVisible() else []
            tip = f"{said[0]}\n点一下，或者按 {key_name('help')}，看全部" if said else ""
            self.say(said or [""], tip, f"　（{key_name('help')} 看全部）" if said else "")
            self.moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reimplemented to show no tool tip: Enter and F1 show the whole."""
        QPushButton.focusInEvent(self, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Reimplemented to say something as soon as it is seen."""
        super().showEvent(event)
        self.follow()
