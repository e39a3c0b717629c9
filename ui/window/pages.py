"""The pages of the main window, one of which is shown; what has no room in a small window scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget


class Pages(QScrollArea):
    """Shows one of the widgets in `stack`, as large as there is room, but never smaller than it can be.

    Not by `widgetResizable`: where lines wrap, that takes the usual height of a page for the least one."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("focusPolicy", "NoFocus")
        self.stack = QStackedWidget()
        self.stack.currentChanged.connect(lambda _: self._fit())
        self.setWidget(self.stack)

    def show_page(self, page: QWidget) -> None:
        """Show a page, which is taken into the stack if it is new."""
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reimplemented to give the page the new room."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Reimplemented to follow what the page needs."""
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        page = self.stack.currentWidget()
        if page:
            self.stack.resize(self.viewport().size().expandedTo(_least(page, self.viewport().width())))


def _least(page: QWidget, room: int) -> QSize:
    """Return the least size of a page that is `room` pixels wide, or as wide as it must be."""
    least, layout = page.minimumSizeHint(), page.layout()
    if layout and layout.hasHeightForWidth():
        least.setHeight(layout.minimumHeightForWidth(max(room, least.width())))
    return least
