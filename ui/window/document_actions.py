"""The actions on the open report: exports, comparison, earlier versions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from model.draft.recovery_copy import DISCARDED, UNREADABLE
from model.files.error_report import REPORTS_FOLDER
from model.files.history import VERSIONS_FOLDER, folders_of
from model.form.form import editions, load_form
from ui.dialogs import message_boxes
from ui.document.open_document import OpenDocument
from ui.files.compare import compare_with_chosen, comparison_message
from ui.files.county_file import manage_county
from ui.files.export import EXPORT_KINDS, Place, copy_report, export_comparison, export_report, export_sheet
from ui.files.word_template import manage_template
from ui.versions.history_dialog import show_versions
from ui.window.session import DocumentSession


class DocumentActions:
    """Exports and compares the document of a session, with what is being typed committed first."""

    def __init__(self, session: DocumentSession) -> None:
        self._session = session

    # Exporting.

    def export(self, kind: str = "word") -> None:
        """Export the report as a kind of `EXPORT_KINDS`, after asking if something is still open."""
        window, settings = self._session.window, self._session.settings
        self._let_out(lambda document: export_report(window, settings, document, EXPORT_KINDS[kind]))

    def copy_page(self) -> None:
        """Copy the report for the editor of a website, after asking in the same way."""
        self._let_out(lambda document: copy_report(self._session.window, document))

    def _let_out(self, act: Callable[[OpenDocument], Place | None]) -> None:
        """Call `act` with the document, all of it checked; go to the place that is to be corrected first, if it returns one."""
        session, document, view = self._session, self._session.document, self._session.view
        if document and view:
            view.commit()
            view.live_checks.finish()
            place = session.report_faults(lambda: act(document))
            if place:
                view.go_to(*place)

    def print_report(self) -> None:
        """Print the report, after asking in the same way."""
        from ui.files.print_report import print_report

        self._let_out(lambda document: print_report(self._session.window, document))

    def print_blank(self) -> None:
        """Print the form of the open report, or the newest one, to be filled in by hand."""
        from ui.files.print_report import print_blank

        session, document = self._session, self._session.document
        form = document.report.form if document else load_form(editions()[-1])
        session.report_faults(lambda: print_blank(session.window, form))

    def export_sheet(self) -> None:
        """Export the 自查表 for the deputy head."""
        session, document, view = self._session, self._session.document, self._session.view
        if document and view:
            view.commit()
            view.live_checks.finish()
            session.report_faults(lambda: export_sheet(session.window, session.settings, document))

    def export_comparison(self) -> None:
        """Export both reports of the comparison side by side."""
        session, document = self._session, self._session.document
        if document:
            session.commit()
            if not document.other:
                self.compare_with()
            if document.other:
                session.report_faults(lambda: export_comparison(session.window, session.settings, document))

    def template(self) -> None:
        """Show which template documents are made from, and take another one where that is wanted."""
        session = self._session
        session.report_faults(lambda: manage_template(session.window, session.settings))

    def county(self) -> None:
        """Show what the county demands, and take its file where that is wanted."""
        session = self._session
        session.report_faults(lambda: manage_county(session.window, session.settings, session.document))
        session.follow_county()

    # Comparing.

    def compare(self) -> None:
        """Switch the comparison with last year's or the chosen report on or off."""
        document = self._session.document
        if not document:
            return
        if not document.other:
            self.compare_with()
            return
        document.compare(not document.is_compared)
        self._say_compared()

    def compare_with(self) -> None:
        """Ask for another report and compare with it."""
        session, document = self._session, self._session.document
        if document and session.report_faults(lambda: compare_with_chosen(session.window, session.settings, document)):
            self._say_compared()

    def _say_compared(self) -> None:

        if self._session.view and self._session.document:
            self._session.view.show_message(comparison_message(self._session.document))

    # Versions and folders.

    def versions(self) -> None:
        """Show the earlier versions of the draft and restore the chosen one."""
        session, document = self._session, self._session.document
        if document:
            session.commit()
            session.report_faults(lambda: show_versions(session.window, session.settings, document))

    def locate(self) -> None:
        """Open the folder that the draft is in."""
        session, document = self._session, self._session.document
        if document and document.path:
            message_boxes.open_outside(session.window, document.path.parent)
        elif document:
            message_boxes.tell(session.window, "这份报告还没有存成文件。请先保存。")

    def where(self) -> None:
        """Show the folders of recovery copies, versions and error reports."""
        settings, document = self._session.settings, self._session.document
        message_boxes.tell_folders(
            self._session.window,
            [
                ("没有保存的内容，每隔一两秒存一份副本", settings.recovery_folder),
                ("丢弃的副本，留一个月（用“打开”打开，再另存）", settings.recovery_folder / DISCARDED),
                ("读不懂的副本，留一年（请维护程序的人看看）", settings.recovery_folder / UNREADABLE),
                ("这份草稿的历史版本", folders_of(document.path, settings.data_folder)[0])
                if document and document.path
                else ("历史版本，在草稿旁边的文件夹", Path(VERSIONS_FOLDER)),
                ("历史版本，草稿旁边写不进去的", settings.data_folder / VERSIONS_FOLDER),
                ("错误报告", settings.data_folder / REPORTS_FOLDER),
            ],
            settings.data_folder,
        )
