"""A recovery copy that is certain to be readable: what no draft can hold is in it as words.

No typed value is lost because another is strange, and no copy counts that the next start could not read."""

from __future__ import annotations

import contextlib
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import tomli_w

from model.draft.annotations import UNFINISHED
from model.draft.draft_file import alike
from model.draft.recovery_copy import RECOVERY_KEY, copy_bytes
from model.draft.toml_format import draft_data, draft_text, read_draft
from model.report.report import Notes, Report

IN_WORDS = UNFINISHED  # the table that holds them, by name, among the other texts that are not valid values


@dataclass(frozen=True)
class SoundCopy:
    """The bytes of a copy, the names of the values that it holds as words only, and whether it can be read."""

    data: bytes
    in_words: tuple[str, ...] = ()
    is_readable: bool = True


def sound_copy(
    report: Report,
    of: Path | None,
    when: datetime,
    on_disk: bytes,
    read_from: str = "",
    place: str = "",
    cursor: int = 0,
) -> SoundCopy:
    """Return the copy that `copy_bytes` makes, if it can be read back; otherwise one with what can be kept."""
    about = (of, when, on_disk, read_from, place, cursor)
    whole = _written(report, *about)
    if whole and _is_read_back(whole, report):
        return SoundCopy(whole)
    mended, names = _mended(report)
    data = _written(mended, *about)
    is_readable = data is not None and _is_read_back(data, mended)
    return SoundCopy(data or whole or _words(report).encode("utf-8", "replace"), names, is_readable)


def _written(
    report: Report, of: Path | None, when: datetime, on_disk: bytes, read_from: str, place: str, cursor: int
) -> bytes | None:
    with contextlib.suppress(Exception):  # whatever a value is: the others are to be kept
        return copy_bytes(report, of, when, on_disk, read_from, place, cursor)
    return None


def _is_read_back(data: bytes, report: Report) -> bool:
    """Return whether reading these bytes gives the report they were made of."""
    with contextlib.suppress(Exception):  # as above
        read = read_draft(data, lambda _: report.form, [report.form.edition])
        read.kept.pop(RECOVERY_KEY, None)
        meant = draft_data(report)
        meant.pop(RECOVERY_KEY, None)
        return alike(draft_data(read), _encoded(meant))
    return False


def _mended(report: Report) -> tuple[Report, tuple[str, ...]]:
    """Return the report with words for what cannot be stored as it is, and the names of those values."""
    values, words = _parted(report.values, lambda one: Report(report.form, one))
    notes, noted = _parted(vars(report.notes), lambda one: Report(report.form, notes=Notes(**one)))
    words |= noted
    kept: dict[str, Any] = {}
    for key, value in report.kept.items():
        kept[key] = value if _lasts(Report(report.form, {}, {key: value})) else _plain(value)
        if not _lasts(Report(report.form, {}, {key: kept[key]})):
            words[key] = _words(kept.pop(key))
    changed = [key for key in kept if kept[key] is not report.kept[key]]
    if words:
        other = kept.get(IN_WORDS)
        kept[IN_WORDS] = (other if isinstance(other, dict) else {}) | words
    return Report(report.form, values, kept, Notes(**notes)), (*words, *changed)


def _parted(
    items: Mapping[str, Any], alone: Callable[[dict[str, Any]], Report]
) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the items that can be stored as they are, and the others in words.

    `alone` returns the report that holds nothing but the given items."""
    lasting = {name: item for name, item in items.items() if _lasts(alone({name: item}))}
    return lasting, {name: _words(item) for name, item in items.items() if name not in lasting}


def _lasts(report: Report) -> bool:
    """Return whether a draft of this report can be written and read again."""
    with contextlib.suppress(Exception):  # as above
        return _is_read_back(draft_text(report).encode("utf-8", "replace"), report)
    return False


def _plain(value: Any) -> Any:
    """Return a value of a draft's tables, with words for what in it cannot be written."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    with contextlib.suppress(Exception):  # as above
        text = tomli_w.dumps({"x": value}).encode("utf-8", "replace").decode()
        if alike(tomllib.loads(text, parse_float=Decimal)["x"], _encoded(value)):
            return value
    return _words(value)


def _words(value: Any) -> str:
    """Return a value as words, for which there is always some way."""
    for spell in (str if isinstance(value, int | Decimal | str) else repr, hex):
        with contextlib.suppress(Exception):  # an integer may be too long to be written, a repr may fail
            return spell(value)
    return type(value).__name__


def _encoded(value: Any) -> Any:
    """Return a draft's data with all texts encodable: no file can hold half a surrogate pair."""
    if isinstance(value, Mapping):
        return {_encoded(key): _encoded(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_encoded(item) for item in value]
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
