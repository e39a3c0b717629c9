"""Messages that go by themselves, one laid over the edge of a widget so that nothing moves when it comes and goes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize
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
        self._under = under
        self._clear_of: Sequence[QRect] = ()
        under.installEventFilter(self)

    def say(self, sentence: str, clear_of: Sequence[QRect]) -> None:
        """Show a sentence where it leaves these rectangles free, the last first, in coordinates of the widget under it."""
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
        room = QSize(min(self._width_of_a_line, under.width()), 0)
        room.setHeight(self.heightForWidth(room.width()))
        taken = [one.translated(under.topLeft()) for one in self._clear_of]
        places = [QRect(QPoint(under.left(), top), room) for top in self._tops(under, taken, room.height())]
        free = (place for place in places if not any(map(place.intersects, taken)))
        self.setGeometry(next(free, places[-1]))

    def _tops(self, under: QRect, taken: Sequence[QRect], height: int) -> list[int]:
        """Return where it may begin: at the lower edge, above what is to be left free, at the upper edge, or above that."""
        above = [one.top() - GAP_PX - height for one in reversed(taken)]
        lowest = under.bottom() - height - GAP_PX
        within = [top for top in (lowest, *above, under.top() + GAP_PX) if top > under.top()]
        return [*within, max(0, under.top() - height - GAP_PX)]

    @property
    def _width_of_a_line(self) -> int:
        """The width that the sentence takes in one line."""
        self.setWordWrap(False)
        width = self.sizeHint().width()
        self.setWordWrap(True)
        return width


def cursor_in(area: QWidget) -> Sequence[QRect]:
    """Return where the cursor is in an area, in the area's coordinates; nothing if it is elsewhere."""
    field = area.focusWidget()
    where = field.inputMethodQuery(QtCore.Qt.InputMethodQuery.ImCursorRectangle) if field else None
    if field is None or not isinstance(where, QRect | QRectF):
        return ()
    return (QRectF(where).toAlignedRect().translated(field.mapTo(area, QPoint())),)
