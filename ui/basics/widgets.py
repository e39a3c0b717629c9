"""Factories for the small widgets and layouts that several views use."""

from __future__ import annotations

from collections.abc import Callable

from PySide6 import QtCore  # whose Qt, with all its enums, is loaded with the first key
from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QToolButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from ui.basics.defaults import BUTTON_ICON_SIZE_PX, DIALOG_SHARE, DIALOG_SIZE_PX
from ui.basics.theme import icon, zoomed

SPACING_PX, MARGIN_PX = 8, 24
# The properties with the name and the size of a button's icon, for a change of colours or of the zoom.
ICON_PROPERTY, SIZE_PROPERTY = "picture", "picture_size"
BY_KEYS = ("TabFocusReason", "BacktabFocusReason")


def draw_icons(parent: QWidget) -> None:
    """Draw the icons of all buttons below a widget again, in the current colours and size."""
    for kind in (QPushButton, QToolButton):
        found: list[QPushButton | QToolButton] = list(parent.findChildren(kind))
        for made in found:
            if picture := made.property(ICON_PROPERTY):
                set_icon(made, picture, made.property(SIZE_PROPERTY))


def set_icon(made: QPushButton | QToolButton, picture: str, size: int = BUTTON_ICON_SIZE_PX) -> None:
    """Give a button an icon; `size` is in pixels at 100 %."""
    made.setProperty(ICON_PROPERTY, picture)
    made.setProperty(SIZE_PROPERTY, size)
    made.setIcon(icon(picture, size))
    made.setIconSize(QSize(zoomed(size), zoomed(size)))


def label(text: str, name: str = "") -> QLabel:
    """Create a label; `name` is an object name of the style sheet, such as faint or heading."""
    made = QLabel(text)
    # By its name, or all enums of Qt would be loaded; a file's name may look like HTML.
    made.setProperty("textFormat", "PlainText")
    made.setObjectName(name)
    return made


class PushButton(QPushButton):
    """A push button that Enter presses where it has the focus, also if it can never be the default of its dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Reimplemented for Enter."""
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)


class ToolButton(QToolButton):
    """A tool button that Enter presses where it has the focus, as it does a push button."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Reimplemented for Enter."""
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)


def is_enter(event: QKeyEvent) -> bool:
    """Return whether a key is one of the two that press a button; held down it presses only once."""
    return not event.isAutoRepeat() and event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter)


def button(text: str, act: Callable[[], object], picture: str = "", name: str = "") -> QPushButton:
    """Create a push button; `picture` is the name of its icon."""
    made = PushButton(text)
    made.setObjectName(name)
    made.setAutoDefault(True)  # looks like what Enter presses, where it has the focus
    if picture:
        set_icon(made, picture)
    made.clicked.connect(lambda: act())
    return made


def tell_by_keys(widget: QWidget, event: QFocusEvent) -> None:
    """Show the tool tip of a widget that got the focus by Tab, as the mouse would show it."""
    if event.reason().name in BY_KEYS:
        QToolTip.showText(widget.mapToGlobal(widget.rect().topLeft()), widget.toolTip(), widget)


def plain_tip(text: str) -> str:
    """Return a tool tip that shows a text as it is, even if it looks like HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").join(("<span>", "</span>")) if "<" in text else text


def tool_button(picture: str, tip: str, act: Callable[[], object]) -> QToolButton:
    """Create a tool button that shows an icon only; `tip` is its tooltip and accessible name."""
    made = ToolButton()
    set_icon(made, picture)
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.clicked.connect(lambda: act())
    return made


def card() -> tuple[QFrame, QVBoxLayout]:
    """Create a framed card; return it with its layout."""
    frame = QFrame()
    frame.setObjectName("card")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(16, 12, 16, 14)
    layout.setSpacing(SPACING_PX)
    return frame, layout


def row(*widgets: QWidget | None) -> QHBoxLayout:
    """Create a horizontal layout of widgets; None is a stretch."""
    layout = QHBoxLayout()
    layout.setSpacing(SPACING_PX)
    for widget in widgets:
        if widget is None:
            layout.addStretch(1)
        else:
            layout.addWidget(widget)
    return layout


def scrolled(content: QWidget) -> QScrollArea:
    """Put a widget into an area that scrolls where there is less room than its content needs; return the area."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setProperty("focusPolicy", "NoFocus")
    area.setWidget(content)
    content.setAutoFillBackground(False)
    return area


def resize_dialog(dialog: QDialog, parent: QWidget | None) -> None:
    """Resize a large dialog to most of its parent."""
    dialog.resize(parent.size() * DIALOG_SHARE if parent else QSize(*DIALOG_SIZE_PX))


def dialog_column(dialog: QDialog) -> QVBoxLayout:
    """Give a large dialog the column that its parts stand in, and return it."""
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(MARGIN_PX, 16, MARGIN_PX, 16)
    layout.setSpacing(SPACING_PX)
    return layout


def side_by_side(first: QWidget, second: QWidget, *shares: int) -> QSplitter:
    """Return two widgets beside each other with a handle between them; `shares` are their widths to begin with."""
    parts = QSplitter()
    parts.addWidget(first)
    parts.addWidget(second)
    parts.setSizes(shares)
    return parts


def timer(parent: QObject, after: int, act: Callable[[], object]) -> QTimer:
    """Create a single-shot timer that calls `act` `after` milliseconds after each start."""
    made = QTimer(parent)
    made.setSingleShot(True)
    made.setInterval(after)
    made.timeout.connect(act)
    return made
