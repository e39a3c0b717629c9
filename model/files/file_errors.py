"""What went wrong with a file, in sentences that a person can act on."""

from __future__ import annotations

import errno
from pathlib import Path

from model.faults import Fault

GONE = (errno.ENOENT, errno.ENOTDIR)
NOT_ALLOWED = (errno.EACCES, errno.EPERM)
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class FileFault(Fault):
    """A file that cannot be read or written; the sentence names it and says what to do."""


def not_read(path: Path, error: Exception) -> FileFault:
    """Return the fault of a file that could not be read because of an OSError or ValueError."""
    number = getattr(error, "errno", None)
    if not isinstance(error, OSError):
        return FileFault(f"“{path}”读不出来：这个名称里有电脑不认得的字。请给文件改个名，再试一次。")
    if number in GONE:
        return FileFault(f"找不到“{path}”。它可能被移走、改名或删除了，请看看文件夹里还在不在。")
    if number == errno.EISDIR:
        return FileFault(f"“{path}”是一个文件夹，不是文件。请选里面的文件。")
    if number in NOT_ALLOWED:
        return FileFault(f"没有权限读“{path}”。请把它复制到自己的文件夹，或者请管电脑的同志开放权限。")
    if number == errno.ENAMETOOLONG:
        return FileFault(f"文件名太长：“{path.name[:30]}…”，打不开。请把它改短一些，再试一次。")
    if number == errno.ELOOP:
        return FileFault(f"“{path}”是一个指着自己的快捷方式，打不开。请选真正的文件。")
    return FileFault(f"“{path}”读不出来{_number_of(error)}。请检查磁盘或 U 盘是否还连着。")


def not_written(path: Path, error: Exception) -> FileFault:
    """Return the fault of a file that could not be written because of an OSError or ValueError."""
    number = getattr(error, "errno", None)
    if not isinstance(error, OSError):
        return FileFault(f"“{path}”没有保存：这个名称里有电脑不认得的字。请换一个文件名。")
    if getattr(error, "winerror", None) in (32, 33):  # sharing violation, lock violation; their errno is EACCES too
        return FileFault(f"“{path.name}”正在别的程序（例如 Word 或 WPS）里打开着，写不进去。请先关闭它，再来一次。")
    if number in GONE:
        return FileFault(
            f"找不到文件夹“{path.parent}”，没有保存。它可能被移走了，或者 U 盘拔掉了。请插好再存，或者换一个位置。"
        )
    if number == errno.EISDIR:
        return FileFault(f"“{path}”是一个文件夹，不能当作文件来保存。请换一个文件名。")
    if number in (*NOT_ALLOWED, errno.EROFS):
        return FileFault(
            f"没有权限写“{path}”，没有保存。它可能是只读的，或者正在别的程序里打开着。请换一个文件夹或文件名。"
        )
    if number in FULL:
        return FileFault(f"磁盘满了，“{path.name}”没有保存，原来的文件没有变。请删去一些不用的文件，或者换一个磁盘。")
    if number == errno.ENAMETOOLONG:
        return FileFault(f"文件名太长：“{path.name[:30]}…”，没有保存。请换一个短一些的。")
    if number == errno.ELOOP:
        return FileFault(f"“{path}”是一个指着自己的快捷方式，没有保存。请换一个文件名。")
    return FileFault(
        f"“{path}”没有保存{_number_of(error)}，原来的文件没有变。请检查磁盘或 U 盘是否还连着，或者换一个位置。"
    )


def _number_of(error: Exception) -> str:
    """Return the system's number of an error, which a technician can look up; "" if it has none."""
    number = getattr(error, "winerror", None) or getattr(error, "errno", None)
    return f"（系统错误 {number}）" if number else ""
