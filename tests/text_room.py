"""Which widgets have less room than their text needs."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabBar,
    QToolBar,
    QWidget,
)

SHOWN_TEXT_FLAGS = int(Qt.TextFlag.TextShowMnemonic)


def cramped(top: QWidget) -> list[str]:
    """What is cut off in a window, one line a widget."""
    return [
        f"{type(widget).__name__} {widget.objectName()} “{words[:40]}”: {have.width()} × {have.height()},"
        f" needs {needed.width()} × {needed.height()}"
        for widget in top.findChildren(QWidget)
        if widget.isVisibleTo(top) and not _is_behind_the_extension(widget)
        for words, have, needed in _rooms(widget, top)
        if have.width() < needed.width() or have.height() < needed.height()
    ]


def _rooms(widget: QWidget, top: QWidget) -> Iterator[tuple[str, QSize, QSize]]:
    """Each text of a widget with the room that it has and needs."""
    if isinstance(widget, QTabBar):
        for index in range(widget.count()):
            yield widget.tabText(index), widget.tabRect(index).size(), _text_size(widget, widget.tabText(index))
    elif isinstance(widget, QHeaderView):
        for index in range(widget.count()):
            words = str(widget.model().headerData(index, widget.orientation()))
            along, across = widget.sectionSize(index), QSize(widget.width(), widget.height())
            is_across = widget.orientation() == Qt.Orientation.Horizontal
            have = QSize(along, across.height()) if is_across else QSize(across.width(), along)
            yield words, have, _text_size(widget, words)
    elif isinstance(widget, QLabel) and widget.text() and widget.wordWrap():
        seen = _unclipped(widget, top)
        yield widget.text(), seen, QSize(min(40, seen.width()), widget.heightForWidth(widget.width()))
    elif isinstance(widget, QLabel) and widget.text():
        yield widget.text(), _unclipped(widget, top), widget.minimumSizeHint()
    elif isinstance(widget, QAbstractButton) and widget.text() and not isinstance(widget.parent(), QTabBar):
        yield widget.text(), _unclipped(widget, top), _button_size(widget)
    elif isinstance(widget, QComboBox):
        yield widget.currentText(), _unclipped(widget, top), _text_size(widget, widget.currentText())
    elif isinstance(widget, QLineEdit):
        words = widget.placeholderText()
        yield words or "一个字段", _unclipped(widget, top), _text_size(widget, words)


def _text_size(widget: QWidget, words: str) -> QSize:
    return widget.fontMetrics().size(SHOWN_TEXT_FLAGS, words)


def _button_size(button: QAbstractButton) -> QSize:
    """The room for the text and the icon; what is around them may be less than usual."""
    text = _text_size(button, button.text())
    beside = 0 if button.icon().isNull() else button.iconSize().width() + 4
    return text + QSize(beside, 0) if isinstance(button, QPushButton) else button.minimumSizeHint()


def _unclipped(widget: QWidget, top: QWidget) -> QSize:
    """The size of the part of a widget that no widget around it cuts off for good; what scrolls can be reached."""
    seen, inside = QRect(widget.rect()), widget
    while inside is not top and inside.parentWidget():
        seen.translate(inside.pos())
        inside = inside.parentWidget()
        area = inside.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is inside:
            return seen.intersected(_reach(area)).size()
        seen = seen.intersected(inside.rect())
    return seen.size()


def _reach(area: QAbstractScrollArea) -> QRect:
    """What can be scrolled into view, in coordinates of the viewport: without a scroll bar, no more than is there."""
    never, far = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, 100_000
    across = area.horizontalScrollBarPolicy() == never
    down = area.verticalScrollBarPolicy() == never
    view = area.viewport().rect()
    return view.adjusted(0 if across else -far, 0 if down else -far, 0 if across else far, 0 if down else far)


def _is_behind_the_extension(widget: QWidget) -> bool:
    """Whether Qt has put a button of a tool bar aside, into the menu of the extension button."""
    return isinstance(widget.parent(), QToolBar) and widget.isHidden()
