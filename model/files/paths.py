"""What the disk says of a path: whether it is there, when it was saved, which other names lead to the same file."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from model.files.file_errors import not_read
from model.files.rights import is_link, is_regular


def is_there(path: Path) -> bool:
    """Return whether a file or folder of that name exists. Raises FileFault if the disk does not say."""
    try:
        return path.exists()
    except (OSError, ValueError) as error:
        raise not_read(path, error) from error


def is_taken(path: Path) -> bool:
    """Return whether a name is taken, even by a link that leads nowhere. Raises FileFault if the disk does not say."""
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    except (OSError, ValueError) as error:
        raise not_read(path, error) from error
    return True


def saved_at(path: Path) -> datetime:
    """Return when a file was last written. Raises FileFault."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime)
    except (OSError, ValueError, OverflowError) as error:
        raise not_read(path, error) from error


def regular_files(folder: Path, pattern: str) -> Iterator[tuple[Path, os.stat_result]]:
    """Yield the files of a folder whose names match the pattern, each with its lstat; no links, folders or pipes."""
    with contextlib.suppress(OSError):
        for path in folder.glob(pattern):
            with contextlib.suppress(OSError):
                found = path.lstat()
                if is_regular(found):
                    yield path, found


def same_file(one: Path | None, other: Path) -> bool:
    """Return whether two paths lead to the same file, by whatever name."""
    try:
        return one is not None and (one == other or one.samefile(other))
    except (OSError, ValueError):
        return False


def other_names(path: Path) -> list[Path]:
    """Return the other names that a file has in its folder (hard links), and of a link those of what it leads to."""
    try:
        path = Path(os.path.realpath(path))
        if path.stat().st_nlink < 2:
            return []
        return [
            other
            for other in path.parent.iterdir()
            if other.name != path.name and same_file(path, other) and not is_link(other)
        ]
    except (OSError, ValueError):
        return []
