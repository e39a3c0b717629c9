"""What is done right after the start: what earlier runs left behind that did not end well is told, offered and cleared away."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from model.error_report import FOLDER as REPORTS
from model.files import forget_file, forget_left_over
from model.versions import FOLDER
from ui import messages
from ui.crash_log import CrashLog
from ui.log import begin_log
from ui.recovering import offer_recovery
from ui.window import Window

MOST_REPORTS = 20
SURVIVED = 5000  # ms after which the program would not run any more had it crashed


def look_back(window: Window) -> None:
    """Begins the log, tells of a crash, offers what was not saved, and removes left-over files."""
    own = window.settings.data_folder
    begin_log(own)
    crash = CrashLog(own)
    app = QApplication.instance()
    assert app
    app.aboutToQuit.connect(crash.close)
    alive = QTimer(window)
    alive.timeout.connect(crash.survive)
    alive.start(SURVIVED)
    told = crash.earlier()
    if told:
        messages.tell(window, told)
    offer_recovery(window)
    # In a thread: a network drive may take its time to answer.
    Thread(target=_clear_away, args=([*window.settings.folders, own], own / REPORTS), daemon=True).start()


def _clear_away(folders: list[Path], reports: Path) -> None:
    """Takes away what writes left behind in the folders, and all but the newest reports of errors."""
    forget_left_over(_places(folders))
    with suppress(OSError):
        for path in sorted(reports.glob("20*.txt"))[:-MOST_REPORTS]:
            forget_file(path)


def _places(folders: list[Path]) -> Iterator[Path]:
    """The folders that a write may have left something in: those that were written to, and those of the program within them."""
    for folder in folders:
        yield folder
        with suppress(OSError):
            for name in (FOLDER, "recovery"):
                yield from folder.glob(f"{name}/**")
