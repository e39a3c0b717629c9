"""Work that takes a moment, done beside the window so that it goes on being painted."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

from PySide6 import QtCore  # whose Qt, with all its enums, is loaded with the first work
from PySide6.QtCore import QEventLoop, QObject, Signal
from PySide6.QtGui import QGuiApplication

Result = TypeVar("Result")


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


def _complete(future: Future[Result], act: Callable[[], Result]) -> None:
    try:
        future.set_result(act())
    except BaseException as error:  # raised again where the result is asked for
        future.set_exception(error)
