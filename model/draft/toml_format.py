"""The draft file: a report as TOML text and back.

Nothing is dropped: what is not known here is kept and written again."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

import tomli_w

from model.draft.annotations import PROPOSED, UNFINISHED, notes_data, take_notes, take_unfinished
from model.draft.file_kinds import DRAFT, other_kind
from model.draft.parsing import DoubledKey, parsed
from model.draft.values import (
    checked_date,
    checked_flag,
    checked_number,
    checked_table,
    checked_text,
    checked_year,
    refuse_large,
)
from model.faults import DraftFault
from model.form.form import Form
from model.form.grid import Cell
from model.report.cell_numbers import said
from model.report.disclosure_sources import SOURCES, source_cells
from model.report.fact_labels import value_words
from model.report.report import CONTACT, Part, Report, Unfinished, Value

VERSION = 1

# One entry for each older version, which turns that version's data into the next one's.
UPGRADES: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


def draft_data(report: Report) -> dict[str, Any]:
    """Return the report as the data of a draft file (layout version 1), in the file's order."""
    data: dict[str, Any] = {"draft": VERSION, "edition": report.form.edition} | notes_data(report.notes)
    for name, value in report.values.items():
        _put(data, name, value)
    _merge(data, copy.deepcopy(report.kept))
    return {key: data[key] for key in _order(report.form) if key in data} | data


def draft_text(report: Report) -> str:
    """Return the report as the text of a draft file (layout version 1)."""
    return text_of_data(draft_data(report))


def text_of_data(data: dict[str, Any]) -> str:
    """Return the data of a draft file, as draft_data gives it, as its text."""
    # A carriage return survives only in an escaped one-line string.
    several_lines = not any("\r" in text for text in _strings(data))
    return tomli_w.dumps(data, multiline_strings=several_lines)


def read_draft(data: bytes, form_of: Callable[[str], Form], editions: list[str]) -> Report:
    """Return the report in a draft file's bytes; `form_of` returns an edition's form. Raises DraftFault."""
    try:
        return report_of(parsed(data), form_of, editions)
    except DoubledKey as fault:
        words = f"{value_words(form_of(editions[-1]), fault.name)}（{fault.name}）"
        raise DoubledKey(fault.name, fault.place, words) from fault


def report_of(data: dict[str, Any], form_of: Callable[[str], Form], editions: list[str]) -> Report:
    """Return the report in a draft's data, which is used up; `form_of` returns an edition's form. Raises DraftFault."""
    found = _upgraded(data)
    report = Report(form_of(_edition(found.pop("edition", None), editions)))
    refuse_large(report.form, found)
    _take_fields(report, found)
    report.notes = take_notes(found, report.form)
    for section in report.form.sections:
        if section.grid is None:
            _take_parts(report, found, section.key)
        else:
            _take_cells(report, found, section.key, {cell.name: cell for cell in section.grid.numbers})
    report.values |= take_unfinished(found, report)
    report.kept = _without_emptied(found, report.form)
    return report


def _edition(edition: Any, editions: list[str]) -> str:
    """Return the edition that a draft names. Raises DraftFault where there is none of that name."""
    if edition is None:
        raise DraftFault(
            f'它没有写明用的是哪一年的格式。请打开另一个文件；用记事本改过它的，请加上一行，如 edition = "{editions[-1]}"。'
        )
    # Written by hand, the quotes are easily forgotten.
    edition = next((own for own in editions if own.isdecimal() and edition == int(own)), edition)
    if edition not in editions:
        raise DraftFault(
            f"它用的是“{said(edition)}”版格式，本程序只有 {'、'.join(editions)} 版。请用写它的那个（更新的）程序打开。"
        )
    return str(edition)


def _without_emptied(data: dict[str, Any], form: Form) -> dict[str, Any]:
    """Return the rest of the draft's data, without the tables that have moved into the report as a whole."""
    groups = {"contact", "signoff", SOURCES, *(section.key for section in form.sections if section.grid)}
    for group in groups & data.keys():
        data[group] = {key: value for key, value in data[group].items() if value != {}}
        if not data[group]:
            del data[group]
    return data


def _upgraded(data: dict[str, Any]) -> dict[str, Any]:
    version = data.pop("draft", None)
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        other = other_kind(data, DRAFT, "不是草稿") if version is None else ""
        raise DraftFault(other or "它不是年度报告的草稿（没有写 draft = 1）。请打开另一个文件。")
    if version > VERSION:
        raise DraftFault(
            f"它是更新的程序写的（草稿版本 {said(version)}，本程序认得到 {VERSION}）。请换用更新的程序打开。"
        )
    while version < VERSION:
        data, version = UPGRADES[version](data), version + 1
    return data


def _take_fields(report: Report, data: dict[str, Any]) -> None:
    """Move the facts and the opening from the draft's data into the report."""
    _take(report, data, "year", "year", checked_year)
    _take(report, data, "level", "level", checked_text)
    for key in ("unit", "opening", "county"):
        _take(report, data, key, key, checked_text)
    contact, signoff = checked_table(data, "contact"), checked_table(data, "signoff")
    for key in CONTACT:
        _take(report, contact, key, f"contact.{key}", checked_text)
    sources = checked_table(data, SOURCES)
    for name in source_cells(report.form):
        _take(report, sources, name.partition(".")[2], name, checked_text)
    _take(report, signoff, "date", "signoff.date", checked_date)
    _take(report, signoff, "seal", "signoff.seal", checked_flag)


def _take(report: Report, data: dict[str, Any], key: str, name: str, checked: Callable[[str, Any], Value]) -> None:
    if key in data:
        report.values[name] = checked(name, data.pop(key))


def _take_parts(report: Report, data: dict[str, Any], key: str) -> None:
    entries = data.pop(key, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise DraftFault(f"“{key}”要写成若干个 [[{key}]]，每个有 heading 和 text。请用记事本改正后再打开。")
    parts = []
    for index, entry in enumerate(entries):
        heading = checked_text(f"{key}[{index}].heading", entry.pop("heading", ""))
        text = checked_text(f"{key}[{index}].text", entry.pop("text", ""))
        parts.append(Part(heading, text, entry))
    if parts:
        report.values[key] = tuple(parts)


def _take_cells(report: Report, data: dict[str, Any], key: str, cells: Mapping[str, Cell]) -> None:
    """Move the input cells from the draft's data into the report; totals written down by hand stay in the data."""
    columns: dict[str, str] = {}  # the first of each row
    for name in cells:
        columns.setdefault(*name.split(".")[1:])
    for row_key, row in list(checked_table(data, key).items()):
        if not isinstance(row, dict):
            if row_key in columns:
                raise DraftFault(
                    f"“{key}.{row_key}”写的是“{said(row)}”，要写成一组数，如 {columns[row_key]} = 3。请用记事本改正后再打开。"
                )
            continue
        for column in list(row):
            name = f"{key}.{row_key}.{column}"
            if name in cells and not cells[name].total:
                report.values[name] = checked_number(report.form, name, row.pop(column))


def _put(data: dict[str, Any], name: str, value: Value) -> None:
    if isinstance(value, Unfinished):
        data.setdefault(UNFINISHED, {})[name] = value.text
        return
    *groups, key = name.split(".")
    for group in groups:
        data = data.setdefault(group, {})
    data[key] = [_part_data(part) for part in value] if isinstance(value, tuple) else value


def _part_data(part: Part) -> dict[str, Any]:
    return {"heading": part.heading, "text": part.text} | dict(part.kept)


def _merge(data: dict[str, Any], kept: Mapping[str, Any]) -> None:
    """Add what was kept to the data; for an equal name the report's value wins."""
    for key, value in kept.items():
        if isinstance(value, Mapping) and isinstance(data.get(key), dict):
            _merge(data[key], value)
        elif isinstance(value, list) and isinstance(data.get(key), list):
            data[key] += value
        else:
            data.setdefault(key, value)


def _order(form: Form) -> list[str]:
    heads = ["draft", "edition", "year", "unit", "level", "county", PROPOSED, "opening", "contact", "signoff"]
    return [*heads, *(section.key for section in form.sections), SOURCES]


def _strings(value: Any) -> list[str]:
    if isinstance(value, Mapping):
        return [text for item in value.values() for text in _strings(item)]
    if isinstance(value, list | tuple):
        return [text for item in value for text in _strings(item)]
    return [value] if isinstance(value, str) else []
