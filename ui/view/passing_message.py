"""A message laid over the lower or upper edge of a widget for a while, so that nothing moves when it comes and goes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.basics.passing_label import PassingLabel

GAP_PX = 6


class PassingMessage(PassingLabel):
    """Lies over `under`, a child of the same parent, until `clear`, a click on it, or the end of its time."""

    def __init__(self, under: QWidget, stays_ms: int) -> None:
        super().__init__(stays_ms, under.parentWidget())
        self.setObjectName("bubble")
        self._under, self._clear_of = under, QRect()
        under.installEventFilter(self)

    def say(self, sentence: str, clear_of: QRect) -> None:
        """Show a sentence at that edge which leaves a rectangle free, in coordinates of the widget under it."""
        self._clear_of = clear_of
        self.pass_by(sentence)
        self._place()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Reimplemented to follow the size of the widget under the message."""
        if watched is self._under and event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.text():
            self._place()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Reimplemented to go away on a click, which must not reach what cannot be seen."""
        self.clear()

    def _place(self) -> None:
        under = self._under.geometry()
        width = min(self.sizeHint().width(), under.width())
        height = self.heightForWidth(width)
        top = under.bottom() - height - GAP_PX
        if top < under.top() + self._clear_of.bottom() + GAP_PX:
            top = under.top() + GAP_PX
        self.setGeometry(under.left(), top, width, height)
