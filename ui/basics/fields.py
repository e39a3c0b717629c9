"""Input fields for one line and for a choice, which leave shortcuts to the window and the wheel to the page."""

from __future__ import annotations

import re

from PySide6 import QtCore  # whose Qt, with all its enums, is loaded with the first key
from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from model.comparing.kept_place import kept_place
from model.findings.finding import ERROR, SHAPES
from model.report.unseen import without_unseen
from ui.basics.edit_actions import OF_TEXTS, show_edit_menu
from ui.basics.shortcuts import SHORTCUTS
from ui.basics.widgets import label, plain_tip

PLACE_PROPERTY = "place"  # with the name of what a field or a table shows at its cursor
FLAG_MARGIN_PX = 8
LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def mark_wrong(field: QLineEdit, wrong: bool) -> None:
    """Show a field with the border of an error, or with its normal one."""
    _set_styled(field, "wrong", wrong)


def mark_found(field: QWidget, found: bool) -> None:
    """Show a field with the border of what was found while the keys are elsewhere, or with its normal one."""
    _set_styled(field, "found", found)


def _set_styled(field: QWidget, name: str, value: bool) -> None:
    """Set a property that the style sheet knows."""
    if bool(field.property(name)) != value:
        field.setProperty(name, value)
        field.style().unpolish(field)
        field.style().polish(field)


def is_undo(event: QEvent) -> bool:
    """Return whether an event is the key for undo or redo; both belong to the window."""
    keys = QKeySequence.StandardKey
    return isinstance(event, QKeyEvent) and (event.matches(keys.Undo) or event.matches(keys.Redo))


def is_for_window(field: QWidget, event: QEvent) -> bool:
    """Return whether an event asks about a key for undo, redo or another action of the field's window.

    Qt's fields would accept some of them: with X11 Ctrl+E goes to the end of the line."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if not event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
        return is_undo(event)
    keys = QKeySequence(event.keyCombination())
    actions: list[QAction] = list(field.window().findChildren(QAction))
    return is_undo(event) or any(keys in action.shortcuts() for action in actions)


def is_shortcut(event: QKeyEvent, action: str) -> bool:
    """Return whether the key of an event is a shortcut of an action in `SHORTCUTS`."""
    return any(QKeySequence(event.keyCombination()) == QKeySequence(keys) for keys in SHORTCUTS[action])


class LineField(QLineEdit):
    """A line edit; `typed` is emitted with the text at every change by the user."""

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[int, int] | None = None
        self._flag: QLabel | None = None  # made with the first finding
        self.textEdited.connect(self._tell)
        self.setAcceptDrops(False)  # the window opens dropped files

    def _tell(self, text: str) -> None:
        """Emit what was typed or pasted, and show it, without letters that nobody sees."""
        whole = without_surrogates(text)
        seen = without_unseen(whole)
        if seen != whole:
            behind = without_unseen(_behind(text, self.cursorPosition()))
            self.setText(seen)
            self.setCursorPosition(_units(seen) - _units(behind))
        self.typed.emit(seen)

    def event(self, event: QEvent) -> bool:
        """Reimplemented to leave the window's shortcuts to the window."""
        if is_for_window(self, event):
            event.ignore()
            return False
        return super().event(event)

    def flag(self, words: str, tip: str) -> None:
        """Show at the end of the field how many findings it has, such as ▲2, with what they say as the tool tip."""
        if not self._flag and words:
            self._flag = label("")
            self._flag.setParent(self)
        if self._flag:
            self._flag.setText(words)
            self._flag.setObjectName("wrong" if SHAPES[ERROR] in words else "warn")
            self._flag.style().polish(self._flag)
            self._flag.setVisible(bool(words))
            self._place_flag()
            self.setToolTip(plain_tip(tip))

    def _place_flag(self) -> None:
        if self._flag:
            self._flag.adjustSize()
            room = self._flag.width() + FLAG_MARGIN_PX
            self._flag.move(self.width() - room, (self.height() - self._flag.height()) // 2)
            self.setTextMargins(0, 0, room if self._flag.text() else 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reimplemented to keep the flag at the end."""
        super().resizeEvent(event)
        self._place_flag()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Reimplemented for a menu with the window's undo."""
        if not show_edit_menu(self, OF_TEXTS, event.globalPos()):
            super().contextMenuEvent(event)

    def select(self, start: int, length: int) -> None:
        """Select `length` characters from `start`, both in Python's count."""
        units = [_units(self.text()[:place]) for place in (start, start + length)]
        self._found = (units[0], units[1] - units[0])
        self.setSelection(*self._found)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Reimplemented to keep a match selected when the focus returns to the find bar."""
        super().focusOutEvent(event)
        if self._found:
            self.setSelection(*self._found)
            self._found = None

    def show_text(self, text: str) -> None:
        """Set the text; the cursor stays where it was in what is left of it."""
        before = self.text()
        if before != text:
            place = len(before.encode("utf-16-le")[: 2 * self.cursorPosition()].decode("utf-16-le", "replace"))
            self.setText(text)
            self.setCursorPosition(len(text[: kept_place(place, before, text)].encode("utf-16-le")) // 2)


class Choice(QComboBox):
    """A combo box that ignores the mouse wheel."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Reimplemented to let the page scroll."""
        event.ignore()


def _units(text: str) -> int:
    """Return the length of a text in Qt's count."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _behind(text: str, place: int) -> str:
    """Return what stands in a text behind a place in Qt's count."""
    return text.encode("utf-16-le", "surrogatepass")[2 * place :].decode("utf-16-le", "replace")


def without_surrogates(text: str) -> str:
    """Return the text with lone surrogates replaced: UTF-8 cannot hold them."""
    if not LONE_SURROGATE.search(text):
        return text
    return LONE_SURROGATE.sub("\ufffd", text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
