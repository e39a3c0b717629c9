"""Keeps a recovery copy of the open document: within two seconds of a change, without holding up the typing."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from model.faults import Fault
from model.files import forget_file, make_folder
from model.recovery import copy_bytes, new_copy_path, write_copy
from model.report import Report
from ui.document import OpenDocument
from ui.process_lock import lock_of

WAIT = 1200  # milliseconds from the first change that is not in the copy


class Keeper(QObject):
    """Writes the copy of one document and takes it away when the document is saved or closed.

    `failed` says why it could not, `succeeded` that it can again."""

    failed = Signal(str)
    succeeded = Signal()

    def __init__(self, document: OpenDocument, folder: Path) -> None:
        super().__init__(document)
        self._document, self._path = document, new_copy_path(folder)
        self._lock = lock_of(self._path)
        self._writer = ThreadPoolExecutor(max_workers=1)  # one after the other: what is written last stays
        self._told = self._is_closed = self._is_written = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT)
        self._wait.timeout.connect(self.write)
        document.changed.connect(self._begin)
        document.pending_changed.connect(self._begin)
        document.file_changed.connect(self._forget)
        if document.unsaved:  # what was read of a document or started from last year's
            self._begin()

    def write(self) -> None:
        """Writes the copy as the document is now; the disk is waited for elsewhere."""
        if self._is_closed:
            return
        document = self._document
        report = Report(document.report.form, document.report.values | document.pending, document.report.kept)
        data = copy_bytes(report, document.path, datetime.now(), document.on_disk)
        self._writer.submit(self._write, data)

    def _begin(self) -> None:
        """Begins to wait, unless it is waiting already, or nothing can have been typed."""
        if not self._wait.isActive() and not self._document.read_only:
            self._wait.start()

    def close(self) -> None:
        """Takes the copy away; nothing is written afterwards."""
        if self._is_closed:
            return
        self._forget()
        self._is_closed = True
        self._writer.shutdown(wait=True)
        self._lock.unlock()

    def finish(self) -> bool:
        """Waits until what is to be written is on the disk; whether there is a copy of it now."""
        return self._writer.submit(lambda: self._is_written).result()

    def _write(self, data: bytes) -> None:
        try:
            make_folder(self._path.parent)
            if not self._lock.isLocked():
                self._lock.tryLock(0)
            write_copy(self._path, data)
            self._is_written = True
            if self._told:
                self._told = False
                self.succeeded.emit()
        except Fault as fault:
            self._is_written = False
            if not self._told:
                self._told = True
                self.failed.emit(f"没能写恢复用的副本：{fault}请尽快保存草稿。")
        except Exception:  # nobody waits for what comes of a thread: it is told like any other
            sys.excepthook(*sys.exc_info())

    def _forget(self) -> None:
        self._wait.stop()
        if not self._is_closed:
            self._writer.submit(self._remove)

    def _remove(self) -> None:
        self._is_written = False
        forget_file(self._path)
