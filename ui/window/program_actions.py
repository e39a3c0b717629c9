"""What concerns the program and files, and not a report: what it is, where a file is, and moving to another computer."""

from __future__ import annotations

from pathlib import Path

from ui.dialogs import message_boxes
from ui.dialogs.about_dialog import AboutDialog
from ui.dialogs.transfer_dialog import transfer
from ui.files.faces import show_faces
from ui.window.session import DocumentSession


class ProgramActions:
    """Shows the dialogs over the window of a session."""

    def __init__(self, session: DocumentSession) -> None:
        self._session = session

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
