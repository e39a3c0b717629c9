"""A message at the lower edge of a report, for a while."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from model.faults import readable
from ui.basics.announcing import announce
from ui.basics.defaults import STATUS_MESSAGE_MS
from ui.basics.fitting_button import elided_in_middle
from ui.basics.widgets import plain_tip
from ui.view.passing_message import PassingLabel

SLACK_PX = 8  # lest a rounded width breaks the last word into a line of its own


class StatusMessage(PassingLabel):
    """Takes no room while it says nothing; one that names a file takes one line."""

    def __init__(self) -> None:
        super().__init__(STATUS_MESSAGE_MS)
        self.setObjectName("faint")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._words = self._path = ""

    def say(self, words: str, path: str = "") -> None:
        """Show a message, and have it said; a path in it is shortened in its middle to what there is room for."""
        self._words, self._path = readable(words), readable(path)
        self.setWordWrap(not path)
        self.setMaximumWidth(self.fontMetrics().horizontalAdvance(self._words) + SLACK_PX)
        self.setToolTip(plain_tip(self._words) if path else "")
        self.pass_by(self._words)
        self._fit()
        announce(self.parentWidget(), self._words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reimplemented to shorten a path to another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._path and self.text():
            metrics, around = self.fontMetrics(), self._words.replace(self._path, "")
            room = self.contentsRect().width() - metrics.horizontalAdvance(around)
            self.setText(self._words.replace(self._path, elided_in_middle(self._path, metrics, room)))
