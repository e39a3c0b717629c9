"""What only an open report needs, together: the session with it, and the actions that open reports and make something of them."""

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
    """The session of a window and what is done in it."""

    def __init__(self, window: QWidget, settings: Settings) -> None:
        self.session = DocumentSession(window, settings)
        self.open_actions = OpenActions(self.session)

    @cached_property
    def document_actions(self) -> DocumentActions:
        """What exports, compares and looks back, loaded when the first of it is wanted."""
        from ui.window.document_actions import DocumentActions

        return DocumentActions(self.session)

    @cached_property
    def program_actions(self) -> ProgramActions:
        """What concerns the program itself, loaded when the first of it is wanted."""
        from ui.window.program_actions import ProgramActions

        return ProgramActions(self.session)
