"""All that is the clerk's packed into a file: drafts with versions, unsaved work, settings, files of her own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from model.draft.recovery_copy import copy_paths, read_copy
from model.faults import Fault
from model.files.data_archive import safe_name, write_archive
from model.files.files import read_file
from model.files.history import TIME_FORMAT, VERSIONS_FOLDER, versions_of
from model.files.kept_copy import KeptCopy
from model.files.locks.process_lock import is_in_use
from model.files.paths import regular_files
from model.form.form import editions, load_form

DRAFTS, UNSAVED, OWN, CHOSEN = "草稿", "没有保存的内容", "自己的文件", "选用的文件"
OWN_ENDINGS = (".toml", ".docx")  # of files that the clerk may have put into the program's folder


@dataclass(frozen=True)
class Desk:
    """The places of the clerk's things: drafts, the program's own folder, recovery copies, settings as words by key.

    `chosen` are the copies that the program keeps of files which the clerk chose to go by."""

    drafts: list[Path]
    own: Path
    copies: Path
    settings: Mapping[str, str]
    chosen: Sequence[KeptCopy] = ()


def pack(desk: Desk, target: Path) -> int:
    """Write everything into one file and return how many files are in it. Raises Fault; then nothing is written."""
    files = dict(chain.from_iterable(_files_of(draft, number, desk.own) for number, draft in _numbered(desk)))
    copies = [path for path in copy_paths(desk.copies) if not is_in_use(path)]  # an open window keeps its own
    files |= {f"{UNSAVED}/{safe_name(path.name)}": read_file(path) for path in copies}
    own = {path: f"{OWN}/{safe_name(path.name)}" for path in _own_files(desk)}
    files |= {name: read_file(path) for path, name in own.items()}
    files |= {f"{CHOSEN}/{one.folder}/{safe_name(one.name(desk.own))}": one.read(desk.own) for one in _kept(desk)}
    settings = {key: own.get(Path(value), value) for key, value in desk.settings.items()}
    write_archive(target, files, {"settings": settings, "of": _drafts_of(copies, desk)})
    return len(files)


def _numbered(desk: Desk) -> Iterator[tuple[str, Path]]:
    return ((str(number), draft) for number, draft in enumerate(desk.drafts, 1))


def _pair(place: str, name: str, path: Path) -> tuple[str, bytes]:
    return f"{place}/{name}", read_file(path)


def _files_of(draft: Path, number: str, own: Path) -> Iterator[tuple[str, bytes]]:
    """Yield a draft and its versions by their names in the file."""
    place = f"{DRAFTS}/{number}"
    yield _pair(place, safe_name(draft.name), draft)
    taken: set[str] = set()
    for version in reversed(versions_of(draft, own)):  # oldest first, so that those of one second are numbered in order
        name = next(name for name in names_like(f"{version.when:{TIME_FORMAT}}.toml") if name not in taken)
        taken.add(name)
        yield _pair(f"{place}/{VERSIONS_FOLDER}", name, version.path)


def _own_files(desk: Desk) -> list[Path]:
    """Return the clerk's files in the program's folder, and those that the settings name."""
    found = [path for ending in OWN_ENDINGS for path, _ in regular_files(desk.own, f"*{ending}")]
    named = [path for value in desk.settings.values() if (path := Path(value)).is_absolute() and path.is_file()]
    found = [path for path in found if path not in desk.drafts]
    return [*found, *(path for path in named if path not in found and path.suffix.lower() in OWN_ENDINGS)]


def _kept(desk: Desk) -> Iterator[KeptCopy]:
    return (one for one in desk.chosen if one.name(desk.own))


def _drafts_of(copies: list[Path], desk: Desk) -> dict[str, str]:
    """Return the number of the draft that each readable copy belongs to, by the copy's name."""
    numbers = {draft: number for number, draft in _numbered(desk)}
    found = {}
    for path in copies:
        of = _of(path)
        if of in numbers:
            found[safe_name(path.name)] = numbers[of]
    return found


def _of(copy: Path) -> Path | None:
    try:
        return read_copy(copy, load_form, editions()).of
    except Fault:  # it is packed as it is
        return None


def names_like(name: str) -> Iterator[str]:
    """Yield the name, and others like it: 年报.toml, 年报 (2).toml …"""
    stem, dot, ending = name.rpartition(".")
    return chain([name], (f"{stem} ({number}){dot}{ending}" for number in count(2)))
