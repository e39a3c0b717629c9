"""What no file is written to: a device, a folder, a pipe, what its owner has made read-only, what Word has open."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path

from model.files.file_errors import FileFault, not_written

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


def refuse_irregular(path: Path) -> None:
    """Refuse a path to anything but a file: a folder, a device, a pipe, links in a circle. Raises FileFault."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    except (OSError, ValueError) as error:
        raise not_written(path, error) from error
    if stat.S_ISDIR(mode):
        raise not_written(path, IsADirectoryError(errno.EISDIR, "is a directory"))
    if not stat.S_ISREG(mode):
        raise FileFault(f"“{path}”不是普通的文件，没有写。请换一个文件名。")


def is_device(name: str) -> bool:
    """Return whether Windows reserves a file's name for a device, whatever its ending."""
    return name.split(".")[0].rstrip().lower() in DEVICES


def refuse_device(path: Path) -> None:
    """Refuse the name of a Windows device, such as CON.docx, on every system, since files travel. Raises FileFault."""
    if is_device(path.name):
        raise FileFault(f"“{path.name}”是 Windows 留给设备的名字，不能用作文件名。请换一个文件名。")


def refuse_read_only(target: Path) -> None:
    """Refuse to replace a file that its owner has made read-only. Raises PermissionError."""
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "read-only")


def refuse_open_document(path: Path) -> None:
    """Refuse a document that Word, WPS or LibreOffice has marked as open. Raises FileFault."""
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
