"""The lines that say what a document holds in the place of the current cell."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit

LINES, FRAME_PX = 2, 6


class SourceText(QPlainTextEdit):
    """A text of a few lines that can be reached and read with the keys, and scrolls where it is longer."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("source")
        self.setAccessibleName("原文和说明")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.setFixedHeight(LINES * self.fontMetrics().lineSpacing() + FRAME_PX)

    def say(self, words: str, is_open: bool) -> None:
        """Show words, in the colour of a warning where something is still to be checked."""
        self.setPlainText(words)
        if self.property("open") != is_open:
            self.setProperty("open", is_open)
            self.style().unpolish(self)
            self.style().polish(self)
