"""Last year's text under this year's: for reference while the field is blank, with the differences in a comparison."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from model.comparing.text_difference import GONE, NEW, SAME, Stretch, stretches
from ui.basics.theme import colours
from ui.basics.widgets import button, label, row

LONGEST_SHOWN_CHARACTERS = 10_000  # all of it is laid out again with every change
CUT_OFF = f"……（文字太长，这里只显示前 {LONGEST_SHOWN_CHARACTERS} 字）"


class LastYearText(QFrame):
    """A frame with last year's text, and a button that takes it over."""

    def __init__(self, take: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("reference")
        self._stretches: list[Stretch] = []
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setAccessibleName("上年文字")
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._title = label("", "faint")
        self.take = button("取用上年文字", take, name="small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 4, 10, 8)
        layout.setSpacing(2)
        layout.addLayout(row(self._title, None, self.take))
        layout.addWidget(self._words)
        self.hide()

    @property
    def shown(self) -> str:
        """The content as HTML."""
        return self._words.text()

    def show_last(self, this: str, last: str | None, compared: bool, is_own: bool = True) -> None:
        """Show last year's text, if there is one and this year's is blank or the two are compared.

        A blank text may take it over, unless it is that of another report than last year's own (`is_own` is False)."""
        wanted = bool(last and last.strip()) and (compared or not this.strip())
        self.setVisible(wanted)
        if not wanted or last is None:
            return
        self.take.setVisible(not this.strip() and is_own)
        self._title.setText(
            "上年文字，划去的是今年没有的，加底色的是今年新写的" if compared and this.strip() else "上年文字"
        )
        both = stretches(this, last) if compared and this.strip() else [Stretch(SAME, last)]
        self._stretches = list(_cut(both))
        self._words.setText(_html(self._stretches))

    def changeEvent(self, event: QEvent) -> None:
        """Reimplemented to show the text in the colours of another look: they are written into it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._words.setText(_html(self._stretches))


def _cut(found: Iterable[Stretch]) -> Iterator[Stretch]:
    """Yield the first LONGEST_SHOWN_CHARACTERS characters, and a note if there are more."""
    left = LONGEST_SHOWN_CHARACTERS
    for one in found:
        yield Stretch(one.kind, one.text[:left])
        left -= len(one.text)
        if left < 0:
            yield Stretch(SAME, CUT_OFF)
            return


def _html(found: Iterable[Stretch]) -> str:
    """Return both texts in one as HTML: deletions struck out, insertions with a background."""
    shades = colours()
    styles = {
        SAME: f"color:{shades.faint}",
        GONE: f"color:{shades.wrong};text-decoration:line-through",
        NEW: f"color:{shades.ink};background:{shades.chosen}",
    }
    return "".join(
        f'<span style="{styles[one.kind]}">{escape(one.text).replace(chr(10), "<br>")}</span>' for one in found
    )
