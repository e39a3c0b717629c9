"""The tables of an open report, for tests that type into them."""

from __future__ import annotations

from PySide6.QtCore import Qt

KEYS, HELD = Qt.Key, Qt.KeyboardModifier


ALL = {"disclosure": 2, "requests": 3, "disputes": 4}


def shown(window, section: str):
    window.workspace.session.view.editor.setCurrentIndex(ALL[section])
    tab = window.workspace.session.view.editor.tab(ALL[section])
    tab.table.setFocus()
    return tab.table


def refusal(table) -> str:
    return table.parentWidget()._refusal.text()


def at(table, name: str):
    table.go_to(table._document.report.form.cells[name])
    return table


def numbers(table):
    return table._document.numbers
