"""The recovery copy of the open document, written within two seconds of a change, whatever the window is busy with.

A thread with a clock of its own takes the values, makes the copy, writes it and sees that it can be read. Python's
threads take turns, so a slow rule or a dialog holds nothing up; only one call into C that lets no other thread in, such
as a single match of a regular expression, makes the copy wait until it is done."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from PySide6.QtCore import QObject, Signal

from model.comparing.differences import names_shown
from model.draft.recovery_copy import new_copy_path, write_copy
from model.draft.sound_copy import SoundCopy, sound_copy
from model.faults import Fault
from model.files.files import forget_file, make_folder, read_file
from model.files.locks.draft_lock import SIGN_OF_LIFE_INTERVAL_S
from model.files.locks.lock import Lock
from model.files.locks.process_lock import hold
from model.report.report import Report
from ui.document.open_document import OpenDocument

RECOVERY_COPY_DELAY_S = 1.2  # from the first change that is not in the copy
RECOVERY_COPY_RETRY_S = 30  # after a copy that could not be written
MOST_VALUES_NAMED = 5


class Autosave(QObject):
    """The writer of one document's recovery copy, which is removed when the document is saved or closed.

    `read_from` names the document that the report was read from, while it is being corrected.
    `failed` is emitted with the reason if the copy cannot be relied on, `succeeded` once it can again."""

    failed = Signal(str)
    succeeded = Signal()

    def __init__(self, document: OpenDocument, folder: Path, read_from: str = "") -> None:
        super().__init__(document)
        self._read_from = read_from
        self._document, self._path, self._unreadable = document, new_copy_path(folder), new_copy_path(folder)
        self._is_closed = False
        # From here on the thread's own: it serves requests in order, so what is written last stays.
        self._lock: Lock | None = None
        self._due: float | None = None
        self._is_written, self._is_over, self._told = False, False, ""
        self._asked: SimpleQueue[Callable[[], object]] = SimpleQueue()
        self._thread = Thread(target=self._work, daemon=True)
        self._thread.start()
        document.touched.connect(self._begin)
        document.file_changed.connect(self._forget)
        if document.unsaved:  # what was read of a document or started from last year's
            self._begin()

    def write(self) -> None:
        """Request a copy of the document as it is now."""
        self._ask(self._write)

    def close(self) -> None:
        """Remove the copy; nothing is written afterwards."""
        if self._is_closed:
            return
        self._forget()
        self._ask(self._end)
        self._is_closed = True
        self._thread.join()

    def finish(self) -> bool:
        """Wait until all requested copies are on the disk, and return whether there is a copy now."""
        answer: SimpleQueue[bool] = SimpleQueue()
        self._ask(lambda: answer.put(self._is_written))
        return not self._is_closed and answer.get()

    def _begin(self) -> None:
        """Request a copy after a delay, unless the document cannot be edited."""
        if not self._document.read_only:
            at = time.monotonic() + RECOVERY_COPY_DELAY_S
            self._ask(lambda: self._note(at))

    def _forget(self) -> None:
        self._ask(self._remove)

    def _ask(self, act: Callable[[], object]) -> None:
        if not self._is_closed:
            self._asked.put(act)

    # What follows runs in the thread.

    def _work(self) -> None:
        while not self._is_over:
            try:
                self._next_asked()()
                if self._due is not None and time.monotonic() >= self._due:
                    self._write()
            except Exception:  # a thread's errors are reported like any other
                sys.excepthook(*sys.exc_info())

    def _next_asked(self) -> Callable[[], object]:
        """Return the next request; after a pause without any, the sign of life."""
        pause = (
            SIGN_OF_LIFE_INTERVAL_S
            if self._due is None
            else min(SIGN_OF_LIFE_INTERVAL_S, max(0, self._due - time.monotonic()))
        )
        try:
            return self._asked.get(timeout=pause)
        except Empty:
            return self._touch

    def _note(self, due: float) -> None:
        self._due = due if self._due is None else min(self._due, due)

    def _touch(self) -> None:
        if self._lock:
            self._lock.touch()

    def _write(self) -> None:
        self._due, self._is_written = None, False
        copy = self._copy()
        try:
            self._put(copy)
            self._is_written = True
            self._tell(_in_words(self._document.report, copy.in_words) if copy.in_words else "")
        except Fault as fault:
            self._due = time.monotonic() + RECOVERY_COPY_RETRY_S
            self._tell(f"没能写恢复用的副本：{fault}请尽快保存草稿。")

    def _copy(self) -> SoundCopy:
        """Return the copy of the document as it is now."""
        document = self._document
        # The report is replaced all at once, never changed in place: what is taken here is whole.
        pending = document.pending  # first: what is taken over goes from there into the report, never the other way
        report = document.report
        report = replace(report, values=report.values | pending)
        return sound_copy(
            report, document.path, datetime.now(), document.on_disk, self._read_from, document.place, document.cursor
        )

    def _put(self, copy: SoundCopy) -> None:
        """Write the copy and compare; an unreadable one does not replace the one before. Raises Fault."""
        make_folder(self._path.parent)
        if not self._lock:
            self._lock = hold(self._path)
        path = self._path if copy.is_readable else self._unreadable
        write_copy(path, copy.data)
        if not copy.is_readable or _differs(path, copy.data):
            raise Fault(f"“{path}”写了，但读不回来，不能用来恢复。请按 Ctrl+S 保存。")
        forget_file(self._unreadable)

    def _tell(self, sentence: str) -> None:
        """Emit, once, why the copy cannot be relied on, or for "" that it can."""
        if sentence != self._told:
            self._told = sentence
            if sentence:
                self.failed.emit(sentence)
            else:
                self.succeeded.emit()

    def _remove(self) -> None:
        self._due, self._is_written = None, False
        forget_file(self._path)
        forget_file(self._unreadable)
        self._tell("")  # what is saved needs no copy

    def _end(self) -> None:
        self._is_over = True
        if self._lock:
            self._lock.release()


def _differs(path: Path, data: bytes) -> bool:
    """Return whether a file holds other bytes; False if it cannot be read now."""
    try:
        return read_file(path) != data
    except Fault:
        return False


def _in_words(report: Report, names: tuple[str, ...]) -> str:
    """Return a sentence that says which values the copy holds in words only."""
    shown = names_shown(report.form, set(names))
    words = "、".join(shown.get(name, name) for name in names[:MOST_VALUES_NAMED])
    more = f"等 {len(names)} 处" if len(names) > MOST_VALUES_NAMED else ""
    return f"恢复用的副本里，{words}{more}没能照原样写下，只记成了文字。请看一看这里填得对不对，并尽快保存草稿。"
