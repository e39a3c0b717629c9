"""What a clerk does with her hands."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from model.report.cell_numbers import Number, number_shown
from ui.table.form_table import FormTable
from ui.window.main_window import MainWindow

KEYS = Qt.Key


def write(widget: QWidget, text: str) -> None:
    """Types a text: ASCII by the keys, the rest as an input method commits it."""
    for piece in re.findall(r"[ -~]+|[^ -~]+", text):
        if piece.isascii():
            QTest.keyClicks(widget, piece)
        else:
            event = QInputMethodEvent("", [])
            event.setCommitString(piece)
            QApplication.sendEvent(widget, event)


def type_number(table: FormTable, text: str, leave: Qt.Key | None = KEYS.Key_Return) -> None:
    """Types into the current cell and leaves it by a key."""
    write(table, text[0])
    if table.editor:
        write(table.editor, text[1:])
        if leave is not None:
            QTest.keyClick(table.editor, leave)


def type_table(table: FormTable, names: list[str], numbers: dict[str, Number]) -> None:
    """Fills in a table from its first cell, row by row, with Tab between the cells."""
    for name in names:
        assert table.current.name == name
        type_number(table, number_shown(numbers[name]), KEYS.Key_Tab)


def paste(widget: QWidget, text: str) -> None:
    """Pastes a text that was copied elsewhere."""
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(widget, KEYS.Key_V, Qt.KeyboardModifier.ControlModifier)


def shortcut(window: MainWindow, keys: str) -> None:
    """Chooses the command that has these keys, as the keys would."""
    action = next(
        a
        for a in window.findChildren(type(window.menu_actions["save"]))
        if keys in [k.toString() for k in a.shortcuts()]
    )
    action.trigger()


def click(widget: QWidget) -> None:
    """Clicks in the middle of a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def menu_of(widget: QWidget) -> QMenu:
    """The context menu of a widget, opened in its middle."""
    place = widget.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def chosen_from_menu(widget: QWidget, words: str) -> None:
    """Chooses an entry from the context menu of a widget."""
    menu = menu_of(widget)
    entry: QAction = next(entry for entry in menu.actions() if entry.text().startswith(words))
    menu.close()
    entry.trigger()
