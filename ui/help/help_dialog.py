"""What the form says of a place, whole: the row, the column and the section, with the articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from math import ceil

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QDialog, QTextBrowser, QWidget

from model.report.help_texts import Told
from ui.basics.widgets import button, dialog_column, row

NOTHING = "这一处没有说明。"
LINE_CHARACTERS = 30  # of a window that is wide enough
WIDEST_SHARE = 0.75  # of the window under it
GAP_PX = 8  # around what it does not cover


class HelpDialog(QDialog):
    """Shows what is said of one place, and goes on with the next; Esc closes it."""

    def __init__(self, guide: Callable[[], object] | None, parent: QWidget | None = None) -> None:
        """Create the dialog; `guide` opens the guide to a row, None if the form has none."""
        super().__init__(parent)
        self.setWindowTitle("这一处怎么填")
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

    def take_place(self, spot: QRect) -> None:
        """Become as large as the text needs, where `spot`, a rectangle on the screen, stays in sight if there is room."""
        parent = self.parentWidget()
        most = (parent.window() if parent else self).size() * WIDEST_SHARE
        wide = min(most.width(), self.fontMetrics().horizontalAdvance("国") * LINE_CHARACTERS)
        around = self.sizeHint() - self.text.sizeHint() + QSize(2, 2) * self.text.frameWidth()
        page = self.text.document().clone()
        page.setTextWidth(wide - around.width() - self.text.verticalScrollBar().sizeHint().width())
        self.resize(wide, min(most.height(), ceil(page.size().height()) + around.height()))
        self._move_clear_of(spot)

    def keep_clear_of(self, spot: QRect) -> None:
        """Move out of the way if `spot` has come to lie under it."""
        if self.frameGeometry().intersects(spot):
            self._move_clear_of(spot)

    def _move_clear_of(self, spot: QRect) -> None:
        """Move to the first place on the screen where nothing of the spot is covered, or to where the least is."""
        parent, size = self.parentWidget(), self.frameGeometry().size()
        window = (parent.window() if parent else self).frameGeometry()
        screen, wanted = self.screen().availableGeometry(), spot.adjusted(-GAP_PX, -GAP_PX, GAP_PX, GAP_PX)
        places = [place for place in _places(window, wanted, size) if screen.contains(place)]
        if places:
            self.move(min(places, key=lambda place: _area(place.intersected(wanted))).topLeft())


def _places(window: QRect, spot: QRect, size: QSize) -> list[QRect]:
    """Return where to look for room: beside the window, in its corners, then right, left, below and above of the spot."""
    left, top = window.left() + GAP_PX, window.top() + GAP_PX
    right, bottom = window.right() - size.width() - GAP_PX, window.bottom() - size.height() - GAP_PX
    beside = [(window.right() + GAP_PX, top), (window.left() - size.width() - GAP_PX, top)]
    corners = [(right, bottom), (right, top), (left, bottom), (left, top)]
    along = [(x, y) for x in (spot.right() + 1, spot.left() - size.width()) for y in (bottom, top)]
    over = [(x, y) for y in (spot.bottom() + 1, spot.top() - size.height()) for x in (right, left)]
    return [QRect(QPoint(*corner), size) for corner in (*beside, *corners, *along, *over)]


def _area(rect: QRect) -> int:
    return max(0, rect.width()) * max(0, rect.height())


def _html(told: Told) -> str:
    lines = (f"<b>{word}：</b>{escape(said)}" if word else escape(said) for word, said in told.entry.lines)
    return f"<h3>{escape(told.title)}</h3>{''.join(f'<p>{line}</p>' for line in lines)}"
