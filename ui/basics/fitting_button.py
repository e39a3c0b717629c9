"""A button that is as wide as its place, and says as much as it has room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFocusEvent, QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.basics.line_lengths import elided
from ui.basics.widgets import plain_tip, tell_by_keys


class FittingButton(QPushButton):
    """A push button that never widens its window; a screen reader and the tool tip have what it has no room for.

    The tool tip comes by mouse, and by Tab where something is left out."""

    def __init__(self, name: str, margins_px: int) -> None:
        """Create a button of a style in the style sheet, which leaves `margins_px` free on both sides together."""
        super().__init__()
        self.setObjectName(name)
        self.setAutoDefault(True)  # Enter presses it, as in a dialog
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._margins_px = margins_px
        self._choice: Sequence[str] = [""]
        self._end = ""

    @property
    def whole(self) -> str:
        """All that the button would say."""
        return f"{self._choice[0]}{self._end}"

    def say(self, choice: Sequence[str], tip: str = "", end: str = "") -> None:
        """Show the first of these words that fits; if none does, the last, each of its lines cut off with …

        `end` follows the words and is never cut off."""
        self._choice, self._end = choice, end
        self.setAccessibleName(self.whole)
        self.setToolTip(plain_tip(tip) if tip else "")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reimplemented to choose again for another width."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Reimplemented to choose for the width that a hidden button did not have yet."""
        super().showEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reimplemented to show the tool tip to those who work without a mouse."""
        super().focusInEvent(event)
        if self.text() != _literal(self.whole):
            tell_by_keys(self, event)

    def _fit(self) -> None:
        icon = self.iconSize().width() if not self.icon().isNull() else 0
        metrics = self.fontMetrics()
        room = self.width() - self._margins_px - icon - metrics.horizontalAdvance(self._end)
        shown = (_elided_lines(words, metrics, room) for words in self._choice)
        fitting = (words for words, also in zip(shown, self._choice, strict=True) if words == also)
        words = next(fitting, _elided_lines(self._choice[-1], metrics, room))
        self.setText(_literal(f"{words}{self._end}"))


def _literal(text: str) -> str:
    """Return a text in which & is no mark of a key."""
    return text.replace("&", "&&")


def _elided_lines(text: str, metrics: QFontMetrics, room: int) -> str:
    return "\n".join(elided(line, metrics, room) for line in text.split("\n"))
