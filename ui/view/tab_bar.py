"""A tab bar whose tabs keep their widths when they get marks."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabBar

ROOM_FOR = " ✕8 ▲8"  # as marks usually are
AS_IN_TABS = 0x0800  # Qt.TextFlag.TextShowMnemonic; Qt's enums are loaded later than the tabs
BESIDE_PX = 4  # of each tab's share, for the edge of the bar


class MarkedTabBar(QTabBar):
    """Shows titles with marks behind them; the room for marks is kept free, as far as the bar is wide enough for it."""

    def __init__(self, titles: tuple[str, ...]) -> None:
        super().__init__()
        self._titles = titles

    def tabSizeHint(self, index: int) -> QSize:
        """Reimplemented to keep room for marks."""
        size, shown = super().tabSizeHint(index), self._width(self.tabText(index))
        padding = size.width() - shown
        kept = min(self._width(ROOM_FOR), self._spare(padding))
        return QSize(padding + max(shown, self._width(self._titles[index]) + kept), size.height())

    def _width(self, text: str) -> int:
        """Return the width of a text as Qt takes it for a tab."""
        return self.fontMetrics().size(AS_IN_TABS, text).width()

    def _spare(self, padding: int) -> int:
        """Return how much room there is for the marks of one tab when all stand side by side; `padding` is around a text."""
        titles = sum(self._width(title) + padding for title in self._titles)
        return max(0, (self.parentWidget().width() - titles) // len(self._titles) - BESIDE_PX)

    def show_marks(self, index: int, marks: str) -> None:
        """Show marks behind a title, such as ✕1 ▲2."""
        text = f"{self._titles[index]} {marks}" if marks else self._titles[index]
        if self.tabText(index) != text:
            self.setTabText(index, text)
