"""Where the window stands: as it was left, otherwise in its usual size, or maximised; and its dialogs, on their screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QSize
from PySide6.QtWidgets import QApplication

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


def keep_dialogs_on_screen(app: QApplication) -> None:
    """Have every dialog that comes up stand on its screen with all of its frame; which has it only then."""
    app.focusWindowChanged.connect(_place_dialog)


def _place_dialog() -> None:
    dialog = QApplication.activeModalWidget()
    if dialog and dialog.isWindow() and dialog.isVisible():
        place_on_screen(dialog)


def place_on_screen(dialog: QWidget) -> None:
    """Move a dialog so that its frame is on its screen, its title bar first; one that is too large gets smaller."""
    room, inside, frame = dialog.screen().availableGeometry(), dialog.geometry(), dialog.frameGeometry()
    if frame == inside:  # the desktop has not said how wide its frame is
        sides, title = WINDOW_FRAME_PX
        frame.adjust(-(sides // 2), -(title - sides // 2), sides // 2, sides // 2)
    around = frame.size() - inside.size()
    dialog.resize(dialog.size().boundedTo(room.size() - around))
    size = dialog.size() + around
    left = max(room.left(), min(frame.left(), room.left() + room.width() - size.width()))
    top = max(room.top(), min(frame.top(), room.top() + room.height() - size.height()))
    if (left, top) != (frame.left(), frame.top()):
        dialog.move(dialog.pos() + QPoint(left - frame.left(), top - frame.top()))


def remember_place(window: QWidget, settings: Settings) -> None:
    """Store the size and place of the window, and whether it is maximised."""
    settings.window = bytes(window.saveGeometry().toBase64().data()).decode()
