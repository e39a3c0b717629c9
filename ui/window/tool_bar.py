"""The tool bar; what it has no room for is in a menu behind », for the mouse and the keyboard."""

from __future__ import annotations

from PySide6.QtWidgets import QToolBar, QToolButton

from ui.basics.widgets import set_icon

EXTENSION_NAME = "qt_toolbar_ext_button"  # of Qt's own button


class ToolBar(QToolBar):
    """A tool bar for a layout: as one of a QMainWindow its » would open a second line, which no key reaches."""

    def __init__(self) -> None:
        super().__init__("工具栏")
        self.setMovable(False)
        self.toggleViewAction().setVisible(False)
        self.setProperty("toolButtonStyle", "ToolButtonTextBesideIcon")  # by its name, as in DocumentView
        self.extension: QToolButton = next(iter(self.findChildren(QToolButton, EXTENSION_NAME)))
        set_icon(self.extension, "more")  # in the colour of the text; Qt's own is dark in every look
        self.extension.setProperty("focusPolicy", "TabFocus")
        self.extension.setToolTip("工具栏里放不下的")
        self.extension.setAccessibleName("工具栏里放不下的")
