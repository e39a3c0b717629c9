"""What only an open report needs: the document session and the actions on reports."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.basics.settings import Settings
from ui.window.open_actions import OpenActions
from ui.window.session import DocumentSession

if TYPE_CHECKING:
    from ui.window.document_actions import DocumentActions
    from ui.window.program_actions import ProgramActions


class Workspace:
    """The session of a window, which shows its document in `room`, and what is done in it."""

    def __init__(self, window: QWidget, room: QWidget, settings: Settings) -> None:
        self.session = DocumentSession(window, room, settings)
        self.open_actions = OpenActions(self.session)

    @cached_property
    def document_actions(self) -> DocumentActions:
        """The actions on the open report; imported when the first of them is used."""
        from ui.window.document_actions import DocumentActions

        return DocumentActions(self.session)

    @cached_property
    def program_actions(self) -> ProgramActions:
        """What concerns the program itself, loaded when the first of it is wanted."""
        from ui.window.program_actions import ProgramActions

        return ProgramActions(self.session)
