"""The only place that reads from and writes to the disk. A write leaves either the old file or the whole new one."""

from __future__ import annotations

import contextlib
import errno
import glob
import os
import stat
import tempfile
import time
from pathlib import Path

from model.faults import Fault

LARGEST_FILE = 50 * 1024 * 1024
BUSY = (5, 32, 33)  # Windows: access denied, sharing violation, lock violation; they pass when a scanner lets go
TRIES = 5
ABANDONED = 60  # seconds after which nobody is writing a file any more


class FileFault(Fault):
    """A file that cannot be read or written; the sentence names it and says what to do."""


def read_file(path: Path) -> bytes:
    """The bytes of a file of at most 50 MB. Raises FileFault."""
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a directory")
        if not path.is_file() and path.exists():
            raise FileFault(f"“{path}”不是普通的文件，打不开。请选一个文件。")
        if path.stat().st_size > LARGEST_FILE:
            raise FileFault(f"“{path.name}”超过 50 MB，不像是年度报告。请选另一个文件。")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise FileFault(_reading(path, error)) from error


def write_file(path: Path, data: bytes) -> None:
    """Replaces the file by one with these bytes: written beside it, flushed, read back, then renamed.

    Raises FileFault; then the old file is as it was and nothing is left beside it."""
    refuse_open_document(path)
    try:
        target = path.resolve()
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a directory")
        _refuse_read_only(target)
        _forget_left_over(target)
        beside = _write_beside(target, data)
        try:
            _replace(beside, target)
        except BaseException:
            forget_file(beside)
            raise
        _flush_folder(target.parent)
    except (OSError, ValueError) as error:
        raise FileFault(_writing(path, error)) from error


def move_file(path: Path, target: Path) -> None:
    """Moves a file within the same disk. Raises FileFault."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, target)
        os.utime(target)  # how long it has been there counts from now
    except (OSError, ValueError) as error:
        raise FileFault(_writing(target, error)) from error


def forget_file(path: Path) -> None:
    """Removes a file of the program's own, if it can be."""
    with contextlib.suppress(OSError):
        path.unlink()


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


def _write_beside(target: Path, data: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(OSError):  # network drives may have no permissions to set
            beside.chmod(_mode(target))
        if beside.read_bytes() != data:
            raise OSError(errno.EIO, "read back differently")
    except BaseException:
        forget_file(beside)
        raise
    return beside


def _forget_left_over(target: Path) -> None:
    """Takes away what a write left beside the file when the power went."""
    with contextlib.suppress(OSError):
        for path in target.parent.glob(f".{glob.escape(target.name[:40])}.*.tmp"):
            if time.time() - path.stat().st_mtime > ABANDONED:
                forget_file(path)


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or those of a new one."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _refuse_read_only(target: Path) -> None:
    """Renaming would replace a file that its owner has made read-only."""
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "read-only")


def _replace(source: Path, target: Path) -> None:
    for attempt in range(TRIES):
        try:
            os.replace(source, target)
            return
        except OSError as error:
            if getattr(error, "winerror", None) not in BUSY or attempt == TRIES - 1:
                raise
            time.sleep(0.05 * 2**attempt)


def _flush_folder(folder: Path) -> None:
    """Makes the rename itself durable; some file systems and Windows have no such call."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _reading(path: Path, error: Exception) -> str:
    number = getattr(error, "errno", None)
    if number in (errno.ENOENT, errno.ENOTDIR):
        return f"找不到“{path}”。它可能被移走、改名或删除了，请看看文件夹里还在不在。"
    if number == errno.EISDIR:
        return f"“{path}”是一个文件夹，不是文件。请选里面的文件。"
    if number in (errno.EACCES, errno.EPERM):
        return f"没有权限读“{path}”。请把它复制到自己的文件夹，或者请管理员开放权限。"
    return f"“{path}”读不出来（{error}）。请检查磁盘或 U 盘是否还连着。"


def _writing(path: Path, error: Exception) -> str:
    number = getattr(error, "errno", None)
    if getattr(error, "winerror", None) in (32, 33):
        return f"“{path.name}”正在别的程序（例如 Word 或 WPS）里打开着，写不进去。请先关闭它，再来一次。"
    if number in (errno.ENOENT, errno.ENOTDIR):
        return f"找不到文件夹“{path.parent}”，没有保存。请换一个位置。"
    if number == errno.EISDIR:
        return f"“{path}”是一个文件夹，不能当作文件来保存。请换一个文件名。"
    if number in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"没有权限写“{path}”，没有保存。它可能是只读的，或者正在别的程序里打开着。请换一个文件夹或文件名。"
    if number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return f"磁盘满了，“{path.name}”没有保存，原来的文件没有变。请删去一些不用的文件，或者换一个磁盘。"
    if number == errno.ENAMETOOLONG:
        return f"文件名太长：“{path.name[:30]}…”，没有保存。请换一个短一些的。"
    return f"“{path}”没有保存（{error}），原来的文件没有变。请检查磁盘或 U 盘是否还连着，或者换一个位置。"
