"""The program's log: errors nobody foresaw and what Qt complains of, never what was typed, and never more than a megabyte."""

from __future__ import annotations

import logging
from io import BufferedWriter, TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from model.files.files import make_folder, open_log
from ui.startup.error_telling import LOGGER_NAME

LOG_FILE_NAME = "运行记录.txt"
LARGEST_LOG_BYTES = 512 * 1024  # one older file of that size stays
LONGEST_ENTRY_CHARACTERS = 4000


class _OneFile(RotatingFileHandler):
    """Makes its folder when the first entry comes, and shortens entries that are beyond measure."""

    def format(self, record: logging.LogRecord) -> str:
        """The entry, not longer than LONGEST_ENTRY_CHARACTERS."""
        return super().format(record)[:LONGEST_ENTRY_CHARACTERS]

    def _open(self) -> TextIOWrapper:
        path = Path(self.baseFilename)
        make_folder(path.parent)
        return TextIOWrapper(BufferedWriter(open_log(path)), encoding=self.encoding)


def begin_log(folder: Path) -> logging.Logger:
    """The log, which goes to a file in that folder and takes in what Qt has to say; a disk that refuses it is let be."""
    logging.raiseExceptions = False
    handler = _OneFile(folder / LOG_FILE_NAME, maxBytes=LARGEST_LOG_BYTES, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log = logging.getLogger(LOGGER_NAME)
    log.handlers = [handler]
    log.propagate = False
    qInstallMessageHandler(_take_qt)
    return log


def _take_qt(kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
    if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        logging.getLogger(LOGGER_NAME).warning("Qt: %s", words)
