"""Two texts side by side to be read, what only one of them has marked in each."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from model.comparing.text_difference import GONE, NEW, stretches
from ui.basics.theme import colours
from ui.basics.widgets import SPACING_PX, label


class TwoTexts(QWidget):
    """Shows two texts under their titles."""

    def __init__(self, *titles: str) -> None:
        super().__init__()
        self.fields = tuple(map(_field, titles))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING_PX)
        for title, field in zip(titles, self.fields, strict=True):
            column = QVBoxLayout()
            column.addWidget(label(title, "faint"))
            column.addWidget(field)
            layout.addLayout(column)

    def show_texts(self, one: str, other: str) -> None:
        """Show these texts."""
        first, second = self.fields
        first.setHtml(_marked(one, other))
        second.setHtml(_marked(other, one))


def _field(name: str) -> QTextEdit:
    made = QTextEdit()
    made.setReadOnly(True)
    made.setAccessibleName(name)
    return made


def _marked(text: str, other: str) -> str:
    """Return the text as HTML, with a background under what the other does not have."""
    style = f"background: {colours().chosen}"
    pieces = ((one.kind, escape(one.text).replace("\n", "<br>")) for one in stretches(text, other) if one.kind != GONE)
    return "".join(f"<span style='{style}'>{words}</span>" if kind == NEW else words for kind, words in pieces)
