"""Exported documents: which of them are still as they were written here, and where one that is not is kept.

What a document was exported as is remembered by a digest, in a small file of the program's own for each place. A document
without one may hold somebody's work as well."""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path

from model.faults import Fault
from model.files.digest import checksum, digest
from model.files.files import forget_file, make_folder, read_file, write_file
from model.files.history import free_path, moment_shown
from model.files.paths import is_there, saved_at
from model.files.rights import rights_of

EXPORTED_FOLDER = "exported"


def write_exported(path: Path, data: bytes, now: datetime, own: Path) -> Path | None:
    """Write an exported document, and return where the one that it replaces was kept: beside it, named after this moment.

    None where none was replaced, or only what was exported there from here and has not been changed since. `own` is the
    program's folder.
    Raises Fault; then all is as it was."""
    try:
        kept = _keep(path, data, now, own)
    except Fault as fault:
        raise Fault(f"没有导出：原来的文件没能先看一看、留一份，所以没有替换它。{fault}") from fault
    try:
        write_file(path, data)
    except Fault:
        if kept:
            forget_file(kept)
        raise
    with contextlib.suppress(Fault):  # the next export then keeps one that need not be kept
        make_folder(own / EXPORTED_FOLDER)
        write_file(_note_of(path, own), checksum(data).encode())
    return kept


def last_exported(path: Path, own: Path) -> datetime | None:
    """Return when a document was exported to that place from here, None if none was, or it is there no more."""
    try:
        return saved_at(path) if is_there(path) and is_there(_note_of(path, own)) else None
    except Fault:
        return None


def _keep(path: Path, data: bytes, now: datetime, own: Path) -> Path | None:
    if not is_there(path):
        return None
    there = read_file(path)
    if there == data or _last_checksum(path, own) in (checksum(there), digest(there)):
        return None
    kept = free_path(path.parent, f"{path.stem} {moment_shown(now)}", path.suffix)
    write_file(kept, there, rights_of(path))
    return kept


def _last_checksum(path: Path, own: Path) -> str | None:
    """Return the checksum of what was last exported to that place; None where it is not known.

    Earlier versions of the program wrote a digest."""
    try:
        return read_file(_note_of(path, own)).decode("ascii", "replace")
    except Fault:
        return None


def _note_of(path: Path, own: Path) -> Path:
    return own / EXPORTED_FOLDER / digest(str(path.absolute()).encode("utf-8", "surrogateescape"))
