"""The lock of a draft: a small file beside it, locked and touched by its holder as long as the draft is open.

The operating system releases the lock when a process dies, so what a crash leaves behind is not taken for a holder. On
a network drive without locks only the touch tells; and if that fails too, a save still sees that the file has changed.

In a shared folder anybody can put something else of that name. A link, a pipe, a folder, a file with a second name: all
are left alone, and the draft is edited without a lock. A lock left by another user is read and locked, but never
written to or removed: if its holder is dead, editing goes on, and others are told that somebody has the draft, but not
who."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import tomli_w

from model.faults import Fault
from model.files.digest import digest
from model.files.files import clock_in, forget_file, make_folder, other_names, touch
from model.files.holder import Holder, holder_in, myself
from model.files.rights import NO_FOLLOW, NON_BLOCKING, Rights, give, hide, is_own, is_regular
from model.files.settings_folder import settings_folder

SIGN_OF_LIFE_INTERVAL_S = 30
HOLDER_GONE_AFTER_S = 100  # three signs of life missed, on another machine
LARGEST_LOCK_BYTES = 4096
LONGEST_NAME_BYTES = 240  # of a draft whose lock still has a valid name: the limit is 255
SHORTENED_NAME_CHARACTERS = 60
MOST_TRIES = 3
NAMES_FOLDER = "open"  # in the program's own folder: locks of drafts that have several names
RIGHTS_FOR_ALL = Rights(0o666)  # whatever the user's mask: some network drives lock only what can be written to
OPEN_FLAGS = NO_FOLLOW | NON_BLOCKING
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


@dataclass
class Lock:
    """A lock: its file, and the open file handle of this process, -1 after release.

    `is_own` tells whether the file is the user's, and `signed` what has been written into it here. `of_all_names` is a
    second lock, of a draft that has other names too."""

    path: Path
    handle: int
    is_own: bool = True
    signed: bytes = b""
    of_all_names: Lock | None = None

    def touch(self) -> None:
        """Renew the sign of life, unless the lock has been taken over or removed meanwhile."""
        if self.of_all_names:
            self.of_all_names.touch()
        with contextlib.suppress(OSError):
            if self.signed and self.is_there:
                touch(self.handle, self.path)

    @property
    def is_ours(self) -> bool:
        """Whether the file is there, and only this process can have written its content."""
        return self.is_own and self.is_there and self.content() == self.signed

    def content(self) -> bytes | None:
        """Return the content of the file, shortened; None if it cannot be read."""
        try:
            os.lseek(self.handle, 0, os.SEEK_SET)
            return os.read(self.handle, LARGEST_LOCK_BYTES)
        except OSError:
            return None

    @property
    def is_there(self) -> bool:
        """Whether the open file is still the one of that name."""
        try:
            named = self.path.lstat()
        except OSError:
            return False
        try:
            return os.path.samestat(os.fstat(self.handle), named)
        except OSError:  # some versions of Python cannot tell on the file systems of USB sticks
            return True

    def drop(self) -> None:
        """Close the file and leave it where it is: it is somebody else's, or nobody's."""
        with contextlib.suppress(OSError):
            os.close(self.handle)
        self.handle = -1

    def release(self) -> None:
        """Release the draft."""
        if self.handle < 0:
            return
        if self.of_all_names:
            self.of_all_names.release()
        is_ours = self.is_ours
        if is_ours and sys.platform != "win32":
            forget_file(self.path)  # while it is still held, so that nobody else's is removed
        self.drop()
        if is_ours and sys.platform == "win32":
            forget_file(self.path)  # an open file cannot be removed there, nor one that somebody else has opened since


@contextlib.contextmanager
def released_on_failure(lock: Lock | None) -> Iterator[None]:
    """Release a lock, if there is one, when the block fails."""
    try:
        yield
    except BaseException:
        if lock:
            lock.release()
        raise


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
            lock = _opened(lock_path(draft))
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


def _opened(path: Path) -> Lock:
    """Open the lock's file, creating it if missing. Raises OSError if that fails or it cannot serve as a lock."""
    try:
        _refuse_irregular(path.lstat())
    except FileNotFoundError:
        return Lock(path, os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | OPEN_FLAGS, RIGHTS_FOR_ALL.mode))
    try:
        lock = Lock(path, os.open(path, os.O_RDWR | OPEN_FLAGS))
    except PermissionError:
        lock = Lock(path, os.open(path, os.O_RDONLY | OPEN_FLAGS))
    try:
        found = os.fstat(lock.handle)
        _refuse_irregular(found)
        lock.is_own = is_own(found)
    except BaseException:
        lock.drop()
        raise
    return lock


def _refuse_irregular(found: os.stat_result) -> None:
    """Refuse what is no lock: a link, a pipe, a folder, or a file that has another name too. Raises OSError."""
    if not is_regular(found) or found.st_nlink > 1:
        raise OSError(errno.EINVAL, "not a file of its own")


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
