"""The part of the window that holds the open document: its lock, its recovery copy, saving it and letting go of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QMainWindow

from model.faults import Fault
from ui.basics.settings import Settings

if TYPE_CHECKING:  # what only an open document needs is imported when the first one is opened
    from PySide6.QtGui import QCloseEvent

    from ui.document.autosave import Autosave
    from ui.document.open_document import OpenDocument
    from ui.files.save_draft import DraftSaver
    from ui.view.document_view import DocumentView
    from ui.window.file_notices import FileNotices

Result = TypeVar("Result")


class DocumentSession(QMainWindow):
    """A window with one document, or none; `document` is the report that is open, and `view` what shows it."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.document: OpenDocument | None = None
        self.view: DocumentView | None = None
        self.autosave: Autosave | None = None
        self.file_notices: FileNotices | None = None

    def set_document(self, document: OpenDocument) -> None:
        """Shows a document instead of what was shown."""
        from ui.document.autosave import Autosave
        from ui.view.document_view import DocumentView
        from ui.window.file_notices import FileNotices

        view = DocumentView(document)
        self.close_document()
        self.document, self.view = document, view
        self.autosave = Autosave(document, self.settings.recovery_folder)
        self.file_notices = FileNotices(document, view.notices, self.settings.data_folder, self.save, self.save_as)
        self.autosave.failed.connect(self.file_notices.show_uncopied)
        self.autosave.succeeded.connect(self.file_notices.clear_uncopied)
        document.setParent(self)
        self.show_view(view)

    def show_view(self, view: DocumentView) -> None:
        """Shows what has been opened; for the window to say how."""

    def close_document(self) -> None:
        """Lets go of what is open, without asking."""
        self._let_go()
        if self.view and self.document:
            self.view.hide()
            self.view.deleteLater()
            self.document.deleteLater()
            self.view = self.document = self.autosave = self.file_notices = None

    def _let_go(self) -> None:
        """Takes the recovery copy away and lets others have the file."""
        if self.autosave:
            self.autosave.close()
        if self.document:
            self.document.release()

    def confirm_close(self) -> bool:
        """Whether what is open may be closed: nothing unsaved, or the clerk has decided."""
        if not self.document:
            return True
        from ui.dialogs import message_boxes

        self.commit()
        if not self.document.unsaved:
            return True
        answer = message_boxes.ask_save(self, self.document.title)
        return answer == "discard" or (answer == "save" and self.save())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks before unsaved changes are lost."""
        event.ignore()  # stays open, should anything unexpected come up
        if self.confirm_close():
            self._let_go()
            event.accept()

    def save(self) -> bool:
        """Saves the draft; True when it is on the disk."""
        return self._saved(lambda saver, document: saver.save(document))

    def save_as(self) -> bool:
        """Saves the draft under another name; True when it is on the disk."""
        return self._saved(lambda saver, document: saver.save_as(document))

    def _saved(self, act: Callable[[DraftSaver, OpenDocument], bool]) -> bool:
        from ui.files.save_draft import DraftSaver

        document, view = self.document, self.view
        if not document or not view:
            return False
        self.commit()
        saver = DraftSaver(self, self.settings, view.say)
        return bool(self.report_faults(lambda: act(saver, document)))

    def commit(self) -> None:
        """Takes over what is being typed, even what is no valid value."""
        if self.view:
            self.view.commit()

    def report_faults(self, act: Callable[[], Result]) -> Result | None:
        """Does something; a fault is told and leaves all as it was."""
        try:
            return act()
        except Fault as fault:
            self._tell(str(fault))
            return None

    def _tell(self, sentence: str) -> None:
        from ui.dialogs import message_boxes

        message_boxes.tell(self, sentence)
