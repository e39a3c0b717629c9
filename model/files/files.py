"""The only place that reads and writes files. A write leaves either the old file or the whole new one.

Everything goes through the functions of `os`, so that a test can let each single step fail."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Callable, Iterable
from io import FileIO
from pathlib import Path
from typing import TypeVar

from model.files.file_errors import FileFault, not_read, not_written
from model.files.paths import regular_files
from model.files.refusals import refuse_device, refuse_irregular, refuse_open_document, refuse_read_only
from model.files.rights import (
    BINARY,
    NO_FOLLOW,
    NON_BLOCKING,
    PRIVATE,
    PRIVATE_FOLDER,
    Rights,
    give,
    is_link,
    is_own,
    narrow,
    rights_of,
)

LARGEST_FILE_BYTES = 50 * 1024 * 1024
READ_BLOCK_BYTES = 1024 * 1024
BUSY_ERRORS = (5, 32, 33)  # Windows: access denied, sharing violation, lock violation; they pass when a scanner lets go
MOST_TRIES = 5
FIRST_RETRY_DELAY_S = 0.05  # doubled for each try: 0.75 s in all, which a person does not take for a hang
ABANDONED_AFTER_S = 60  # without a change, nobody is writing a temporary file any more
TEMPORARY_SUFFIX = ".nianbao.tmp"  # how a file ends that is being written and is not yet in its place
Result = TypeVar("Result")


def read_file(path: Path) -> bytes:
    """Return the bytes of a file of at most 50 MB. Raises FileFault."""
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a directory")
        if not path.is_file() and path.exists():
            raise FileFault(f"“{path}”不是普通的文件，打不开。请选一个文件。")
        size = path.stat().st_size
        # What has no size is not opened: the system's own such files may wait for ever for something to read.
        is_read = 0 < size <= LARGEST_FILE_BYTES
        data = _patiently(lambda: _bytes_of(path, LARGEST_FILE_BYTES)) if is_read else b""
        if max(size, len(data)) > LARGEST_FILE_BYTES:  # it may grow while it is read
            raise FileFault(f"“{path.name}”超过 50 MB，不像是年度报告。请选另一个文件。")
        return data
    except (OSError, ValueError) as error:
        raise not_read(path, error) from error


def write_file(path: Path, data: bytes, rights: Rights | None = None) -> None:
    """Replace the file by one with these bytes: written beside it, flushed, read back, then renamed.

    It keeps the rights of the file that it replaces. If `rights` are given, it gets these and is one of the program's
    own: a link of that name is replaced too, not followed.
    Raises FileFault; then the old file is as it was and nothing is left beside it."""
    refuse_device(path)
    refuse_open_document(path)
    if not rights or not is_link(path):
        refuse_irregular(path)
    target = path if rights else Path(os.path.realpath(path))  # also of a link that leads to nothing yet
    try:
        refuse_read_only(target)
        beside = _write_beside(target, data, rights or (rights_of(target) if target.exists() else None))
        try:
            _replace(beside, target)
        except BaseException:
            forget_file(beside)
            raise
        _flush_folder(target.parent)
    except (OSError, ValueError) as error:
        raise not_written(target, error) from error


def write_temporary_file(path: Path, data: bytes) -> None:
    """Write a file that is read at once and then removed: nothing waits for the disk. Raises OSError."""
    path.write_bytes(data)


def move_file(path: Path, target: Path) -> None:
    """Move a file into a folder of the program's own on the same disk. Raises FileFault."""
    make_folder(target.parent)
    try:
        _replace(path, target)
        with contextlib.suppress(OSError):  # what it leads to may be gone
            _touch_name(target)  # how long it has been there counts from now
    except (OSError, ValueError) as error:
        raise not_written(target, error) from error


def _touch_name(path: Path) -> None:
    """Set the times of a file to now; of a link, not of its target."""
    if os.utime in os.supports_follow_symlinks:
        os.utime(path, follow_symlinks=False)
    elif not path.is_symlink():
        os.utime(path)


def make_folder(folder: Path, mode: int = PRIVATE_FOLDER) -> None:
    """Make a folder and the missing ones above it, none of them with more rights than `mode`.

    An existing folder that gives others more is narrowed if it is the user's own.
    Raises FileFault."""
    try:
        _make(folder, mode)
        narrow(folder, mode)
    except (OSError, ValueError) as error:
        raise not_written(folder / "…", error) from error


def _make(folder: Path, mode: int) -> None:
    try:
        folder.mkdir(mode, exist_ok=True)
    except FileNotFoundError:
        if folder == folder.parent:
            raise
        _make(folder.parent, mode)
        folder.mkdir(mode, exist_ok=True)


def open_log(path: Path) -> FileIO:
    """Open a file for the user alone, written to as long as the program runs, unbuffered. Raises FileFault."""
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | NO_FOLLOW | NON_BLOCKING
        return FileIO(os.open(path, flags, PRIVATE.mode), "ab")
    except (OSError, ValueError) as error:
        raise not_written(path, error) from error


def forget_file(path: Path) -> None:
    """Remove a file of the program's own, if possible."""
    with contextlib.suppress(OSError):
        path.unlink()


def forget_folder(folder: Path) -> None:
    """Remove a folder of the program's own, if it is empty."""
    with contextlib.suppress(OSError):
        folder.rmdir()


def forget_left_over(folders: Iterable[Path]) -> None:
    """Remove the temporary files that earlier writes left behind, as after a power cut."""
    for folder in set(folders):
        for path, found in regular_files(folder, f".*{TEMPORARY_SUFFIX}"):
            if is_own(found) and abs(time.time() - found.st_mtime) > ABANDONED_AFTER_S:
                forget_file(path)


def touch(handle: int, path: Path) -> None:
    """Set the times of an open file to now; `path` is for systems that cannot do so by handle. Raises OSError."""
    os.utime(handle if os.utime in os.supports_fd else path)


def clock_in(folder: Path) -> float:
    """Return the time by the clock that sets file times in a folder, as on a network drive; else the local time."""
    path = _name_beside(folder / "clock")
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, PRIVATE.mode)
    except (OSError, ValueError):
        return time.time()
    try:
        touch(handle, path)
        return os.fstat(handle).st_mtime
    except OSError:
        return time.time()
    finally:
        os.close(handle)
        forget_file(path)


def _bytes_of(path: Path, most: int = sys.maxsize) -> bytes:
    """Return the bytes of a file; of one with more than `most`, some more than that."""
    handle = os.open(path, os.O_RDONLY | BINARY)
    try:
        pieces, size = [], 0
        while size <= most and (piece := os.read(handle, READ_BLOCK_BYTES)):
            pieces.append(piece)
            size += len(piece)
        return b"".join(pieces)
    finally:
        os.close(handle)


def _name_beside(target: Path) -> Path:
    """Return a name in the target's folder for a file that is being written."""
    return target.with_name(f".{target.name[:40]}.{os.urandom(4).hex()}{TEMPORARY_SUFFIX}")


def _write_beside(target: Path, data: bytes, rights: Rights | None) -> Path:
    """Write a new file with these bytes into the target's folder, flushed and read back; return its path.

    Without `rights` it gets those of any new file."""
    beside = _name_beside(target)
    # With the rights of a new file from the start: to ask for the mask that says which means to change it for a moment.
    mode = PRIVATE.mode if rights else 0o666
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, mode)
    try:
        try:
            _write_all(handle, data)
            if rights:
                give(handle, rights)
            os.fsync(handle)
        finally:
            os.close(handle)
        if _bytes_of(beside) != data:
            raise OSError(errno.EIO, "read back differently")
    except BaseException:
        forget_file(beside)
        raise
    return beside


def _write_all(handle: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]


def _replace(source: Path, target: Path) -> None:
    _patiently(lambda: os.replace(source, target))


def _patiently(act: Callable[[], Result]) -> Result:
    """Call `act`, again after a moment if another program, such as a virus scanner, holds the file."""
    for attempt in range(MOST_TRIES):
        try:
            return act()
        except OSError as error:
            if getattr(error, "winerror", None) not in BUSY_ERRORS or attempt == MOST_TRIES - 1:
                raise
            time.sleep(FIRST_RETRY_DELAY_S * 2**attempt)
    raise AssertionError("the last try returns or raises")


def _flush_folder(folder: Path) -> None:
    """Make the rename itself durable; some file systems and Windows have no such call."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
