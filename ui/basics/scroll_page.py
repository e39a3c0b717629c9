"""A scrolling page that keeps the line being typed visible."""

from __future__ import annotations

from functools import partial

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QRectF
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from ui.basics.widgets import MARGIN_PX, timer

WIDEST_COLUMN_CHARACTERS = 62
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
        self._later = timer(self, 0, self._show_cursor)
        self._limit_width()

    def enter(self) -> None:
        """Leave the focus where it is: no field of the page is the obvious one to type into."""

    def commit(self) -> None:
        """Do nothing: the fields of a page write every keystroke to the document."""

    def changeEvent(self, event: QEvent) -> None:
        """Reimplemented to keep the column readable in a new font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._limit_width()

    def _limit_width(self) -> None:
        self._sheet.setMaximumWidth(WIDEST_COLUMN_CHARACTERS * self.fontMetrics().horizontalAdvance("国"))

    def keep_cursor_visible(self, field: QPlainTextEdit) -> None:
        """Keep the cursor of a field visible when it moves."""
        field.cursorPositionChanged.connect(partial(self._follow, field))

    def show_cursor(self) -> None:
        """Scroll to the cursor of the focused field, as soon as all layouts are up to date."""
        self._later.start()

    def _follow(self, field: QPlainTextEdit) -> None:
        if field.hasFocus():
            self.show_cursor()

    def _show_cursor(self) -> None:
        for _ in range(MOST_NESTED_LAYOUTS):  # each finished layout posts a request to the one around it
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        field, sheet = self.focusWidget(), self.widget()
        if field and sheet.isAncestorOf(field):
            cursor = QRectF(field.inputMethodQuery(QtCore.Qt.InputMethodQuery.ImCursorRectangle))
            place = field.mapTo(sheet, cursor.center().toPoint())
            self.ensureVisible(place.x(), place.y(), 0, 2 * int(cursor.height()))
