"""What concerns the program and files, not a report: its manual, what it is, where a file is, moving to another computer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QAction

from model.faults import Fault
from model.files.program import manual, news
from ui.dialogs import message_boxes
from ui.dialogs.about_dialog import AboutDialog
from ui.files.faces import show_faces
from ui.help.manual_dialog import ManualDialog
from ui.help.shortcut_list import shortcut_list
from ui.transfer.transfer_dialog import transfer
from ui.window.actions import ACTIONS, MENUS, plain_words
from ui.window.session import DocumentSession

ZOOMS = ("larger", "smaller", "normal")


class ProgramActions:
    """Shows the dialogs over the window of a session."""

    def __init__(self, session: DocumentSession) -> None:
        self._session = session
        self.read: dict[str, ManualDialog] = {}  # what is read beside the window, by its title

    def manual(self) -> None:
        """Show the manual; a second time, where it was left."""
        self._show("使用说明", manual)

    def shortcuts(self) -> None:
        """List all keys."""
        words = {name: plain_words(data.words) for name, data in ACTIONS.items()}
        menus = {plain_words(title): names for title, names in MENUS.items()}
        self._show("快捷键", lambda: shortcut_list(menus, words))

    def news(self) -> None:
        """Tell what is new in this version."""
        self._show("新功能", news)

    def _show(self, title: str, text: Callable[[], str]) -> None:
        window = self._session.window
        try:
            if title not in self.read:
                self.read[title] = ManualDialog(title, text(), window)
                actions: list[QAction] = list(window.findChildren(QAction))
                self.read[title].addActions([action for action in actions if action.objectName() in ZOOMS])
            self.read[title].open_beside()
        except Fault as fault:
            message_boxes.tell(window, str(fault))

    def about(self) -> None:
        """Say what the program is, where its data lie, and under which licences it stands."""
        dialog = AboutDialog(self._session.settings, self._session.window)
        dialog.exec()
        dialog.deleteLater()

    def faces(self) -> None:
        """Say which faces of an official document the machine has, and which Word documents name."""
        show_faces(self._session.window, self._session.settings)

    def locate(self, path: Path) -> None:
        """Open the folder that a file is in."""
        message_boxes.open_outside(self._session.window, path.parent)

    def transfer(self) -> bool:
        """Carry the clerk's things to another computer, or take them in here.

        Return True where settings and recent drafts are others."""
        session = self._session
        return transfer(session.window, session.settings, session.confirm_close)
