"""Who has a draft open: a small file beside it that its holder keeps locked and touches as long as the draft is open.

The operating system lets go of the lock when a process dies, so what a crash leaves behind is known for what it is. Where
a network drive knows no locks, only the touch tells; and should that fail too, a save still sees that the file has changed."""

from __future__ import annotations

import contextlib
import getpass
import hashlib
import os
import platform
import sys
import tomllib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import tomli_w

from model.faults import Fault
from model.files import BINARY, forget_file

TOUCHED = 30  # seconds between two signs of life
DEAD = 100  # seconds without one, after which a holder on another machine is gone
LONGEST = 4096  # bytes of a lock
LONGEST_NAME = 240  # bytes of a draft's name with which its lock still has one
SHORTENED = 60  # characters that are kept of a longer one
TRIES = 3
OUT_OF_THE_WAY = 1 << 20  # where Windows locks a byte: what stands before it can still be read
UNKNOWN = "不知道是谁"

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@dataclass(frozen=True)
class Holder:
    """Who has a draft open: the user, the machine by its name and by a number of its own, and since when."""

    user: str = UNKNOWN
    machine: str = "不知道哪台"
    node: str = ""
    since: datetime | None = None

    @property
    def words(self) -> str:
        """The holder in a sentence, such as “zhang”在电脑“PC-01”上从 11月24日 09:30 起."""
        since = f"从 {self.since:%m月%d日 %H:%M} 起" if self.since else ""
        me = myself()
        if (self.user, self.node) == (me.user, me.node):
            return f"您自己在这台电脑的另一个窗口里{since}"
        return f"“{self.user}”在电脑“{self.machine}”上{since}"


class Held(Fault):
    """Somebody has the draft open; `holder` says who. `is_certain` is False where it may be the trace of a machine that died."""

    def __init__(self, holder: Holder, is_certain: bool) -> None:
        super().__init__(f"{holder.words}打开着这份草稿。")
        self.holder, self.is_certain = holder, is_certain


@dataclass
class Lock:
    """A lock: its file, and the number by which this process has it open, -1 once it has been let go."""

    path: Path
    handle: int

    def touch(self) -> None:
        """Gives a sign of life, unless the lock has been taken away or over meanwhile."""
        with contextlib.suppress(OSError):
            if self.is_there:
                os.utime(self.path)

    @property
    def is_there(self) -> bool:
        """Whether the file that is open is the one that has the name."""
        try:
            named = self.path.stat()
        except OSError:
            return False
        try:
            return os.path.samestat(os.fstat(self.handle), named)
        except OSError:  # some versions of Python cannot tell on the file systems of USB sticks
            return True

    def drop(self) -> None:
        """Closes the file and leaves it where it is: somebody else's, or nobody's."""
        with contextlib.suppress(OSError):
            os.close(self.handle)
        self.handle = -1

    def release(self) -> None:
        """Lets go of the draft."""
        if self.handle < 0:
            return
        is_there = self.is_there
        if is_there and sys.platform != "win32":
            forget_file(self.path)  # while it is still held: nobody else's is taken away
        self.drop()
        if is_there and sys.platform == "win32":
            forget_file(self.path)  # an open file cannot be removed there, nor one that somebody else has opened since


@contextlib.contextmanager
def given_back_on_failure(lock: Lock | None) -> Iterator[None]:
    """Lets go of a lock, if there is one, where what is done with it fails."""
    try:
        yield
    except BaseException:
        if lock:
            lock.release()
        raise


def myself() -> Holder:
    """Who works here, as from now."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = UNKNOWN
    return Holder(
        user, platform.node() or "没有名字的电脑", f"{uuid.getnode():x}", datetime.now().replace(microsecond=0)
    )


def lock_path(draft: Path) -> Path:
    """The lock of a draft, beside the file that a link to it leads to."""
    draft = draft.resolve()
    name = draft.name
    if len(os.fsencode(name)) > LONGEST_NAME:
        name = f"{name[:SHORTENED]}-{hashlib.sha256(os.fsencode(name)).hexdigest()[:8]}"
    return draft.with_name(f".{name}.lock")


def take_lock(draft: Path) -> Lock | None:
    """Locks a draft; None where no lock can be made, as on a disk that is read-only or full. Raises Held."""
    path = lock_path(draft)
    for _ in range(TRIES):
        lock = _opened(path)
        if lock is None:
            return None
        try:
            knows_locks = _lock(lock)
            if lock.is_there:
                _refuse_sign_of_life(lock, knows_locks)
                return lock if _sign(lock) else None
        except Held:
            lock.drop()
            raise
        lock.drop()  # its holder let go and removed it between opening and locking
    return None


def _opened(path: Path) -> Lock | None:
    """The lock's file, opened; only to look at where it is another user's; None where there is none and none can be made."""
    try:
        lock = Lock(path, os.open(path, os.O_RDWR | os.O_CREAT | BINARY, 0o666))
        with contextlib.suppress(OSError):
            path.chmod(0o666)  # whatever the user's mask: others must be able to take it over
        return lock
    except PermissionError:
        with contextlib.suppress(OSError):
            return Lock(path, os.open(path, os.O_RDONLY | BINARY))
    except (OSError, ValueError):
        pass
    return None


def _lock(lock: Lock) -> bool:
    """Has the system lock the open file; False where the disk knows no locks. Raises Held where another process has."""
    try:
        if sys.platform == "win32":
            os.lseek(lock.handle, OUT_OF_THE_WAY, os.SEEK_SET)
            msvcrt.locking(lock.handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(lock.handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError) as error:
        raise Held(_read(lock) or Holder(), is_certain=True) from error
    except OSError:
        return False
    return True


def _refuse_sign_of_life(lock: Lock, knows_locks: bool) -> None:
    """Raises Held where the system's lock proves nothing, because of the disk or of another machine, but a holder lives."""
    holder = _read(lock)
    if holder and (not knows_locks or holder.node != myself().node) and _is_fresh(lock.path):
        raise Held(holder, is_certain=False)


def _sign(lock: Lock) -> bool:
    """Writes into the lock who holds it; False, with the lock given up, where that cannot be written."""
    try:
        os.ftruncate(lock.handle, 0)
        os.lseek(lock.handle, 0, os.SEEK_SET)
        os.write(lock.handle, tomli_w.dumps(vars(myself())).encode())
    except OSError:
        lock.release()
        return False
    return True


def _read(lock: Lock) -> Holder | None:
    """Who has written the lock; None for a new one and for one that nobody can read."""
    with contextlib.suppress(OSError, ValueError, KeyError):
        os.lseek(lock.handle, 0, os.SEEK_SET)
        found = tomllib.loads(os.read(lock.handle, LONGEST).decode())
        if isinstance(found["since"], datetime):
            return Holder(str(found["user"]), str(found["machine"]), str(found["node"]), found["since"])
    return None


def _is_fresh(path: Path) -> bool:
    """Whether the lock was touched a moment ago, by the clock that sets the times there."""
    try:
        before = path.stat()
        os.utime(path)
        age = path.stat().st_mtime - before.st_mtime
        with contextlib.suppress(OSError):  # only its owner may set it back
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    except OSError:
        return True  # nothing is known of it: better ask than take it
    return abs(age) < DEAD
