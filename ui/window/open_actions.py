"""The actions that open reports: new ones, drafts, documents, the clipboard."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from model.draft.draft_file import is_draft, load_draft
from model.form.form import editions, load_form
from model.report.report import new_report
from model.report.years import year_reported
from ui.basics.settings import FileKind
from ui.basics.theme import RESOURCES
from ui.dialogs import file_questions
from ui.document.open_document import OpenDocument
from ui.files.open_draft import copy_of, is_kept_apart, lock_draft, opened_draft
from ui.window.session import DocumentSession

if TYPE_CHECKING:
    from ui.window.import_actions import ImportActions

EXAMPLE = RESOURCES / "example.toml"


class OpenActions:
    """Opens reports in a session, after asking about unsaved changes of the open one."""

    def __init__(self, session: DocumentSession) -> None:
        self._session = session

    def new(self) -> None:
        """Create this year's report on the newest form, with the first field ready to be typed into."""
        session = self._session
        opened = session.report_faults(
            lambda: session.open(OpenDocument(new_report(load_form(editions()[-1]), year_reported(date.today()))))
        )
        if opened and session.view:
            session.view.editor.focus_first()

    def show_example(self) -> None:
        """Open a copy of the example, without a file."""
        session = self._session
        session.report_faults(lambda: session.open(OpenDocument(load_draft(EXAMPLE)[0])))

    def open(self) -> None:
        """Ask for a draft or document and open it."""
        path = self._ask("打开草稿或读入文档", FileKind.DRAFTS)
        if path:
            self.open_path(path)

    def _ask(self, title: str, kind: FileKind) -> Path | None:
        """Ask for a draft or document; the next dialog for its kind begins in its folder."""
        session = self._session
        path = file_questions.ask_report(session.window, title, session.settings.folder_for(kind))
        if path:
            session.settings.keep_folder(kind, path.parent)
        return path

    def open_path(self, path: Path) -> None:
        """Open a draft or read a document; if the file cannot be used, show why and keep what is open."""
        act = self._open_draft if is_draft(path) else lambda path: self._imports.read(path)
        self._session.report_faults(lambda: act(path.absolute()))

    def next_year(self) -> None:
        """Ask for last year's report, a draft or document, and create this year's from it."""
        path = self._ask("选上年的草稿或文档", FileKind.DOCUMENTS)
        if path:
            self._session.report_faults(lambda: self._imports.begin_next_year(path))

    def paste_report(self) -> None:
        """Read a report copied from a web page or a document."""
        data = QApplication.clipboard().mimeData()
        page, text = (data.html() if data.hasHtml() else "", data.text()) if data else ("", "")
        self._session.report_faults(lambda: self._imports.read_copied(page, text))

    @cached_property
    def _imports(self) -> ImportActions:
        """The actions that read documents.

        Imported with the first one, as they take a fifth of what an open draft needs."""
        from ui.window.import_actions import ImportActions

        return ImportActions(self._session)

    def _open_draft(self, path: Path) -> None:
        session = self._session
        document = opened_draft(
            path, session.settings.data_folder
        )  # first: an unreadable file should cause no question
        if is_kept_apart(path, session.settings.recovery_folder):
            session.open(copy_of(document))
            return
        if not session.confirm_close():
            return
        if document.changed_by_others:  # the open document may have this file, and have just been saved to it
            document = OpenDocument.opened(path)
        if opened := lock_draft(session.window, document, session.document):
            session.settings.remember(path)
            session.show(opened)
