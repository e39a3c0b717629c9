"""The card of what was read, and how its lines are found."""

from __future__ import annotations

from PySide6.QtCore import Qt

from model.draft.draft_file import load_draft
from tests.model.reading.pages import page_of, table_of
from tests.samples import EXAMPLE
from ui.dialogs.import_dialog import NAME_ROLE, PLACE, VALUE, ImportDialog

KEYS = Qt.Key


class Decided(ImportDialog):
    """An import card on which the clerk has decided beforehand."""

    decision = "next"
    corrections: dict[str, str] = {}  # noqa: RUF012

    def exec(self) -> int:
        for name, text in self.corrections.items():
            item_of(self, name).setText(VALUE, text)
        if self.decision and not self.choice:
            self.buttons[self.decision].click()
            return True
        return False  # shown a second time, it is given up


def items_of(card: ImportDialog, name: str):
    groups = [card.tree.topLevelItem(number) for number in range(card.tree.topLevelItemCount())]
    items = [group.child(place) for group in groups for place in range(group.childCount())]
    return [item for item in items if item.data(PLACE, NAME_ROLE) == name]


def item_of(card: ImportDialog, name: str):
    return items_of(card, name)[0]


def shown(window, section: str):
    window.workspace.session.view.editor.go_to(
        next(n for n in window.workspace.session.document.report.form.inputs if n.startswith(section))
    )
    return window.workspace.session.view.editor.tab(window.workspace.session.view.editor.currentIndex()).table


def doubtful_page(**numbers: object) -> bytes:
    report = load_draft(EXAMPLE)[0]
    shown = report.numbers() | {f"requests.{name.replace('__', '.')}": number for name, number in numbers.items()}
    return page_of(report, lambda grid, _: table_of(grid, shown)).encode()
