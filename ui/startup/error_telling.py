"""Reporting an unexpected error: the recovery copy, an error report without the draft's content, a question."""

from __future__ import annotations

import contextlib
import logging
from datetime import datetime

from PySide6 import __version__
from PySide6.QtCore import QCoreApplication

from model.draft.toml_format import draft_text
from model.files.error_report import report_path, report_text, trace_of, write_report
from ui.dialogs import message_boxes
from ui.window.main_window import MainWindow
from ui.window.session import DocumentSession

__all__ = ["log_error", "tell_error", "trace_of"]

LOGGER_NAME = "nianbao"
KEPT = "您填的内容已经存了一份副本，没有丢。可以继续填；如果觉得不对劲，请退出再打开，程序会问您要不要恢复。"
NOT_KEPT = "副本没有写成（磁盘可能满了）。请点“继续”，马上用“另存为”存一份。"
NOTHING_OPEN = "没有打开着的年报，没有丢什么。"


def log_error(error: BaseException) -> None:
    """Write the trace of an error to the log."""
    logging.getLogger(LOGGER_NAME).error(trace_of(error))


def tell_error(window: MainWindow, error: BaseException) -> None:
    """Write the recovery copy and an error report, and ask whether to continue or quit."""
    session = window.session
    when = datetime.now()
    path = report_path(window.settings.data_folder, when)
    goes_on, with_draft = message_boxes.ask_unexpected(window, _kept(session), path)
    with contextlib.suppress(Exception):  # a report that cannot be written must not keep the user from quitting
        draft = _draft_of(session) if with_draft else ""
        write_report(path, report_text(trace_of(error), f"PySide6 {__version__}", when, draft))
    if not goes_on:
        _leave(session)


def _kept(session: DocumentSession | None) -> str:
    """Write the recovery copy; return the sentence that says whether it was written."""
    if not session or not session.autosave:
        return NOTHING_OPEN
    with contextlib.suppress(Exception):  # whatever is broken, the error must be reported
        session.autosave.write()
        return KEPT if session.autosave.finish() else NOT_KEPT
    return NOT_KEPT


def _draft_of(session: DocumentSession | None) -> str:
    return draft_text(session.document.report) if session and session.document else ""


def _leave(session: DocumentSession | None) -> None:
    """Quit and leave the recovery copy in place; if there is none, the draft must be saved first."""
    if session:
        if _kept(session) == NOT_KEPT and not session.save_as():
            return
        if session.document:
            session.document.release()
    QCoreApplication.exit(1)
