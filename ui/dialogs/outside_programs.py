"""Opening a file or folder in the program that the desktop has for it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ui.basics.background import Look

LONGEST_SEARCH_S = 10  # an opener that runs on has found a program, and on some desktops ends with it


def open_in_its_program(parent: QWidget, path: Path, failed: Callable[[], None]) -> None:
    """Open a file, or a folder in the desktop's own window; `failed` is called where nothing opens it, perhaps a little later.

    Qt starts Linux's opener and takes that for success; only the opener's exit code tells whether it found a program."""
    if opener := desktop_opener():
        look = Look(parent)
        look.found.connect(look.deleteLater)
        look.found.connect(lambda is_open: None if is_open else failed())
        look.start(lambda: _opens(opener, path))
    elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        failed()


def desktop_opener() -> str | None:
    """Return Linux's command that opens a file in its program; None on other systems, which answer Qt by themselves."""
    return shutil.which("xdg-open") if sys.platform.startswith("linux") else None


def _opens(opener: str, path: Path) -> bool:
    """Return whether an opener has found a program. No `QProcess`: that would end the program along with the dialog."""
    nowhere = subprocess.DEVNULL
    try:
        process = subprocess.Popen(
            [opener, str(path)], stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
        )
        return process.wait(LONGEST_SEARCH_S) <= 0  # below 0 it was ended by a signal, which says nothing of programs
    except subprocess.TimeoutExpired:
        return True
    except OSError:
        return False
