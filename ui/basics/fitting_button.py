"""A button that says as much as it has room for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.basics.widgets import tell_by_keys

PADDING_PX = 14  # on both sides together, as in the style sheet


class FittingButton(QPushButton):
    """A button without a border; its words never make a window wider."""

    def __init__(self, act: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("quiet")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: act())
        self._choice: Sequence[str] = [""]

    def say(self, choice: Sequence[str]) -> None:
        """Show the first of these words that fits, the last if none does; a screen reader has the first."""
        self._choice = choice
        self.setAccessibleName(choice[0])
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reimplemented to choose again for another width."""
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reimplemented to show the tool tip to those who work without a mouse."""
        super().focusInEvent(event)
        if self.text() != self._choice[0]:
            tell_by_keys(self, event)

    def _fit(self) -> None:
        room, width = self.width() - PADDING_PX, self.fontMetrics().horizontalAdvance
        self.setText(next((words for words in self._choice if width(words) <= room), self._choice[-1]))
