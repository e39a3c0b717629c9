"""A watch on the draft's file: whether it is still there and unchanged, without holding up the typing.

The disk is asked in a thread of its own, which is left alone should a network drive never answer."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from model.draft.draft_file import NO_FOLDER, SAME, disk_state
from model.files.locks.draft_lock import SIGN_OF_LIFE_INTERVAL_S
from model.files.locks.lock import Lock
from ui.basics.defaults import FILE_WATCH_INTERVAL_MS
from ui.document.open_document import OpenDocument

LOOKS_PER_SIGN_OF_LIFE = 1000 * SIGN_OF_LIFE_INTERVAL_S // FILE_WATCH_INTERVAL_MS
MOST_UNANSWERED_LOOKS = 5  # looks that may go by until a disk that does not answer counts as gone


class FileWatch(QObject):
    """A regular look at the document's file; `became` is emitted with each new state (model.draft.draft_file)."""

    became = Signal(str)

    def __init__(self, document: OpenDocument) -> None:
        super().__init__(document)
        self._document = document
        self._asked: Thread | None = None
        self._answer: tuple[int, str] = (0, SAME)
        self._round, self._looks, self._unanswered, self._told = 0, 0, 0, SAME
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(FILE_WATCH_INTERVAL_MS)
        document.file_changed.connect(self._begin_anew)

    def look(self) -> None:
        """Report what the last look found and look again, unless it is still under way."""
        if self._asked and self._asked.is_alive():
            self._unanswered += 1
            if self._unanswered == MOST_UNANSWERED_LOOKS:
                self._answer = (self._round, NO_FOLDER)
                self._tell()
            return
        self._unanswered = 0
        self._tell()
        path, lock = self._document.path, self._document.lock
        if path:
            self._round, self._looks = self._round + 1, self._looks + 1
            asked = (
                self._round,
                path,
                self._document.on_disk,
                lock if self._looks % LOOKS_PER_SIGN_OF_LIFE == 0 else None,
            )
            self._asked = Thread(target=self._ask, args=asked, daemon=True)
            self._asked.start()

    def look_at_once(self) -> None:
        """Look and tell what it found, without a thread: for a file that has just been read."""
        if path := self._document.path:
            self._ask(self._round, path, self._document.on_disk, None)
            self._tell()

    def finish(self) -> None:
        """Wait for the look that is under way and report what it found."""
        if self._asked:
            self._asked.join()
        self._tell()

    def _ask(self, number: int, path: Path, data: bytes, lock: Lock | None) -> None:
        self._answer = (number, disk_state(path, data))
        if lock:
            lock.touch()

    def _tell(self) -> None:
        number, state = self._answer
        if number == self._round and state != self._told:
            self._told = state
            self.became.emit(state)

    def _begin_anew(self) -> None:
        """Count the file as unchanged after a save, and ignore a look from before it."""
        self._round += 1
        if self._told != SAME:
            self._told = SAME
            self.became.emit(SAME)
