"""Opening reports in the window: new ones, drafts, documents, what the clipboard holds, and what a crash left behind."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ui.basics.theme import RESOURCES
from ui.window.session import DocumentSession

if TYPE_CHECKING:
    from ui.document.open_document import OpenDocument

EXAMPLE = RESOURCES / "example.toml"


class OpenActions:
    """Opens reports in the window, each after the clerk has decided about what is open."""

    def __init__(self, window: DocumentSession) -> None:
        self._window = window

    def new(self) -> None:
        """Begins this year's report on the newest form."""
        from model.form.form import editions, load_form
        from model.report.report import new_report
        from ui.document.open_document import OpenDocument

        def act() -> None:
            report = new_report(load_form(editions()[-1]), year_reported(date.today()))
            if self._window.confirm_close():
                self._window.set_document(OpenDocument(report))

        self._window.report_faults(act)

    def open(self) -> None:
        """Asks for a draft and opens it."""
        from ui.dialogs import message_boxes

        path = message_boxes.ask_report(self._window, "打开草稿或读入文档", self._window.settings.folder)
        if path:
            self.open_path(path)

    def next_year(self) -> None:
        """Asks for last year's report, a draft or a document, and begins this year's from it."""
        from ui.dialogs import message_boxes
        from ui.files.import_report import start_from_last

        window = self._window
        path = message_boxes.ask_report(window, "选上年的草稿或文档", window.settings.folder)
        if path:
            window.report_faults(lambda: self._show_new(start_from_last(window, path, window.confirm_close)))

    def paste_report(self) -> None:
        """Reads the report that was copied from a web page or a document."""
        from ui.files.import_report import take_in_clipboard

        window = self._window
        window.commit()
        data = QApplication.clipboard().mimeData()
        page, text = (data.html() if data.hasHtml() else "", data.text()) if data else ("", "")
        window.report_faults(
            lambda: self._show_new(take_in_clipboard(window, page, text, window.document, window.confirm_close))
        )

    def open_path(self, path: Path) -> None:
        """Opens a draft or reads a document; a file that cannot be used is named, and what is open stays."""
        from model.draft.draft_file import is_draft

        self._window.report_faults(lambda: (self._open_draft if is_draft(path) else self._take_in)(path.absolute()))

    def _open_draft(self, path: Path) -> None:
        from ui.files.open_draft import copied, is_kept_apart, opened

        window = self._window
        if is_kept_apart(path, window.settings.recovery_folder):
            self._show_new(copied(path, window.confirm_close))
            return
        document = opened(window, path, window.document, window.confirm_close)
        if document:
            window.settings.remember(path)
            window.set_document(document)

    def _take_in(self, path: Path) -> None:
        from ui.files.import_report import take_in

        self._window.commit()
        self._show_new(take_in(self._window, path, self._window.document, self._window.confirm_close))

    def _show_new(self, document: OpenDocument | None) -> None:
        """Shows a document that has no file yet."""
        if document:
            self._window.set_document(document)

    def show_example(self) -> None:
        """Opens a copy of the example, which is nobody's file."""
        from ui.document.open_document import OpenDocument

        def act() -> None:
            document = OpenDocument.opened(EXAMPLE)
            document.path = None
            if self._window.confirm_close():
                self._window.set_document(document)

        self._window.report_faults(act)


def year_reported(today: date) -> int:
    """The year that a report begun today is on: reports are written from late in the year into the next spring."""
    return today.year if today.month >= 7 else today.year - 1
