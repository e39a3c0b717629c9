"""The only place that reads and writes files. A write leaves either the old file or the whole new one.

Everything goes through the functions of `os`, so that a test can let each single step fail."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
import time
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import IO, TypeVar

from model.file_faults import FileFault, not_read, not_written

LARGEST_FILE = 50 * 1024 * 1024
# What Windows keeps for devices, whatever the ending: a file of that name cannot be opened there.
DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    "conin$",
    "conout$",
    *(f"{port}{number}" for port in ("com", "lpt") for number in "123456789¹²³"),
}
BUSY = (5, 32, 33)  # Windows: access denied, sharing violation, lock violation; they pass when a scanner lets go
TRIES = 5
ABANDONED = 60  # seconds after which nobody is writing a file any more
LEFT_OVER = ".nianbao.tmp"  # how a file ends that is being written and is not yet in its place
Result = TypeVar("Result")
BINARY = getattr(os, "O_BINARY", 0)  # Windows would change line ends without it


def read_file(path: Path) -> bytes:
    """The bytes of a file of at most 50 MB. Raises FileFault."""
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a directory")
        if not path.is_file() and path.exists():
            raise FileFault(f"“{path}”不是普通的文件，打不开。请选一个文件。")
        if path.stat().st_size > LARGEST_FILE:
            raise FileFault(f"“{path.name}”超过 50 MB，不像是年度报告。请选另一个文件。")
        return _patiently(lambda: _bytes_of(path))
    except (OSError, ValueError) as error:
        raise not_read(path, error) from error


def is_there(path: Path) -> bool:
    """Whether there is something of that name. Raises FileFault where the disk does not say."""
    try:
        return path.exists()
    except (OSError, ValueError) as error:
        raise not_read(path, error) from error


def saved_at(path: Path) -> datetime:
    """When a file was last written. Raises FileFault."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime)
    except (OSError, ValueError, OverflowError) as error:
        raise not_read(path, error) from error


def write_file(path: Path, data: bytes) -> None:
    """Replaces the file by one with these bytes: written beside it, flushed, read back, then renamed.

    Raises FileFault; then the old file is as it was and nothing is left beside it."""
    refuse_device(path)
    refuse_open_document(path)
    try:
        target = path.resolve()
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a directory")
        refuse_read_only(target)
        beside = _write_beside(target, data)
        try:
            _replace(beside, target)
        except BaseException:
            forget_file(beside)
            raise
        _flush_folder(target.parent)
    except (OSError, ValueError) as error:
        raise not_written(path, error) from error


def move_file(path: Path, target: Path) -> None:
    """Moves a file within the same disk. Raises FileFault."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, target)
        os.utime(target)  # how long it has been there counts from now
    except (OSError, ValueError) as error:
        raise not_written(target, error) from error


def make_folder(folder: Path) -> None:
    """Makes a folder and those above it where they are not there yet. Raises FileFault."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise not_written(folder / "…", error) from error


def open_log(path: Path) -> IO[bytes]:
    """A file that is written into as long as the program runs, unbuffered. Raises FileFault."""
    try:
        return path.open("ab", buffering=0)
    except (OSError, ValueError) as error:
        raise not_written(path, error) from error


def forget_file(path: Path) -> None:
    """Removes a file of the program's own, if it can be."""
    with contextlib.suppress(OSError):
        path.unlink()


def forget_left_over(folders: Iterable[Path]) -> None:
    """Takes away what writes left behind when the power went, or when it could not be removed."""
    for folder in set(folders):
        with contextlib.suppress(OSError):
            for path in folder.glob(f".*{LEFT_OVER}"):
                if abs(time.time() - path.stat().st_mtime) > ABANDONED:
                    forget_file(path)


def refuse_device(path: Path) -> None:
    """Raises FileFault for the name of a device of Windows, such as CON.docx; everywhere, since files travel."""
    if path.name.split(".")[0].rstrip().lower() in DEVICES:
        raise FileFault(f"“{path.name}”是 Windows 留给设备的名字，不能用作文件名。请换一个文件名。")


def refuse_read_only(target: Path) -> None:
    """Raises PermissionError where renaming would replace a file that its owner has made read-only."""
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "read-only")


def refuse_open_document(path: Path) -> None:
    """Raises FileFault where Word, WPS or LibreOffice has marked the document as open."""
    name = path.name
    with contextlib.suppress(OSError, ValueError):
        if not path.exists():
            return
        marks = [f"~${name}", f".~{name}", f".~lock.{name}#"]
        # Word puts ~$ over the first two letters; documents that differ in these only share one mark.
        names = {other.name for other in path.parent.iterdir() if not other.name.startswith("~$")}
        if not any(other[2:] == name[2:] for other in names - {name}):
            marks.append(f"~${name[2:]}")
        for mark in marks:
            if path.with_name(mark).exists():
                raise FileFault(
                    f"“{name}”正在 Word 或 WPS 里打开着。请先在那边关闭它，再来一次；或者换一个文件名。"
                    f"（若确实没有打开，请删去同一文件夹里的“{mark}”。）"
                )


def _bytes_of(path: Path) -> bytes:
    handle = os.open(path, os.O_RDONLY | BINARY)
    try:
        pieces = []
        while piece := os.read(handle, 1024 * 1024):
            pieces.append(piece)
        return b"".join(pieces)
    finally:
        os.close(handle)


def _write_beside(target: Path, data: bytes) -> Path:
    """A new file with these bytes in the target's folder, on the disk and read back."""
    beside = target.with_name(f".{target.name[:40]}.{secrets.token_hex(4)}{LEFT_OVER}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, 0o600)
    try:
        try:
            _write_all(handle, data)
            os.fsync(handle)
        finally:
            os.close(handle)
        with contextlib.suppress(OSError):  # network drives may have no permissions to set
            beside.chmod(_mode(target))
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


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or those of a new one."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _replace(source: Path, target: Path) -> None:
    _patiently(lambda: os.replace(source, target))


def _patiently(act: Callable[[], Result]) -> Result:
    """Does something again for a moment while another program, such as a virus scanner, has hold of the file."""
    for attempt in range(TRIES):
        try:
            return act()
        except OSError as error:
            if getattr(error, "winerror", None) not in BUSY or attempt == TRIES - 1:
                raise
            time.sleep(0.05 * 2**attempt)
    raise AssertionError("the last try returns or raises")


def _flush_folder(folder: Path) -> None:
    """Makes the rename itself durable; some file systems and Windows have no such call."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
