"""The end of the session, as the system tells of it: what is being typed is in the recovery copy before the program ends."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

NAMES = ("SIGTERM", "SIGHUP")  # Windows asks windows instead, which Qt turns into closing them


class EndingSignals(QObject):
    """Calls `before_the_end` when a signal is about to end the program, and then lets it end.

    Python's own handlers wait until Python runs; a pipe wakes Qt up."""

    def __init__(self, parent: QObject, before_the_end: Callable[[], object]) -> None:
        super().__init__(parent)
        self._before_the_end = before_the_end
        self._told, self._tells = os.pipe()
        for end in (self._told, self._tells):
            os.set_blocking(end, False)
        self._notifier = QSocketNotifier(self._told, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._end)

    def listen(self) -> None:
        """Take the signals over, unless they are ignored, as under nohup."""
        signal.set_wakeup_fd(self._tells, warn_on_full_buffer=False)
        for name in NAMES:
            if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) == signal.SIG_DFL:
                signal.signal(getattr(signal, name), lambda *_: None)

    def _end(self) -> None:
        came = [one for one in os.read(self._told, 64) if signal.Signals(one).name in NAMES]
        if came:
            try:
                self._before_the_end()
            finally:
                signal.signal(came[0], signal.SIG_DFL)
                os.kill(os.getpid(), came[0])
