"""A label with a message for a while: until its time is over, or the next question comes up in front of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QWidget

from ui.basics.widgets import timer


class PassingLabel(QLabel):
    """A label that is shown while it says something."""

    def __init__(self, stays_ms: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("textFormat", "PlainText")  # by its name, or all enums of Qt would be loaded
        self.setWordWrap(True)
        self.hide()
        self._end = timer(self, stays_ms, self.clear)

    def pass_by(self, words: str) -> None:
        """Show words from now on for their time."""
        self.setText(words)
        self.show()
        self.window().installEventFilter(self)  # once, however often it is said: Qt knows a filter that is there
        self._end.start()

    def clear(self) -> None:
        """Reimplemented to be hidden as well."""
        super().clear()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Reimplemented to go when a dialog asks for an answer: what is behind it was about something before."""
        if event.type() == QEvent.Type.WindowBlocked:
            self.clear()
        return False
