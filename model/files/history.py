"""Earlier versions of a draft, replaced by saves: kept next to the draft or, failing that, in the program's folder.

A version is a draft file of its own, named after the moment when something else was saved in its place: a moment that
the program knows, unlike the times of files, which copying sets back. It is no more readable than the draft, and
neither is its folder; one that a link leads to is not used, nor is what has the name of a version and is no file."""

from __future__ import annotations

import contextlib
import itertools
import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from model.faults import Fault
from model.files.digest import digest
from model.files.file_errors import FileFault
from model.files.files import forget_file, make_folder, read_file, write_file
from model.files.paths import is_taken, is_there, regular_files
from model.files.rights import PRIVATE_FOLDER, Rights, folder_mode, is_link, rights_of, without_running

VERSIONS_FOLDER = "历史版本"
TIME_FORMAT = "%Y-%m-%d %H-%M-%S"
VERSION_NAME = re.compile(r"(\d{4}-\d\d-\d\d \d\d-\d\d-\d\d)(?: \(\d+\))?")  # without its ending
DAILY_VERSIONS_KEPT_FOR = timedelta(days=31)  # one of each day; after that, one of each month
# Between two versions a longer time than this may be a clock that was wrong; days of work behind it say that it was none.
LONGEST_CREDIBLE_GAP, CONFIRMING_DAYS = timedelta(days=31), 3
LATEST_AHEAD = timedelta(days=1)  # as clocks of other computers differ; a later moment is one of a clock that was wrong
LARGEST_HISTORY_BYTES = 20 * 1024 * 1024  # of all versions of one draft


class Version(NamedTuple):
    """An earlier version: its file, when it was replaced, and its length in bytes."""

    path: Path
    when: datetime
    size: int


def folders_of(draft: Path, own: Path) -> tuple[Path, Path]:
    """Return where a draft's versions are: next to it, and in the program's folder `own` where that is not possible."""
    name = draft.stem if draft.stem.strip(".") else draft.name  # “...toml” would have “..” for a folder
    place = digest(str(draft).encode("utf-8", "surrogateescape"))
    return draft.parent / VERSIONS_FOLDER / name, own / VERSIONS_FOLDER / f"{draft.stem[:40]}-{place}"


def versions_of(draft: Path, own: Path, now: datetime | None = None) -> list[Version]:
    """Return the earlier versions of a draft, the newest first; behind them those that are dated after `now`.

    These were made with a clock that was wrong, and nobody knows when."""
    latest = (now or datetime.now()) + LATEST_AHEAD
    found = [version for folder in folders_of(draft, own) for version in _versions_in(folder)]
    return sorted(found, key=lambda one: (one.when <= latest, one.when, one.path.stem), reverse=True)


def keep_version(draft: Path, data: bytes, now: datetime, own: Path) -> Path | None:
    """Keep what a draft holds until `now`, unless the newest version is the same; return the new version's path.

    Thins out the older versions.
    Raises Fault if neither folder can be written to."""
    newest = next(iter(versions_of(draft, own, now)), None)
    if newest and _holds(newest, data):
        return None
    path = _write(draft, data, now, own)
    _forget(draft, now, own)
    return path


def add_version(draft: Path, data: bytes, when: datetime, own: Path) -> Path | None:
    """Add a version that was kept elsewhere to those of a draft and return its path, None if it is there already.

    Raises Fault if neither folder can be written to."""
    if any(version.when == when and _holds(version, data) for version in versions_of(draft, own)):
        return None
    return _write(draft, data, when, own)


def kept(versions: Iterable[tuple[datetime, int]], now: datetime) -> Iterator[int]:
    """Yield the numbers of the versions to keep: `versions` are the moments, newest first, with their sizes in bytes.

    Kept are all of today, the last of each day for a month, the last of each month before; the newest in any case, and
    of the others as many as the size bound holds. What stands behind a long time without versions stays as it is until
    there are later versions of several days: the clock may have been wrong."""
    seen, size = set[str](), 0
    days, earlier = {now.date()}, now
    is_certain = True
    for number, (when, length) in enumerate(versions):
        is_certain = is_certain and (earlier - when <= LONGEST_CREDIBLE_GAP or len(days) >= CONFIRMING_DAYS)
        days.add(when.date())
        earlier = when
        period = _period(when, now, number) if is_certain else str(number)
        if number and (period in seen or size + length > LARGEST_HISTORY_BYTES):
            continue
        seen.add(period)
        size += length
        yield number


def _period(when: datetime, now: datetime, number: int) -> str:
    """Return the period of which one version is kept."""
    if when.date() >= now.date():
        return str(number)
    return f"{when:%Y-%m-%d}" if now - when < DAILY_VERSIONS_KEPT_FOR else f"{when:%Y-%m}"


def keep_replaced(draft: Path, now: datetime, own: Path) -> Path | None:
    """Keep what a draft holds on the disk before it is replaced; return the new version's path, if there is one.

    Raises Fault if it cannot be kept."""
    return keep_version(draft, read_file(draft), now, own) if is_there(draft) else None


def _forget(draft: Path, now: datetime, own: Path) -> None:
    """Remove the versions that are not to be kept."""
    found = versions_of(draft, own, now)
    stays = set(kept([(version.when, version.size) for version in found], now))
    for number, version in enumerate(found):
        if number not in stays:
            forget_file(version.path)


def _write(draft: Path, data: bytes, when: datetime, own: Path) -> Path:
    """Write a version beside the draft or, if that fails, into the program's folder. Raises Fault."""
    beside, apart = folders_of(draft, own)
    rights = without_running(rights_of(draft))
    try:
        return _write_into(beside, data, when, rights, folder_mode(draft.parent, rights))
    except Fault:
        return _write_into(apart, data, when, rights, PRIVATE_FOLDER)


def _write_into(folder: Path, data: bytes, now: datetime, rights: Rights, mode: int) -> Path:
    """Write a version with these rights into a folder, which is made with that mode. Raises Fault."""
    if _leads_elsewhere(folder):
        raise FileFault(f"“{folder}”其实在别处（是一个快捷方式），没有往那里写。请把它改名，再保存一次。")
    make_folder(folder, mode)
    path = free_path(folder, moment_shown(now), ".toml")
    write_file(path, data, rights)
    return path


def moment_shown(when: datetime) -> str:
    """Return a moment as it stands in the names of files."""
    return when.strftime(TIME_FORMAT)


def free_path(folder: Path, name: str, suffix: str) -> Path:
    """Return a path in the folder that nothing has: that name, otherwise with a number behind it."""
    names = itertools.chain([name], (f"{name} ({number})" for number in itertools.count(2)))
    paths = (folder / f"{one}{suffix}" for one in names)
    return next(path for path in paths if not is_taken(path))


def _versions_in(folder: Path) -> Iterator[Version]:
    if _leads_elsewhere(folder):
        return
    for path, found in regular_files(folder, "*.toml"):
        named = VERSION_NAME.fullmatch(path.stem)
        if named:
            with contextlib.suppress(ValueError):
                yield Version(path, datetime.strptime(named[1], TIME_FORMAT), found.st_size)


def _leads_elsewhere(folder: Path) -> bool:
    return is_link(folder) or is_link(folder.parent)


def _holds(version: Version, data: bytes) -> bool:
    try:
        return read_file(version.path) == data
    except Fault:
        return False
