"""Opening a file or folder in the program that the desktop has for it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget


def open_in_its_program(parent: QWidget, path: Path, failed: Callable[[], None]) -> None:
    """Open a file, or a folder in the desktop's own window; `failed` is called where nothing opens it, perhaps a little later.

    Qt starts Linux's opener and takes that for success; only the opener's exit code tells whether it found a program."""
    opener = desktop_opener()
    if not opener:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            failed()
        return
    process = QProcess(parent)
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())
    process.finished.connect(lambda code, _: _ended(process, code, failed))
    process.start(opener, [str(path)])


def desktop_opener() -> str | None:
    """Return Linux's command that opens a file in its program; None on other systems, which answer Qt by themselves."""
    return shutil.which("xdg-open") if sys.platform.startswith("linux") else None


def _ended(process: QProcess, code: int, failed: Callable[[], None]) -> None:
    process.deleteLater()
    if code and process.exitStatus() is QProcess.ExitStatus.NormalExit:
        failed()
