"""The file of a lock, as long as this process has it open: its sign of life, its content, its release."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from model.files.files import forget_file, touch
from model.files.rights import NO_FOLLOW, NON_BLOCKING, Rights, is_own, is_regular

LARGEST_LOCK_BYTES = 4096
RIGHTS_FOR_ALL = Rights(0o666)  # whatever the user's mask: some network drives lock only what can be written to
OPEN_FLAGS = NO_FOLLOW | NON_BLOCKING


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


def opened(path: Path) -> Lock:
    """Return the lock whose file is there, opened, created if missing. Raises OSError if that fails or it cannot serve as a lock."""
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
