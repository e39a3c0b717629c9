"""A text in Markdown with its pictures and tables, to be read in the program's look and size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QImageReader, QResizeEvent, QShowEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from model.files.program import ROOT
from ui.basics.theme import colours
from ui.basics.widgets import timer

SIDE_PX = 16
PICTURE = re.compile('<img src="([^"]*)"')
STYLED = re.compile(' style="([^"]*)"')
KEPT = (" font-weight:700;", " font-family:'monospace';")
STYLE = """
h1, h2, h3 {{ margin: 16px 0 6px 0 }}
p {{ margin: 6px 0 }}
li {{ margin: 4px 0 }}
table {{ border-collapse: collapse }}
td {{ border: 1px solid {border}; padding: 5px }}
td p {{ margin: 0 }}
a {{ color: {accent} }}
"""


class Chapter(NamedTuple):
    """A heading: its level from 1, its words, and where it stands in the text."""

    level: int
    title: str
    position: int


class ManualPage(QTextBrowser):
    """Shows one text; `left` is emitted with the address of a link that leads out of it."""

    left = Signal(str)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._html = _html(text)
        self.setOpenLinks(False)
        reach = Qt.TextInteractionFlag
        self.setTextInteractionFlags(
            reach.TextSelectableByMouse | reach.TextSelectableByKeyboard | reach.LinksAccessibleByMouse
            | reach.LinksAccessibleByKeyboard
        )  # fmt: skip
        self.anchorClicked.connect(self._follow)
        # The room for pictures must not change while the page is made: that would make it anew in the middle.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._top, self._words = 0, ""
        self.verticalScrollBar().valueChanged.connect(lambda _: self._remember_top())
        self._again = timer(self, 0, self._lay_out_again)
        self._lay_out()

    def chapters(self) -> list[Chapter]:
        """Return all headings, from the first to the last."""
        found, block = [], self.document().begin()
        while block.isValid():
            if level := block.blockFormat().headingLevel():
                found.append(Chapter(level, block.text(), block.position()))
            block = block.next()
        return found

    def go_to(self, position: int) -> None:
        """Show a place of the text at the top, with the cursor."""
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.show_chosen(cursor, 0)

    def show_chosen(self, cursor: QTextCursor, share: float = 1 / 3) -> None:
        """Choose what a cursor has chosen, and show it at a share of the height from the top."""
        self.setTextCursor(cursor)
        self._scroll_to(cursor, share)

    def _scroll_to(self, cursor: QTextCursor, share: float) -> None:
        self.document().size()  # lays out all of it: only then is known how far one can scroll
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - round(self.viewport().height() * share))

    def matches(self, words: str) -> list[QTextCursor]:
        """Return where words stand, and mark all of these places."""
        self._words = words
        found = list(self._each(words)) if words else []
        self.setExtraSelections([_marked(cursor) for cursor in found])
        return found

    def _each(self, words: str) -> Iterator[QTextCursor]:
        cursor = self.document().find(words)
        while not cursor.isNull():
            yield cursor
            cursor = self.document().find(words, cursor)

    def _follow(self, link: QUrl) -> None:
        """Go to the chapter that a link names; other addresses are only told: nothing here goes out."""
        named = [chapter for chapter in self.chapters() if anchor(chapter.title) == link.fragment()]
        if named and link.isRelative() and not link.path():
            self.go_to(named[0].position)
        else:
            self.left.emit(link.toDisplayString())

    def _lay_out(self) -> None:
        """Make the page anew: tables and links take the colours of this moment, pictures the room there is."""
        shades = colours()
        room = self._room()
        document = self.document()
        document.setDocumentMargin(SIDE_PX)
        document.setBaseUrl(QUrl.fromLocalFile(f"{ROOT}/"))
        document.setDefaultStyleSheet(STYLE.format(**shades._asdict()))
        self.setHtml(PICTURE.sub(lambda found: _picture(found[1], room), self._html))

    def _room(self) -> int:
        """Return how wide pictures may be, in pixels."""
        return max(self.viewport().width() - 2 * SIDE_PX, 1)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Reimplemented to make pictures smaller smoothly, for the screen's own pixels: as a text draws them, letters fray."""
        image = super().loadResource(kind, name)
        if kind != QTextDocument.ResourceType.ImageResource.value or not isinstance(image, QImage | QByteArray):
            return image
        whole = image if isinstance(image, QImage) else QImage.fromData(image)
        scale, width = self.devicePixelRatioF(), min(whole.width(), self._room())
        smaller = whole.scaledToWidth(round(width * scale), Qt.TransformationMode.SmoothTransformation)
        smaller.setDevicePixelRatio(scale)
        return smaller

    def _lay_out_again(self) -> None:
        """Make the page anew, and show again what was seen and chosen; hidden, it waits for `showEvent`."""
        if not self.isVisible():
            return
        top, chosen = self._top, self.textCursor()
        ends = chosen.anchor(), chosen.position()
        self._lay_out()
        cursor = self.textCursor()
        for place, mode in zip(ends, (QTextCursor.MoveMode.MoveAnchor, QTextCursor.MoveMode.KeepAnchor), strict=True):
            cursor.setPosition(place, mode)
        self.setTextCursor(cursor)
        self.matches(self._words)
        cursor.setPosition(top)
        self._scroll_to(cursor, 0)

    def _remember_top(self) -> None:
        """Keep which place of the text is at the top: it is to stay there where lines become longer or shorter."""
        self._top = self.cursorForPosition(self.viewport().rect().topLeft()).position()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reimplemented to fit the pictures."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._again.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Reimplemented to draw the page as the window is now."""
        super().showEvent(event)
        self._again.start()

    def changeEvent(self, event: QEvent) -> None:
        """Reimplemented to draw the page in other colours or another size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._again.start()


def anchor(title: str) -> str:
    """Return what a link says after # to lead to a heading."""
    return re.sub(r"[^\w\s-]", "", title).strip().lower().replace(" ", "-")


def _html(text: str) -> str:
    """Return a text in Markdown as HTML that leaves sizes, colours and margins to `STYLE`."""
    made = QTextDocument()
    made.setMarkdown(text)
    return STYLED.sub(lambda found: found[0] if found[1] in KEPT else "", made.toHtml())


def _picture(name: str, room: int) -> str:
    """Return the HTML of a picture, as wide as it is and no wider than the room in pixels."""
    return f'<img src="{name}" width="{min(QImageReader(str(ROOT / name)).size().width(), room)}"'


def _marked(cursor: QTextCursor) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.cursor = cursor  # type: ignore[attr-defined]
    made.format.setBackground(QColor(colours().chosen))  # type: ignore[attr-defined]
    return made
