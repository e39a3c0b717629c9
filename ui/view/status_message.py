"""A message at the lower edge of a report, for a while."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from model.faults import on_one_line
from ui.basics.announcing import announce
from ui.basics.defaults import STATUS_MESSAGE_MS
from ui.basics.line_lengths import elided, elided_in_middle
from ui.basics.widgets import plain_tip
from ui.view.passing_message import PassingLabel

LEAST_PATH_CHARACTERS = 16  # of a path, with fewer it could be any
SLACK_PX = 8  # lest a rounded width costs the last character


class StatusMessage(PassingLabel):
    """Takes no room while it says nothing, one line otherwise; the tool tip and a screen reader have all of it."""

    def __init__(self) -> None:
        super().__init__(STATUS_MESSAGE_MS)
        self.setObjectName("faint")
        self.setWordWrap(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._words = self._path = ""

    def say(self, words: str, path: str = "") -> bool:
        """Show a message, and have it said; return whether all of it can be read, but for the middle of a path in it.

        One that cannot is cut off at its end."""
        self._words, self._path = on_one_line(words), on_one_line(path)
        self.setMaximumWidth(self.fontMetrics().horizontalAdvance(self._words) + SLACK_PX)
        self.setToolTip(plain_tip(self._words))
        self.setAccessibleName(self._words)
        self.pass_by(self._words)
        announce(self.parentWidget(), self._words)
        if layout := self.parentWidget().layout():
            layout.activate()  # or its width would be that of another message
        return self._fit()

    def clear(self) -> None:
        """Reimplemented to forget the words that the tool tip and a screen reader had."""
        super().clear()
        self._words = self._path = ""
        self.setToolTip("")
        self.setAccessibleName("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reimplemented to shorten what is said to another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> bool:
        """Shorten what is said to the width; return whether its end is seen."""
        if not self.text():
            return True
        metrics, words, room = self.fontMetrics(), self._words, self.contentsRect().width()
        path = self._path
        if path:
            beside = metrics.horizontalAdvance(words.replace(path, ""))
            path = elided_in_middle(path, metrics, room - beside)
            words = words.replace(self._path, path)
        self.setText(elided(words, metrics, room))
        return self.text() == words and len(path) >= min(len(self._path), LEAST_PATH_CHARACTERS)
