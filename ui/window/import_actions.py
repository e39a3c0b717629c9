"""The actions that read documents: the result is shown first, and the user chooses what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from model.draft.draft_file import is_draft, load_draft
from model.reading.document import read_clipboard, read_document
from model.reading.reading import Reading
from model.report.unfinished import left_behind
from ui.dialogs import message_boxes
from ui.document.autosave import Autosave
from ui.files.import_report import document_of, document_of_next_year, fill_in
from ui.reading.import_dialog import ImportDialog
from ui.window.session import DocumentSession


class ImportActions:
    """Reads documents into a session."""

    def __init__(self, session: DocumentSession) -> None:
        self._session = session

    def read(self, path: Path) -> None:
        """Read a document and do with it what the user chooses. Raises Fault."""
        self._session.commit()
        self._offer(read_document(path), path.name)

    def _offer(self, reading: Reading, name: str) -> None:
        """Show a reading and do with it what the user chooses; show it again if the open report may not be closed."""
        session = self._session

        def take() -> bool:
            if dialog.choice == "fill" and session.document:
                fill_in(session.window, session.document, dialog.report, name)
                return True
            return session.open(document_of(dialog.choice, dialog.report))

        dialog = ImportDialog(reading, name, may_fill=session.document is not None, parent=session.window)
        self._show(dialog, name, take)

    def _show(self, dialog: ImportDialog, name: str, take: Callable[[], bool]) -> None:
        """Show a dialog until what it holds is taken or given up, with a recovery copy of it; `take` tells whether it is."""
        autosave = Autosave(dialog.document, self._session.settings.recovery_folder, name)
        autosave.failed.connect(dialog.warn)
        autosave.succeeded.connect(dialog.warn)
        try:
            while dialog.exec() and not take():
                pass  # the open document stays: the dialog comes back with its corrections
        finally:
            if dialog.isVisible():  # neither taken nor given up: the program is being left
                autosave.write()
                autosave.finish()
            else:
                self._session.write_copy()  # of what was taken, before this one goes
                autosave.close()
            dialog.deleteLater()

    def read_copied(self, page: str, text: str) -> None:
        """Read the content of the clipboard in the same way; `page` is its HTML. Raises Fault."""
        self._session.commit()
        self._offer(read_clipboard(page, text), "剪贴板")

    def begin_next_year(self, path: Path) -> None:
        """Start the report of the year after the one in a draft or document. Raises Fault."""
        session = self._session
        if is_draft(path):
            last = load_draft(path)[0]
            wrong = left_behind(last)
            if not wrong or message_boxes.ask_leave_behind(session.window, path.name, wrong):
                session.open(document_of_next_year(last))
            return
        dialog = ImportDialog(read_document(path), path.name, may_fill=False, parent=session.window)
        dialog.buttons["open"].hide()
        self._show(dialog, path.name, lambda: session.open(document_of_next_year(dialog.report)))
