"""A look at the disk in a thread of its own, whose answer the window takes when it comes."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

LOOK_INTERVAL_MS = 30


class Look(QObject):
    """Looks when it is told to; `found` is emitted with what the last look gave.

    The thread is left alone should a drive never answer."""

    found = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._answers: list[object] = []
        self._thread: Thread | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_INTERVAL_MS)
        self._timer.timeout.connect(self._take)

    def start(self, act: Callable[[], object]) -> None:
        """Call `act` in a thread; the answer of a look before that does not count any more."""
        answers: list[object] = []
        self._answers = answers
        self._thread = Thread(target=lambda: answers.append(act()), daemon=True)
        self._thread.start()
        self._timer.start()

    def _take(self) -> None:
        if self._thread and self._thread.is_alive():
            return
        self._timer.stop()
        for answer in self._answers:
            self.found.emit(answer)
