"""A table of the form to type into: works like Excel."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QWidget

from model.faults import Fault
from model.form.grid import Cell, Grid
from ui.dialogs import message_boxes
from ui.document.open_document import OpenDocument
from ui.table.cell_editor import CellEditor
from ui.table.clipboard import copied, pasted
from ui.table.grid_view import GridView
from ui.table.navigation import DOWN, LEFT, RIGHT, UP, between, end_of_row, next_down, next_right, step

KEYS = Qt.Key
ARROWS = {KEYS.Key_Left: LEFT, KEYS.Key_Right: RIGHT, KEYS.Key_Up: UP, KEYS.Key_Down: DOWN}
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class FormTable(GridView):
    """Edits the numbers of one section through the document; `refused` gives the sentence why something was not taken."""

    refused = Signal(str)

    def __init__(self, document: OpenDocument, grid: Grid, parent: QWidget | None = None) -> None:
        self.editor: CellEditor | None = None
        super().__init__(document, grid, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.shifted.connect(self._place_editor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """While a field is open, because what stands in it was refused, keys go there."""
        super().focusInEvent(event)
        if self.editor:
            self.editor.setFocus()

    def go_to(self, cell: Cell, extend: bool = False) -> None:
        """Makes a cell the current one; not while something that the cell cannot hold stands in an open field."""
        if self.commit():
            super().go_to(cell, extend)

    # Keys and the mouse.

    def event(self, event: QEvent) -> bool:
        """Tab goes from cell to cell, not out of the table; at the last cell it leaves."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() in (KEYS.Key_Tab, KEYS.Key_Backtab):  # type: ignore[attr-defined]
            back = event.key() == KEYS.Key_Backtab  # type: ignore[attr-defined]
            target = next_right(self._grid, self._current, back)
            if target != self._current:
                self.go_to(target)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of Excel; a digit begins to type."""
        key, shift = KEYS(event.key()), bool(event.modifiers() & SHIFT)
        shortcut = next((act for keys, act in self._shortcuts() if event.matches(keys)), None)
        if shortcut:
            shortcut()
        elif key in ARROWS and not event.modifiers() & CONTROL:
            self.go_to(step(self._grid, self._current, ARROWS[key]), shift)
        elif key in (KEYS.Key_Return, KEYS.Key_Enter):
            self.go_to(next_down(self._grid, self._current, shift))
        elif key in (KEYS.Key_Home, KEYS.Key_End):
            self._jump(key == KEYS.Key_End, bool(event.modifiers() & CONTROL), shift)
        elif key == KEYS.Key_F2:
            self.begin_editing(self._document.cell_text(self._current.name), replacing=False)
        elif key in (KEYS.Key_Delete, KEYS.Key_Backspace):
            self.clear_selection()
        elif event.text().isprintable() and event.text().strip() and not event.modifiers() & CONTROL:
            self.begin_editing(event.text(), replacing=True)
        else:
            super().keyPressEvent(event)

    def _shortcuts(self) -> list[tuple[QKeySequence.StandardKey, Callable[[], None]]]:
        keys = QKeySequence.StandardKey
        return [
            (keys.Copy, self.copy), (keys.Paste, self.paste), (keys.Cut, self.cut), (keys.SelectAll, self.select_all)
        ]  # fmt: skip

    def _jump(self, last: bool, whole: bool, extend: bool) -> None:
        corner = self._grid.numbers[-1 if last else 0]
        self.go_to(corner if whole else end_of_row(self._grid, self._current, last), extend)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method gives begins to type, as a key does."""
        if event.commitString().strip():
            self.begin_editing(event.commitString(), replacing=True)
        event.accept()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Tells the input method that it may write here, and where."""
        if query == Qt.InputMethodQuery.ImEnabled:
            return True
        if query == Qt.InputMethodQuery.ImCursorRectangle:
            return self.cell_rect(self._current)
        return super().inputMethodQuery(query)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Chooses a cell; with Shift, all up to it."""
        cell = self._cell_at(event.position().toPoint())
        if cell and cell.name and self.commit():
            self.setFocus()
            self.go_to(cell, bool(event.modifiers() & SHIFT))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drags the selection."""
        cell = self._cell_at(event.position().toPoint())
        if event.buttons() & Qt.MouseButton.LeftButton and cell and cell.name and not self.editor:
            self.go_to(cell, extend=True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edits what stands in the cell."""
        cell = self._cell_at(event.position().toPoint())
        if cell and cell == self._current:
            self.begin_editing(self._document.cell_text(cell.name), replacing=False)

    # Changing numbers.

    def begin_editing(self, text: str, replacing: bool) -> None:
        """Opens the field over the current cell with that text in it; a total refuses."""
        if not self.commit():
            return
        if not self._current.is_input:
            self.refused.emit("这是总计，由程序自动计算，不用填。")
            return
        if not self._may_overwrite([self._current]):
            return
        self._bring_into_sight(self._current)
        self.editor = CellEditor(self._current, text, replacing, self.viewport())
        self.editor.left.connect(self._leave)
        self.editor.abandoned.connect(self.abandon)
        self.editor.lost.connect(self.commit)
        self.editor.judged.connect(self._note_pending)
        self._note_pending()
        self._place_editor()
        self.editor.show()
        self.editor.setFocus()
        if not replacing:
            self.editor.selectAll()

    def _note_pending(self) -> None:
        """Lets what stands in the open field be kept, should the power go now."""
        if self.editor:
            value = self.editor.value
            self._document.note_pending({} if value is None else {self.editor.cell.name: value})

    def _place_editor(self) -> None:
        if self.editor:
            self.editor.place(self.cell_rect(self.editor.cell).adjusted(0, 0, 1, 1))

    def commit(self) -> bool:
        """Takes over what stands in the open field; False, with the field left open, where it cannot be."""
        if not self.editor:
            return True
        if self.editor.fault:
            self.refused.emit(f"“{self._document.report.form.label(self.editor.cell.name)}”：{self.editor.fault}")
            return False
        self.take_over()
        return True

    def take_over(self) -> None:
        """Takes over what stands in the open field; what the cell cannot hold is kept as unfinished."""
        if self.editor:
            name, value = self.editor.cell.name, self.editor.value
            # First: at no moment may it stand neither in the report nor among what is pending, for a copy may be made then.
            self._document.edit({name: value}, f"填写{self._document.report.form.label(name)}")
            self._close_editor()

    def abandon(self) -> None:
        """Closes the open field; the cell keeps what it had."""
        self._close_editor()

    def _close_editor(self) -> None:
        editor, self.editor = self.editor, None
        self._document.note_pending({})
        if editor:
            had_focus = editor.hasFocus()
            editor.dismiss()
            if had_focus:
                self.setFocus()
            self.viewport().update()

    def _leave(self, way: str) -> None:
        if not self.commit():
            return
        here = self._current
        ways = {"arrow_up": UP, "arrow_down": DOWN, "arrow_left": LEFT, "arrow_right": RIGHT}
        if way in ways:
            self.go_to(step(self._grid, here, ways[way]))
        elif way in ("down", "up"):
            self.go_to(next_down(self._grid, here, back=way == "up"))
        else:
            self.go_to(next_right(self._grid, here, back=way == "left"))

    def clear_selection(self) -> None:
        """Makes the chosen cells blank."""
        cells = [cell for cell in between(self._grid, self._anchor, self._current) if cell.is_input]
        if self._may_overwrite(cells):
            self._document.edit({cell.name: None for cell in cells}, "清除数字")

    def _may_overwrite(self, cells: Sequence[Cell]) -> bool:
        """Whether numbers from last year's report may be changed: the clerk is asked."""
        asked = [cell for cell in cells if cell.name in self._document.sources]
        proposed = self._document.report.notes.proposed
        fixed = [cell for cell in asked if cell.name not in proposed]
        return not fixed or message_boxes.ask_overwrite_carried(self, self.source_of(fixed[0]), len(fixed))

    def copy(self) -> None:
        """Puts the chosen block on the clipboard."""
        text = copied(self._grid, self._document.cell_text, self._anchor, self._current)
        QGuiApplication.clipboard().setText(text)

    def cut(self) -> None:
        """Copies the chosen block and makes its cells blank."""
        self.copy()
        self.clear_selection()

    def paste(self) -> None:
        """Pastes the clipboard at the selection, whole or not at all."""
        text = QGuiApplication.clipboard().text()
        try:
            changes = pasted(self._document.report, self._grid, text, self._anchor, self._current)
        except Fault as error:
            self.refused.emit(str(error))
            return
        changed = {name for name, value in changes.items() if self._document.report.values.get(name) != value}
        if self._may_overwrite([cell for cell in self._grid.inputs if cell.name in changed]):
            self._document.edit(changes, "粘贴数字")

    def fill_blanks(self) -> int:
        """Writes 0 into every blank input cell as one step; gives how many there were."""
        blanks = [cell.name for cell in self._grid.inputs if cell.name not in self._document.report.values]
        self._document.edit(dict.fromkeys(blanks, 0), "空格填 0")
        return len(blanks)
