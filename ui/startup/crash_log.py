"""The interpreter's trace of a crash, and the message about it at the next start."""

from __future__ import annotations

import contextlib
import faulthandler
import os
from datetime import datetime
from pathlib import Path
from typing import IO

from model.faults import Fault
from model.files.error_report import REPORTS_FOLDER
from model.files.files import forget_file, make_folder, move_file, open_log
from model.files.locks.lock import Lock, released_on_failure
from model.files.locks.process_lock import hold, is_in_use
from model.files.paths import saved_at

CRASH_FILE_NAME = "崩溃-{}.txt"
CRASHED = (
    "上次程序在 {when} 意外退出了。没有保存的内容如果还在，接下来会问您要不要恢复。\n\n"
    "如果又发生，请把这个文件发给维护程序的人（里面没有年报的内容）：\n{path}"
)


class CrashLog:
    """The crash file of this run, and those of earlier runs."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / REPORTS_FOLDER
        self._path = self._folder / CRASH_FILE_NAME.format(os.urandom(4).hex())
        self._lock: Lock | None = None
        self._file = self._open()

    def _open(self) -> IO[bytes] | None:
        """Open the file that faulthandler writes to; return None if it cannot be created."""
        try:
            make_folder(self._folder)
            self._lock = hold(self._path)
            with released_on_failure(self._lock):
                file = open_log(self._path)
        except Fault:
            return None
        faulthandler.enable(file)
        return file

    def earlier(self) -> str:
        """Return a sentence about runs that crashed since the last start, once; "" if there are none."""
        found = [kept for path in self._left() if (kept := self._looked_at(path))]
        if not found:
            return ""
        when, path = found[-1]
        return CRASHED.format(when=f"{when:%m月%d日 %H:%M}", path=path)

    def _left(self) -> list[Path]:
        with contextlib.suppress(OSError):
            return sorted(path for path in self._folder.glob(CRASH_FILE_NAME.format("*")) if path != self._path)
        return []

    def _looked_at(self, path: Path) -> tuple[datetime, Path] | None:
        """Return when a run crashed and where its trace is kept; None if it did not crash or is still running."""
        if is_in_use(path):
            return None
        with contextlib.suppress(Fault, OSError):
            if path.stat().st_size:
                when = saved_at(path)
                kept = path.with_name(f"{when:%Y-%m-%d %H-%M-%S} {path.name}")
                move_file(path, kept)
                return when, kept
        forget_file(path)
        return None

    def survive(self) -> None:
        """Empty the file: on Windows faulthandler also traces errors that are handled afterwards."""
        with contextlib.suppress(OSError, ValueError):
            if self._file and os.fstat(self._file.fileno()).st_size:
                self._file.truncate(0)

    def close(self) -> None:
        """Remove the file after a run that ended normally."""
        if self._file:
            faulthandler.disable()
            self._file.close()
            forget_file(self._path)
            if self._lock:
                self._lock.release()
