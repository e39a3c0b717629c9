"""The areas of a window, from one to the next with a key, as Tab goes from field to field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6 import QtCore
from PySide6.QtWidgets import QApplication, QWidget


def go_on(areas: Sequence[QWidget], by: int) -> None:
    """Give the focus to the next area in which anything takes it, or the one before where `by` is -1."""
    places = [first for area in areas if (first := first_in(area))]
    focused = QApplication.focusWidget()
    here = next((place for place, first in enumerate(places) if _is_in(focused, areas, first)), -1 if by > 0 else 0)
    if places:
        places[(here + by) % len(places)].setFocus(QtCore.Qt.FocusReason.TabFocusReason)


def first_in(area: QWidget) -> QWidget | None:
    """Return the widget of an area that had the focus last, or the first that Tab would go to; None if there is none."""
    last = area.focusWidget()
    inside = [area.focusProxy() or area, *([last] if last else []), *area.findChildren(QWidget)]
    return next((widget for widget in inside if _takes_focus(widget)), None)


def _takes_focus(widget: QWidget) -> bool:
    wanted = QtCore.Qt.FocusPolicy.TabFocus
    return widget.isVisible() and widget.isEnabled() and (widget.focusPolicy() & wanted) == wanted


def _is_in(focused: QWidget | None, areas: Sequence[QWidget], first: QWidget) -> bool:
    """Return whether the focus is in the area whose first widget is `first`."""
    area = next(area for area in areas if area is first or area.isAncestorOf(first))
    return focused is not None and (area is focused or area.isAncestorOf(focused))
