"""What the form says of a place, whole: the row, the column and the section, with the articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTextBrowser, QWidget

from model.report.help_texts import Told
from ui.basics.widgets import button, dialog_column, row

NOTHING = "这一处没有说明。"
SHARE = 0.75  # of the window


class HelpDialog(QDialog):
    """Shows what is said of one place, and goes on with the next; Esc closes it."""

    def __init__(self, guide: Callable[[], object] | None, parent: QWidget | None = None) -> None:
        """Create the dialog; `guide` opens the guide to a row, None if the form has none."""
        super().__init__(parent)
        self.setWindowTitle("这一处怎么填")
        if parent:
            self.resize(parent.size() * SHARE)
        self.text = QTextBrowser()
        self.text.document().setDefaultStyleSheet("h3 { margin: 10px 0 2px 0 } p { margin: 2px 0 }")
        self.text.setAccessibleName("这一处怎么填")
        reach = Qt.TextInteractionFlag
        self.text.setTextInteractionFlags(reach.TextSelectableByMouse | reach.TextSelectableByKeyboard)
        self.guide = button("归到哪一行…", guide or self.close)
        self.guide.setVisible(guide is not None)
        self.guide.setAutoDefault(False)
        close = button("关闭", self.close)
        layout = dialog_column(self)
        layout.addWidget(self.text, 1)
        layout.addLayout(row(self.guide, None, close))

    def show_told(self, told: Sequence[Told]) -> None:
        """Show what is said of a place."""
        self.text.setHtml("".join(_html(one) for one in told) or NOTHING)


def _html(told: Told) -> str:
    lines = (f"<b>{word}：</b>{escape(said)}" if word else escape(said) for word, said in told.entry.lines)
    return f"<h3>{escape(told.title)}</h3>{''.join(f'<p>{line}</p>' for line in lines)}"
