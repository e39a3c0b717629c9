"""Fields for one line and for a choice, that leave the window its keys and let the wheel scroll the page."""

from __future__ import annotations

import re

from PySide6 import QtCore  # whose Qt, with all its enums, is loaded with the first key
from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def mark_wrong(field: QLineEdit, wrong: bool) -> None:
    """Draws the field's border in the colour of a fault, or no longer."""
    if bool(field.property("wrong")) != wrong:
        field.setProperty("wrong", wrong)
        field.style().unpolish(field)
        field.style().polish(field)


def is_undo(event: QEvent) -> bool:
    """Whether keys mean undo or redo, which are the window's."""
    keys = QKeySequence.StandardKey
    return isinstance(event, QKeyEvent) and (event.matches(keys.Undo) or event.matches(keys.Redo))


def is_for_window(field: QWidget, event: QEvent) -> bool:
    """Whether keys that a field is asked about mean undo or redo, or an action of its window.

    Qt's fields would keep some of them: with X11 Ctrl+E goes to the end of the line."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if not event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
        return is_undo(event)
    keys = QKeySequence(event.keyCombination())
    actions: list[QAction] = list(field.window().findChildren(QAction))
    return is_undo(event) or any(keys in action.shortcuts() for action in actions)


class LineField(QLineEdit):
    """A line of text; `typed` gives it at every keystroke."""

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[int, int] | None = None
        self.textEdited.connect(lambda text: self.typed.emit(storable(text)))
        self.setAcceptDrops(False)  # a file dropped here is for the window to open

    def event(self, event: QEvent) -> bool:
        """Leaves the window's keys to the window."""
        if is_for_window(self, event):
            event.ignore()
            return False
        return super().event(event)

    def select(self, start: int, length: int) -> None:
        """Selects `length` characters from the one numbered `start` (in Python's count)."""
        units = [len(self.text()[:place].encode("utf-16-le")) // 2 for place in (start, start + length)]
        self._found = (units[0], units[1] - units[0])
        self.setSelection(*self._found)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was found stays marked while the cursor goes back to the bar that finds."""
        super().focusOutEvent(event)
        if self._found:
            self.setSelection(*self._found)
            self._found = None

    def show_text(self, text: str) -> None:
        """Shows another text, leaving the cursor alone where it is the same."""
        if self.text() != text:
            self.setText(text)


class Choice(QComboBox):
    """A choice that the wheel does not change while the page scrolls under it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Lets the page scroll."""
        event.ignore()


def storable(text: str) -> str:
    """The text without halves of characters, which no file can hold."""
    if not LONE_SURROGATE.search(text):
        return text
    return LONE_SURROGATE.sub("\ufffd", text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
