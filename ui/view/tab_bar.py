"""A tab bar whose tabs keep their widths when they get marks."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabBar

ROOM_FOR = " ✕8 ▲8"  # as marks usually are
AS_IN_TABS = 0x0800  # Qt.TextFlag.TextShowMnemonic; Qt's enums are loaded later than the tabs
EDGE_PX = 32  # what the bar has on its left and right


class MarkedTabBar(QTabBar):
    """Shows titles with marks behind them; the room for marks is kept free where the bar is wide enough for it."""

    def __init__(self, titles: tuple[str, ...]) -> None:
        super().__init__()
        self._titles = titles

    def tabSizeHint(self, index: int) -> QSize:
        """Reimplemented to keep room for marks."""
        size, shown = super().tabSizeHint(index), self._width(self.tabText(index))
        padding = size.width() - shown
        kept = self._width(ROOM_FOR) if self._is_wide_enough(padding) else 0
        return QSize(padding + max(shown, self._width(self._titles[index]) + kept), size.height())

    def _width(self, text: str) -> int:
        """Return the width of a text as Qt takes it for a tab."""
        return self.fontMetrics().size(AS_IN_TABS, text).width()

    def _is_wide_enough(self, padding: int) -> bool:
        """Return whether all tabs stand side by side with room for marks; `padding` is around each text."""
        needed = sum(self._width(title) + self._width(ROOM_FOR) + padding for title in self._titles)
        return needed + EDGE_PX <= self.parentWidget().width()

    def show_marks(self, index: int, marks: str) -> None:
        """Show marks behind a title, such as ✕1 ▲2."""
        text = f"{self._titles[index]} {marks}" if marks else self._titles[index]
        if self.tabText(index) != text:
            self.setTabText(index, text)
