"""What happens after the start: traces of runs that did not end normally are reported, offered and cleaned up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from model.draft.recovery_copy import DISCARDED
from model.files.error_report import REPORTS_FOLDER
from model.files.files import forget_file, forget_left_over
from model.files.history import VERSIONS_FOLDER
from model.files.paths import same_file
from model.files.rights import is_link, narrow
from ui.basics.defaults import MOST_ERROR_REPORTS
from ui.dialogs import message_boxes
from ui.startup.crash_log import CrashLog
from ui.startup.log_file import begin_log
from ui.startup.restore import offer_recovery
from ui.window.main_window import MainWindow

CRASH_SURVIVED_AFTER_MS = 5000  # had the traced error been a crash, the program would have ended by then
OWN_FOLDERS = (".", "recovery", f"recovery/{DISCARDED}", VERSIONS_FOLDER, REPORTS_FOLDER)


def begin(window: MainWindow, words: list[str]) -> None:
    """Look back at earlier runs, then open the draft in `words`, unless it has been recovered."""
    look_back(window)
    session = window.session
    recovered = session.document.path if session and session.document else None
    if words and not same_file(recovered, Path(words[0])):
        window.open_path(Path(words[0]))


def look_back(window: MainWindow) -> None:
    """Start the log, report a crash, offer unsaved work, and remove left-over files."""
    own = window.settings.data_folder
    make_private(own)
    begin_log(own)
    crash = CrashLog(own)
    app = QApplication.instance()
    assert app
    app.aboutToQuit.connect(crash.close)
    alive = QTimer(window)
    alive.timeout.connect(crash.survive)
    alive.start(CRASH_SURVIVED_AFTER_MS)
    told = crash.earlier()
    if told:
        message_boxes.tell(window, told)
    if window.settings.recovery_folder.is_dir():
        offer_recovery(window.workspace.session)
    # In a thread: a network drive may take its time to answer.
    Thread(target=_clear_away, args=([*window.settings.folders, own], own / REPORTS_FOLDER), daemon=True).start()


def make_private(own: Path) -> None:
    """Make the program's own folders private: an earlier version, or Qt, may have created them readable for all."""
    for folder in OWN_FOLDERS:
        narrow(own / folder)


def _clear_away(folders: list[Path], reports: Path) -> None:
    """Remove temporary files from the folders, and all but the newest error reports."""
    forget_left_over(_places(folders))
    with suppress(OSError):
        for path in sorted(reports.glob("20*.txt"))[:-MOST_ERROR_REPORTS]:
            forget_file(path)


def _places(folders: list[Path]) -> Iterator[Path]:
    """Yield the folders that may hold temporary files: those written to, and the program's own within them."""
    for folder in folders:
        yield folder
        with suppress(OSError):
            for place in (folder / VERSIONS_FOLDER, folder / "recovery"):
                if not is_link(place):
                    yield from place.glob("**")
