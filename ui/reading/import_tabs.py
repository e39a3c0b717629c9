"""The tabs of the import dialog: those of the form around what was read, and which cell or fact the user is at."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from model.reading.reading import Reading
from model.report.fact_labels import FACT_NAMES
from ui.basics.fields import LineField
from ui.document.open_document import OpenDocument
from ui.reading.import_pages import LEFT_OUT_TAB, NEEDED_TAB, LeftOutPage, NeededPage, left_out_count
from ui.table.form_table import FormTable
from ui.view.facts_tab import FactsTab
from ui.view.section_tabs import OwnTab, SectionTabs
from ui.view.table_tab import TableTab


class ImportTabs(SectionTabs):
    """Edits the document made of a reading, with the cells in `needed` on a first tab of their own, and what was not read.

    `arrived` is emitted with the name of the cell or fact that the user has come to, "" where there is none."""

    arrived = Signal(str)

    def __init__(self, document: OpenDocument, reading: Reading, needed: Sequence[str]) -> None:
        needed_tab = OwnTab(NEEDED_TAB, partial(NeededPage, document, needed, reading.notes), tuple(needed))
        lines = left_out_count(reading)
        left_out = [OwnTab(f"{LEFT_OUT_TAB}（{lines}）", partial(LeftOutPage, reading))] * bool(lines)
        # What was not read stands second, where it can be seen in any width, but is not what one begins with.
        before, behind = ([needed_tab, *left_out], []) if needed else ([], left_out)
        super().__init__(document, before, behind)
        self._bar.setProperty("dense", True)  # two tabs more than the main window has
        self.built.connect(self._attend)
        self.currentChanged.connect(lambda: self._arrive_at(self.window().focusWidget()))

    def _attend(self, tab: QWidget) -> None:
        """Follow the focus and the current cell in a tab that was built; hide what is for this year's report only."""
        tables: list[FormTable] = list(tab.findChildren(FormTable))
        fields: list[QWidget] = [*tab.findChildren(LineField), *tab.findChildren(QPlainTextEdit)]
        for table in tables:
            table.current_changed.connect(self.arrived)
        for watched in (*tables, *fields):
            watched.installEventFilter(self)
        inside: list[TableTab] = list(tab.findChildren(TableTab))
        for one in (tab, *inside):
            if isinstance(one, TableTab):
                one.zeros.hide()  # one click would fill what is open
        if isinstance(tab, FactsTab):
            tab.today.hide()
            self._show_open_facts(tab)

    def _show_open_facts(self, tab: FactsTab) -> None:
        for one in self._document.checked.findings:
            if field := tab.findChild(LineField, one.cells[0]):
                field.setPlaceholderText(one.message)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Reimplemented to tell which cell or fact gets the focus."""
        if event.type() == QEvent.Type.FocusIn:
            self._arrive_at(watched)
        return super().eventFilter(watched, event)

    def _arrive_at(self, watched: QObject | None) -> None:
        name = watched.current.name if isinstance(watched, FormTable) else watched.objectName() if watched else ""
        self.arrived.emit(name if name in FACT_NAMES or isinstance(watched, FormTable) else "")
