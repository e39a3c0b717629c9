"""The session with a document: which report is open, saving it and letting go of it, with its recovery copy and notices."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from model.faults import Fault
from ui.basics.settings import Settings
from ui.dialogs import message_boxes
from ui.document.autosave import Autosave
from ui.document.open_document import OpenDocument
from ui.files.save_draft import DraftSaver
from ui.view.document_view import DocumentView
from ui.window.file_notices import FileNotices

Result = TypeVar("Result")


class DocumentSession(QObject):
    """Holds one open document, or none, and `view`, which shows it in `room`; `window` is the parent of all dialogs.

    `opened` comes when there is another document to show, `closed` when there is none any more."""

    opened = Signal()
    closed = Signal()

    def __init__(self, window: QWidget, room: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self.window, self.settings = window, settings
        self._room = room
        self.document: OpenDocument | None = None
        self.view: DocumentView | None = None
        self.autosave: Autosave | None = None
        self.file_notices: FileNotices | None = None

    def open(self, document: OpenDocument) -> bool:
        """Shows a document in the place of what is open; False where the user would rather stay with that."""
        if not self.confirm_close():
            return False
        self.show(document)
        return True

    def show(self, document: OpenDocument) -> None:
        """Shows a document in the place of what is open, without asking."""
        view = DocumentView(document, self._room)  # first: should that fail, what is open stays
        self._drop()
        self.document, self.view = document, view
        self.autosave = Autosave(document, self.settings.recovery_folder)
        self.file_notices = FileNotices(document, view.notices, self.settings.data_folder, self.save, self.save_as)
        self.autosave.failed.connect(self.file_notices.show_uncopied)
        self.autosave.succeeded.connect(self.file_notices.clear_uncopied)
        document.setParent(self)
        self.opened.emit()

    def close(self) -> None:
        """Lets go of what is open, without asking."""
        self._drop()
        self.closed.emit()

    def end(self) -> None:
        """Takes the recovery copy away and lets others have the file; what is shown stays until the window is gone."""
        if self.autosave:
            self.autosave.close()
        if self.document:
            self.document.release()

    def _drop(self) -> None:
        self.end()
        if self.view and self.document:
            self.view.hide()
            self.view.deleteLater()
            self.document.deleteLater()
            self.view = self.document = self.autosave = self.file_notices = None

    def confirm_close(self) -> bool:
        """Whether what is open may be closed: there is nothing unsaved, or the user has decided what becomes of it."""
        if not self.document:
            return True
        self.commit()
        if not self.document.unsaved:
            return True
        answer = message_boxes.ask_save(self.window, self.document.title)
        return answer == "discard" or (answer == "save" and self.save())

    def save(self) -> bool:
        """Saves the draft; True when it is on the disk."""
        return self._saved(lambda saver, document: saver.save(document))

    def save_as(self) -> bool:
        """Saves the draft under another name; True when it is on the disk."""
        return self._saved(lambda saver, document: saver.save_as(document))

    def _saved(self, act: Callable[[DraftSaver, OpenDocument], bool]) -> bool:
        document, view = self.document, self.view
        if not document or not view:
            return False
        self.commit()
        saver = DraftSaver(self.window, self.settings, view.say)
        return bool(self.report_faults(lambda: act(saver, document)))

    def commit(self) -> None:
        """Takes over what is being typed, even what is no valid value."""
        if self.view:
            self.view.commit()

    def report_faults(self, act: Callable[[], Result]) -> Result | None:
        """Gives what `act` returns; a fault is told in a message box, and None returned."""
        try:
            return act()
        except Fault as fault:
            message_boxes.tell(self.window, str(fault))
            return None
