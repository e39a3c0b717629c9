"""Where the window stands: as it was left, otherwise in its usual size, or maximised where that does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize

from ui.basics.defaults import WINDOW_FRAME_PX, WINDOW_SIZE_PX

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.basics.settings import Settings


def show_in_place(window: QWidget, settings: Settings) -> None:
    """Show the window as it was left.

    Qt moves it to a screen that is there, and refuses what is of another resolution."""
    if window.restoreGeometry(QByteArray.fromBase64(settings.window.encode())):
        window.show()
        return
    usual, room = QSize(*WINDOW_SIZE_PX), window.screen().availableSize() - QSize(*WINDOW_FRAME_PX)
    window.resize(usual.boundedTo(room))
    if usual == window.size():
        window.show()
    else:
        window.showMaximized()


def remember_place(window: QWidget, settings: Settings) -> None:
    """Store the size and place of the window, and whether it is maximised."""
    settings.window = bytes(window.saveGeometry().toBase64().data()).decode()
