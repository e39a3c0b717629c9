"""A button that is as wide as its place, whatever it says."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtGui import QFocusEvent, QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.basics.widgets import plain_tip, tell_by_keys

MARGINS_PX = 40  # of the widest style, at both sides


class ElidedButton(QPushButton):
    """A push button that never widens its window: a line that is too long ends with …, and the tool tip has all of it.

    The tool tip comes by mouse, and by Tab where something is left out."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.whole = ""

    def show_text(self, text: str, tip: str = "") -> None:
        """Show a text; `tip` is the tool tip, if that is to say more."""
        self.whole = text
        self.setAccessibleName(text)
        self.setToolTip(plain_tip(tip or text))
        self.setText(_literal(text))
        if self.isVisible():  # otherwise it has no width yet
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reimplemented to show as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Reimplemented to fit what was set while the button was hidden."""
        super().showEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reimplemented to show the tool tip to those who work without a mouse."""
        super().focusInEvent(event)
        if self.text() != _literal(self.whole):
            tell_by_keys(self, event)

    def _fit(self) -> None:
        icon = self.iconSize().width() if not self.icon().isNull() else 0
        room = self.width() - MARGINS_PX - icon
        lines = (elided(line, self.fontMetrics(), room) for line in self.whole.split("\n"))
        self.setText(_literal("\n".join(lines)))


def _literal(text: str) -> str:
    """Return a text in which & is no mark of a key."""
    return text.replace("&", "&&")


def elided(text: str, metrics: QFontMetrics, room: int) -> str:
    """Return a text, cut off with … if it is wider than `room` pixels."""
    # Not by Qt's elidedText: it takes an enum of Qt's, all of which would be loaded with the first paint.
    if metrics.horizontalAdvance(text) <= room:
        return text
    fits = bisect_right(range(len(text)), room, key=lambda count: metrics.horizontalAdvance(f"{text[:count]}…"))
    return f"{text[: max(0, fits - 1)]}…"
