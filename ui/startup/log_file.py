"""The log: unexpected errors and Qt's warnings, never what was typed, at most a megabyte."""

from __future__ import annotations

import logging
from io import BufferedWriter, TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from model.files.error_report import LOG_FILE_NAME
from model.files.files import make_folder, open_log
from ui.startup.error_telling import LOGGER_NAME

LARGEST_LOG_BYTES = 512 * 1024  # one older file of that size stays
LONGEST_ENTRY_CHARACTERS = 4000


class _OneFile(RotatingFileHandler):
    """A log handler that creates its folder with the first entry and shortens long entries."""

    def format(self, record: logging.LogRecord) -> str:
        """Reimplemented to cut the entry at LONGEST_ENTRY_CHARACTERS."""
        return super().format(record)[:LONGEST_ENTRY_CHARACTERS]

    def _open(self) -> TextIOWrapper:
        path = Path(self.baseFilename)
        make_folder(path.parent)
        return TextIOWrapper(BufferedWriter(open_log(path)), encoding=self.encoding)


def begin_log(folder: Path) -> logging.Logger:
    """Log to a file in a folder, including Qt's messages; do without if the disk refuses. Return the logger."""
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
