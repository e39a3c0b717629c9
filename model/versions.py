"""Earlier versions of a draft: what a save replaced, kept next to the draft or, where that cannot be, in the program's folder.

A version is a draft file of its own, named after the moment when something else was saved in its place: a moment that the
program knows, unlike the times of files, which copying sets back."""

from __future__ import annotations

import contextlib
import hashlib
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from model.faults import Fault
from model.files import forget_file, is_there, make_folder, read_file, write_file

FOLDER = "历史版本"
NAMED = "%Y-%m-%d %H-%M-%S"
LENGTH = 19  # characters of a name that say when
DAYS = timedelta(days=31)  # for so long one version of each day stays, and after that one of each month
LARGEST = 20 * 1024 * 1024  # bytes of all versions of one draft


@dataclass(frozen=True)
class Version:
    """An earlier version: its file, and when it was replaced."""

    path: Path
    when: datetime


def folders_of(draft: Path, own: Path) -> tuple[Path, Path]:
    """Where a draft's versions are: next to it, and in the program's folder `own` for drafts that nothing may stand beside."""
    place = hashlib.sha256(str(draft).encode("utf-8", "surrogateescape")).hexdigest()[:8]
    return draft.parent / FOLDER / draft.stem, own / FOLDER / f"{draft.stem[:40]}-{place}"


def versions_of(draft: Path, own: Path) -> list[Version]:
    """The earlier versions of a draft, the newest first."""
    found = [version for folder in folders_of(draft, own) for version in _versions_in(folder)]
    return sorted(found, key=lambda version: (version.when, version.path.stem), reverse=True)


def keep_version(draft: Path, data: bytes, now: datetime, own: Path) -> Path | None:
    """Keeps the bytes that a draft holds until `now`, unless the newest version is the same; gives the new version.

    Thins out the older ones.
    Raises Fault where neither folder can be written to."""
    newest = next(iter(versions_of(draft, own)), None)
    if newest and _holds(newest, data):
        return None
    beside, apart = folders_of(draft, own)
    try:
        path = _write_into(beside, data, now)
    except Fault:
        path = _write_into(apart, data, now)
    _forget(draft, now, own)
    return path


def kept(versions: Iterable[tuple[datetime, int]], now: datetime) -> Iterator[int]:
    """Which of the versions stay, by number: `versions` are the moments, newest first, with their sizes in bytes.

    All of today, the last of each day for a month, the last of each month before; the newest in any case, and of the
    others as many as the size bound holds."""
    seen, size = set[str](), 0
    for number, (when, length) in enumerate(versions):
        period = _period(when, now, number)
        if number and (period in seen or size + length > LARGEST):
            continue
        seen.add(period)
        size += length
        yield number


def _period(when: datetime, now: datetime, number: int) -> str:
    """The stretch of time of which one version stays."""
    if when.date() >= now.date():
        return str(number)
    return f"{when:%Y-%m-%d}" if now - when < DAYS else f"{when:%Y-%m}"


def keep_replaced(draft: Path, now: datetime, own: Path) -> Path | None:
    """Keeps what a draft holds on the disk before something else is saved there, and gives the version, if there is a new one.

    Raises Fault where it cannot be kept."""
    return keep_version(draft, read_file(draft), now, own) if is_there(draft) else None


def _forget(draft: Path, now: datetime, own: Path) -> None:
    """Takes away the versions that need not stay."""
    found = versions_of(draft, own)
    with contextlib.suppress(OSError):
        stays = set(kept([(version.when, version.path.stat().st_size) for version in found], now))
        for number, version in enumerate(found):
            if number not in stays:
                forget_file(version.path)


def _write_into(folder: Path, data: bytes, now: datetime) -> Path:
    make_folder(folder)
    name = now.strftime(NAMED)
    taken = {version.path.stem for version in _versions_in(folder)}
    names = itertools.chain([name], (f"{name} ({number})" for number in itertools.count(2)))
    path = folder / f"{next(free for free in names if free not in taken)}.toml"
    write_file(path, data)
    return path


def _versions_in(folder: Path) -> Iterator[Version]:
    with contextlib.suppress(OSError):
        for path in folder.glob("*.toml"):
            with contextlib.suppress(ValueError):
                yield Version(path, datetime.strptime(path.name[:LENGTH], NAMED))


def _holds(version: Version, data: bytes) -> bool:
    try:
        return read_file(version.path) == data
    except Fault:
        return False
