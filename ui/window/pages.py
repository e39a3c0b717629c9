"""The pages of the main window, one of which is shown; what has no room in a small window scrolls."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QWidget


class Pages(QScrollArea):
    """Shows one of the widgets in `room`, as large as there is room, but never smaller than it can be."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("focusPolicy", "NoFocus")
        self.setWidgetResizable(True)
        self.room = QWidget()
        self._layout = _CurrentPage(self.room)
        self.setWidget(self.room)

    def show_page(self, page: QWidget) -> None:
        """Show a page, which is taken in if it is new."""
        self._layout.addWidget(page)
        self._layout.setCurrentWidget(page)


class _CurrentPage(QStackedLayout):
    """A stack that needs the room of its current page only.

    QScrollArea takes the usual height of what wraps lines for the least one: it must not know that lines wrap."""

    def hasHeightForWidth(self) -> bool:
        """Reimplemented: `minimumSize` minds the width already."""
        return False

    def minimumSize(self) -> QSize:
        """Reimplemented to return the least size of the current page in the width that it has."""
        page = self.currentWidget()
        if not page:
            return QSize()
        least, layout = page.minimumSizeHint(), page.layout()
        if layout and layout.hasHeightForWidth():
            least.setHeight(layout.minimumHeightForWidth(max(self.parentWidget().width(), least.width())))
        return least
