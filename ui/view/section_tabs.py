"""The tabs of an open document, one for the basic facts and one for each section; a tab is built when first shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from model.findings.finding import Finding
from model.findings.marks import counts_of
from model.report.report import section_of
from ui.basics.scroll_page import ScrollPage
from ui.document.open_document import OpenDocument
from ui.view.facts_tab import TAB, FactsTab
from ui.view.table_tab import TableTab
from ui.view.text_tab import TextTab

Tab = FactsTab | TableTab | TextTab


class SectionTabs(QTabWidget):
    """Shows and edits one document."""

    def __init__(self, document: OpenDocument) -> None:
        super().__init__()
        self._document = document
        self._sections = document.report.form.sections
        self._tabs: dict[int, Tab] = {}
        self._changed: set[str] = set()  # since something was last followed
        document.changed.connect(self._note)  # once: PySide never frees a connection that is made anew each time
        self.setDocumentMode(True)
        for title in (TAB, *(section.tab for section in self._sections)):
            holder = QWidget()
            QVBoxLayout(holder).setContentsMargins(0, 0, 0, 0)
            self.addTab(holder, title)
        self.tab(0)
        self.currentChanged.connect(self._enter)

    def tab(self, index: int) -> Tab:
        """The tab of that number, built if it has not been yet."""
        if index not in self._tabs:
            tab = self._tabs[index] = self._built(index)
            layout = self.widget(index).layout()
            assert layout is not None
            layout.addWidget(tab)
            tab.show()  # the layout would do it only later, when somebody may be looking for a place in it already
        return self._tabs[index]

    def _built(self, index: int) -> Tab:
        if index == 0:
            return FactsTab(self._document)
        section = self._sections[index - 1]
        return TableTab(self._document, section) if section.grid else TextTab(self._document, section)

    def _enter(self, index: int) -> None:
        self.commit()
        tab = self.tab(index)
        if isinstance(tab, TableTab):
            tab.table.setFocus()

    def _place_of(self, name: str) -> int:
        key = section_of(name)
        keys = [section.key for section in self._sections]
        return keys.index(key) + 1 if key in keys else 0

    def go_to(self, name: str, start: int = 0, length: int = 0) -> None:
        """Shows a fact, a cell or a stretch of a text, by its name."""
        self.setCurrentIndex(self._place_of(name))
        tab = self.tab(self.currentIndex())
        if isinstance(tab, TextTab):
            tab.go_to(name, start, length)
        else:
            tab.go_to(name)
            if isinstance(tab, FactsTab) and length:
                tab.opening.select(start, length)

    def show_counts(self, findings: Iterable[Finding]) -> None:
        """Shows on each tab how many errors and warnings it has."""
        by_tab: dict[int, list[Finding]] = {}
        for finding in findings:
            by_tab.setdefault(self._place_of(finding.cells[0]), []).append(finding)
        for index, title in enumerate((TAB, *(section.tab for section in self._sections))):
            counts = counts_of(by_tab.get(index, ()))
            text = f"{title} {counts}" if counts else title
            if self.tabText(index) != text:
                self.setTabText(index, text)

    def commit(self) -> None:
        """Takes over what stands in an open field, as the last thing done; in the other tabs every keystroke is."""
        for tab in self._tabs.values():
            if isinstance(tab, TableTab):
                tab.table.take_over()

    def _note(self, names: set[str]) -> None:
        self._changed |= names

    def following(self, act: Callable[[], None]) -> None:
        """Does something and shows the tab in which it changed anything."""
        self._changed.clear()
        act()
        tabs = {self._place_of(name) for name in self._changed}
        if tabs and self.currentIndex() not in tabs:
            self.setCurrentIndex(min(tabs))

    def changeEvent(self, event: QEvent) -> None:
        """Keeps the columns readable in a new font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for tab in self._tabs.values():
                if isinstance(tab, ScrollPage):
                    tab.fit()
