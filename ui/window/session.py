"""The document session: the open report, how it is saved and closed, its recovery copy and notices."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from model.county.county import NO_COUNTY
from model.county.installed import county_in_use
from model.faults import Fault
from ui.basics.settings import Settings
from ui.dialogs import message_boxes
from ui.document.autosave import Autosave
from ui.document.open_document import OpenDocument
from ui.files.save_draft import DraftSaver
from ui.view.document_view import DocumentView
from ui.window.file_notices import FileNotices

Result = TypeVar("Result")
COUNTY = "county"  # the notice that its file cannot be used


class DocumentSession(QObject):
    """Holds one open document, or none, and `view`, which shows it in `room`; `window` is the parent of all dialogs.

    `opened` is emitted when there is another document to show, `closed` when there is none any more."""

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
        self.county = NO_COUNTY

    def open(self, document: OpenDocument) -> bool:
        """Replace the open document after asking; return False if the user cancels."""
        if not self.confirm_close():
            return False
        self.show(document)
        return True

    def show(self, document: OpenDocument) -> None:
        """Replace the open document without asking."""
        fault = self._read_county()
        document.county = self.county
        self._keep_place()  # before the view looks for it: it may be that of the same draft
        view = DocumentView(document, self._room, self.settings)  # first: if this fails, the open document stays
        self._drop()
        self.document, self.view = document, view
        self.autosave = Autosave(document, self.settings.recovery_folder)
        self.file_notices = FileNotices(document, view.notices, self.settings.data_folder, self.save, self.save_as)
        self.autosave.failed.connect(self.file_notices.show_uncopied)
        self.autosave.succeeded.connect(self.file_notices.clear_uncopied)
        document.setParent(self)
        if fault:
            view.notices.show_one(COUNTY, fault)
        self.opened.emit()

    def follow_county(self) -> None:
        """Check the open document by the demands of the county's file that is in use now."""
        fault = self._read_county()
        if self.document and self.view:
            self.document.follow_county(self.county)
            self.view.notices.clear(COUNTY)
            if fault:
                self.view.notices.show_one(COUNTY, fault)

    def _read_county(self) -> str:
        """Take what the county demands from its file in use; return why that cannot be done, "" if it can."""
        try:
            self.county = county_in_use(self.settings.data_folder)
        except Fault as fault:
            self.county = NO_COUNTY
            return str(fault)
        return ""

    def write_copy(self) -> None:
        """Write the recovery copy of what is unsaved or still being typed, and wait until it is on the disk."""
        document = self.document
        if self.autosave and document and (document.unsaved or document.pending) and not document.read_only:
            self.autosave.write()
            self.autosave.finish()

    def close(self) -> None:
        """Close the open document without asking."""
        self._drop()
        self.closed.emit()

    def end(self) -> None:
        """Remove the recovery copy and release the file; the view stays until the window is closed."""
        self._keep_place()
        if self.autosave:
            self.autosave.close()
        if self.document:
            self.document.release()

    def _keep_place(self) -> None:
        """Remember where the user is in the open draft."""
        if self.view:
            self.view.keep_place()

    def _drop(self) -> None:
        self.end()
        if self.view and self.document:
            self.view.hide()
            self.view.deleteLater()
            self.document.deleteLater()
            self.view = self.document = self.autosave = self.file_notices = None

    def confirm_close(self) -> bool:
        """Return whether the open document may be closed: it has no unsaved changes, or the user has decided about them."""
        if not self.document:
            return True
        self.commit()
        if not self.document.unsaved:
            return True
        answer = message_boxes.ask_save(self.window, self.document.title, self.document.path is not None)
        return answer == "discard" or (answer == "save" and self.save())

    def save(self) -> bool:
        """Save the draft; return whether it is on the disk."""
        return self._saved(lambda saver, document: saver.save(document))

    def save_as(self) -> bool:
        """Save the draft under another name; return whether it is on the disk."""
        return self._saved(lambda saver, document: saver.save_as(document))

    def _saved(self, act: Callable[[DraftSaver, OpenDocument], bool]) -> bool:
        document, view = self.document, self.view
        if not document or not view:
            return False
        self.commit()
        saver = DraftSaver(self.window, self.settings, view.show_message)
        is_saved = bool(self.report_faults(lambda: act(saver, document)))
        if is_saved:
            self._keep_place()  # also for a run that ends unexpectedly
        return is_saved

    def commit(self) -> None:
        """Write what is being typed to the document, even if it is no valid value."""
        if self.view:
            self.view.commit()

    def report_faults(self, act: Callable[[], Result]) -> Result | None:
        """Return the result of `act`; show a fault in a message box and return None."""
        try:
            return act()
        except Fault as fault:
            message_boxes.tell(self.window, str(fault))
            return None
