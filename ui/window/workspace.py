"""What only an open report needs, together: the session with it, and the actions that open reports and make something of them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.basics.settings import Settings
from ui.window.document_actions import DocumentActions
from ui.window.open_actions import OpenActions
from ui.window.session import DocumentSession


class Workspace:
    """The session of a window and what is done in it."""

    def __init__(self, window: QWidget, settings: Settings) -> None:
        self.session = DocumentSession(window, settings)
        self.open_actions = OpenActions(self.session)
        self.document_actions = DocumentActions(self.session)
