"""The card of what was read, and how a clerk fills in what is open on it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from model.draft.draft_file import load_draft
from tests.clerk import type_number, write
from tests.model.reading.pages import page_of, table_of
from tests.samples import EXAMPLE
from ui.basics.fields import LineField
from ui.reading.import_dialog import ImportDialog
from ui.table.form_table import FormTable

KEYS = Qt.Key


class Decided(ImportDialog):
    """An import card on which the clerk has decided beforehand."""

    decision = "next"
    corrections: dict[str, str] = {}  # noqa: RUF012

    def exec(self) -> int:
        self.show()
        for name, text in self.corrections.items():
            type_into(self, name, text)
        if self.decision and not self.choice:
            self.buttons[self.decision].click()
            return True
        self.hide()
        return False  # shown a second time, it is given up


def table_at(card: ImportDialog, name: str) -> FormTable:
    """The table with a cell in the first tab that has it; the cell is the current one."""
    card.tabs.go_to(name)
    tables = card.tabs.currentWidget().findChildren(FormTable)
    return next(table for table in tables if table.current.name == name)


def type_into(card: ImportDialog, name: str, text: str) -> None:
    """Types into a cell, or a fact's field, of a card that is shown."""
    if name in card.document.report.form.cells:
        type_number(table_at(card, name), text)
    else:
        card.tabs.go_to(name)
        field = card.tabs.findChild(LineField, name)
        field.selectAll()
        write(field, text)


def said_of(card: ImportDialog, name: str) -> str:
    """What the card says of a cell or a fact when the clerk goes there."""
    card.tabs.go_to(name)
    return card.said.toPlainText()


def shown(window, section: str):
    window.workspace.session.view.editor.go_to(
        next(n for n in window.workspace.session.document.report.form.inputs if n.startswith(section))
    )
    return window.workspace.session.view.editor.tab(window.workspace.session.view.editor.currentIndex()).table


def doubtful_page(**numbers: object) -> bytes:
    report = load_draft(EXAMPLE)[0]
    shown = report.numbers() | {f"requests.{name.replace('__', '.')}": number for name, number in numbers.items()}
    return page_of(report, lambda grid, _: table_of(grid, shown)).encode()
