"""A message box whose words scroll where they are higher than the screen."""

from __future__ import annotations

from PySide6 import QtCore  # whose Qt, with all its enums, is loaded with the first key
from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QScrollArea, QWidget

from ui.basics.defaults import LEAST_LIST_HEIGHT_PX, WINDOW_FRAME_PX


class ScrollingBox(QMessageBox):
    """A message box that is never higher than its screen."""

    _ignores_blind_keys = False

    def showEvent(self, event: QShowEvent) -> None:
        """Reimplemented to let the longer text scroll if the box is too high; only Qt knows that, once it is shown."""
        super().showEvent(event)
        if self._ignores_blind_keys:
            self._take_default_away()
        excess = self.height() - room_of(self).height()
        if excess > 0:
            self._let_scroll(excess)

    def ignore_blind_keys(self) -> None:
        """Let Enter press no button before the focus is on one, once all buttons are there.

        For a box that comes while numbers are typed with the eyes on the paper: their Enter is no answer."""
        self._ignores_blind_keys = True
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setFocus()

    def _take_default_away(self) -> None:
        """Let no button look as if Enter pressed it; Qt has chosen one when the box was shown."""
        for one in self.buttons():
            assert isinstance(one, QPushButton)
            one.setAutoDefault(False)
            one.setDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Reimplemented for Enter where it presses no default button."""
        if not self._ignores_blind_keys or event.key() not in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(focused := self.focusWidget(), QPushButton):
            focused.click()

    def _let_scroll(self, excess: int) -> None:
        labels: list[QLabel] = list(self.findChildren(QLabel))
        text = max((one for one in labels if one.text()), key=lambda one: one.height())
        size, area, layout = text.size(), QScrollArea(), self.layout()
        assert layout is not None
        layout.replaceWidget(text, area)
        area.setWidgetResizable(True)
        area.setWidget(text)
        width = size.width() + area.verticalScrollBar().sizeHint().width()
        area.setFixedSize(width, max(size.height() - excess, LEAST_LIST_HEIGHT_PX))


def room_of(widget: QWidget) -> QSize:
    """Return the largest size that a dialog can have on its screen."""
    return widget.screen().availableSize() - QSize(*WINDOW_FRAME_PX)
