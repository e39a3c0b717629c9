"""Work that takes a moment, done beside the window so that it goes on being painted."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

from PySide6 import QtCore  # whose Qt, with all its enums, is loaded with the first work
from PySide6.QtCore import QEventLoop, QObject, Signal
from PySide6.QtGui import QGuiApplication

from ui.basics.widgets import timer

Result = TypeVar("Result")
LOOK_INTERVAL_MS = 30


class _Work(QObject):
    """Says when work is done; emitted from its thread, received in the one that waits."""

    done = Signal()


def in_background(act: Callable[[], Result]) -> Result:
    """Return what `act` gives, or raise what it raises; it runs in a thread, and the window takes no input meanwhile."""
    future: Future[Result] = Future()
    work, loop = _Work(), QEventLoop()
    work.done.connect(loop.quit, QtCore.Qt.ConnectionType.QueuedConnection)

    def do() -> None:
        _complete(future, act)
        work.done.emit()

    thread = Thread(target=do, daemon=True)
    QGuiApplication.setOverrideCursor(QtCore.Qt.CursorShape.WaitCursor)
    try:
        thread.start()
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        thread.join()
    finally:
        QGuiApplication.restoreOverrideCursor()
    return future.result()


def begun(act: Callable[[], Result]) -> Future[Result]:
    """Return what will hold what `act` gives or raises; it runs in a thread, and the window goes on."""
    future: Future[Result] = Future()
    Thread(target=_complete, args=(future, act), daemon=True).start()
    return future


class Look(QObject):
    """A look at the disk or at another program, when it is told to; `found` is emitted with what the last look gave.

    Its thread is left alone should there never be an answer."""

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


def _complete(future: Future[Result], act: Callable[[], Result]) -> None:
    try:
        future.set_result(act())
    except BaseException as error:  # raised again where the result is asked for
        future.set_exception(error)
