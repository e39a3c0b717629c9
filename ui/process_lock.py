"""Whether the process that writes a file of the program's own is still there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile


def lock_of(path: Path) -> QLockFile:
    """The lock that tells whether the process that writes a file is still there; a dead one's counts for nothing."""
    lock = QLockFile(str(path.with_suffix(".lock")))
    lock.setStaleLockTime(0)
    return lock
