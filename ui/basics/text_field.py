"""A field for a long text, which leaves undo to the window and the wheel to the page."""

from __future__ import annotations

import re
from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QRect, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QSizePolicy, QWidget

from model.comparing.kept_place import kept_place
from model.report.typing_steps import in_common
from model.report.unseen import without_unseen
from ui.basics.edit_actions import OF_TEXTS, show_edit_menu
from ui.basics.fields import is_for_window, is_undo, without_surrogates
from ui.basics.paragraph_heights import ParagraphHeights
from ui.basics.text_marks import TextMarks, qt_positions

LEAST_HEIGHT_LINES = 4
# That pasting may lead to, ten times a whole report; Qt takes a second to lay out more.
LONGEST_TEXT_CHARACTERS = 60_000
TOO_LONG = f"粘贴的文字太多了（一处最多 {LONGEST_TEXT_CHARACTERS} 字），没有粘贴。请只复制要用的那几段。"
UNBREAKABLE = re.compile(r"[^\s\u3400-\u9fff]+")  # where Qt finds no line break, apart from some punctuation
LONGEST_UNBREAKABLE_CHARACTERS = 5000  # at each line Qt searches for the end of the stretch


class TextField(QPlainTextEdit):
    """A text edit as high as its content; `typed` is emitted with the text at every change by the user.

    `refused` is emitted with the reason why something is not pasted."""

    typed = Signal(str)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        for bar in ("vertical", "horizontal"):
            self.setProperty(f"{bar}ScrollBarPolicy", "ScrollBarAlwaysOff")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._shown, self._changed = "", 0
        self.marks = TextMarks(self)
        self._heights = ParagraphHeights(self.document(), lambda block: self.blockBoundingRect(block).height())
        self.document().contentsChanged.connect(self._fit)
        self.textChanged.connect(self._tell)

    def show_text(self, text: str) -> None:
        """Set the text without emitting `typed`; the cursor stays where it was in what is left of the text."""
        if text == self._shown:
            return
        before, place = self._content(), self.cursor_place
        self._shown = text
        self._wrap(text)
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self._changed = len(text) - in_common(before[::-1], text[::-1])
        self.select(kept_place(place, before, text), 0)

    @property
    def changed_rect(self) -> QRect:
        """Where the end of what `show_text` changed last stands, in the field."""
        cursor = self.textCursor()
        cursor.setPosition(min(qt_positions(self._shown, [self._changed])[0], self.document().characterCount() - 1))
        return self.cursorRect(cursor)

    def select(self, start: int, length: int) -> None:
        """Select `length` characters from `start`, both in Python's count, as far as there are so many."""
        end = len(self._shown)
        first, last = qt_positions(self._shown, [min(start, end), min(start + length, end)])
        cursor = self.textCursor()
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    @property
    def content(self) -> str:
        """The text as it is shown."""
        return self._shown

    @property
    def selected(self) -> str:
        """The selected text."""
        return without_surrogates(self.textCursor().selectedText().replace("\u2029", "\n"))

    @property
    def cursor_place(self) -> int:
        """How many characters, in Python's count, stand before the cursor or the end of what is selected."""
        before = (
            self.document().toRawText().encode("utf-16-le", "surrogatepass")[: 2 * self.textCursor().selectionEnd()]
        )
        return len(before.decode("utf-16-le", "replace"))

    def mark(self, places: list[tuple[int, int]]) -> None:
        """Underline what was taken over and may be out of date; `places` are starts and lengths."""
        self.marks.take(self._shown, places)

    def flag(self, places: list[tuple[int, int, str]]) -> None:
        """Underline what findings are about; `places` are starts, lengths and severities."""
        self.marks.flag(self._shown, places)

    def _content(self) -> str:
        """Return the text; unlike Qt's toPlainText, with its no-break spaces."""
        return without_surrogates(self.document().toRawText().replace("\u2029", "\n"))

    def _tell(self) -> None:
        text = self._content()
        if text != self._shown:
            self._shown = text
            self.typed.emit(text)

    # Layout.

    def _wrap(self, text: str) -> None:
        """Wrap anywhere in a text whose unbroken stretches would be slow to lay out, otherwise between words."""
        modes = QTextOption.WrapMode
        is_unbroken = any(len(found[0]) > LONGEST_UNBREAKABLE_CHARACTERS for found in UNBREAKABLE.finditer(text))
        mode = modes.WrapAnywhere if is_unbroken else modes.WrapAtWordBoundaryOrAnywhere
        if mode != self.wordWrapMode():
            self.setWordWrapMode(mode)
            self._fit_anew()

    def _fit(self) -> None:
        """Set the height to that of the text; a hidden field has no width yet and is measured when it is shown."""
        if self.isVisible():
            margin = self.document().documentMargin()  # the bottom margin is part of the last paragraph
            text = max(self._heights.total(), LEAST_HEIGHT_LINES * self.fontMetrics().lineSpacing() + margin)
            frame = self.height() - self.contentsRect().height()
            # With less than a pixel more, Qt would scroll.
            self.setFixedHeight(ceil(margin + text + frame) + 1)

    def _fit_anew(self) -> None:
        """Measure all paragraphs again, once for all events of now: a new width or font invalidates every line."""
        self._heights.forget()
        QApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def showEvent(self, event: QShowEvent) -> None:
        """Reimplemented to measure what was set while the field was hidden."""
        super().showEvent(event)
        self._fit_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reimplemented to measure the text for a new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_anew()

    def event(self, event: QEvent) -> bool:
        """Reimplemented to leave the window's shortcuts to the window, and to follow the font."""
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
        """Reimplemented to mark what has become visible."""
        super().paintEvent(event)
        self.marks.follow()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Reimplemented for a menu with the window's undo."""
        if not show_edit_menu(self, OF_TEXTS, event.globalPos()):
            super().contextMenuEvent(event)

    # Events left to the window and the page.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Reimplemented because QPlainTextEdit accepts Ctrl+Z even when its own undo is off."""
        if is_undo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Reimplemented to let the page scroll: all of the text is visible."""
        event.ignore()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Reimplemented to leave a dropped file to the window, which opens it."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Reimplemented to paste plain paragraphs, whatever formats and unseen letters the clipboard holds."""
        pasted = source.text()
        stays = len(self._shown) - len(self.textCursor().selectedText())
        if stays + len(pasted) > LONGEST_TEXT_CHARACTERS:
            self.refused.emit(TOO_LONG)
            return
        text = without_unseen(without_surrogates(pasted.replace("\r\n", "\n").replace("\r", "\n")))
        self._wrap(self._shown + text)
        self.insertPlainText(text)
