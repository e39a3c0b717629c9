"""A section with a table: its printed heading, the table, and what can be done with all of it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.form.section import Section
from ui.basics.widgets import EDGE, button, label, row, timer
from ui.document.open_document import OpenDocument
from ui.table.form_table import FormTable

SHOWN_FOR = 8000  # milliseconds


class TableTab(QWidget):
    """Shows one section's table."""

    def __init__(self, document: OpenDocument, section: Section) -> None:
        super().__init__()
        assert section.grid is not None
        self.setObjectName("background")
        self._document, self._section, self._grid = document, section, section.grid
        self.table = FormTable(document, section.grid)
        self.zeros = button("空格填 0", self._fill, "zeros")
        self.zeros.setToolTip("把这张表里还没填的格都填上 0，可以撤销")
        self._refusal = label("", "wrong")
        self._refusal.setWordWrap(True)
        self._blanks = label("", "faint")
        self._timer = timer(self, SHOWN_FOR, self._refusal.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, 16, EDGE, 16)
        layout.setSpacing(8)
        layout.addLayout(row(label(section.heading, "heading"), None, self._blanks, self.zeros))
        layout.addWidget(self._refusal)
        layout.addWidget(self.table, 1)
        self._refusal.hide()
        self.table.refused.connect(self.refuse)
        document.changed.connect(self._count)
        self._count()

    def refuse(self, sentence: str) -> None:
        """Shows why something was not taken, over the table."""
        self._refusal.setText(sentence)
        self._refusal.show()
        self._timer.start()

    def _fill(self) -> None:
        if self.table.commit():
            self.table.fill_blanks()
            self.table.setFocus()

    def _count(self) -> None:
        values, unfinished = self._document.report.values, self._document.report.unfinished
        blanks = sum(cell.name not in values for cell in self._grid.inputs)
        wrong = sum(cell.name in unfinished for cell in self._grid.inputs)
        words = [f"还有 {blanks} 格没填"] * bool(blanks) + [f"{wrong} 格写得不对"] * bool(wrong)
        self._blanks.setText("，".join(words) or "已填全")
        self.zeros.setEnabled(blanks > 0)
        self._refusal.setText("")
        self._refusal.hide()

    def go_to(self, name: str) -> None:
        """Brings the cursor to a cell."""
        self.table.setFocus()
        self.table.go_to(self._document.report.form.cells[name])
