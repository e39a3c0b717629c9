"""The tabs of an open document: one for the facts and one for each section, built when first shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from model.findings.finding import Finding
from model.findings.marks import counts_of
from model.report.fact_labels import FACTS_TAB
from model.report.report import section_of
from ui.document.open_document import OpenDocument
from ui.view.facts_tab import FactsTab
from ui.view.tab import Tab
from ui.view.tab_bar import MarkedTabBar

if TYPE_CHECKING:
    from ui.view.table_tab import TableTab
    from ui.view.text_tab import TextTab


class SectionTabs(QTabWidget):
    """The tab widget that shows and edits one document."""

    def __init__(self, document: OpenDocument) -> None:
        super().__init__()
        self._document = document
        self._sections = document.report.form.sections
        self._tabs: dict[int, Tab] = {}
        self._changed: set[str] = set()  # since `show_changes_of` was last called
        document.changed.connect(self._note)  # once, not in each call: PySide never frees a connection
        titles = (FACTS_TAB, *(section.tab for section in self._sections))
        self._bar = MarkedTabBar(titles)
        self.setTabBar(self._bar)
        self.setDocumentMode(True)
        self._bar.setDrawBase(False)  # after the mode, which turns it on: its line is white in dark colours
        for title in titles:
            holder = QWidget()  # filled when first shown: building all tabs would make opening slow
            QVBoxLayout(holder).setContentsMargins(0, 0, 0, 0)
            self.addTab(holder, title)
        self.currentChanged.connect(self._enter)

    def tab(self, index: int) -> Tab:
        """Return the tab at an index; build it if it has not been shown yet."""
        if index not in self._tabs:
            tab = self._new_tab(index)
            layout = self.widget(index).layout()
            assert layout is not None
            layout.addWidget(tab)
            tab.show()  # at once: the caller may scroll to a place in it
            self._tabs[index] = tab
        return self._tabs[index]

    def _new_tab(self, index: int) -> FactsTab | TableTab | TextTab:
        """Build the tab at an index; what only tables or only texts need is loaded with the first one."""
        if index == 0:
            return FactsTab(self._document)
        section = self._sections[index - 1]
        if section.grid:
            from ui.view.table_tab import TableTab

            return TableTab(self._document, section)
        from ui.view.text_tab import TextTab

        return TextTab(self._document, section)

    def _enter(self, index: int) -> None:
        self.commit()
        self.tab(index).enter()

    def _place_of(self, name: str) -> int:
        key = section_of(name)
        keys = [section.key for section in self._sections]
        return keys.index(key) + 1 if key in keys else 0

    def go_to(self, name: str, start: int = 0, length: int = 0) -> None:
        """Show a fact, cell or stretch of a text, by name."""
        self.setCurrentIndex(self._place_of(name))
        self.tab(self.currentIndex()).go_to(name, start, length)

    def show_counts(self, findings: Iterable[Finding]) -> None:
        """Show on each tab how many errors and warnings it has."""
        by_tab: dict[int, list[Finding]] = {}
        for finding in findings:
            by_tab.setdefault(self._place_of(finding.cells[0]), []).append(finding)
        for index in range(self.count()):
            self._bar.show_marks(index, counts_of(by_tab.get(index, ())))

    def commit(self) -> None:
        """Write what is being typed to the document, as the last step that undo takes back."""
        for tab in self._tabs.values():
            tab.commit()

    def _note(self, names: set[str]) -> None:
        self._changed |= names

    def show_changes_of(self, act: Callable[[], None]) -> None:
        """Call `act`, then switch to a tab in which it changed something."""
        self._changed.clear()
        act()
        tabs = {self._place_of(name) for name in self._changed}
        if tabs and self.currentIndex() not in tabs:
            self.setCurrentIndex(min(tabs))
