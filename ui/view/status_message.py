"""A message at the lower edge of a report, for a while."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from model.faults import readable
from ui.basics.announcing import announce
from ui.basics.defaults import STATUS_MESSAGE_MS
from ui.basics.widgets import timer


class StatusMessage(QLabel):
    """Takes no room while it says nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("faint")
        self.setProperty("textFormat", "PlainText")  # by its name, or all enums of Qt would be loaded
        self.setWordWrap(True)
        self.hide()
        self._end = timer(self, STATUS_MESSAGE_MS, self.clear)

    def say(self, words: str) -> None:
        """Show a message, and have it said."""
        words = readable(words)
        self.setText(words)
        self.show()
        announce(self.parentWidget(), words)
        self._end.start()

    def clear(self) -> None:
        """Reimplemented to take no room any more."""
        super().clear()
        self.hide()
