"""The line edit for a number cell, with a message beside it if the input is not valid."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from model.form.grid import Cell
from model.report.cell_numbers import Number, NumberFault, number_typed
from model.report.report import Unfinished
from ui.basics.announcing import describe
from ui.basics.fields import is_for_window, mark_wrong, without_surrogates

KEYS = Qt.Key
WIDEST_TEXT = "0" * 12  # that the editor grows for
MARGINS_PX = 20  # its borders, its padding in the style sheet and the cursor
LEAVING_KEYS = {
    KEYS.Key_Return: "down", KEYS.Key_Enter: "down", KEYS.Key_Tab: "right", KEYS.Key_Backtab: "left",
    KEYS.Key_Up: "arrow_up", KEYS.Key_Down: "arrow_down",
}  # fmt: skip
SIDEWAYS_KEYS = {KEYS.Key_Left: "arrow_left", KEYS.Key_Right: "arrow_right"}


def is_tab(event: QKeyEvent) -> bool:
    """Return whether a key goes to the next cell or the one before; Ctrl and Tab go to the next section."""
    return (
        event.key() in (KEYS.Key_Tab, KEYS.Key_Backtab) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
    )


class CellEditor(QLineEdit):
    """A line edit over one cell; `leaving` is emitted with the key's direction, `cancelled` for Esc.

    `value` is None if the field is blank and Unfinished if the cell cannot hold it; `fault` then says why. `validated` is
    emitted after every change of the text, `focus_lost` when the focus is lost."""

    validated = Signal()
    leaving = Signal(str)
    cancelled = Signal()
    focus_lost = Signal()

    def __init__(self, cell: Cell, text: str, replacing: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cell")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAcceptDrops(False)  # the window opens dropped files
        # The menu of a line edit has an undo of its own, which is not the document's; the table shows its own menu.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers | Qt.InputMethodHint.ImhPreferLatin)
        self.cell = cell
        self.value: Number | Unfinished | None = None
        self.fault = ""
        self._replacing = replacing
        self._cell_rect = QRect()
        self._bubble = QLabel(parent)
        self._bubble.setObjectName("bubble")
        self._bubble.hide()
        self.setText(text)
        self.textChanged.connect(self._judge)
        self._judge()

    def place(self, rect: QRect) -> None:
        """Place the editor over the cell's rectangle, wider where its text needs it, and its message beside it."""
        self._cell_rect, parent = rect, self.parentWidget()
        metrics = self.fontMetrics()
        needed = min(metrics.horizontalAdvance(self.text()), metrics.horizontalAdvance(WIDEST_TEXT)) + MARGINS_PX
        more = max(0, min(needed, parent.width()) - rect.width())
        left = max(0, min(rect.left() - more // 2, parent.width() - rect.width() - more)) if more else rect.left()
        self.setGeometry(left, rect.top(), rect.width() + more, rect.height())
        self._bubble.adjustSize()
        below = rect.bottom() + 3
        top = below if below + self._bubble.height() < parent.height() else rect.top() - self._bubble.height() - 3
        left = max(0, min(rect.left(), parent.width() - self._bubble.width()))
        self._bubble.move(QPoint(left, top))

    def dismiss(self) -> None:
        """Remove the editor and its message."""
        self._bubble.hide()
        self._bubble.deleteLater()
        self.hide()
        self.deleteLater()

    def _judge(self) -> None:
        text, self.fault = without_surrogates(self.text()), ""
        try:
            self.value = number_typed(text, self.cell)
        except NumberFault as error:
            self.value, self.fault = Unfinished(text), str(error)
        mark_wrong(self, bool(self.fault))
        self._bubble.setText(self.fault)
        describe(self, self.fault)
        self.place(self._cell_rect)
        self._bubble.setVisible(bool(self.fault))
        self._bubble.raise_()
        self.validated.emit()

    def event(self, event: QEvent) -> bool:
        """Reimplemented to leave the window's shortcuts to the window, and to use Tab to leave the cell."""
        if is_for_window(self, event):
            event.ignore()
            return False
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and is_tab(event):  # type: ignore[arg-type]
            self.leaving.emit(LEAVING_KEYS[KEYS(event.key())])  # type: ignore[attr-defined]
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Reimplemented for Enter and the arrow keys, as in Excel.

        Left and right leave only if a value is being replaced."""
        way = LEAVING_KEYS.get(KEYS(event.key())) or (self._replacing and SIDEWAYS_KEYS.get(KEYS(event.key())))
        if event.key() == KEYS.Key_Escape:
            self.cancelled.emit()
        elif way:
            back = way == "down" and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.leaving.emit("up" if back else way)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Reimplemented to emit `focus_lost`: a click elsewhere commits, but not the opening of a menu, which may be for the editor."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.focus_lost.emit()
