"""The program's log: errors nobody foresaw and what Qt complains of, never what was typed, and never more than a megabyte."""

from __future__ import annotations

import logging
from io import BufferedWriter, TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from model.files.error_report import LOG as FILE
from model.files.files import make_folder, open_log
from ui.startup.error_telling import LOG

LARGEST = 512 * 1024  # bytes; one older file of that size stays
LONGEST = 4000  # characters of an entry


class _OneFile(RotatingFileHandler):
    """Makes its folder when the first entry comes, and shortens entries that are beyond measure."""

    def format(self, record: logging.LogRecord) -> str:
        """The entry, not longer than LONGEST."""
        return super().format(record)[:LONGEST]

    def _open(self) -> TextIOWrapper:
        path = Path(self.baseFilename)
        make_folder(path.parent)
        return TextIOWrapper(BufferedWriter(open_log(path)), encoding=self.encoding)


def begin_log(folder: Path) -> logging.Logger:
    """The log, which goes to a file in that folder and takes in what Qt has to say; a disk that refuses it is let be."""
    logging.raiseExceptions = False
    handler = _OneFile(folder / FILE, maxBytes=LARGEST, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log = logging.getLogger(LOG)
    log.handlers = [handler]
    log.propagate = False
    qInstallMessageHandler(_take_qt)
    return log


def _take_qt(kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
    if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        logging.getLogger(LOG).warning("Qt: %s", words)
