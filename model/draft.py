"""The draft file: a report as TOML text and back. Nothing is dropped: what is not known here is kept and written again."""

from __future__ import annotations

import copy
import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import tomli_w

from model.draft_notes import confirmed_data, printed_data, take_confirmed, take_printed
from model.faults import Fault
from model.form import Form
from model.grid import Cell
from model.numbers import PLAIN_WIDTH, NumberFault, number_given, number_quoted
from model.report import CONTACT, Confirmed, Part, Report, Value

VERSION = 1
YEARS = range(1900, 2200)
DEEPEST = 40  # tables and lists in each other; what is nested deeper could be read but not written again


class DraftFault(Fault):
    """A draft that cannot be used; the sentence says where in it and what to do, without the file's name."""


# One entry for each older version: takes that version's data and gives the next one's.
UPGRADES: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


def draft_data(report: Report) -> dict[str, Any]:
    """The report as the data of a draft file (layout version 1), in the file's order."""
    data: dict[str, Any] = {"draft": VERSION, "edition": report.form.edition}
    for name, value in report.values.items():
        _put(data, report, name, value)
    _merge(data, copy.deepcopy(report.kept))
    return {key: data[key] for key in _order(report.form) if key in data} | data


def draft_text(report: Report) -> str:
    """The report as the text of a draft file (layout version 1)."""
    data = draft_data(report)
    # A carriage return survives only in an escaped one-line string.
    several_lines = not any("\r" in text for text in _strings(data))
    return tomli_w.dumps(data, multiline_strings=several_lines)


def read_draft(data: bytes, form_of: Callable[[str], Form], editions: list[str]) -> Report:
    """The report in a draft file's bytes; `form_of` gives the form of an edition. Raises DraftFault."""
    return report_of(_parsed(_decoded(data)), form_of, editions)


def report_of(data: dict[str, Any], form_of: Callable[[str], Form], editions: list[str]) -> Report:
    """The report in a draft's data, which is used up; `form_of` gives the form of an edition. Raises DraftFault."""
    found = _upgraded(data)
    edition = found.pop("edition", None)
    if edition is None:
        raise DraftFault(f'它没有写明用的是哪一版格式。请加上一行，如 edition = "{editions[-1]}"。')
    if edition not in editions:
        raise DraftFault(
            f"它用的是“{edition}”版格式，本程序只有 {'、'.join(editions)} 版。请用写它的那个（更新的）程序打开。"
        )
    report = Report(form_of(str(edition)))
    _take_fields(report, found)
    for section in report.form.sections:
        if section.grid is None:
            _take_parts(report, found, section.key)
        else:
            _take_cells(report, found, section.key, {cell.name: cell for cell in section.grid.numbers})
    report.kept = _without_emptied(found, report.form)
    return report


def _without_emptied(data: dict[str, Any], form: Form) -> dict[str, Any]:
    """What is left of the draft's data, less the tables of which everything has gone into the report."""
    groups = {"contact", "signoff", *(section.key for section in form.sections if section.grid)}
    for group in groups & data.keys():
        data[group] = {key: value for key, value in data[group].items() if value != {}}
        if not data[group]:
            del data[group]
    return data


def _decoded(data: bytes) -> str:
    if not data.strip():
        raise DraftFault("文件是空的，里面没有草稿。请打开另一个文件，或者从新建开始。")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DraftFault("文件的编码是 UTF-16，不是 UTF-8。请用记事本打开它，另存为时编码选“UTF-8”。")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DraftFault(
            f"文件的编码不是 UTF-8（第 {line} 行起），可能是 GBK。请用记事本打开它，另存为时编码选“UTF-8”。"
        ) from error


def _parsed(text: str) -> dict[str, Any]:
    try:
        data = tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError, ArithmeticError) as error:
        raise DraftFault(
            f"{_place(str(error))}写法不对，不是完好的 TOML 文件。请改正这一处，或者打开另一个文件。"
        ) from error
    if _is_deeper(data, DEEPEST):
        raise DraftFault("里面的括号一层套一层，套得太深，不是本程序写的草稿。请打开另一个文件。")
    return data


def _is_deeper(value: Any, levels: int) -> bool:
    """Whether tables and lists are nested in each other more than so many levels deep."""
    inside = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return levels < 0 or any(_is_deeper(item, levels - 1) for item in inside)


def _place(message: str) -> str:
    """Where a TOML error is, in Chinese; tomllib of Python 3.11 tells it in its message only."""
    found = re.search(r"at line (\d+), column (\d+)", message)
    if found:
        return f"第 {found[1]} 行第 {found[2]} 列"
    return "文件末尾" if "end of document" in message else "文件里有一处"


def _upgraded(data: dict[str, Any]) -> dict[str, Any]:
    version = data.pop("draft", None)
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise DraftFault("它是 TOML 文件，但不是年度报告的草稿（没有写 draft = 1）。请打开另一个文件。")
    if version > VERSION:
        raise DraftFault(f"它是更新的程序写的（草稿版本 {version}，本程序认得到 {VERSION}）。请换用更新的程序打开。")
    while version < VERSION:
        data, version = UPGRADES[version](data), version + 1
    return data


def _take_fields(report: Report, data: dict[str, Any]) -> None:
    """Moves the fields that are no cells from the draft's data into the report."""
    _take(report, data, "year", "year", _year)
    _take(report, data, "level", "level", _level)
    _take(report, data, "proposed", "proposed", _names)
    for key in ("unit", "opening"):
        _take(report, data, key, key, _text)
    if printed := take_printed(data, report.form):
        report.values["printed"] = printed
    if confirmed := take_confirmed(data):
        report.values["confirmed"] = confirmed
    contact, signoff = _table(data, "contact"), _table(data, "signoff")
    for key in CONTACT:
        _take(report, contact, key, f"contact.{key}", _text)
    _take(report, signoff, "date", "signoff.date", _date)
    _take(report, signoff, "seal", "signoff.seal", _flag)


def _take(
    report: Report, data: dict[str, Any], key: str, name: str, checked: Callable[[str, Any], Value | None]
) -> None:
    if key in data:
        value = checked(name, data.pop(key))
        if value is not None:
            report.values[name] = value


def _take_parts(report: Report, data: dict[str, Any], key: str) -> None:
    entries = data.pop(key, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise DraftFault(f"“{key}”要写成若干个 [[{key}]]，每个有 heading 和 text。请改正。")
    parts = []
    for index, entry in enumerate(entries):
        heading = _text(f"{key}[{index}].heading", entry.pop("heading", ""))
        text = _text(f"{key}[{index}].text", entry.pop("text", ""))
        parts.append(Part(heading, text, entry))
    if parts:
        report.values[key] = tuple(parts)


def _take_cells(report: Report, data: dict[str, Any], key: str, cells: Mapping[str, Cell]) -> None:
    """Moves the input cells from the draft's data into the report; totals that somebody wrote down stay where they are."""
    rows = {name.split(".")[1] for name in cells}
    for row_key, row in list(_table(data, key).items()):
        if not isinstance(row, dict):
            if row_key in rows:
                raise DraftFault(f"“{key}.{row_key}”写的是“{row}”，要写成一组数，如 natural = 3。请改正后再打开。")
            continue
        for column in list(row):
            name = f"{key}.{row_key}.{column}"
            if name in cells and not cells[name].total:
                report.values[name] = _number(report.form, name, row.pop(column))


def _number(form: Form, name: str, value: Any) -> Value:
    cell = form.cells[name]
    try:
        return number_quoted(value, cell) if isinstance(value, str) else number_given(value, cell)
    except NumberFault as error:
        raise DraftFault(f"“{form.label(name)}”（{name}）：{error}请改正后再打开。") from error


def _year(name: str, value: Any) -> int:
    if isinstance(value, str) and re.fullmatch(r"\d{4}", value.translate(PLAIN_WIDTH), re.ASCII):
        value = int(value.translate(PLAIN_WIDTH))
    if isinstance(value, bool) or not isinstance(value, int) or value not in YEARS:
        raise DraftFault(f"年度（{name}）写的是“{value}”，要写成 2021 这样的四位年份。请改正后再打开。")
    return value


def _level(name: str, value: Any) -> str:
    """A level that is not known here is kept as it is: then no rule about levels applies."""
    return _text(name, value)


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise DraftFault(f"“{name}”写的是“{value}”，要写成引号里的文字。请改正后再打开。")
    return value


def _names(name: str, value: Any) -> tuple[str, ...] | None:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise DraftFault(f'“{name}”要写成一列格的名称，如 ["disclosure.regulations.in_force"]。请改正后再打开。')
    return tuple(value) or None


def _date(name: str, value: Any) -> date:
    if isinstance(value, datetime) or not isinstance(value, date):
        raise DraftFault(f"落款日期（{name}）写的是“{value}”，要写成 2022-01-10 这样的日期，不加引号。请改正后再打开。")
    return value


def _flag(name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise DraftFault(f"是否盖章（{name}）写的是“{value}”，要写成 true 或 false。请改正后再打开。")
    return value


def _table(data: dict[str, Any], key: str) -> dict[str, Any]:
    value = data.get(key, {})
    if not isinstance(value, dict):
        raise DraftFault(f"“{key}”写的是“{value}”，要写成 [{key}] 开头的一组。请改正后再打开。")
    return value


def _put(data: dict[str, Any], report: Report, name: str, value: Value) -> None:
    *groups, key = name.split(".")
    for group in groups:
        data = data.setdefault(group, {})
    if isinstance(value, tuple):
        data[key] = [_entry(entry) for entry in value]
    elif isinstance(value, Mapping):
        data[key] = printed_data(value)
    else:
        data[key] = value


def _entry(entry: Part | Confirmed | str) -> dict[str, Any] | str:
    if isinstance(entry, Confirmed):
        return confirmed_data(entry)
    return entry if isinstance(entry, str) else {"heading": entry.heading, "text": entry.text} | dict(entry.kept)


def _merge(data: dict[str, Any], kept: Mapping[str, Any]) -> None:
    """Adds what was kept; where the report says something of the same name, the report's word stands."""
    for key, value in kept.items():
        if isinstance(value, Mapping) and isinstance(data.get(key), dict):
            _merge(data[key], value)
        elif isinstance(value, list) and isinstance(data.get(key), list):
            data[key] += value
        else:
            data.setdefault(key, value)


def _order(form: Form) -> list[str]:
    heads = ["draft", "edition", "year", "unit", "level", "proposed", "opening", "contact", "signoff"]
    return heads + [section.key for section in form.sections]


def _strings(value: Any) -> list[str]:
    if isinstance(value, Mapping):
        return [text for item in value.values() for text in _strings(item)]
    if isinstance(value, list | tuple):
        return [text for item in value for text in _strings(item)]
    return [value] if isinstance(value, str) else []
