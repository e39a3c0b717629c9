"""The tab of a section with a table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6 import QtCore  # whose Qt, with all its enums, is loaded with the first key
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.form.section import Section
from model.report.disclosure_sources import sources_section
from ui.basics.announcing import announce
from ui.basics.defaults import LEAST_LIST_HEIGHT_PX, REFUSAL_MESSAGE_MS
from ui.basics.shortcuts import with_key
from ui.basics.widgets import SPACING_PX, button, label, row
from ui.document.open_document import OpenDocument
from ui.table.form_table import FormTable
from ui.table.source_field import SourceField
from ui.view.passing_message import PassingMessage


class TableTab(QWidget):
    """Shows the heading and table of one section, with what can be done with all of it."""

    def __init__(self, document: OpenDocument, section: Section, guide: Callable[[], object] | None = None) -> None:
        """Create the tab; `guide` opens the guide to its rows, for which there is a button then."""
        super().__init__()
        assert section.grid is not None
        self.setObjectName("background")
        self._document, self._section, self._grid = document, section, section.grid
        self.table = FormTable(document, section.grid, self)  # first of all, where the keys go to
        self.table.setMinimumHeight(LEAST_LIST_HEIGHT_PX)
        self.zeros = button("空格填 0", self._fill, "zeros")
        self.zeros.setToolTip(with_key("把这张表里还没填的格都填上 0，可以撤销", "fill_zeros"))
        self._blanks = label("", "faint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACING_PX, 4, 2 * SPACING_PX, 4)
        layout.setSpacing(4)
        heading = label(section.heading, "heading")
        heading.setBuddy(self.table)  # names it; an accessible name would have its accessibility object made at once
        self.guide = button("归到哪一行…", guide) if guide else None
        self._line = row(heading, None, self._blanks, *([self.guide] if self.guide else []), self.zeros)
        layout.addLayout(self._line)
        layout.addWidget(self.table, 1)
        has_sources = section == sources_section(document.report.form)
        self.source = SourceField(document, self.table) if has_sources else None
        if self.source:
            layout.addWidget(self.source)
        self._refusal = PassingMessage(self.table, REFUSAL_MESSAGE_MS)
        self.table.cells_moved.connect(self._align)
        self.table.refused.connect(self.refuse)
        self.table.current_changed.connect(lambda _: self._refusal.clear())
        document.changed.connect(self._count)
        self._count()

    def _align(self) -> None:
        """Let the lines above and below a narrow table end where that does."""
        free, needed = self.table.free_width, self._line.sizeHint().width() - self._line.contentsMargins().right()
        right = min(free, max(0, self.table.width() - needed))
        if right != self._line.contentsMargins().right():
            self._line.setContentsMargins(0, 0, right, 0)
            if self.source:
                self.source.setContentsMargins(0, 0, right, 0)

    def refuse(self, sentence: str) -> None:
        """Show over the table why an input was refused; "" for no reason any more."""
        if not sentence:
            self._refusal.clear()
            return
        self._refusal.say(sentence, (self.table.heading_rect, self.table.cell_rect(self.table.current)))
        announce(self.table, sentence, urgent=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Reimplemented: Esc takes away why an input was refused."""
        if event.key() == QtCore.Qt.Key.Key_Escape and self._refusal.isVisible():
            self._refusal.clear()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        self.table.fill_blanks()
        if not self.table.editor:
            self.table.setFocus()

    def _count(self) -> None:
        values, unfinished = self._document.report.values, self._document.report.unfinished
        blanks = sum(cell.name not in values for cell in self._grid.inputs)
        wrong = sum(cell.name in unfinished for cell in self._grid.inputs)
        words = [f"还有 {blanks} 格没填"] * bool(blanks) + [f"{wrong} 格写得不对"] * bool(wrong)
        self._blanks.setText("，".join(words) or "已填全")
        self.zeros.setEnabled(blanks > 0)
        self._refusal.clear()

    @property
    def place(self) -> str:
        """The name of the current cell."""
        return self.table.current.name

    def enter(self) -> None:
        """Give the focus to the table."""
        self.table.setFocus()
        self.table.tell_selection()

    def commit(self, asking: bool = True) -> None:
        """Write what is being typed into a cell to the document, even if it is no valid value."""
        self.table.take_over(asking)

    def go_to(self, name: str, start: int = 0, length: int = 0) -> None:
        """Make a cell the current one, or go to the source of its row; neither has stretches to select."""
        if self.source and self.source.is_source(name):
            self.source.show_source(name)
            self.source.field.setFocus()
            return
        self.table.setFocus()
        self.table.go_to(next(cell for cell in self._grid.numbers if cell.name == name))

    def show_change(self, names: set[str]) -> None:
        """Go to the first of the cells; show the first source that has changed, if no cell has."""
        changed = [cell for cell in self._grid.inputs if cell.name in names]
        if changed:
            self.table.go_to(self.table.current if self.table.current in changed else changed[0])
        elif self.source:
            for name in sorted(filter(self.source.is_source, names))[:1]:
                self.source.show_source(name)
