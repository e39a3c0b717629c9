"""A tab bar whose tabs keep their widths when they get marks, and a list of them where they do not all fit."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QTabBar, QToolButton

from ui.basics.widgets import ToolButton

ROOM_FOR = " ✕8 ▲8"  # as marks usually are
AS_IN_TABS = 0x0800  # Qt.TextFlag.TextShowMnemonic; Qt's enums are loaded later than the tabs
SCROLLERS_PX = 72  # that the buttons which scroll the bar take, as in the style sheet
EDGE_PX = 32  # what the bar has on its left and right


class MarkedTabBar(QTabBar):
    """Shows titles with marks behind them; the room for marks is kept free where the bar is wide enough for it."""

    def __init__(self, titles: tuple[str, ...]) -> None:
        super().__init__()
        self._titles = titles
        self._metrics, self._widths = self.fontMetrics(), dict[str, int]()

    def tabSizeHint(self, index: int) -> QSize:
        """Reimplemented to keep room for marks."""
        size, shown = super().tabSizeHint(index), self._width(self.tabText(index))
        padding = size.width() - shown
        kept = self._width(ROOM_FOR) if self._is_wide_enough(padding) else 0
        return QSize(padding + max(shown, self._width(self._titles[index]) + kept), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reimplemented to begin with the first tab again where the current one stands in sight with it."""
        super().resizeEvent(event)
        back = self.findChild(QToolButton, "ScrollLeftButton")
        if not isinstance(back, QToolButton) or self.tabRect(0).left() >= 0:
            return
        last = self.tabRect(self.currentIndex()).right() - self.tabRect(0).left()
        for _ in range(self.count() * (last < self.width() - SCROLLERS_PX)):
            back.click()

    def is_too_wide_for(self, width: int) -> bool:
        """Return whether not all tabs stand side by side in a width."""
        return sum(self.tabSizeHint(index).width() for index in range(self.count())) + EDGE_PX > width

    def _width(self, text: str) -> int:
        """Return the width of a text as Qt takes it for a tab; Qt asks for all of them many times while it lays out."""
        if (metrics := self.fontMetrics()) != self._metrics:
            self._metrics, self._widths = metrics, {}
        if text not in self._widths:
            self._widths[text] = self._metrics.size(AS_IN_TABS, text).width()
        return self._widths[text]

    def _is_wide_enough(self, padding: int) -> bool:
        """Return whether all tabs stand side by side with room for marks; `padding` is around each text."""
        needed = sum(map(self._width, self._titles)) + (self._width(ROOM_FOR) + padding) * len(self._titles)
        return needed + EDGE_PX <= self.parentWidget().width()

    def show_marks(self, index: int, marks: str) -> bool:
        """Show marks behind a title, such as ✕1 ▲2; return whether it had others."""
        text = f"{self._titles[index]} {marks}" if marks else self._titles[index]
        is_new = self.tabText(index) != text
        if is_new:
            self.setTabText(index, text)
        return is_new


class TabListButton(ToolButton):
    """A button beside a tab bar that does not have room for all its tabs: it lists them, and leads to the chosen one."""

    def __init__(self, bar: QTabBar) -> None:
        super().__init__()
        self._bar = bar
        self.setObjectName("tabs")
        self.setText("各页")
        self.setToolTip("列出所有的页，点哪一页，到哪一页")
        self.setProperty("focusPolicy", "TabFocus")  # by its name, or all enums of Qt would be loaded
        self.clicked.connect(self._open)

    def _open(self) -> None:
        menu = self.made_menu()
        menu.popup(self.mapToGlobal(QPoint(self.width() - menu.sizeHint().width(), self.height())))

    def made_menu(self) -> QMenu:
        """Return a menu of all tabs with their marks, the current one checked; it goes when it is closed."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for index in range(self._bar.count()):
            entry = menu.addAction(self._bar.tabText(index).replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(index == self._bar.currentIndex())
            entry.triggered.connect(lambda _=False, index=index: self._bar.setCurrentIndex(index))
        return menu
