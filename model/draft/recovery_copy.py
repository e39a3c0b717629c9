"""Recovery copies: what was typed and not saved, kept beside the drafts in the program's own folder.

A copy is a draft with a `recovery` table: the file it belongs to ("" for a new draft), what that file held when it was
opened or saved, the document it was read from and is still compared with, where the user was, and when the copy was written. Whatever else lies in the folder, no copy is hidden by it."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from model.draft.toml_format import draft_text, read_draft
from model.faults import DraftFault, Fault
from model.files.files import forget_file, make_folder, move_file, read_file, write_file
from model.files.history import free_path
from model.files.paths import saved_at
from model.files.rights import PRIVATE
from model.form.form import Form
from model.report.report import Report

RECOVERY_KEY = "recovery"
DISCARDED, UNREADABLE = "已丢弃", "读不懂的"
KEPT_FOR = {DISCARDED: timedelta(days=31), UNREADABLE: timedelta(days=366)}
OLD = "（过期）"  # how the name of a copy ends that has been found too old once: the clock may have been wrong then


@dataclass(frozen=True)
class Copy:
    """A recovery copy: its own file, the draft it belongs to (None: never saved), its time, and the report.

    `base` is what that draft held when the work that is in the copy began; `read_from` names the document whose reading
    was being corrected, "" in a copy of an open report; `place` the cell, fact or text with the cursor, "" if not known,
    `cursor` how many characters of that text stand before it."""

    path: Path
    of: Path | None
    when: datetime
    report: Report
    base: bytes = b""
    read_from: str = ""
    place: str = ""
    cursor: int = 0


def new_copy_path(folder: Path) -> Path:
    """Return a name for a recovery copy that no other process uses."""
    return folder / f"{os.urandom(16).hex()}.toml"


def copy_bytes(
    report: Report,
    of: Path | None,
    when: datetime,
    on_disk: bytes = b"",
    read_from: str = "",
    place: str = "",
    cursor: int = 0,
) -> bytes:
    """Return the bytes of a recovery copy; `on_disk` is what the draft `of` held when it was opened or saved.

    `read_from` names the document that a reading which is being corrected comes from, `place` where the user is, with so many characters
    before the `cursor`."""
    kept = {key: value for key, value in report.kept.items() if key != RECOVERY_KEY}
    # Between single quotes: as long as a draft, and read much more quickly than a text that may have escapes in it.
    source, here = (words.encode("utf-8", "replace").hex() for words in (read_from, place))
    table = (
        f"\n[{RECOVERY_KEY}]\nof = '{_bytes_of(of).hex()}'\nbase = '{on_disk.hex()}'\nread_from = '{source}'\n"
        f"place = '{here}'\ncursor = {cursor}\nwhen = {when.replace(microsecond=0)}\n"
    )
    return (draft_text(replace(report, kept=kept)) + table).encode("utf-8", "replace")


def write_copy(path: Path, data: bytes) -> None:
    """Write a recovery copy. Raises Fault."""
    make_folder(path.parent)
    write_file(path, data, PRIVATE)


def copy_paths(folder: Path) -> list[Path]:
    """Return the paths of everything in a folder that is named like a copy, the last written first."""
    with contextlib.suppress(OSError):
        return sorted(folder.glob("*.toml"), key=_written, reverse=True)
    return []


def read_copy(path: Path, form_of: Callable[[str], Form], editions: list[str]) -> Copy:
    """Return the recovery copy in a file. Raises Fault."""
    return copy_in_bytes(read_file(path), path, form_of, editions)


def copy_in_bytes(data: bytes, path: Path, form_of: Callable[[str], Form], editions: list[str]) -> Copy:
    """Return the recovery copy in the bytes of a file that is called `path`. Raises Fault.

    Invalid entries in its table are ignored: the report is what matters."""
    try:
        report = read_draft(data, form_of, editions)
        table = report.kept.pop(RECOVERY_KEY, None)
        if not isinstance(table, dict):
            raise DraftFault("它不是恢复用的副本。请选另一个文件。")
        when = _moment(table.get("when")) or saved_at(path).replace(microsecond=0)
        of = _draft_of(_bytes_in(table.get("of")))
        source, place = (_bytes_in(table.get(key)).decode("utf-8", "replace") for key in ("read_from", "place"))
        cursor = table.get("cursor")
        at = max(0, cursor) if isinstance(cursor, int) else 0
        return Copy(path, of, when, report, _bytes_in(table.get("base")), source, place, at)
    except Fault:
        raise
    except Exception as error:  # a file that nobody foresaw must keep no other from being read
        raise DraftFault("读它的时候程序出了没有料到的错。请把它发给维护程序的人看看。") from error


def refuse_taken(copy: Path) -> None:
    """Refuse a copy that another window has recovered or discarded since it was found. Raises Fault."""
    if os.path.lexists(copy):
        return
    if os.path.lexists(copy.parent / DISCARDED / copy.name):
        raise Fault(f"这一份（{copy.name}）刚才已经在另一个窗口里丢弃了；丢弃的还会留一个月。请看看那个窗口。")
    raise Fault(f"这一份（{copy.name}）没有丢：刚才已经在另一个窗口里恢复了。请到那个窗口接着做。")


def discard(copy: Path) -> None:
    """Move a copy to the discarded ones, where it stays for a month. Raises Fault."""
    refuse_taken(copy)
    _move_within(copy, DISCARDED)


def set_aside(copy: Path) -> None:
    """Move an unreadable copy aside, where it stays for a year. Raises Fault."""
    _move_within(copy, UNREADABLE)


def forget_old(folder: Path, now: datetime) -> None:
    """Remove what was discarded more than a month ago, and what could not be read for a year.

    What is too old for the first time only gets another name and is kept as long again: a clock that is wrong once, on
    either of the two days, removes nothing."""
    for name, span in KEPT_FOR.items():
        for path in copy_paths(folder / name):
            if _written(path) >= (now - span).timestamp():
                continue
            if path.stem.endswith(OLD):
                forget_file(path)
            else:
                with contextlib.suppress(Fault):
                    move_file(path, free_path(path.parent, path.stem, f"{OLD}.toml"))


def _move_within(copy: Path, name: str) -> None:
    """Move a copy to the subfolder of that name, beside what is there already."""
    folder = copy.parent.parent if copy.parent.name == UNREADABLE else copy.parent
    move_file(copy, free_path(folder / name, copy.stem.removesuffix(OLD), ".toml"))


def _written(path: Path) -> float:
    """Return when a file was written, in seconds, 0 if that cannot be told."""
    try:
        return path.lstat().st_mtime
    except OSError:
        return 0


def _bytes_of(of: Path | None) -> bytes:
    """Return the bytes of a name; on a stick from elsewhere it may be one that this system cannot represent."""
    with contextlib.suppress(UnicodeEncodeError):
        return os.fsencode(of) if of else b""
    return b""


def _draft_of(name: bytes) -> Path | None:
    """Return the draft of that name, None if there is no name, or the name leads nowhere."""
    with contextlib.suppress(OSError, ValueError, RuntimeError):  # too long; NUL; links in a circle
        path = Path(os.fsdecode(name))
        path.resolve()
        return path if path.name else None
    return None


def _bytes_in(value: Any) -> bytes:
    try:
        return bytes.fromhex(value)
    except (TypeError, ValueError):
        return b""


def _moment(value: Any) -> datetime | None:
    """Return a moment in local time, converted if it has a time zone; None if it is not a moment."""
    if isinstance(value, datetime):
        with contextlib.suppress(OSError, ValueError, OverflowError):
            return value.astimezone().replace(tzinfo=None) if value.tzinfo else value
    return None
