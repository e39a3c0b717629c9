"""The lines of help, one under each tab of a report."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.document.open_document import OpenDocument
from ui.help.help_line import HelpLine
from ui.view.section_tabs import SectionTabs
from ui.view.tab import Tab


class HelpLines(QObject):
    """Adds the line that says what is counted where the cursor is under each tab that is built.

    A click on one calls `help`; `follow` is called with each step of the cursor."""

    def __init__(
        self, document: OpenDocument, editor: SectionTabs, help_: Callable[[], object], follow: Callable[[], object]
    ) -> None:
        super().__init__(editor)
        self._document, self._editor, self._help, self._follow = document, editor, help_, follow
        self._is_on = False
        self.lines: list[HelpLine] = []
        editor.built.connect(self._add)

    def _add(self, tab: Tab) -> None:
        assert isinstance(tab, QWidget)
        if not tab.place:
            return
        line = HelpLine(lambda: tab.place, lambda: self._document.report)
        line.clicked.connect(self._help)
        line.moved.connect(self._follow)
        self._editor.moved.connect(line.follow)
        holder = tab.parentWidget()
        layout = holder.layout() if holder else None
        assert layout is not None
        layout.addWidget(line)
        self.lines.append(line)
        line.setVisible(self._is_on)

    def show_all(self, on: bool) -> None:
        """Show or hide them, also those of the tabs that are built later."""
        self._is_on = on
        for line in self.lines:
            line.setVisible(on)
