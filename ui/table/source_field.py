"""The field under a table for where the counts in its current row come from."""

from __future__ import annotations

from dataclasses import replace

from PySide6 import QtCore
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from model.report.disclosure_sources import source_cells, source_labels, source_name
from ui.basics.announcing import describe
from ui.basics.fields import LineField
from ui.basics.widgets import SPACING_PX, label
from ui.document.open_document import OpenDocument
from ui.table.form_table import FormTable

EXAMPLE = "只印在自查表上，例：司法局备案目录，3 件"
FROM_LAST_YEAR = "上年写的：没有变就按回车，变了请改"


class SourceField(QWidget):
    """A field that follows the current cell of a table and writes every keystroke to the document.

    Enter accepts what was taken over from last year and goes back to the table, as Esc does."""

    def __init__(self, document: OpenDocument, table: FormTable) -> None:
        super().__init__()
        self._document, self._table = document, table
        self._labels, self._cells = source_labels(document.report.form), source_cells(document.report.form)
        self._name = ""
        self._title, self._note = label(""), label("", "faint")
        self.field = LineField()
        self.field.setPlaceholderText(EXAMPLE)
        self._title.setBuddy(self.field)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING_PX)
        for widget, share in ((self._title, 0), (self.field, 1), (self._note, 0)):
            layout.addWidget(widget, share)
        self.field.typed.connect(self._set)
        self.field.returnPressed.connect(self._accept)
        table.current_changed.connect(self._follow)
        document.changed.connect(self._show)
        self._follow(table.current.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Reimplemented: Esc leads back to the table; what has been written stays."""
        if event.key() == QtCore.Qt.Key.Key_Escape:
            self._table.setFocus()
        else:
            super().keyPressEvent(event)

    def show_source(self, name: str) -> None:
        """Make the first cell of a source's row the current one, so that the source is shown."""
        if name != self._name:
            self._table.go_to(next(cell for cell in self._table.grid.numbers if cell.name == self._cells[name][0]))

    def is_source(self, name: str) -> bool:
        """Return whether a value of that name is shown here."""
        return name in self._cells

    def _follow(self, cell: str) -> None:
        self._name = source_name(cell)
        words = self._labels[self._name]
        self._title.setText(f"{words.replace('&', '&&')}(&Q)")
        self.field.setAccessibleName(words)
        self._show()

    def _show(self) -> None:
        report = self._document.report
        self.field.show_text(report.text(self._name))
        note = FROM_LAST_YEAR if self._name in report.notes.proposed else ""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        describe(self.field, note)

    def _set(self, text: str) -> None:
        self._document.edit({self._name: text or None}, f"修改{self._labels[self._name]}", merge=self._name)

    def _accept(self) -> None:
        notes = self._document.report.notes
        if self._name in notes.proposed:
            left = tuple(name for name in notes.proposed if name != self._name)
            words = f"核对{self._labels[self._name]}"
            self._document.edit({}, words, exactly=True, notes=replace(notes, proposed=left))
        self._table.setFocus()
