"""The entries of 编辑 that belong to what has the focus: they do there what their keys do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QWidget

from ui.basics.shortcuts import key_name

OF_TEXTS = ("undo", "redo", "", "cut", "copy", "paste", "delete", "", "select_all")
OF_TABLES = ("undo", "redo", "", "cut", "copy", "paste", "delete", "", "fill_down", "fill_zeros", "select_all")


def press(widget: QWidget, action: str) -> bool:
    """Do in a widget what the key of an action does there; return whether the widget knows it."""
    if action == "delete" and not _has_selection(widget):
        return True  # the key would delete the next character
    keys = QKeySequence(key_name(action))[0]  # type: ignore[index]  # the stubs do not know it
    event = QKeyEvent(QEvent.Type.KeyPress, keys.key(), keys.keyboardModifiers())
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def _has_selection(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.hasSelectedText()
    return not isinstance(widget, QPlainTextEdit) or widget.textCursor().hasSelection()


def show_edit_menu(widget: QWidget, names: Sequence[str], place: QPoint) -> bool:
    """Show actions of the widget's window as its context menu; return False if the window has none, as a dialog.

    So undo is the one of the window, of all that was done, and not a field's own. An empty name is a separator."""
    actions = {name: widget.window().findChild(QAction, name) for name in names if name}
    if not all(actions.values()):
        return False
    menu = QMenu(widget)
    for name in names:
        if isinstance(action := actions.get(name), QAction):
            menu.addAction(action)
        else:
            menu.addSeparator()
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(place)
    return True
