"""What was brought put in its place. Nothing is replaced: a file whose name is taken gets another one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from model.draft.draft_file import draft_in_bytes
from model.draft.recovery_copy import copy_bytes, copy_in_bytes
from model.faults import DraftFault, Fault
from model.files.files import forget_file, forget_folder, make_folder, read_file, write_file
from model.files.folders import is_file
from model.files.history import VERSIONS_FOLDER, add_version
from model.files.kept_copy import KeptCopy
from model.files.paths import is_taken
from model.files.rights import PRIVATE
from model.form.form import editions, load_form
from model.sentences.own import FILE_NAME, joined
from model.transfer.pack import OWN, Desk, names_like
from model.transfer.unpack import Brought, Draft


@dataclass
class Placed:
    """The result: the drafts' files by number, what the clerk should know, the settings as they hold here.

    `there` are the numbers of the drafts that stood there already and were not placed again."""

    drafts: dict[str, Path] = field(default_factory=dict)
    there: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)
    settings: dict[str, str] = field(default_factory=dict)


def lines_about(brought: Brought, folder: Path) -> list[str]:
    """Return lines on what was brought and what would become of it in a folder, in a clerk's words."""
    lines = []
    for draft in brought.drafts.values():
        versions = f"，历史版本 {len(draft.versions)} 个" if draft.versions else ""
        title = _title(draft)
        said = f"：{title}" if title != Path(draft.name).stem else ""
        lines.append(f"{draft.name}{said}{versions}{_becomes(folder / draft.name, draft.data)}")
    lines += [f"没有保存的内容：{len(brought.unsaved)} 份（下次打开程序时会问您要不要恢复）"] if brought.unsaved else []
    lines += [f"自己的文件：{'、'.join(brought.own)}"] if brought.own else []
    return lines + [f"{place}：{name}" for place, (name, _) in brought.chosen.items()]


def _title(draft: Draft) -> str:
    try:
        return draft_in_bytes(draft.data, Path(draft.name)).title
    except Fault:
        return "不能作为草稿打开，原样放好"


def _becomes(path: Path, data: bytes) -> str:
    place, is_there = _place(path, data)
    if is_there:
        return "。这里已经有同样的一份，不再放"
    return f"。这里已经有一份同名而内容不同的，不动它；带来的存成“{place.name}”" if place != path else ""


def place_all(brought: Brought, folder: Path, desk: Desk) -> Placed:
    """Put everything in its place here, the drafts into a folder. Raises Fault; then everything is as it was."""
    placed = Placed()
    with _undone_on_failure() as put:
        for number, draft in brought.drafts.items():
            placed.drafts[number], is_there = _place_draft(draft, folder, desk.own, put, placed.notes)
            placed.there |= {number} if is_there else set()
        own = {name: _put_file(desk.own / name, data, put) for name, data in brought.own.items() if name != FILE_NAME}
        for name, data in brought.unsaved.items():
            of = placed.drafts.get(brought.of.get(name, ""))
            _put_file(desk.copies / name, _copy_here(data, desk.copies / name, of), put)
        for one in desk.chosen:
            if one.folder in brought.chosen:
                placed.notes += _keep(one, *brought.chosen[one.folder], desk.own, put)
        if sentences := brought.own.get(FILE_NAME):
            _join_sentences(desk.own / FILE_NAME, sentences, put, placed.notes)  # last: a file that was here is changed
    named = {f"{OWN}/{name}": str(path) for name, path in own.items()}
    # Settings that name one of her files name it where it is here.
    placed.settings = {key: named.get(value, value) for key, value in brought.settings.items()}
    return placed


@contextmanager
def _undone_on_failure() -> Iterator[Callable[[Path], None]]:
    """Note the files written in the block, and remove them again if it fails."""
    written: list[Path] = []
    try:
        yield written.append
    except BaseException:
        for path in reversed(written):
            forget_file(path)
            if path.parent.parent.name == VERSIONS_FOLDER:  # made for the versions: 历史版本 and the draft's name in it
                forget_folder(path.parent)
                forget_folder(path.parent.parent)
        raise


def _place_draft(
    draft: Draft, folder: Path, own: Path, put: Callable[[Path], None], notes: list[str]
) -> tuple[Path, bool]:
    """Return a draft's file there, and whether it stood there already."""
    path, is_there = _place(folder / draft.name, draft.data)
    if not is_there:
        write_file(path, draft.data)
        put(path)
    if path.name != draft.name:
        notes.append(f"“{draft.name}”这里已经有一份内容不同的，没有动它；带来的存成了“{path.name}”。")
    for when, data in draft.versions:
        if version := add_version(path, data, when, own):
            put(version)
    return path, is_there


def _keep(kept: KeptCopy, name: str, data: bytes, own: Path, put: Callable[[Path], None]) -> list[str]:
    """Keep a file that was chosen there, unless another one was chosen here; return what the clerk should know."""
    here = kept.name(own)
    if not here:
        for file in kept.files(own):
            put(file)
        kept.keep(own, name, data)
    elif kept.read(own) != data:
        return [f"“{kept.folder}”这里已经选用了“{here}”，没有换成带来的“{name}”。"]
    return []


def _join_sentences(path: Path, data: bytes, put: Callable[[Path], None], notes: list[str]) -> None:
    """Add the sentences that were brought to those here, of which there is one file; what cannot be read is put beside it."""
    if not is_taken(path):
        _put_file(path, data, put)
        return
    try:
        both = joined(read_file(path), data)
    except DraftFault:
        notes.append(f"常用句没有并到一起：有一边的文件读不懂。带来的放在“{_put_file(path, data, put).name}”。")
        return
    write_file(path, both, PRIVATE)


def _put_file(path: Path, data: bytes, put: Callable[[Path], None]) -> Path:
    """Return a file of the program's own folder with these bytes: an existing one, or a new one."""
    place, is_there = _place(path, data)
    if not is_there:
        make_folder(place.parent)
        write_file(place, data, PRIVATE)
        put(place)
    return place


def _copy_here(data: bytes, path: Path, of: Path | None) -> bytes:
    """Return a recovery copy as one of the draft `of`, whose path on the other computer means nothing here."""
    try:
        copy = copy_in_bytes(data, path, load_form, editions())
    except Fault:  # the next start reports it
        return data
    return copy_bytes(copy.report, of, copy.when, copy.base, copy.read_from, copy.place, copy.cursor)


def _place(path: Path, data: bytes) -> tuple[Path, bool]:
    """Return the name under which these bytes can stand there, and whether they do already. Raises Fault."""
    for name in names_like(path.name):
        place = path.with_name(name)
        if not is_taken(place):
            return place, False
        if is_file(place) and read_file(place) == data:
            return place, True
    raise AssertionError("there is always another name")
