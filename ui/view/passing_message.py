"""Messages that go by themselves, one laid over the edge of a widget so that nothing moves when it comes and goes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.basics.widgets import timer

GAP_PX = 6


class PassingLabel(QLabel):
    """A label with a message until its time is over, or until the next question comes up in front of it."""

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
