"""Errors that nobody foresaw, wherever they come up: the work is written to its recovery copy first, then they are told.

What is needed only when there is one is imported then: an error must not have made every start slower."""

from __future__ import annotations

import contextlib
import sys
import threading
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ui.window.main_window import MainWindow

LOG = "nianbao"
KEPT = "您填的内容已经存了一份副本，没有丢。可以继续填；如果觉得不对劲，请退出再打开，程序会问您要不要恢复。"
NOT_KEPT = "副本没有写成（磁盘可能满了）。请点“继续”，马上用“另存为”存一份。"
NOTHING_OPEN = "没有打开着的年报，没有丢什么。"


class ErrorHandler(QObject):
    """Takes the errors of one window's process from all its threads and tells them one at a time; all of them are logged."""

    _came = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._is_telling = window, False
        self._told: set[str] = set()
        self._came.connect(self._tell)

    def install(self) -> None:
        """Takes all errors from now on."""
        sys.excepthook = lambda kind, error, trace: self.take(kind, error, trace)
        threading.excepthook = lambda found: self.take(found.exc_type, found.exc_value, found.exc_traceback)
        sys.unraisablehook = lambda found: self.take(found.exc_type, found.exc_value, found.exc_traceback)

    def take(
        self, _kind: type[BaseException], error: BaseException | None, _trace: TracebackType | None = None
    ) -> None:
        """Logs an error and has it told in the window's own thread."""
        if error is None or isinstance(error, SystemExit | KeyboardInterrupt):
            return
        import logging

        from model.files.error_report import trace_of

        logging.getLogger(LOG).error(trace_of(error))
        self._came.emit(error)

    def _tell(self, error: BaseException) -> None:
        from model.files.error_report import trace_of

        trace = trace_of(error)
        if self._is_telling or trace in self._told:
            return  # one at a time and each once: while a window is drawn wrongly, it comes with every drawing
        self._is_telling = True
        self._told.add(trace)
        try:
            self._ask(error)
        finally:
            self._is_telling = False

    def _ask(self, error: BaseException) -> None:
        from model.files.error_report import report_path
        from ui.dialogs import message_boxes

        said = self._kept()
        when = datetime.now()
        path = report_path(self._window.settings.data_folder, when)
        goes_on, with_draft = message_boxes.ask_unexpected(self._window, said, path)
        with contextlib.suppress(Exception):  # a report that cannot be written must not keep her from leaving
            self._write_report(error, path, when, with_draft)
        if not goes_on:
            self._leave()

    def _kept(self) -> str:
        """Writes the recovery copy; says whether it is there."""
        session = self._window.session
        autosave = session.autosave if session else None
        if not autosave:
            return NOTHING_OPEN
        with contextlib.suppress(Exception):  # whatever is broken, the error must be told
            autosave.write()
            return KEPT if autosave.finish() else NOT_KEPT
        return NOT_KEPT

    def _write_report(self, error: BaseException, path: Path, when: datetime, with_draft: bool) -> None:
        from PySide6 import __version__

        from model.draft.toml_format import draft_text
        from model.files.error_report import report_text, trace_of
        from model.files.files import make_folder, write_file
        from model.files.rights import PRIVATE

        session = self._window.session
        document = session.document if session else None
        draft = draft_text(document.report) if with_draft and document else ""
        text = report_text(trace_of(error), f"PySide6 {__version__}", when, draft)
        make_folder(path.parent)
        write_file(path, text.encode("utf-8", "replace"), PRIVATE)

    def _leave(self) -> None:
        """Ends the program with the recovery copy left in place; where there is none, the draft must be saved first."""
        session = self._window.session
        if session and self._kept() == NOT_KEPT and not session.save_as():
            return
        if session and session.document:
            session.document.release()
        QCoreApplication.exit(1)
