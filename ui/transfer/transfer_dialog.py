"""更换电脑: everything of the clerk's in one file, and out of it again on the other computer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QPushButton, QTabWidget, QVBoxLayout, QWidget

from ui.basics.settings import Settings
from ui.basics.widgets import SPACING_PX, button, row
from ui.transfer.pack_page import PackPage
from ui.transfer.place_page import PlacePage


class TransferDialog(QDialog):
    """A dialog with a tab for either computer."""

    def __init__(self, settings: Settings, is_saved: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("更换电脑")
        self.resize((parent.size() if parent else QSize(1080, 640)) * 0.9)
        self.pack_page, self.place_page = PackPage(settings, is_saved), PlacePage(settings)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.pack_page, "从这台电脑带走(&1)")
        self.tabs.addTab(self.place_page, "放进这台电脑(&2)")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACING_PX, SPACING_PX, SPACING_PX, SPACING_PX)
        layout.addWidget(self.tabs, 1)
        layout.addLayout(row(None, button("关闭", self.accept)))
        buttons: list[QPushButton] = list(self.findChildren(QPushButton))
        for made in buttons:  # or Enter in a list would press the first of them
            made.setAutoDefault(False)


def transfer(parent: QWidget, settings: Settings, is_saved: Callable[[], bool]) -> bool:
    """Show the dialog and return whether something has been put on this computer."""
    dialog = TransferDialog(settings, is_saved, parent)
    dialog.exec()
    is_placed = dialog.place_page.is_placed
    dialog.deleteLater()
    return is_placed
