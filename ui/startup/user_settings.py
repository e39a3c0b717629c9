"""The file of the settings at the start: what Qt would wait for and what is broken in its place is set aside."""

from __future__ import annotations

import os
import stat
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSettings

from model.files.settings_folder import settings_folder
from ui.basics.settings import SETTINGS_KEYS, Settings

SETTINGS_VERSION = 1  # of the meaning of the stored values
SET_ASIDE_SUFFIX = "-读不懂的.ini"
LARGEST_SETTINGS_BYTES = 1024 * 1024  # some hundred times what is ever stored
LARGEST_LOCK_BYTES = 4096
LONGEST_LOCK_S = 5  # Qt holds its lock for some milliseconds, and waits half a minute for one that was left behind


def user_settings() -> Settings:
    """Return the settings of the current user."""
    path = settings_folder() / "nianbao.ini"
    _clear_way(path)
    return Settings(sound_store(QSettings(str(path), QSettings.Format.IniFormat)))


def _clear_way(path: Path) -> None:
    """Set aside what Qt would wait for at each start: a pipe, a file without end, the lock of a run that has died."""
    with suppress(OSError):
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST_SETTINGS_BYTES:
            _set_aside(path)
    lock = path.with_name(f"{path.name}.lock")
    with suppress(OSError):
        found = lock.lstat()
        if not _is_lock(found) or abs(time.time() - found.st_mtime) > LONGEST_LOCK_S:
            from model.files.files import forget_file, forget_folder  # imported here: hardly ever needed

            (forget_folder if stat.S_ISDIR(found.st_mode) else forget_file)(lock)


def _is_lock(found: os.stat_result) -> bool:
    """Return whether it is a file as Qt makes them for a lock: it reads all of one that is not."""
    return stat.S_ISREG(found.st_mode) and found.st_size <= LARGEST_LOCK_BYTES


def sound_store(store: QSettings) -> QSettings:
    """Return the store, cleared if its file was invalid or of a newer version; that file is renamed."""
    path = Path(store.fileName())
    if (
        store.allKeys()
        and store.value("version", str(SETTINGS_VERSION)) == str(SETTINGS_VERSION)
        and not _is_broken(store)
    ):
        return store
    if path.is_file() and path.stat().st_size:
        if not _set_aside(path):
            return store  # a file that cannot be renamed is not overwritten; its invalid values count as not set
        store.sync()
    store.clear()
    store.setValue("version", str(SETTINGS_VERSION))
    return store


def _set_aside(path: Path) -> bool:
    """Give the file another name; return whether it has one."""
    from model.faults import Fault
    from model.files.files import move_file  # imported here: hardly ever needed

    try:
        move_file(path, path.with_name(f"{path.stem}-{datetime.now():%Y%m%d-%H%M%S}{SET_ASIDE_SUFFIX}"))
    except Fault:
        return False
    return True


def _is_broken(store: QSettings) -> bool:
    return store.status() == QSettings.Status.FormatError or not SETTINGS_KEYS.issuperset(store.allKeys())
