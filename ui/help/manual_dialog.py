"""What is read beside the window: the manual, the list of keys, what is new; with its chapters and a search."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QListWidget, QWidget

from ui.basics.announcing import announce
from ui.basics.fields import LineField
from ui.basics.shortcuts import SHORTCUTS, with_key
from ui.basics.widgets import button, dialog_column, label, resize_dialog, row, side_by_side
from ui.help.manual_page import ManualPage

INDENT = "　"  # of a chapter within a chapter
TITLE_LEVEL = 1  # of the heading over all


class ManualDialog(QDialog):
    """A text with its chapters beside it; the window can be worked in while it is open. Esc closes it."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        """Create the dialog for a text in Markdown."""
        super().__init__(parent)
        self.setWindowTitle(title)
        resize_dialog(self, parent)
        self.page = ManualPage(text)
        self.page.setAccessibleName(title)
        self.page.left.connect(self._tell_address)
        self.chapters = QListWidget()
        self.chapters.setAccessibleName("目录")
        self.chapters.setWordWrap(True)
        self._fill()
        self._add_search(title)
        self.said = label("", "faint")
        close = button("关闭", self.close)
        close.setAutoDefault(False)
        layout = dialog_column(self)
        layout.addLayout(row(label("查找"), self.words, self.next, self.previous, self.count))
        layout.addWidget(side_by_side(self.chapters, self.page, 240, 760), 1)
        layout.addLayout(row(self.said, None, close))

    def open_beside(self) -> None:
        """Show it, or bring it to the front; the cursor is in the text."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.page.setFocus()

    def _fill(self) -> None:
        """List the chapters; choosing one shows it."""
        self._listed = [chapter for chapter in self.page.chapters() if chapter.level > TITLE_LEVEL]
        for chapter in self._listed:
            self.chapters.addItem(INDENT * (chapter.level - TITLE_LEVEL - 1) + chapter.title)
        self.chapters.currentRowChanged.connect(lambda place: self.page.go_to(self._listed[place].position))
        self.chapters.itemActivated.connect(lambda _: self.page.setFocus())
        self.chapters.itemClicked.connect(lambda _: self.page.go_to(self._listed[self.chapters.currentRow()].position))

    def _add_search(self, title: str) -> None:
        self.words, self.count = LineField(), label("", "faint")
        self.words.setAccessibleName(f"在“{title}”里查找")
        self.words.setPlaceholderText(with_key("打几个字", "search"))
        self.words.typed.connect(lambda _: self._begin())
        self.words.returnPressed.connect(lambda: self.go(1))
        self.next = button("下一处", lambda: self.go(1))
        self.previous = button("上一处", lambda: self.go(-1))
        for made in (self.next, self.previous):
            made.setAutoDefault(False)
        acts = {"search": self._search, "find_next": lambda: self.go(1), "find_previous": lambda: self.go(-1)}
        for name, act in acts.items():
            for key in SHORTCUTS[name]:
                QShortcut(QKeySequence(key), self).activated.connect(act)

    def _search(self) -> None:
        self.words.setFocus()
        self.words.selectAll()

    def _begin(self) -> None:
        """Find anew from the top of the text."""
        cursor = self.page.textCursor()
        cursor.setPosition(0)
        self.page.setTextCursor(cursor)
        self.go(1)

    def go(self, by: int) -> None:
        """Show the next place with the words, or the previous one; after the last comes the first."""
        found = self.page.matches(self.words.text())
        if not found:
            self.count.setText("没有找到" if self.words.text() else "")
            return
        here = self.page.textCursor()
        place = [one.selectionStart() for one in found]
        after = bisect_right(place, here.selectionStart() - (not here.hasSelection()))
        before = len([start for start in place if start < here.selectionStart()]) - 1
        index = (after if by > 0 else before) % len(found)
        self.page.show_chosen(found[index])
        self.count.setText(f"第 {index + 1} 处，共 {len(found)} 处")
        self._show_chapter(place[index])
        announce(self.page, found[index].block().text())

    def _show_chapter(self, position: int) -> None:
        """Mark in the list the chapter that a place of the text is in."""
        above = [place for place, chapter in enumerate(self._listed) if chapter.position <= position]
        self.chapters.blockSignals(True)
        self.chapters.setCurrentRow(above[-1] if above else -1)
        self.chapters.blockSignals(False)

    def _tell_address(self, address: str) -> None:
        self.said.setText(f"程序不联网。网址：{address}")
