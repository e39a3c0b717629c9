"""The handler of unexpected errors in all threads."""

from __future__ import annotations

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from ui.window.main_window import MainWindow


class ErrorHandler(QObject):
    """Logs unexpected errors of the process and reports them one at a time.

    What reports an error is imported with the first one, to keep the start fast."""

    _came = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._is_telling = window, False
        self._told: set[str] = set()
        self._came.connect(self._tell)

    def install(self) -> None:
        """Replace the hooks for errors of the interpreter."""
        sys.excepthook = lambda kind, error, trace: self.take(kind, error, trace)
        threading.excepthook = lambda found: self.take(found.exc_type, found.exc_value, found.exc_traceback)
        sys.unraisablehook = lambda found: self.take(found.exc_type, found.exc_value, found.exc_traceback)

    def take(
        self, _kind: type[BaseException], error: BaseException | None, _trace: TracebackType | None = None
    ) -> None:
        """Log an error and report it in the main thread."""
        if error is None or isinstance(error, SystemExit | KeyboardInterrupt):
            return
        from ui.startup.error_telling import log_error

        log_error(error)
        self._came.emit(error)

    def _tell(self, error: BaseException) -> None:
        from ui.startup.error_telling import tell_error, trace_of

        trace = trace_of(error)
        if self._is_telling or trace in self._told:
            return  # an error in a paint event would otherwise be reported with every repaint
        self._is_telling = True
        self._told.add(trace)
        try:
            tell_error(self._window, error)
        finally:
            self._is_telling = False
