"""A draft on the disk: read into a report, and written so that the file is never half of one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from model.draft.parsing import LARGEST_DRAFT_BYTES, refuse_large_draft
from model.draft.toml_format import draft_data, read_draft, text_of_data
from model.faults import DraftFault
from model.files.file_errors import FileFault
from model.files.files import read_file, write_file
from model.files.refusals import refuse_read_only
from model.form.form import editions, load_form
from model.report.report import Report

SAME, CHANGED, UNREADABLE, GONE, NO_FOLDER, READ_ONLY = (
    "same",
    "changed",
    "unreadable",
    "gone",
    "no folder",
    "read-only",
)


def is_draft(path: Path) -> bool:
    """Return whether a file's name is that of a draft."""
    return path.suffix.lower() == ".toml"


def load_draft(path: Path) -> tuple[Report, bytes]:
    """Return the report in a draft file, and the file's bytes. Raises Fault with the file's name in the sentence."""
    data = read_file(path)
    return draft_in_bytes(data, path), data


def draft_in_bytes(data: bytes, path: Path) -> Report:
    """Return the report in the bytes of a draft file that is called `path`. Raises Fault with that name."""
    try:
        refuse_large_draft(len(data))
        return read_draft(data, load_form, editions())
    except DraftFault as error:
        raise DraftFault(f"“{path.name}”不能作为草稿打开。{error}") from error


def save_draft(path: Path, report: Report) -> bytes:
    """Write the report to the draft file and return the bytes written.

    The text is read back and compared before the old file is touched. Raises Fault."""
    try:
        meant = draft_data(report)
        data = text_of_data(meant).encode("utf-8")
    except UnicodeEncodeError as error:
        raise DraftFault(f"“{path.name}”没有保存：文字里有坏掉的字。请删去显示成方块或问号的字，再存一次。") from error
    if len(data) > LARGEST_DRAFT_BYTES:
        raise DraftFault(
            f"“{path.name}”没有保存：文字太多，超过了 {LARGEST_DRAFT_BYTES // 1024 // 1024} MB。请删去粘贴进来的多余文字，再存一次。"
        )
    again = read_draft(data, lambda _: report.form, [report.form.edition])
    if not alike(draft_data(again), meant):
        raise DraftFault(f"“{path.name}”没有保存：写出的草稿读回来不一样。原来的文件没有变，请用“另存为”换一个文件名。")
    write_file(path, data)
    return data


def disk_state(path: Path, data: bytes) -> str:
    """Return the state of a draft that held these bytes: SAME, CHANGED, UNREADABLE, GONE, NO_FOLDER or READ_ONLY."""
    try:
        if not path.exists():
            return GONE if path.parent.is_dir() else NO_FOLDER
        if read_file(path) != data:
            return CHANGED
        refuse_read_only(path)
    except FileFault:
        return UNREADABLE
    except PermissionError:
        return READ_ONLY
    except OSError:
        return NO_FOLDER
    return SAME


def changed_on_disk(path: Path, data: bytes) -> bool:
    """Return whether the file no longer holds these bytes, or cannot be read; a missing file counts as unchanged."""
    return disk_state(path, data) in (CHANGED, UNREADABLE)


def alike(one: Any, other: Any) -> bool:
    """Return whether two values of TOML are the same; unlike for ==, nan is the same as nan."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(alike(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(alike, one, other))
    return bool(one == other or (one != one and other != other))
