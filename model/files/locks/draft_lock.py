"""The lock of a draft: a small file beside it, locked and touched by its holder as long as the draft is open.

The operating system releases the lock when a process dies, so what a crash leaves behind is not taken for a holder. On
a network drive without locks only the touch tells; and if that fails too, a save still sees that the file has changed.

In a shared folder anybody can put something else of that name. A link, a pipe, a folder, a file with a second name: all
are left alone, and the draft is edited without a lock. A lock left by another user is read and locked, but never
written to or removed: if its holder is dead, editing goes on, and others are told that somebody has the draft, but not
who."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

import tomli_w

from model.faults import Fault
from model.files.digest import digest
from model.files.files import clock_in, make_folder
from model.files.locks.holder import Holder, holder_in, myself
from model.files.locks.lock import RIGHTS_FOR_ALL, Lock, opened, released_on_failure
from model.files.paths import other_names
from model.files.rights import give, hide
from model.files.settings_folder import settings_folder

SIGN_OF_LIFE_INTERVAL_S = 30
HOLDER_GONE_AFTER_S = 100  # three signs of life missed, on another machine
LONGEST_NAME_BYTES = 240  # of a draft whose lock still has a valid name: the limit is 255
SHORTENED_NAME_CHARACTERS = 60
MOST_TRIES = 3
NAMES_FOLDER = "open"  # in the program's own folder: locks of drafts that have several names
LOCKED_BYTE_OFFSET = 1 << 20  # where Windows locks a byte: what stands before it can still be read

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class DraftLocked(Fault):
    """Somebody, `holder`, has the draft open; `is_certain` is False if the lock may be left from a dead machine."""

    def __init__(self, holder: Holder, is_certain: bool) -> None:
        super().__init__(f"{holder.words}打开着这份草稿。")
        self.holder, self.is_certain = holder, is_certain


def lock_path(draft: Path) -> Path:
    """Return the path of a draft's lock, beside the file that a link to it leads to."""
    draft = Path(os.path.realpath(draft))
    name = draft.name
    if len(os.fsencode(name)) > LONGEST_NAME_BYTES:
        name = f"{name[:SHORTENED_NAME_CHARACTERS]}-{digest(os.fsencode(name))}"
    return draft.with_name(f".{name}.lock")


def acquire_lock(draft: Path) -> Lock | None:
    """Lock a draft; return None if no lock can be made, as on a disk that is read-only or full.

    Raises DraftLocked, also where the draft is held by another of its names (a hard link): in its folder by anybody, in
    other folders by this user on this machine."""
    for other in other_names(draft):
        if lock := _acquire(other):
            lock.release()
    lock = _acquire(draft)
    if lock and (shared := _name_of_all(draft)):
        with released_on_failure(lock):
            lock.of_all_names = _acquire(shared)
    return lock


def _name_of_all(draft: Path) -> Path | None:
    """Return what stands for a draft under all its names, in the program's own folder; None if it has one name only."""
    with contextlib.suppress(OSError, ValueError, Fault):
        found = draft.stat()
        if found.st_nlink > 1:
            folder = settings_folder() / NAMES_FOLDER
            make_folder(folder)
            return folder / f"{found.st_dev:x}-{found.st_ino:x}"
    return None


def _acquire(draft: Path) -> Lock | None:
    """Lock a draft under this name. Raises DraftLocked."""
    for _ in range(MOST_TRIES):
        try:
            lock = opened(lock_path(draft))
        except (FileExistsError, FileNotFoundError, BlockingIOError):
            continue  # it came or went between two looks
        except (OSError, ValueError):
            return None
        try:
            knows_locks = _lock(lock)
            if lock.is_there:
                _refuse_sign_of_life(lock, knows_locks)
                return lock if not lock.is_own or _sign(lock) else None
        except BaseException:
            lock.drop()
            raise
        lock.drop()  # its holder let go and removed it between opening and locking
    return None


def _lock(lock: Lock) -> bool:
    """Lock the open file; return False if the disk has no locks. Raises DraftLocked if another process holds it."""
    try:
        if sys.platform == "win32":
            os.lseek(lock.handle, LOCKED_BYTE_OFFSET, os.SEEK_SET)
            msvcrt.locking(lock.handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(lock.handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError) as error:
        # Without a sign of life the name is that of an earlier one, in whose file this holder may not write.
        raise DraftLocked((_is_fresh(lock) and _read(lock)) or Holder(), is_certain=True) from error
    except OSError:
        return False
    return True


def _refuse_sign_of_life(lock: Lock, knows_locks: bool) -> None:
    """Refuse a lock that the system cannot judge, because of the disk or another machine, while its holder is alive.

    Raises DraftLocked."""
    holder = _read(lock)
    if holder and (not knows_locks or holder.node != myself().node) and _is_fresh(lock):
        raise DraftLocked(holder, is_certain=False)


def _sign(lock: Lock) -> bool:
    """Write into the lock who holds it; return False, with the lock released, if that fails."""
    data = tomli_w.dumps(vars(myself())).encode()
    with contextlib.suppress(OSError):
        os.ftruncate(lock.handle, 0)
        os.lseek(lock.handle, 0, os.SEEK_SET)
        lock.signed = data[: os.write(lock.handle, data)]
    if lock.signed == data:
        give(lock.handle, RIGHTS_FOR_ALL)
        hide(lock.path)
        return True
    lock.release()
    return False


def _read(lock: Lock) -> Holder | None:
    """Return who has written the lock; None for a new or unreadable one."""
    return holder_in(lock.content() or b"")


def _is_fresh(lock: Lock) -> bool:
    """Return whether the lock was touched a moment ago, by the clock that sets the times there."""
    try:
        touched = os.fstat(lock.handle).st_mtime
    except OSError:
        return True  # nothing is known of it: better to ask than to take it
    return abs(clock_in(lock.path.parent) - touched) < HOLDER_GONE_AFTER_S
