"""The files in a folder, even if parts of it cannot be read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from model.files.file_errors import not_read


def is_folder(path: Path) -> bool:
    """Return whether it is a folder; False if that cannot be told."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def is_file(path: Path) -> bool:
    """Return whether it is a file; False if that cannot be told."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def below(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder and its subfolders, following links, each folder once; closed folders too."""
    closed: list[Path] = []
    entered: set[str] = set()
    walk = os.walk(folder, onerror=lambda error: closed.append(Path(error.filename)), followlinks=True)
    for above, folders, names in walk:
        real = os.path.realpath(above)
        if real in entered:  # links may lead round in a circle
            folders.clear()
            continue
        entered.add(real)
        folders.sort()
        yield from (Path(above, name) for name in names)
    yield from closed


def refuse_closed(folder: Path) -> None:
    """Refuse a folder that cannot be entered. Raises FileFault."""
    try:
        with os.scandir(folder):
            pass
    except OSError as error:
        raise not_read(folder, error) from error
