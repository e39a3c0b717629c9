"""The rights of others to a file or a folder, and whether a name leads to what it should.

In a folder that several people share, anybody can put something of a known name: a link, a pipe, a folder. On Windows
the rights are those of the folder, and nothing is set here."""

from __future__ import annotations

import contextlib
import functools
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

if sys.platform == "win32":
    import ctypes

BINARY = getattr(os, "O_BINARY", 0)  # without it Windows would convert line ends
NO_FOLLOW = BINARY | getattr(os, "O_NOFOLLOW", 0)  # refuses links, on systems that can
NON_BLOCKING = getattr(os, "O_NONBLOCK", 0)  # does not wait for the other end of a pipe
PRIVATE_FOLDER = 0o700
ACCESS_LIST = "system.posix_acl"  # how the attributes begin that tell which users may do what
HIDDEN = 2  # the file attribute of Windows, where a dot before the name hides nothing
# The name surrogate bit of a Windows reparse tag: set for links and mount points, not for the files of cloud drives.
STANDS_FOR_ANOTHER = 0x20000000


class Rights(NamedTuple):
    """The mode of a file, the ids of its group and its owner, -1 for any, and its extended attributes by name.

    These hold also what some of its users may do (POSIX ACL); the group's rights in the mode then are the most of them."""

    mode: int
    group: int = -1
    owner: int = -1
    attributes: tuple[tuple[str, bytes], ...] = ()


PRIVATE = Rights(0o600)


def rights_of(path: Path) -> Rights:
    """Return the rights of a file or a folder; PRIVATE if it is missing or they cannot be told."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return PRIVATE
    return Rights(stat.S_IMODE(found.st_mode), found.st_gid, found.st_uid, _attributes_of(path))


def _attributes_of(path: Path) -> tuple[tuple[str, bytes], ...]:
    """Return the extended attributes of a file, as far as the system tells them."""
    found: list[tuple[str, bytes]] = []
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            found.extend((name, os.getxattr(path, name)) for name in os.listxattr(path))
    return tuple(found)


def without_running(rights: Rights) -> Rights:
    """Return the rights to read and write only."""
    return rights._replace(mode=rights.mode & 0o666)


def folder_mode(above: Path, rights: Rights) -> int:
    """Return the mode of a folder in `above` for files with these rights: no more open than the files or `above`."""
    readers = (0o070 if rights.mode & 0o040 else 0) | (0o007 if rights.mode & 0o004 else 0)
    return PRIVATE_FOLDER | rights_of(above).mode & (stat.S_ISVTX | readers)


def give(handle: int, rights: Rights) -> None:
    """Set the rights of an open file as far as the system lets the user, otherwise fewer; ignored by disks without rights."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        mode = rights.mode
        found = os.fstat(handle)
        if rights.owner not in (-1, found.st_uid) and not _done(lambda: os.fchown(handle, rights.owner, -1)):
            mode &= 0o777  # nothing runs as another user than before
        if rights.group not in (-1, found.st_gid) and not _done(lambda: os.fchown(handle, -1, rights.group)):
            mode = _without_group(mode)
        if not _take_attributes(handle, rights):
            mode = _without_group(mode)
        os.fchmod(handle, mode)


def _take_attributes(handle: int, rights: Rights) -> bool:
    """Set the extended attributes of an open file; return False if those that tell who may do what could not be set."""
    is_told = True
    if sys.platform == "linux":
        for name, value in rights.attributes:
            is_set = _done(functools.partial(os.setxattr, handle, name, value))
            is_told = is_told and (is_set or not name.startswith(ACCESS_LIST))
    return is_told


def _without_group(mode: int) -> int:
    return mode & (~0o070 | (mode & 0o007) << 3)  # another group gets what everybody has


def _done(act: Callable[[], object]) -> bool:
    """Call `act`; return whether the system let the user."""
    try:
        act()
    except OSError:
        return False
    return True


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
