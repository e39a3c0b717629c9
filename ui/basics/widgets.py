"""Small pieces that several tabs are made of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.basics.theme import icon

SPACING_PX, MARGIN_PX = 8, 24
ICON_PROPERTY = "picture"  # the property in which a button keeps the name of its icon


def draw_icons(parent: QWidget) -> None:
    """Draws the icons of all buttons below a widget in the colours in use."""
    for kind in (QPushButton, QToolButton):
        found: list[QPushButton | QToolButton] = list(parent.findChildren(kind))
        for made in found:
            if picture := made.property(ICON_PROPERTY):
                made.setIcon(icon(picture))


def label(text: str, name: str = "") -> QLabel:
    """A label; `name` is a name of the style sheet, such as faint or heading."""
    made = QLabel(text)
    made.setObjectName(name)
    return made


def button(text: str, act: Callable[[], object], picture: str = "", name: str = "") -> QPushButton:
    """A button with words and perhaps an icon."""
    made = QPushButton(text)
    made.setObjectName(name)
    if picture:
        made.setProperty(ICON_PROPERTY, picture)
        made.setIcon(icon(picture))
    made.clicked.connect(lambda: act())
    return made


def tool(picture: str, tip: str, act: Callable[[], object]) -> QToolButton:
    """A small button that shows an icon only; `tip` says what it does."""
    made = QToolButton()
    made.setProperty(ICON_PROPERTY, picture)
    made.setIcon(icon(picture))
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.clicked.connect(lambda: act())
    return made


def card() -> tuple[QFrame, QVBoxLayout]:
    """A framed card, and the layout of what stands on it."""
    frame = QFrame()
    frame.setObjectName("card")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(16, 12, 16, 14)
    layout.setSpacing(SPACING_PX)
    return frame, layout


def row(*widgets: QWidget | None) -> QHBoxLayout:
    """Widgets beside each other; None is room that stretches."""
    layout = QHBoxLayout()
    layout.setSpacing(SPACING_PX)
    for widget in widgets:
        if widget is None:
            layout.addStretch(1)
        else:
            layout.addWidget(widget)
    return layout


def timer(parent: QObject, after: int, act: Callable[[], object]) -> QTimer:
    """A timer that runs once, `after` so many milliseconds, each time it is started."""
    made = QTimer(parent)
    made.setSingleShot(True)
    made.setInterval(after)
    made.timeout.connect(act)
    return made
