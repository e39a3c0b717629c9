"""The rights of others to a file or a folder, and whether a name leads to what it should.

In a folder that several people share, anybody can put something of a known name: a link, a pipe, a folder. On Windows
the rights are those of the folder, and nothing is set here."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from pathlib import Path
from typing import NamedTuple

if sys.platform == "win32":
    import ctypes

BINARY = getattr(os, "O_BINARY", 0)  # without it Windows would convert line ends
NO_FOLLOW = BINARY | getattr(os, "O_NOFOLLOW", 0)  # refuses links, on systems that can
NON_BLOCKING = getattr(os, "O_NONBLOCK", 0)  # does not wait for the other end of a pipe
PRIVATE_FOLDER = 0o700
HIDDEN = 2  # the file attribute of Windows, where a dot before the name hides nothing
# The name surrogate bit of a Windows reparse tag: set for links and mount points, not for the files of cloud drives.
STANDS_FOR_ANOTHER = 0x20000000


class Rights(NamedTuple):
    """The mode of a file and the id of its group, -1 for any."""

    mode: int
    group: int = -1


PRIVATE = Rights(0o600)


def rights_of(path: Path) -> Rights:
    """Return the rights of a file or a folder; PRIVATE if it is missing or they cannot be told."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return PRIVATE
    return Rights(stat.S_IMODE(found.st_mode), found.st_gid)


def without_running(rights: Rights) -> Rights:
    """Return the rights to read and write only."""
    return Rights(rights.mode & 0o666, rights.group)


def folder_mode(above: Path, rights: Rights) -> int:
    """Return the mode of a folder in `above` for files with these rights: no more open than the files or `above`."""
    readers = (0o070 if rights.mode & 0o040 else 0) | (0o007 if rights.mode & 0o004 else 0)
    return PRIVATE_FOLDER | rights_of(above).mode & (stat.S_ISVTX | readers)


def give(handle: int, rights: Rights) -> None:
    """Set the rights of an open file, or fewer if it cannot be given to that group; ignored by disks without rights."""
    if sys.platform == "win32":
        return
    mode = rights.mode
    with contextlib.suppress(OSError):
        if rights.group not in (-1, os.fstat(handle).st_gid):
            try:
                os.fchown(handle, -1, rights.group)
            except OSError:
                mode &= ~0o070 | (mode & 0o007) << 3  # another group gets what everybody has
        os.fchmod(handle, mode)


def narrow(folder: Path, mode: int = PRIVATE_FOLDER) -> None:
    """Remove from an existing folder of the user's own the rights of others that `mode` does not allow."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError, ValueError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            found = os.fstat(handle)
            too_much = stat.S_IMODE(found.st_mode) & 0o777 & ~mode
            if too_much and is_own(found):
                os.fchmod(handle, stat.S_IMODE(found.st_mode) & ~too_much)
        finally:
            os.close(handle)


def hide(path: Path) -> None:
    """Hide a file in Windows Explorer; elsewhere the dot before its name does so."""
    if sys.platform == "win32":
        ctypes.windll.kernel32.SetFileAttributesW(str(path), HIDDEN)  # fails without harm on a disk without attributes


def is_own(found: os.stat_result) -> bool:
    """Return whether the file belongs to the user; on Windows always True, since nothing is told there."""
    return sys.platform == "win32" or found.st_uid == os.getuid()


def is_regular(found: os.stat_result) -> bool:
    """Return whether it is a regular file; `found` comes from lstat or fstat."""
    return stat.S_ISREG(found.st_mode) and not _stands_for_another(found)


def is_link(path: Path) -> bool:
    """Return whether a path is a link or a Windows mount point; False if it does not exist."""
    try:
        return _stands_for_another(path.lstat())
    except (OSError, ValueError):
        return False


def _stands_for_another(found: os.stat_result) -> bool:
    return stat.S_ISLNK(found.st_mode) or bool(getattr(found, "st_reparse_tag", 0) & STANDS_FOR_ANOTHER)
