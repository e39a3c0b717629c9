"""Recovery copies: what was typed and not saved, kept beside the drafts in the program's own folder.

A copy is a draft with a `recovery` table: the file it belongs to ("" for a new draft) and when it was written."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from model.draft import DraftFault, draft_text, read_draft
from model.fact_names import FACT_NAMES
from model.faults import Fault
from model.files import forget_file, move_file, read_file, write_file
from model.form import Form
from model.numbers import number_shown
from model.report import Report

MARK = "recovery"
DISCARDED = "已丢弃"
KEPT_FOR = timedelta(days=31)


@dataclass(frozen=True)
class Copy:
    """A recovery copy that was found: its own file, the draft it belongs to (None: never saved), when, and the report."""

    path: Path
    of: Path | None
    when: datetime
    report: Report


def new_copy_path(folder: Path) -> Path:
    """A name for a recovery copy that no other process uses."""
    return folder / f"{uuid.uuid4().hex}.toml"


def copy_bytes(report: Report, of: Path | None, when: datetime) -> bytes:
    """The bytes of a recovery copy."""
    table = {"of": str(of) if of else "", "when": when.replace(microsecond=0)}
    return draft_text(Report(report.form, report.values, report.kept | {MARK: table})).encode()


def write_copy(path: Path, data: bytes) -> None:
    """Writes a recovery copy. Raises Fault."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_file(path, data)


def copies_in(folder: Path, form_of: Callable[[str], Form], editions: list[str]) -> Iterator[Copy]:
    """The recovery copies in a folder, the newest first; what is no whole copy is passed over."""
    found = []
    for path in folder.glob("*.toml"):
        with contextlib.suppress(Fault, KeyError, TypeError, ValueError):
            found.append(read_copy(path, form_of, editions))
    yield from sorted(found, key=lambda copy: copy.when, reverse=True)


def read_copy(path: Path, form_of: Callable[[str], Form], editions: list[str]) -> Copy:
    """One recovery copy. Raises Fault."""
    report = read_draft(read_file(path), form_of, editions)
    table = report.kept.pop(MARK, None)
    if not isinstance(table, dict) or not isinstance(table.get("when"), datetime):
        raise DraftFault("它不是恢复用的副本。")
    of = table.get("of")
    return Copy(path, Path(of) if isinstance(of, str) and of else None, table["when"], report)


def discard(copy: Copy) -> None:
    """Puts a copy where it stays for a month. Raises Fault."""
    move_file(copy.path, copy.path.parent / DISCARDED / copy.path.name)


def forget_old(folder: Path, now: datetime) -> None:
    """Takes away what was discarded more than a month ago."""
    for path in (folder / DISCARDED).glob("*.toml"):
        with contextlib.suppress(OSError):
            if datetime.fromtimestamp(path.stat().st_mtime) < now - KEPT_FOR:
                forget_file(path)


def differences(report: Report, saved: Report | None) -> list[str]:
    """How a report differs from the saved one, in the clerk's words: facts, cells with both numbers, sections with other texts."""
    before = saved.values if saved and saved.form is report.form else {}
    names = [name for name in {**report.values, **before} if report.values.get(name) != before.get(name)]
    cells = report.form.cells
    said = [f"{FACT_NAMES[name]}" for name in FACT_NAMES if name in names]
    said += [f"“{section.tab}”的文字" for section in report.form.text_sections if section.key in names]
    for name in cells:
        if name in names:
            old, new = (number_shown(values.number(name)) or "空" for values in (Report(report.form, before), report))
            said.append(f"“{report.form.label(name)}”：{old} → {new}")
    return said
