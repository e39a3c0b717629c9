"""A scrolling page that keeps the line being typed visible, and shows all of a field that the keys come to."""

from __future__ import annotations

from functools import partial

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QPoint, QRectF, Slot
from PySide6.QtGui import QCursor, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.basics.text_field import TextField
from ui.basics.widgets import MARGIN_PX, timer

WIDEST_COLUMN_CHARACTERS = 62
EDGE_PX = 8  # left between a field and the edge of what is seen of the page
MOST_NESTED_LAYOUTS = 6  # from a field to its page, at most


class ScrollPage(QScrollArea):
    """A page that scrolls: a column of cards, at most as wide as text is comfortable to read."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setProperty("horizontalScrollBarPolicy", "ScrollBarAlwaysOff")
        self.setProperty("focusPolicy", "NoFocus")
        background = QWidget()
        background.setObjectName("background")
        across = QHBoxLayout(background)
        across.setContentsMargins(MARGIN_PX, 16, MARGIN_PX, 16)
        self._sheet = QWidget()
        self._sheet.setObjectName("background")
        self.column = QVBoxLayout(self._sheet)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        across.addStretch(1)
        across.addWidget(self._sheet, 100)
        across.addStretch(1)
        self.setWidget(background)
        self._later = timer(self, 0, self._show_focus)
        self._entered = timer(self, 0, self._show_entered)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._enter_field)
        self._limit_width()

    def enter(self) -> None:
        """Leave the focus where it is: no field of the page is the obvious one to type into."""

    def commit(self, asking: bool = True) -> None:
        """Do nothing: the fields of a page write every keystroke to the document."""

    def changeEvent(self, event: QEvent) -> None:
        """Reimplemented to keep the column readable in a new font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._limit_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reimplemented to keep the field that had the cursor last in sight, as far as it was."""
        if self._is_seen(self.focusWidget(), event.oldSize().height()):
            self.show_cursor()
        super().resizeEvent(event)

    def _is_seen(self, field: QWidget | None, height: int) -> bool:
        """Return whether the cursor of a field of the page stands in a viewport of that height."""
        if not field or not self.widget().isAncestorOf(field):
            return False
        return 0 <= field.mapTo(self.viewport(), _cursor_of(field).center().toPoint()).y() <= height

    def _limit_width(self) -> None:
        self._sheet.setMaximumWidth(WIDEST_COLUMN_CHARACTERS * self.fontMetrics().horizontalAdvance("国"))

    def keep_cursor_visible(self, field: QPlainTextEdit) -> None:
        """Keep the cursor of a field visible when it moves."""
        field.cursorPositionChanged.connect(partial(self._follow, field))

    def show_cursor(self) -> None:
        """Scroll to the cursor of the focused field, as soon as all layouts are up to date."""
        self._later.start()

    def _follow(self, field: QPlainTextEdit) -> None:
        if self.focusWidget() is field:  # also while a dialog still has the keys that put something there
            self.show_cursor()

    @Slot(QWidget, QWidget)
    def _enter_field(self, before: QWidget | None, field: QWidget | None) -> None:
        """Show what the keys come to; what is clicked on must not move, nor anything when the window comes to the front."""
        if before and field and self.isAncestorOf(field) and not QApplication.mouseButtons().value:
            self._entered.start()

    def _show_entered(self) -> None:
        """Show all of the focused field where there is room for it: of a longer text, Qt shows the line with the cursor."""
        self._lay_out()
        field = self.focusWidget()
        if field and self.widget().isAncestorOf(field) and field.height() <= self.viewport().height():
            self.show_field(field, around=field)

    def _show_focus(self) -> None:
        field = self.focusWidget()
        if field and self.widget().isAncestorOf(field):
            self.show_field(field)

    def show_field(self, field: QWidget, around: QWidget | None = None) -> None:
        """Scroll to the cursor of a field at once, and before that to what is `around` it as far as there is room."""
        self._lay_out()
        if around:  # not by Qt, to which a field with a cursor is no more than its line
            top = around.mapTo(self.widget(), QPoint()).y()
            for edge in (top + around.height(), top):
                self.ensureVisible(0, edge, 0, EDGE_PX)
        self._show_rect(field, _cursor_of(field))

    def show_changed(self, field: QWidget) -> None:
        """Scroll to a field that has changed, to the place in it if its text is long."""
        self._entered.stop()  # that would lead back to the field with the keys
        if isinstance(field, TextField):
            self._lay_out()
            self._show_rect(field, QRectF(field.changed_rect))
        else:
            self.show_field(field)

    def _show_rect(self, field: QWidget, cursor: QRectF) -> None:
        place = field.mapTo(self.widget(), cursor.center().toPoint())
        self.ensureVisible(place.x(), place.y(), 0, 2 * int(cursor.height()))

    def top_of(self, widget: QWidget) -> int:
        """Return how far below the upper edge of the page a widget in it stands on the screen."""
        return widget.mapTo(self, QPoint()).y()

    def keep_at(self, top: int, widget: QWidget, with_pointer: bool) -> None:
        """Scroll so that a widget stands at `top`; where the page ends before that, the pointer follows if it is to."""
        self._entered.stop()
        self._lay_out()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.top_of(widget) - top)
        if with_pointer and self.top_of(widget) != top:
            self.ensureWidgetVisible(widget)
            QCursor.setPos(widget.mapToGlobal(widget.rect().center()))

    def _lay_out(self) -> None:
        """Bring all layouts up to date."""
        for _ in range(MOST_NESTED_LAYOUTS):  # each finished layout posts a request to the one around it
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def _cursor_of(field: QWidget) -> QRectF:
    """Return where the cursor of a field stands in it; of a button, all of it."""
    if isinstance(field, QPushButton):  # the usual one to begin with: Qt's enums need not be loaded for it
        return QRectF(field.rect())
    return QRectF(field.inputMethodQuery(QtCore.Qt.InputMethodQuery.ImCursorRectangle))
