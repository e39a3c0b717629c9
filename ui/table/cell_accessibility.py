"""One cell of a table for assistive technology: its role, name, value and description, its place and its text.

C++ calls these methods, where an exception would end the process: each of them answers something harmless instead."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAccessibleTableCellInterface,
    QAccessibleTextInterface,
    QColor,
    QWindow,
)

from model.form.grid import Cell
from ui.basics.theme import colours
from ui.table.grid_view import GridView

LOG = logging.getLogger(__name__)
NONE = shiboken6.VoidPtr(0)  # None itself, where C++ expects a pointer, would end the process
ROLES, TEXTS, KINDS = QAccessible.Role, QAccessible.Text, QAccessible.InterfaceType
NO_WORDS = ("", -1, -1)
Method = Callable[..., Any]
Beside = Callable[[Cell], QAccessibleInterface]  # returns the object of another cell of the table


def answering(answer: object) -> Callable[[Method], Method]:
    """Return a decorator for methods that C++ calls: what they raise is logged, and `answer` returned."""

    def guarded(method: Method) -> Method:
        @wraps(method)
        def call(*arguments: object) -> Any:
            try:
                return method(*arguments)
            except Exception:
                LOG.exception("assistive technology asked %s", method.__qualname__)
                return answer

        return call

    return guarded


class CellInterface(QAccessibleInterface):
    """One cell: a number, a total that can only be read, or a label."""

    def __init__(self, table: QAccessibleInterface, beside: Beside, view: GridView, cell: Cell) -> None:
        super().__init__()
        self.cell = cell
        self._table, self._view = table, view
        self._place, self._words = CellPlace(table, beside, view, cell), CellWords(view, cell)
        self.told = self._words.shown  # the value that was told last

    @answering("")
    def text(self, kind: QAccessible.Text) -> str:
        if kind == TEXTS.Name:
            return self._view.name_of(self.cell)
        if kind == TEXTS.Value:
            return self._words.shown
        if kind == TEXTS.Help:
            return self._view.help_of(self.cell)
        return self._view.tool_tip_of(self.cell) if kind == TEXTS.Description else ""

    @answering(ROLES.Cell)
    def role(self) -> QAccessible.Role:
        grid = self._view.grid
        if self.cell.name or not self.cell.label:
            return ROLES.Cell
        is_beside = self.cell.column + self.cell.columns <= grid.label_columns and self.cell.row >= grid.heading_rows
        return ROLES.RowHeader if is_beside else ROLES.ColumnHeader

    @answering(QAccessible.State())
    def state(self) -> QAccessible.State:
        view, state = self._view, QAccessible.State()
        state.invisible = not view.isVisible()  # type: ignore[attr-defined]  # the stubs have none of the state's bits
        state.offscreen = not view.viewport().rect().intersects(view.cell_rect(self.cell))  # type: ignore[attr-defined]
        if self.cell.name:
            state.focusable = state.selectable = True  # type: ignore[attr-defined]
            state.focused = view.hasFocus() and view.current is self.cell  # type: ignore[attr-defined]
            state.selected = view.is_selected(self.cell)  # type: ignore[attr-defined]
        state.editable = self.cell.is_input  # type: ignore[attr-defined]
        state.readOnly = not self.cell.is_input  # type: ignore[attr-defined]
        return state

    @answering(QRect())
    def rect(self) -> QRect:
        shown = self._view.cell_rect(self.cell)
        return QRect(self._view.viewport().mapToGlobal(shown.topLeft()), shown.size())

    @answering(NONE)
    def interface_cast(self, kind: QAccessible.InterfaceType) -> shiboken6.VoidPtr:
        if kind == KINDS.TableCellInterface:
            return _pointer(self._place)
        return _pointer(self._words) if kind == KINDS.TextInterface and self.cell.name else NONE

    @answering(False)
    def isValid(self) -> bool:
        return shiboken6.isValid(self._view)

    @answering(None)
    def parent(self) -> QAccessibleInterface:
        return self._table

    @answering(None)
    def window(self) -> QWindow | None:
        return self._view.window().windowHandle()

    @answering(QColor())
    def foregroundColor(self) -> QColor:
        return QColor(colours().ink)

    @answering(QColor())
    def backgroundColor(self) -> QColor:
        return QColor(colours().paper)

    def object(self) -> QObject:
        return None  # type: ignore[return-value]  # a cell is no QObject

    def child(self, index: int) -> QAccessibleInterface:
        return None  # type: ignore[return-value]  # it has none

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return None  # type: ignore[return-value]  # it has none

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Do nothing: cells are typed into with keys."""


class CellPlace(QAccessibleTableCellInterface):
    """The row and column of a cell, and the labels beside and above it."""

    def __init__(self, table: QAccessibleInterface, beside: Beside, view: GridView, cell: Cell) -> None:
        super().__init__()
        self._table, self._beside, self._view, self._cell = table, beside, view, cell

    def rowIndex(self) -> int:
        return self._cell.row

    def columnIndex(self) -> int:
        return self._cell.column

    def rowExtent(self) -> int:
        return self._cell.rows

    def columnExtent(self) -> int:
        return self._cell.columns

    @answering(False)
    def isSelected(self) -> bool:
        return self._view.is_selected(self._cell)

    @answering([])
    def rowHeaderCells(self) -> list[QAccessibleInterface]:
        beside = dict.fromkeys(self._view.grid.at(self._cell.row, column) for column in range(self._cell.column))
        return [self._beside(one) for one in beside if one.label and self._cell.name]

    @answering([])
    def columnHeaderCells(self) -> list[QAccessibleInterface]:
        heading = self._view.grid.heading_of(self._cell) if self._cell.name else None
        return [self._beside(heading)] if heading else []

    @answering(None)
    def table(self) -> QAccessibleInterface:
        return self._table


class CellWords(QAccessibleTextInterface):
    """The value of a cell as a text, in which a blank cell is blank and not 0."""

    def __init__(self, view: GridView, cell: Cell) -> None:
        super().__init__()
        self._view, self._cell = view, cell

    @property
    def shown(self) -> str:
        """The value as the cell shows it."""
        return self._view.text_of(self._cell)

    @answering("")
    def text(self, start: int, end: int) -> str:
        return self.shown[start:end]

    @answering(0)
    def characterCount(self) -> int:
        return len(self.shown)

    @answering(NO_WORDS)
    def textAtOffset(self, offset: int, kind: QAccessible.TextBoundaryType) -> tuple[str, int, int]:
        shown, by_character = self.shown, kind == QAccessible.TextBoundaryType.CharBoundary
        return (shown[offset : offset + 1], offset, offset + 1) if by_character else (shown, 0, len(shown))

    def textBeforeOffset(self, offset: int, kind: QAccessible.TextBoundaryType) -> tuple[str, int, int]:
        return NO_WORDS

    def textAfterOffset(self, offset: int, kind: QAccessible.TextBoundaryType) -> tuple[str, int, int]:
        return NO_WORDS

    @answering(QRect())
    def characterRect(self, offset: int) -> QRect:
        shown = self._view.cell_rect(self._cell)
        return QRect(self._view.viewport().mapToGlobal(shown.topLeft()), shown.size())

    @answering(("", 0, 0))
    def attributes(self, offset: int) -> tuple[str, int, int]:
        return "", 0, len(self.shown)

    def offsetAtPoint(self, point: QPoint) -> int:
        return -1

    def cursorPosition(self) -> int:
        return 0

    def setCursorPosition(self, position: int) -> None:
        """Do nothing: the cursor is in the editor, where one is open."""

    def selectionCount(self) -> int:
        return 0

    def selection(self, index: int) -> tuple[int, int]:
        return 0, 0

    def addSelection(self, start: int, end: int) -> None:
        """Do nothing: cells are selected whole."""

    def removeSelection(self, index: int) -> None:
        """Do nothing: cells are selected whole."""

    def setSelection(self, index: int, start: int, end: int) -> None:
        """Do nothing: cells are selected whole."""

    def scrollToSubstring(self, start: int, end: int) -> None:
        """Do nothing: the current cell is always in sight."""


def _pointer(answer: QAccessibleTableCellInterface | QAccessibleTextInterface) -> shiboken6.VoidPtr:
    return shiboken6.VoidPtr(shiboken6.getCppPointer(answer)[0])
