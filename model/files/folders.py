"""What is in a folder, whatever stands in the way."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from model.files.file_errors import not_read


def is_folder(path: Path) -> bool:
    """Whether it is a folder; False where that cannot be told."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def is_file(path: Path) -> bool:
    """Whether it is a file; False where that cannot be told."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def below(folder: Path) -> Iterator[Path]:
    """The files in a folder and in those in it, links followed, each folder entered once; folders that let nobody in, too."""
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
    """Raises FileFault where the folder lets nobody in."""
    try:
        with os.scandir(folder):
            pass
    except OSError as error:
        raise not_read(folder, error) from error
