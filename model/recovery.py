"""Recovery copies: what was typed and not saved, kept beside the drafts in the program's own folder.

A copy is a draft with a `recovery` table: the file it belongs to ("" for a new draft), what that file held when it was
opened or saved, and when the copy was written."""

from __future__ import annotations

import contextlib
import os
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from model.draft import DraftFault, draft_text, read_draft
from model.faults import Fault
from model.files import forget_file, make_folder, move_file, read_file, write_file
from model.form import Form
from model.report import Report
from model.rights import PRIVATE

MARK = "recovery"
DISCARDED = "已丢弃"
KEPT_FOR = timedelta(days=31)


@dataclass(frozen=True)
class Copy:
    """A recovery copy that was found: its own file, the draft it belongs to (None: never saved), when, and the report.

    `base` is what that draft held when the work that is in the copy began."""

    path: Path
    of: Path | None
    when: datetime
    report: Report
    base: bytes = b""


def new_copy_path(folder: Path) -> Path:
    """A name for a recovery copy that no other process uses."""
    return folder / f"{uuid.uuid4().hex}.toml"


def copy_bytes(report: Report, of: Path | None, when: datetime, on_disk: bytes = b"") -> bytes:
    """The bytes of a recovery copy; `on_disk` is what the draft `of` held when it was opened or saved."""
    # The name byte by byte: on a stick from elsewhere it may be none that this system can spell.
    table = {"of": os.fsencode(of).hex() if of else "", "base": on_disk.hex(), "when": when.replace(microsecond=0)}
    return draft_text(Report(report.form, report.values, report.kept | {MARK: table})).encode("utf-8", "replace")


def write_copy(path: Path, data: bytes) -> None:
    """Writes a recovery copy. Raises Fault."""
    make_folder(path.parent)
    write_file(path, data, PRIVATE)


def copies_in(folder: Path, form_of: Callable[[str], Form], editions: list[str]) -> Iterator[Copy]:
    """The recovery copies in a folder, the newest first; what is no whole copy is passed over."""
    found = []
    for path in folder.glob("*.toml"):
        with contextlib.suppress(Fault, KeyError, TypeError, ValueError):
            found.append(read_copy(path, form_of, editions))
    yield from sorted(found, key=lambda copy: copy.when, reverse=True)


def read_copy(path: Path, form_of: Callable[[str], Form], editions: list[str]) -> Copy:
    """One recovery copy. Raises Fault, or KeyError, TypeError, ValueError where its table is not one of ours."""
    report = read_draft(read_file(path), form_of, editions)
    table = report.kept.pop(MARK, None)
    if not isinstance(table, dict) or not isinstance(table.get("when"), datetime):
        raise DraftFault("它不是恢复用的副本。")
    of, base = bytes.fromhex(table["of"]), bytes.fromhex(table["base"])
    return Copy(path, Path(os.fsdecode(of)) if of else None, table["when"], report, base)


def discard(copy: Copy) -> None:
    """Puts a copy where it stays for a month. Raises Fault."""
    move_file(copy.path, copy.path.parent / DISCARDED / copy.path.name)


def forget_old(folder: Path, now: datetime) -> None:
    """Takes away what was discarded more than a month ago."""
    for path in (folder / DISCARDED).glob("*.toml"):
        with contextlib.suppress(OSError):
            if datetime.fromtimestamp(path.stat().st_mtime) < now - KEPT_FOR:
                forget_file(path)
