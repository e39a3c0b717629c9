"""A message laid over the lower or upper edge of a widget for a while, so that nothing moves when it comes and goes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.basics.widgets import timer

GAP_PX = 6


class PassingMessage(QLabel):
    """Lies over `under`, a child of the same parent, until `clear`, a click on it, or the end of its time."""

    def __init__(self, under: QWidget, stays_ms: int) -> None:
        super().__init__(under.parentWidget())
        self.setObjectName("bubble")
        self.setWordWrap(True)
        self.hide()
        self._under, self._clear_of = under, QRect()
        self._end = timer(self, stays_ms, self.clear)
        under.installEventFilter(self)

    def say(self, sentence: str, clear_of: QRect) -> None:
        """Show a sentence at that edge which leaves a rectangle free, in coordinates of the widget under it."""
        self._clear_of = clear_of
        self.setText(sentence)
        self._place()
        self.show()
        self.raise_()
        self._end.start()

    def clear(self) -> None:
        """Reimplemented to hide the message too."""
        super().clear()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Reimplemented to follow the size of the widget under the message."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.text():
            self._place()
        return False

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
