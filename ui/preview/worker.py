"""Setting and drawing pages beside the window's thread, in one thread.

It is kept while the preview is seen: memory that Typst gives back in one thread is of no use to the next."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Condition, Thread
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QImage, QImageReader

from export.pdf.document import SetPages, typesetter
from model.faults import Fault
from model.files.files import write_temporary_file
from model.report.report import Report


class Wanted(NamedTuple):
    """A page to be drawn: its number counted from 0, its SVG, and how large in pixels of the screen."""

    page: int
    drawing: bytes
    size: QSize


class Drawn(NamedTuple):
    """What was wanted, and its picture."""

    wanted: Wanted
    picture: QImage


LONGEST_IDLE_S = 60.0  # until the thread ends by itself
FORGETS = 4  # compilations of nothing after the last report: 10 ms each, for a third of the memory
QUIET_S = 0.1  # until they begin, so that no page waits for them

Result = SetPages | Fault | Drawn


class PageWorker:
    """Does one thing at a time. Of reports that wait only the last is set; pages that are wanted come first."""

    def __init__(self) -> None:
        self._lock = Condition()
        self._report: Report | None = None
        self._to_forget: list[Report] = []  # once for each time that Typst is yet to forget
        self._wanted: deque[Wanted] = deque()
        self._results: deque[Result] = deque()
        self._is_kept = False  # whether the thread waits for more
        self._runs = self._works = False  # whether there is a thread, and whether it has something to do

    @property
    def is_busy(self) -> bool:
        """Whether something is being done or has not been fetched."""
        return self._works or bool(self._results)

    def set_report(self, report: Report) -> None:
        """Have a report set, instead of one that still waits."""
        with self._lock:
            self._report = report
            self._begin()

    def draw(self, wanted: Sequence[Wanted]) -> None:
        """Have pages drawn, instead of those that still wait."""
        with self._lock:
            self._wanted = deque(wanted)
            self._begin()

    def stop(self) -> None:
        """Forget all that waits and let the thread end after what it is doing."""
        with self._lock:
            self._report = None
            self._wanted.clear()
            self._is_kept = False
            self._lock.notify()

    def fetch(self) -> list[Result]:
        """Return what was done since the last call, the first first."""
        return [self._results.popleft() for _ in range(len(self._results))]

    def _begin(self) -> None:
        self._works = self._is_kept = True
        self._lock.notify()
        if not self._runs:
            self._runs = True
            Thread(target=self._run, name="preview").start()  # not as a daemon: Typst must not outlive the interpreter

    def _run(self) -> None:
        try:
            while act := self._next():
                if (result := act()) is not None:
                    self._results.append(result)
        finally:  # an unexpected error is reported like any other of a thread; what comes next begins another
            self._runs = self._works = False

    def _next(self) -> Callable[[], Result | None] | None:
        """Return what is to be done next, once there is something; None to end."""
        with self._lock:
            self._wait()
            if self._wanted:
                wanted = self._wanted.popleft()
                return lambda: Drawn(wanted, picture_of(wanted.drawing, wanted.size))
            if report := self._report:
                self._report, self._to_forget = None, [report] * FORGETS
                return lambda: _set(report)
            if self._to_forget:
                return partial(_forget, self._to_forget.pop())
            self._runs = self._works = False
            return None

    def _wait(self) -> None:
        """Wait until there is something to do, or nothing is to come any more."""
        self._works = bool(self._wanted or self._report)
        while self._is_kept and not self._works:
            came = self._lock.wait(QUIET_S if self._to_forget else LONGEST_IDLE_S)
            if self._to_forget and not came:
                return
            self._is_kept = self._is_kept and (came or self._works)


def _set(report: Report) -> SetPages | Fault:
    try:
        return typesetter().pages(report)
    except Fault as fault:
        return fault


def _forget(report: Report) -> None:
    with suppress(Fault):  # which the report has been told with already
        typesetter().forget(report)


def picture_of(drawing: bytes, size: QSize) -> QImage:
    """Return an SVG as a picture of that size, a null one if it is none.

    QImageReader lets other threads run meanwhile, which QSvgRenderer does not. It reads a file, as it would call a QBuffer
    of Python's while it holds the lock of Qt's image formats: for that it needs Python's own, which the window may hold
    while it waits for the other, to paint a scroll bar's arrow."""
    try:
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            path = Path(folder, "page.svg")
            write_temporary_file(path, drawing)
            return _picture_in(path, size)
    except OSError:  # the disk is full: the window waits for this one
        return QImage.fromData(QByteArray(drawing), "svg").scaled(size)  # type: ignore[arg-type]  # what PySide takes


def _picture_in(path: Path, size: QSize) -> QImage:
    """Return the SVG in a file as a picture; the file is closed then, without which Windows removes none."""
    reader = QImageReader(str(path), QByteArray(b"svg"))
    reader.setScaledSize(size)
    return reader.read()
