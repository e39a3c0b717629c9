"""The tables of an open report, for tests that type into them."""

from __future__ import annotations

from PySide6.QtCore import Qt

KEYS, HELD = Qt.Key, Qt.KeyboardModifier


ALL = ("disclosure", "requests", "disputes")


def shown(window, section: str):
    window.workspace.session.view.editor.show_tab_of(section)
    tab = window.workspace.session.view.editor.tab_of(section)
    tab.table.setFocus()
    return tab.table


def refusal(table) -> str:
    return table.parentWidget()._refusal.text()


def at(table, name: str):
    table.go_to(table._document.report.form.cells[name])
    return table


def numbers(table):
    return table._document.numbers
