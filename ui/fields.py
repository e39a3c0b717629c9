"""Fields for one line or a whole text, that leave undo to the window and let the wheel scroll the page."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QKeySequence, QTextCharFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QTextEdit, QWidget

from model.checking.finding import ERROR, HINT, WARNING
from ui.look import colours
from ui.typing import in_common

LONE_SURROGATE = re.compile("[\ud800-\udfff]")
LINES = 4  # the least height of a text field


def mark_wrong(field: QLineEdit, wrong: bool) -> None:
    """Draws the field's border in the colour of a fault, or no longer."""
    if bool(field.property("wrong")) != wrong:
        field.setProperty("wrong", wrong)
        field.style().unpolish(field)
        field.style().polish(field)


def _is_undo(event: QEvent) -> bool:
    keys = QKeySequence.StandardKey
    return isinstance(event, QKeyEvent) and (event.matches(keys.Undo) or event.matches(keys.Redo))


class LineField(QLineEdit):
    """A line of text; `typed` gives it at every keystroke."""

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[int, int] | None = None
        self.textEdited.connect(lambda text: self.typed.emit(storable(text)))
        self.setAcceptDrops(False)  # a file dropped here is for the window to open

    def event(self, event: QEvent) -> bool:
        """A line edit of Qt's keeps Ctrl+Z for itself; here it goes to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def select(self, start: int, length: int) -> None:
        """Selects `length` characters from the one numbered `start` (in Python's count)."""
        units = [len(self.text()[:place].encode("utf-16-le")) // 2 for place in (start, start + length)]
        self._found = (units[0], units[1] - units[0])
        self.setSelection(*self._found)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was found stays marked while the cursor goes back to the bar that finds."""
        super().focusOutEvent(event)
        if self._found:
            self.setSelection(*self._found)
            self._found = None

    def show_text(self, text: str) -> None:
        """Shows another text, leaving the cursor alone where it is the same."""
        if self.text() != text:
            self.setText(text)


class TextField(QPlainTextEdit):
    """A text of any length, as high as its lines; `typed` gives it at every change by the user."""

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._shown = ""
        self._taken: list[tuple[int, int]] = []
        self._flagged: list[tuple[int, int, str]] = []
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def show_text(self, text: str) -> None:
        """Shows another text with the cursor where the two begin to differ from the end; silent."""
        if text == self._shown:
            return
        self._shown = text
        same = in_common(self._content()[::-1], text[::-1])
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        cursor = self.textCursor()
        cursor.setPosition(max(0, self.document().characterCount() - 1 - same))
        self.setTextCursor(cursor)
        self._fit()

    def select(self, start: int, length: int) -> None:
        """Selects `length` characters from the one numbered `start` (in Python's count)."""
        cursor = self.textCursor()
        cursor.setPosition(self._units(start))
        cursor.setPosition(self._units(start + length), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def mark(self, places: list[tuple[int, int]]) -> None:
        """Underlines stretches, each given by its start and length: what was taken over and may be out of date."""
        self._taken = places
        self._mark()

    def flag(self, places: list[tuple[int, int, str]]) -> None:
        """Underlines stretches of which something was found: start, length, severity."""
        self._flagged = places
        self._mark()

    def _mark(self) -> None:
        shades = colours()
        lines = QTextCharFormat.UnderlineStyle
        taken = [(start, length, lines.WaveUnderline, shades.accent, False) for start, length in self._taken]
        styles = {
            ERROR: (lines.SingleUnderline, shades.wrong), WARNING: (lines.WaveUnderline, shades.warn),
            HINT: (lines.DotLine, shades.faint),
        }  # fmt: skip
        flagged = [(start, length, *styles[severity], severity != HINT) for start, length, severity in self._flagged]
        self.setExtraSelections([self._stretch(*place) for place in (*taken, *flagged)])

    def _stretch(self, start: int, length: int, line: QTextCharFormat.UnderlineStyle, colour: str, bold: bool) -> Any:
        """A stretch with a line under it; a bold one on a ground of its colour."""
        found: Any = QTextEdit.ExtraSelection()
        found.cursor = self.textCursor()
        found.cursor.setPosition(self._units(start))
        found.cursor.setPosition(self._units(start + length), QTextCursor.MoveMode.KeepAnchor)
        ground = QColor(colour)
        ground.setAlpha(36 if bold else 0)
        found.format.setBackground(ground)
        found.format.setUnderlineStyle(line)
        found.format.setUnderlineColor(QColor(colour))
        return found

    def _units(self, place: int) -> int:
        """A place in the text as Qt counts it."""
        return len(self._shown[:place].encode("utf-16-le", "surrogatepass")) // 2

    def _content(self) -> str:
        """The text to the last character; Qt's own toPlainText would make blanks of no-break spaces."""
        return storable(self.document().toRawText().replace("\u2029", "\n"))

    def _tell(self) -> None:
        text = self._content()
        if text != self._shown:
            self._shown = text
            self.typed.emit(text)

    def _fit(self) -> None:
        lines = max(LINES, int(self.document().size().height()))
        margins = self.contentsMargins()
        edge = 2 * (int(self.document().documentMargin()) + self.frameWidth()) + margins.top() + margins.bottom()
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + edge + 12)

    def event(self, event: QEvent) -> bool:
        """Leaves undo and redo to the window; grows with the font."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_undo(event):
            event.ignore()
            return False
        done = super().event(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The text widget would swallow Ctrl+Z without doing anything."""
        if _is_undo(event):
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
        self.insertPlainText(storable(source.text().replace("\r\n", "\n").replace("\r", "\n")))


class Choice(QComboBox):
    """A choice that the wheel does not change while the page scrolls under it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Lets the page scroll."""
        event.ignore()


def storable(text: str) -> str:
    """The text without halves of characters, which no file can hold."""
    if not LONE_SURROGATE.search(text):
        return text
    return LONE_SURROGATE.sub("\ufffd", text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
