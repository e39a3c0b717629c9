"""A look at the disk in a thread of its own, whose answer the window takes when it comes."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import QObject, Signal

from ui.basics.background import begun
from ui.basics.widgets import timer

LOOK_INTERVAL_MS = 30


class Look(QObject):
    """Looks when it is told to; `found` is emitted with what the last look gave.

    The thread is left alone should a drive never answer."""

    found = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._answer: Future[object] = Future()
        self._timer = timer(self, LOOK_INTERVAL_MS, self._take)

    def start(self, act: Callable[[], object]) -> None:
        """Call `act` in a thread; the answer of a look before that does not count any more."""
        self._answer = begun(act)
        self._timer.start()

    def _take(self) -> None:
        if self._answer.done():
            self.found.emit(self._answer.result())
        else:
            self._timer.start()
