"""The fields and tables of an open report, for tests that type into them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.clerk import write

KEYS = Qt.Key


def field(window, name: str) -> QLineEdit:
    editor = window.workspace.session.view.editor
    editor.show_tab_of(name)
    return editor.tab_of(name).findChild(QLineEdit, name)


def table(window, section: str):
    window.workspace.session.view.editor.setCurrentIndex(window.workspace.session.view.editor.index_of(section))
    return window.workspace.session.view.editor.tab(window.workspace.session.view.editor.currentIndex()).table


def write_fact(window, name: str, text: str) -> None:
    field(window, name).selectAll()
    write(field(window, name), text)


def settle() -> None:
    """Lets every layout finish: each asks the one around it."""
    for _ in range(10):
        QApplication.processEvents()


def message(window) -> str:
    """What is said at the lower edge, or over it where it takes more room."""
    view = window.workspace.session.view
    return view._said.text() or view._long_message.text()
