"""A message at the lower edge of a report, for a while."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from model.faults import on_one_line
from ui.basics.announcing import announce
from ui.basics.defaults import STATUS_MESSAGE_MS
from ui.basics.fitting_button import elided, elided_in_middle
from ui.basics.widgets import plain_tip
from ui.view.passing_message import PassingLabel

SLACK_PX = 8  # lest a rounded width costs the last character


class StatusMessage(PassingLabel):
    """Takes no room while it says nothing, one line otherwise; the tool tip and a screen reader have all of it."""

    def __init__(self) -> None:
        super().__init__(STATUS_MESSAGE_MS)
        self.setObjectName("faint")
        self.setWordWrap(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._words = self._path = ""

    def say(self, words: str, path: str = "") -> None:
        """Show a message, and have it said; where there is little room it loses its end, or the middle of a path in it."""
        self._words, self._path = on_one_line(words), on_one_line(path)
        self.setMaximumWidth(self.fontMetrics().horizontalAdvance(self._words) + SLACK_PX)
        self.setToolTip(plain_tip(self._words))
        self.setAccessibleName(self._words)
        self.pass_by(self._words)
        self._fit()
        announce(self.parentWidget(), self._words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reimplemented to shorten what is said to another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self.text():
            return
        metrics, words, room = self.fontMetrics(), self._words, self.contentsRect().width()
        if self._path:
            beside = metrics.horizontalAdvance(words.replace(self._path, ""))
            words = words.replace(self._path, elided_in_middle(self._path, metrics, room - beside))
        self.setText(elided(words, metrics, room))
