"""A tab that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.widgets import EDGE

WIDEST = 62  # characters


class Page(QScrollArea):
    """A tab that scrolls: a column of cards, not wider than a text can be read."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        desk = QWidget()
        desk.setObjectName("desk")
        across = QHBoxLayout(desk)
        across.setContentsMargins(EDGE, 16, EDGE, 16)
        self._sheet = QWidget()
        self._sheet.setObjectName("desk")
        self.column = QVBoxLayout(self._sheet)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        across.addStretch(1)
        across.addWidget(self._sheet, 100)
        across.addStretch(1)
        self.setWidget(desk)
        self.fit()

    def fit(self) -> None:
        """Limits the column to a readable width in the font that is in use."""
        self._sheet.setMaximumWidth(WIDEST * self.fontMetrics().horizontalAdvance("国"))
