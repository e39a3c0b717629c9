"""A read-only grid of the form, with frozen headings and labels, and a selection."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessibleInterface, QFocusEvent, QHelpEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from model.findings.marks import flags_of, shown_at
from model.form.grid import Cell, Grid
from model.report.help_texts import choices_of_line
from ui.basics.fields import PLACE_PROPERTY
from ui.basics.line_lengths import folded
from ui.basics.theme import colours
from ui.document.open_document import OpenDocument
from ui.table.layout import lay_out
from ui.table.navigation import between
from ui.table.painter import TablePainter
from ui.table.selection import selection_words

TIP_LINE_CHARACTERS = 24
NOTHING_FOUND = "这一格没有发现问题。"
TIP_OFFSET_PX = 14  # by which Qt shows a tooltip lower, to keep it clear of the pointer


class GridView(QAbstractScrollArea):
    """Shows the numbers of one section; `cells_moved` is emitted when cells move on the screen.

    `current_changed` is emitted with the name of the cell that has become the current one, `focused` when it has got the
    focus, `selected` with what is said of the selection, when that or its numbers change, `told` with what is said where
    there is nothing to show, `values_changed` and `marks_changed` with the cells whose values or findings have changed."""

    cells_moved = Signal()
    current_changed = Signal(str)
    focused = Signal()
    selected = Signal(str)
    told = Signal(str)
    values_changed = Signal(list)
    marks_changed = Signal(list)

    def __init__(self, document: OpenDocument, grid: Grid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._grid = document, grid
        self._current = self._anchor = grid.inputs[0] if grid.inputs else grid.cells[0]
        self._was_painted = False
        self.setProperty(PLACE_PROPERTY, self._current.name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self._flags = flags_of(document.checked.findings)
        self.accessible: QAccessibleInterface | None = None  # made when assistive technology asks for it
        self._restyle()
        document.changed.connect(self._show_changed)
        document.compared.connect(self._restyle)
        document.findings_changed.connect(self._flag)

    def _restyle(self) -> None:
        other = self._document.other
        last = other.numbers() if other and self._document.is_compared else None
        self._painter = TablePainter(self._grid, colours(), last)
        self._lay_out()

    def _lay_out(self) -> None:
        viewport = self.viewport()
        two_lines = self._painter.last is not None
        # One pixel less, for the line at the right edge.
        layout = lay_out(self._grid, self.fontMetrics(), viewport.width() - 1, two_lines)
        self._layout = layout.fitted_to(viewport.size())
        self._painter.broken, self._painter.indents = layout.broken, layout.indents
        for bar, whole, room, line in (
            (self.horizontalScrollBar(), self._layout.width, viewport.width(), 40),
            (self.verticalScrollBar(), self._layout.height, viewport.height(), self.fontMetrics().height() * 2),
        ):
            bar.setRange(0, max(0, whole + 1 - room))
            bar.setPageStep(room)
            bar.setSingleStep(line)
        self.cells_moved.emit()
        viewport.update()

    @property
    def whole_height(self) -> int:
        """The height at which all rows show, in pixels."""
        bar = self.horizontalScrollBar()
        return self._layout.height + 2 + (bar.sizeHint().height() if bar.maximum() else 0)

    @property
    def free_width(self) -> int:
        """How much of the widget is free beside the table, in pixels: 0 where that is as wide as the room for it, or wider."""
        free = self.viewport().width() - self._layout.width - 1
        return free + self.width() - self.viewport().width() if free > 0 else 0

    @property
    def heading_rect(self) -> QRect:
        """The rectangle of the headings in the viewport, empty where they scroll along."""
        return QRect(0, 0, self.viewport().width(), self._layout.frozen_height)

    def cell_rect(self, cell: Cell) -> QRect:
        """Return the rectangle of a cell in the viewport; headings and labels do not scroll."""
        layout, rect = self._layout, self._layout.rect(cell)
        along = 0 if cell.column < layout.frozen_columns else self.horizontalScrollBar().value()
        down = 0 if cell.row < layout.frozen_rows else self.verticalScrollBar().value()
        return rect.translated(-along, -down)

    def cell_at(self, point: QPoint) -> Cell | None:
        """Return the cell at a point of the viewport, None if there is none."""
        # Frozen cells first: they cover those that have scrolled under them.
        panes = sorted(self._grid.cells, key=lambda cell: not self._is_frozen(cell))
        return next((cell for cell in panes if self.cell_rect(cell).contains(point)), None)

    def _is_frozen(self, cell: Cell) -> bool:
        return cell.column < self._layout.frozen_columns or cell.row < self._layout.frozen_rows

    def paintEvent(self, event: QPaintEvent) -> None:
        """Reimplemented to draw the numbers first and the frozen headings and labels over them."""
        self._was_painted = True
        painter = QPainter(self.viewport())
        chosen = set(self.selection) if self.hasFocus() else set()
        unfinished = self._document.report.unfinished
        for beside, above, pane in self._panes():
            region = pane.intersected(event.rect())
            if region.isEmpty():
                continue
            painter.setClipRect(region)
            for cell in self._in_pane(beside, above):
                rect = self.cell_rect(cell)
                if rect.intersects(region):
                    picked = cell in chosen and cell != self._current
                    self._painter.draw(painter, cell, rect, pane, self._document.numbers, unfinished, picked)
                    self._draw_marks(painter, cell, rect)
            if not beside and not above and self._current.name:
                self._painter.draw_frame(painter, self.cell_rect(self._current), self.hasFocus())

    def _panes(self) -> list[tuple[bool, bool, QRect]]:
        """Return the areas in the order in which they cover each other; whether the labels and the headings stand in them."""
        whole = self.viewport().rect()
        wide, high = self._layout.frozen_width, self._layout.frozen_height
        return [
            (False, False, whole.adjusted(wide, high, 0, 0)),
            (False, True, QRect(wide, 0, whole.width(), high + 1)),
            (True, False, QRect(0, high, wide + 1, whole.height())),
            (True, True, QRect(0, 0, wide + 1, high + 1)),
        ]

    def _draw_marks(self, painter: QPainter, cell: Cell, rect: QRect) -> None:
        """Mark a number that comes from last year's report, one that was corrected, and a cell with a finding."""
        if cell.name in self._document.sources:
            self._painter.draw_source_mark(painter, rect)
        if cell.name and self._document.is_corrected(cell.name):
            self._painter.draw_correction_mark(painter, rect)
        if cell.name in self._flags:
            self._painter.draw_finding_mark(painter, rect, self._flags[cell.name])

    def event(self, event: QEvent) -> bool:
        """Reimplemented to show a tooltip for each cell."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self.cell_at(event.pos())
            self._show_tip(cell)
            return True
        return super().event(event)

    def show_tool_tip(self) -> None:
        """Show the tooltip of the current cell under it, or tell that it has none."""
        if not self._show_tip(self._current):
            self.told.emit(NOTHING_FOUND)

    def _show_tip(self, cell: Cell | None) -> str:
        """Show the tooltip of a cell under it, in lines so short that the screen does not push it away from there; return it."""
        rect = self.cell_rect(cell) if cell else QRect()
        place = self.viewport().mapToGlobal(rect.bottomLeft() - QPoint(0, TIP_OFFSET_PX))
        text = folded(self.tool_tip_of(cell), TIP_LINE_CHARACTERS) if cell else ""
        QToolTip.showText(place, text, self.viewport(), rect)
        return text

    def tool_tip_of(self, cell: Cell) -> str:
        """Return the tooltip of a cell: its findings and the source of its number, "" if there are none."""
        found = [one.message for one in self._document.checked.findings if cell.name in shown_at(one)]
        return "\n".join(filter(None, [*found, self.source_of(cell)]))

    def source_of(self, cell: Cell) -> str:
        """Return a sentence about the source of a cell's number, "" if it was typed."""
        form, source = self._document.report.form, self._document.sources.get(cell.name)
        if not source:
            return ""
        last = self._document.last
        row = last.form.label_within(source) if last and source in last.form.cells else source
        kind = "推算，随本年的增减变" if cell.name in self._document.report.notes.proposed else "照抄"
        return f"“{form.label(cell.name)}”：由上年报告的“{row}”{kind}。"

    def _in_pane(self, beside: bool, above: bool) -> list[Cell]:
        columns, rows = self._layout.frozen_columns, self._layout.frozen_rows
        return [c for c in self._grid.cells if (c.column < columns, c.row < rows) == (beside, above)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reimplemented to give the labels the available width; the current cell stays in sight."""
        was_seen = QRect(QPoint(), event.oldSize()).contains(self.cell_rect(self._current))
        self._lay_out()
        if not self._was_painted:  # it may have been scrolled in a size that nobody has seen
            self.verticalScrollBar().setValue(0)
            self.horizontalScrollBar().setValue(0)
        if was_seen or not self._was_painted:
            self.bring_into_sight(self._current)

    def changeEvent(self, event: QEvent) -> None:
        """Reimplemented to follow the font and the colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._restyle()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Reimplemented to scroll all but the headings and labels."""
        self.cells_moved.emit()
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reimplemented to show and tell that the current cell has the focus."""
        super().focusInEvent(event)
        self.viewport().update()  # Qt paints the frame around it only
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Reimplemented to show that the current cell has the focus no longer."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _show_changed(self, names: set[str]) -> None:
        self.values_changed.emit(self._repaint(names))
        if self._anchor != self._current and self.isVisible():
            self.tell_selection()

    def _repaint(self, names: Container[str]) -> list[Cell]:
        """Repaint the cells of these names that belong to the table; return them."""
        cells = [cell for cell in self._grid.numbers if cell.name in names]
        for cell in cells:
            self.viewport().update(self.cell_rect(cell).adjusted(-1, -1, 2, 2))
        return cells

    def _flag(self) -> None:
        """Repaint the cells whose findings have changed."""
        before, self._flags = self._flags, flags_of(self._document.checked.findings)
        changed = {name for name in before.keys() | self._flags.keys() if before.get(name) != self._flags.get(name)}
        self.marks_changed.emit(self._repaint(changed))

    # What else is known of a cell.

    @property
    def grid(self) -> Grid:
        """The grid that is shown."""
        return self._grid

    def name_of(self, cell: Cell) -> str:
        """Return the printed words that say what a number is; of a label, its own."""
        return "，".join(self._grid.labels_of(cell)) if cell.name else cell.label

    def help_of(self, cell: Cell) -> str:
        """Return what the form says of a cell in one line, "" for a label."""
        return next(iter(choices_of_line(self._document.report, cell.name)), "") if cell.name else ""

    def text_of(self, cell: Cell) -> str:
        """Return the value of a cell as it is shown, "" for a label."""
        return self._document.cell_text(cell.name) if cell.name else ""

    def is_selected(self, cell: Cell) -> bool:
        """Return whether a number is in the selection."""
        return cell in self.selection

    # Selection.

    @property
    def current(self) -> Cell:
        """The current cell."""
        return self._current

    def go_to(self, cell: Cell, extend: bool = False) -> None:
        """Make a cell the current one and scroll to it; `extend` keeps the other end of the selection."""
        self._current = cell
        self.setProperty(PLACE_PROPERTY, cell.name)
        if not extend:
            self._anchor = cell
        self.bring_into_sight(cell)
        self.viewport().update()
        self.current_changed.emit(cell.name)
        self.tell_selection()

    @property
    def selection(self) -> list[Cell]:
        """The selected number cells, in reading order."""
        return between(self._grid, self._anchor, self._current)

    def tell_selection(self) -> None:
        """Emit `selected`."""
        self.selected.emit(selection_words(self.selection, self._document.numbers))

    def bring_into_sight(self, cell: Cell) -> None:
        """Scroll to a cell."""
        rect, view = self._layout.rect(cell), self.viewport().rect()
        for bar, near, far, frozen, room in (
            (self.horizontalScrollBar(), rect.left(), rect.right(), self._layout.frozen_width, view.width()),
            (self.verticalScrollBar(), rect.top(), rect.bottom(), self._layout.frozen_height, view.height()),
        ):
            if near - bar.value() < frozen:
                bar.setValue(near - frozen)
            elif far - bar.value() > room - 2:
                bar.setValue(min(far - room + 2, near - frozen))

    def select_all(self) -> None:
        """Select all numbers of the table."""
        self._anchor = self._grid.numbers[0]
        self.go_to(self._grid.numbers[-1], extend=True)
