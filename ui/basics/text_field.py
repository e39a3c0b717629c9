"""A field for a whole text, that leaves undo to the window and the wheel to the page."""

from __future__ import annotations

import re
from math import ceil

from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent, QTextCursor, QTextOption, QWheelEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QSizePolicy, QWidget

from model.report.typing_steps import in_common
from ui.basics.fields import is_for_window, is_undo, storable
from ui.basics.paragraph_heights import ParagraphHeights
from ui.basics.text_marks import TextMarks, units

LINES = 4  # the least height
UNBROKEN = re.compile(r"[^\s\u3400-\u9fff]+")  # what a line is not broken in, apart from some punctuation
LONGEST = 5000  # characters of such a stretch: at each line Qt looks for its end


class TextField(QPlainTextEdit):
    """A text of any length, as high as its lines; `typed` gives it at every change by the user."""

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        for bar in ("vertical", "horizontal"):
            self.setProperty(f"{bar}ScrollBarPolicy", "ScrollBarAlwaysOff")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._shown = ""
        self.marks = TextMarks(self)
        self._heights = ParagraphHeights(self.document(), lambda block: self.blockBoundingRect(block).height())
        self.document().contentsChanged.connect(self._fit)
        self.textChanged.connect(self._tell)

    def show_text(self, text: str) -> None:
        """Shows another text with the cursor where the two begin to differ from the end; silent."""
        if text == self._shown:
            return
        self._shown = text
        same = in_common(self._content()[::-1], text[::-1])
        self._wrap(text)
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        cursor = self.textCursor()
        cursor.setPosition(max(0, self.document().characterCount() - 1 - same))
        self.setTextCursor(cursor)

    def select(self, start: int, length: int) -> None:
        """Selects `length` characters from the one numbered `start` (in Python's count)."""
        first, last = units(self._shown, [start, start + length])
        cursor = self.textCursor()
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def mark(self, places: list[tuple[int, int]]) -> None:
        """Underlines stretches, each given by its start and length: what was taken over and may be out of date."""
        self.marks.take(self._shown, places)

    def flag(self, places: list[tuple[int, int, str]]) -> None:
        """Underlines stretches of which something was found: start, length, severity."""
        self.marks.flag(self._shown, places)

    def _content(self) -> str:
        """The text to the last character; Qt's own toPlainText would make blanks of no-break spaces."""
        return storable(self.document().toRawText().replace("\u2029", "\n"))

    def _tell(self) -> None:
        text = self._content()
        if text != self._shown:
            self._shown = text
            self.typed.emit(text)

    # How it is laid out.

    def _wrap(self, text: str) -> None:
        """Breaks lines anywhere in a text that would take too long otherwise; in all others between words."""
        modes = QTextOption.WrapMode
        is_unbroken = any(len(found[0]) > LONGEST for found in UNBROKEN.finditer(text))
        mode = modes.WrapAnywhere if is_unbroken else modes.WrapAtWordBoundaryOrAnywhere
        if mode != self.wordWrapMode():
            self.setWordWrapMode(mode)
            self._fit_anew()

    def _fit(self) -> None:
        """Takes the height of the text; in a tab that is not shown it has no width yet, and is measured when it has."""
        if self.isVisible():
            margin = self.document().documentMargin()  # that below the text belongs to the last paragraph
            text = max(self._heights.total(), LINES * self.fontMetrics().lineSpacing() + margin)
            frame = self.height() - self.contentsRect().height()
            self.setFixedHeight(
                ceil(margin + text + frame) + 1
            )  # with less than a pixel more, Qt thinks there is something to scroll

    def _fit_anew(self) -> None:
        """Measures every paragraph again, once for all that happens now: the document forgets its lines with a new width or font."""
        self._heights.forget()
        QApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def showEvent(self, event: QShowEvent) -> None:
        """Takes the height of what came into it before."""
        super().showEvent(event)
        self._fit_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follows the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_anew()

    def event(self, event: QEvent) -> bool:
        """Leaves the window's keys to the window; grows with the font."""
        if is_for_window(self, event):
            event.ignore()
            return False
        done = super().event(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_anew()
            self.marks.draw()
        elif event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def paintEvent(self, event: QPaintEvent) -> None:
        """Marks what has come into sight."""
        super().paintEvent(event)
        self.marks.follow()

    # What it leaves to others.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The text widget would swallow Ctrl+Z without doing anything."""
        if is_undo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """All of the text is in sight: the wheel scrolls the page."""
        event.ignore()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """A file dropped here is for the window to open, not a text."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pastes plain paragraphs, whatever Word put on the clipboard besides."""
        text = storable(source.text().replace("\r\n", "\n").replace("\r", "\n"))
        self._wrap(self._shown + text)
        self.insertPlainText(text)
