"""A grid of the form with an editor over its current cell."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from model.form.grid import Grid
from ui.basics.announcing import announce
from ui.basics.defaults import FOCUS_QUESTION_DELAY_MS
from ui.basics.widgets import timer
from ui.document.open_document import OpenDocument
from ui.table import accessibility
from ui.table.carried import CarriedNumbers
from ui.table.cell_editor import CellEditor
from ui.table.grid_view import GridView


class EditableGrid(GridView):
    """Edits one number at a time; `refused` is emitted with the reason why an input was refused, "" with the next try.

    `left` is emitted with the way that a key of the editor leads.

    What an editor's signals call is marked as a slot: otherwise PySide would give the table a new meta-object with the
    first editor, and Qt would ask for a new accessibility object, to which no screen reader listens."""

    refused = Signal(str)
    left = Signal(str)

    def __init__(self, document: OpenDocument, grid: Grid, parent: QWidget | None = None) -> None:
        self.editor: CellEditor | None = None
        super().__init__(document, grid, parent)
        self._carried = CarriedNumbers(document, lambda name: self.source_of(document.report.form.cells[name]))
        self._soon = timer(self, FOCUS_QUESTION_DELAY_MS, self._ask_after_focus)
        accessibility.follow(self)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.cells_moved.connect(self._place_editor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reimplemented to pass the focus on to an editor that stayed open because its value was refused."""
        super().focusInEvent(event)
        if self.editor:
            self.editor.setFocus()

    def edit_value(self) -> None:
        """Open the editor with what the current cell holds."""
        self.begin_editing(self.text_of(self._current), replacing=False)

    def begin_editing(self, text: str, replacing: bool) -> None:
        """Open the editor over the current cell with a text; refuse for a total."""
        if not self.commit():
            return
        if not self._current.is_input:
            self.refused.emit("这是总计，由程序自动计算，不用填。")
            return
        self.refused.emit("")
        self.bring_into_sight(self._current)
        self.editor = CellEditor(self._current, text, replacing, self.viewport())
        self.editor.setAccessibleName(self.name_of(self._current))
        self.editor.leaving.connect(self.left)
        self.editor.cancelled.connect(self.cancel_editing)
        self.editor.focus_lost.connect(self._lose_focus)
        self.editor.validated.connect(self._note_pending)
        self._note_pending()
        self._place_editor()
        self.editor.show()
        self.editor.setFocus()
        if not replacing:
            self.editor.selectAll()

    @Slot()
    def _note_pending(self) -> None:
        """Let the recovery copy have what is in the editor."""
        if self.editor:
            value = self.editor.value
            self._document.note_pending({} if value is None else {self.editor.cell.name: value})

    def _place_editor(self) -> None:
        if self.editor:
            self.editor.place(self.cell_rect(self.editor.cell).adjusted(0, 0, 1, 1))

    def commit(self) -> bool:
        """Write the value of the editor to the document; return False if it is not valid, with the editor open, or not wanted.

        Before it replaces a number from last year's report, ask; if it is not wanted, the old number stays."""
        if not self.editor:
            return True
        if self._carried.is_asking:
            return False  # the question has taken the focus from the editor
        if self.editor.fault:
            self._insist(self.editor)
            return False
        return self.take_over()

    def _insist(self, editor: CellEditor) -> None:
        """Have what is wrong seen, which stands beside the editor, and said once more."""
        self.bring_into_sight(editor.cell)
        announce(self, f"“{self._document.report.form.label(editor.cell.name)}”：{editor.fault}", urgent=True)

    def take_over(self, asking: bool = True) -> bool:
        """Write the value of the editor to the document, as unfinished if it is not valid; return False if it is not wanted.

        It is asked about as by `commit`, but not while that is done already, nor without `asking`: nothing typed is lost."""
        if self.editor and asking and not self._carried.is_asking:
            changes = {self.editor.cell.name: self.editor.value}
            if not self._carried.may_change(self, changes):
                self.cancel_editing()
                return False
        if self.editor:
            name, value = self.editor.cell.name, self.editor.value
            # Before the editor is closed: a recovery copy made in between must find the value in one place or the other.
            self._document.edit({name: value}, f"填写{self._document.report.form.label(name)}")
            self._close_editor()
        return True

    @Slot()
    def _lose_focus(self) -> None:
        """Commit, or ask soon: what has taken the focus must get its click before the question takes that."""
        if self.editor and self._carried.are_changed({self.editor.cell.name: self.editor.value}):
            self._soon.start()
        else:
            self.commit()

    @Slot()
    def _ask_after_focus(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._soon.start()  # a click is on its way
        elif self.editor and not self.editor.hasFocus() and self.isActiveWindow():
            self.commit()

    @Slot()
    def cancel_editing(self) -> None:
        """Close the editor without changing the cell."""
        self._close_editor()

    def _close_editor(self) -> None:
        editor, self.editor = self.editor, None
        self._document.note_pending({})
        if editor:
            if self.window().focusWidget() is editor:  # also while a box that has just closed still has the focus
                self.setFocus()  # before it is hidden: Qt would give the focus to something else first
            editor.dismiss()
            self.viewport().update()
