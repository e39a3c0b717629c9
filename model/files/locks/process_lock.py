"""Whether the process that writes a file of the program's own is still running, told by a lock like a draft's.

The operating system releases it when the process ends, however it ends and however long it ran, so the content and the
age of a lock matter only if it is from another machine."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from model.files.locks.draft_lock import DraftLocked, acquire_lock, lock_path
from model.files.locks.holder import myself
from model.files.locks.lock import Lock

LOCK_SUFFIX = ".lock"


def hold(path: Path) -> Lock | None:
    """Return a lock that tells others that this process writes the file, None if none can be made."""
    with contextlib.suppress(DraftLocked):
        return acquire_lock(path)
    return None


def is_in_use(path: Path) -> bool:
    """Return whether the process that writes the file is still running; an inconclusive lock does not count."""
    lock = lock_path(path)
    if lock.is_symlink() or not lock.is_file():
        return False
    try:
        taken = acquire_lock(path)
    except DraftLocked as held:
        return held.is_certain or held.holder.machine != myself().machine
    if taken:
        taken.release()
    return False


def forget_locks(folder: Path) -> None:
    """Remove the locks of processes that died without leaving their file."""
    with contextlib.suppress(OSError):
        for lock in folder.glob(f".*{LOCK_SUFFIX}"):
            path = folder / lock.name[1 : -len(LOCK_SUFFIX)]
            if not os.path.lexists(path):
                is_in_use(path)  # a lock that could be taken is gone afterwards
