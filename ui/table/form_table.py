"""An editable table of the form with the keys of Excel."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from model.faults import Fault
from model.form.grid import Cell, Grid
from model.report.report import Value
from ui.basics.edit_actions import OF_TABLES, show_edit_menu
from ui.basics.fields import is_shortcut
from ui.document.open_document import OpenDocument
from ui.table.cell_editor import is_tab
from ui.table.clipboard import copied, filled_down, pasted
from ui.table.editable_grid import EditableGrid
from ui.table.navigation import DOWN, LEFT, RIGHT, UP, end_of_row, next_down, next_right, step

KEYS = Qt.Key
ARROW_KEYS = {KEYS.Key_Left: LEFT, KEYS.Key_Right: RIGHT, KEYS.Key_Up: UP, KEYS.Key_Down: DOWN}
KEPT_CARRIED = "上年带来的 {count} 个数没有改，其余的格改了。"
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class FormTable(EditableGrid):
    """Edits the numbers of one section with keys, mouse and clipboard.

    `edge_passed` is emitted with 1 when a key leads beyond the last row, and with -1 when it leads before the first."""

    edge_passed = Signal(int)

    def __init__(self, document: OpenDocument, grid: Grid, parent: QWidget | None = None) -> None:
        super().__init__(document, grid, parent)
        self._column = self._current.column  # that the keys go up and down in, through merged cells too
        self.left.connect(self._leave)

    def go_to(self, cell: Cell, extend: bool = False) -> None:
        """Commit and make a cell the current one; stay if the commit is refused."""
        if self.commit():
            self._column = cell.column
            super().go_to(cell, extend)

    # Events.

    def event(self, event: QEvent) -> bool:
        """Reimplemented to go from cell to cell with Tab, and out of the table after the last one."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and is_tab(event):  # type: ignore[arg-type]
            back = event.key() == KEYS.Key_Backtab  # type: ignore[attr-defined]
            target = next_right(self._grid, self._current, back)
            if target != self._current:
                self.go_to(target)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Reimplemented for the keys of Excel; a digit starts editing."""
        key, shift = KEYS(event.key()), bool(event.modifiers() & SHIFT)
        if act := self._act_of(event):
            act()
        elif key in ARROW_KEYS and not event.modifiers() & CONTROL:
            self._step(ARROW_KEYS[key], shift)
        elif key in (KEYS.Key_Return, KEYS.Key_Enter):
            self._go_down(shift)
        elif key in (KEYS.Key_Home, KEYS.Key_End):
            self._jump(key == KEYS.Key_End, bool(event.modifiers() & CONTROL), shift)
        elif key in (KEYS.Key_Delete, KEYS.Key_Backspace):
            self.clear_selection()
        elif event.text().isprintable() and event.text().strip() and not event.modifiers() & CONTROL:
            self.begin_editing(event.text(), replacing=True)
        else:
            super().keyPressEvent(event)

    def _act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        """Return what the table does at a shortcut, None if the event is none that it knows."""
        keys = QKeySequence.StandardKey
        common = {keys.Copy: self.copy, keys.Paste: self.paste, keys.Cut: self.cut, keys.SelectAll: self.select_all}
        own = {
            "edit_cell": self.edit_value,
            "show_tip": self.show_tool_tip,
            "fill_down": self.fill_down,
            "fill_zeros": self.fill_blanks,
        }
        acts = [act for key, act in common.items() if event.matches(key)]
        acts += [act for name, act in own.items() if is_shortcut(event, name)]
        return acts[0] if acts else None

    def _jump(self, last: bool, whole: bool, extend: bool) -> None:
        corner = self._grid.numbers[-1 if last else 0]
        self.go_to(corner if whole else end_of_row(self._grid, self._current, last), extend)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Reimplemented to start editing with the text of an input method."""
        if event.commitString().strip():
            self.begin_editing(event.commitString(), replacing=True)
        event.accept()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Reimplemented to enable the input method and place it at the current cell."""
        if query == Qt.InputMethodQuery.ImEnabled:
            return True
        if query == Qt.InputMethodQuery.ImCursorRectangle:
            return self.cell_rect(self._current)
        return super().inputMethodQuery(query)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Reimplemented to select a cell, or with Shift a range."""
        cell = self.cell_at(event.position().toPoint())
        for_menu = event.button() == Qt.MouseButton.RightButton and cell in self.selection
        if cell and cell.name and not for_menu and self.commit():
            self.setFocus()
            self.go_to(cell, bool(event.modifiers() & SHIFT))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Reimplemented for what can be done with the selection, or with what is being typed."""
        (self.editor or self).setFocus()
        show_edit_menu(self, OF_TABLES, event.globalPos())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Reimplemented to extend the selection."""
        cell = self.cell_at(event.position().toPoint())
        if event.buttons() & Qt.MouseButton.LeftButton and cell and cell.name and not self.editor:
            self.go_to(cell, extend=True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Reimplemented to edit the value of the cell."""
        cell = self.cell_at(event.position().toPoint())
        if cell and cell == self._current:
            self.edit_value()

    # What the editor's keys lead to.

    @Slot(str)
    def _leave(self, way: str) -> None:
        if not self.commit():
            return
        ways = {"arrow_up": UP, "arrow_down": DOWN, "arrow_left": LEFT, "arrow_right": RIGHT}
        if way in ways:
            self._step(ways[way])
        elif way in ("down", "up"):
            self._go_down(back=way == "up")
        else:
            self._go_on(next_right(self._grid, self._current, back=way == "left"), -1 if way == "left" else 1)

    def _step(self, direction: tuple[int, int], extend: bool = False) -> None:
        """Go to the number in a direction; up and down in the column that the keys went in before."""
        column = self._column
        self._go_on(step(self._grid, self._current, direction, column), 0 if extend else direction[0], extend)
        if direction[0]:
            self._column = column

    def _go_down(self, back: bool) -> None:
        """Go to the next input of the column, or back."""
        cell, column = next_down(self._grid, self._current, self._column, back)
        self._go_on(cell, -1 if back else 1)
        self._column = column

    def _go_on(self, cell: Cell, by: int, extend: bool = False) -> None:
        """Go where a key leads; if that is the current cell, tell that it led beyond the edge, on `by` 1 or -1."""
        is_edge = cell == self._current
        self.go_to(cell, extend)
        if is_edge and by:
            self.edge_passed.emit(by)

    def clear_selection(self) -> None:
        """Clear the selected cells."""
        cells = [cell for cell in self.selection if cell.is_input]
        self._change(dict.fromkeys((cell.name for cell in cells), None), "清除数字")

    def copy(self) -> None:
        """Copy the selection to the clipboard."""
        text = copied(self._grid, self._document.cell_text, self._anchor, self._current)
        QGuiApplication.clipboard().setText(text)

    def cut(self) -> None:
        """Copy the selection to the clipboard and clear its cells."""
        self.copy()
        self.clear_selection()

    def paste(self) -> None:
        """Paste the clipboard at the selection, or refuse all of it."""
        self.refused.emit("")
        text = QGuiApplication.clipboard().text()
        try:
            changes = pasted(self._document.report, self._grid, text, self._anchor, self._current)
        except Fault as error:
            self.refused.emit(str(error))
            return
        self._change(changes, "粘贴数字")

    def fill_down(self) -> None:
        """Give the selected cells the number in the first row of the selection.

        Those of a single row the number above them."""
        if self.editor:
            return
        self.refused.emit("")
        try:
            changes = filled_down(self._document.report, self._grid, self._anchor, self._current)
        except Fault as error:
            self.refused.emit(str(error))
            return
        self._change(changes, "向下填充")

    def _change(self, changes: Mapping[str, Value | None], words: str) -> None:
        """Set values of cells as one step, after asking about those that come from last year's report.

        Where these are to stay, only the others are set, and that is said."""
        kept = self._carried.are_changed(changes)
        if self._carried.may_change(self, changes):
            self._document.edit(changes, words)
            return
        before = self._document.report
        self._document.edit({name: value for name, value in changes.items() if name not in kept}, words)
        if self._document.report != before:
            self.refused.emit(KEPT_CARRIED.format(count=len(kept)))

    def fill_blanks(self) -> None:
        """Set every blank input cell to 0 as one step, after what is being typed; nothing while that is no valid value."""
        if not self.commit():
            return
        blanks = [cell.name for cell in self._grid.inputs if cell.name not in self._document.report.values]
        self._document.edit(dict.fromkeys(blanks, 0), "空格填 0")
