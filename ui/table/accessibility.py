"""A table for assistive technology, and what it is told: the current cell, new values, what is wrong with a cell.

The objects of the cells are made when they are asked for: where a screen reader or its like is there."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QAccessibleTextUpdateEvent
from PySide6.QtWidgets import QAccessibleWidget

from model.form.grid import Cell
from ui.basics.widgets import timer
from ui.table.cell_accessibility import CellInterface, answering
from ui.table.grid_view import GridView


class TableInterface(QAccessibleWidget):
    """A table; its children are its cells, in reading order."""

    def __init__(self, view: GridView) -> None:
        super().__init__(view, QAccessible.Role.Table)
        self._view = view
        self._made: dict[Cell, CellInterface] = {}
        view.destroyed.connect(self._delete_cells)

    def cell(self, cell: Cell) -> CellInterface:
        """Return the object of a cell; made when it is first asked for."""
        if cell not in self._made:
            self._made[cell] = CellInterface(self, self.cell, self._view, cell)
            QAccessible.registerAccessibleInterface(self._made[cell])
        return self._made[cell]

    def made(self, cell: Cell) -> CellInterface | None:
        """Return the object of a cell if anyone has asked for it."""
        return self._made.get(cell)

    def _delete_cells(self) -> None:
        """Take the cells out of Qt's cache, which does it for widgets only."""
        for made in self._made.values():
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(made))
        self._made.clear()

    @answering(0)
    def childCount(self) -> int:
        return len(self._view.grid.cells)

    @answering(None)
    def child(self, index: int) -> QAccessibleInterface | None:
        cells = self._view.grid.cells
        return self.cell(cells[index]) if 0 <= index < len(cells) else None

    @answering(-1)
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self._view.grid.cells.index(child.cell) if isinstance(child, CellInterface) else -1

    @answering(None)
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        found = self._view.cell_at(self._view.viewport().mapFromGlobal(QPoint(x, y)))
        return self.cell(found) if found else None

    @answering(None)
    def focusChild(self) -> QAccessibleInterface | None:
        return self.cell(self._view.current) if self._view.hasFocus() else None


# What Qt asks, and what it is told.


def follow(view: GridView) -> None:
    """Tell assistive technology, as far as there is any, of a table's current cell, its values and findings."""
    _install()
    # After Qt has told that the table has the focus.
    later = timer(view, 0, lambda: _tell_current(view))
    for moved in (view.current_changed, view.focused):
        moved.connect(lambda *_: later.start() if QAccessible.isActive() else None)
    view.values_changed.connect(lambda cells: _tell_values(view, cells))
    view.marks_changed.connect(lambda cells: _tell_descriptions(view, cells))


@cache
def _install() -> None:
    """Have Qt ask here for the object of a table; once is enough for all tables."""
    QAccessible.installFactory(_interface_of)


def _interface_of(kind: str, widget: GridView) -> QAccessibleInterface | None:
    """Return the object of a table; Qt asks once for each class that a widget inherits."""
    if kind != "GridView":
        return None
    widget.accessible = TableInterface(widget)  # kept: Qt's own pointer to it does not
    return widget.accessible


def _table_of(view: GridView) -> TableInterface | None:
    """Return the object of a table, None where nobody listens."""
    if not QAccessible.isActive():
        return None
    QAccessible.queryAccessibleInterface(view)  # makes it, if nobody has asked for it yet
    return view.accessible if isinstance(view.accessible, TableInterface) else None


def _tell_current(view: GridView) -> None:
    """Tell which cell has the focus now."""
    if view.hasFocus() and (table := _table_of(view)):
        QAccessible.updateAccessibility(QAccessibleEvent(table.cell(view.current), QAccessible.Event.Focus))


def _tell_values(view: GridView, cells: Iterable[Cell]) -> None:
    """Tell the new values of cells."""
    if table := _table_of(view):
        for made in filter(None, map(table.made, cells)):
            old, made.told = made.told, view.text_of(made.cell)
            if old != made.told:
                QAccessible.updateAccessibility(QAccessibleTextUpdateEvent(made, 0, old, made.told))


def _tell_descriptions(view: GridView, cells: Iterable[Cell]) -> None:
    """Tell that something else is wrong with cells than before, or nothing any more."""
    if table := _table_of(view):
        for made in filter(None, map(table.made, cells)):
            QAccessible.updateAccessibility(QAccessibleEvent(made, QAccessible.Event.DescriptionChanged))
