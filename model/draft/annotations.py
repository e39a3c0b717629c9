"""The notes of a draft on the values of its report, and the typed texts that are not valid values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from model.draft.values import checked_names
from model.form.form import Form
from model.form.grid import Cell
from model.form.number_names import fault_in_names
from model.report.cell_numbers import Number, NumberFault, number_given
from model.report.report import Confirmed, KeptSentence, Notes, Report, Unfinished

PROPOSED, PRINTED, CONFIRMED, UNFINISHED = "proposed", "printed", "confirmed", "unfinished"
KEPT_SENTENCES, SENTENCE_KEYS = "kept_sentences", ("section", "text", "said")


def take_notes(data: dict[str, Any], form: Form) -> Notes:
    """Move the notes out of a draft's data and return them.

    Entries that are not valid notes stay, to be kept. Raises DraftFault if `proposed` is not a list of names."""
    proposed = checked_names(PROPOSED, data.pop(PROPOSED, []))
    return Notes(proposed, _take_printed(data, form), _take_confirmed(data), _take_sentences(data, form))


def notes_data(notes: Notes) -> dict[str, Any]:
    """Return the notes as a draft holds them, without those that are empty."""
    data = {
        PROPOSED: list(notes.proposed),
        PRINTED: _printed_data(notes.printed),
        CONFIRMED: [_confirmed_data(one) for one in notes.confirmed],
        KEPT_SENTENCES: [_sentence_data(one) for one in notes.kept_sentences],
    }
    return {key: value for key, value in data.items() if value}


def _take_printed(data: dict[str, Any], form: Form) -> dict[str, Number]:
    """Move the printed totals out of a draft's data and return them by cell; other entries stay."""
    found: dict[str, Number] = {}
    tables = data.get(PRINTED)
    if not isinstance(tables, dict):
        return found
    for total in form.totals:
        section, row, column = total.cell.split(".")
        cells = tables.get(section, {}).get(row, {}) if isinstance(tables.get(section), dict) else {}
        if isinstance(cells, dict) and _fits(cells.get(column), form.cells[total.cell]):
            found[total.cell] = cells.pop(column)
    if found:
        data[PRINTED] = _without_empty(tables)
        if not data[PRINTED]:
            del data[PRINTED]
    return found


def _printed_data(printed: Mapping[str, Number]) -> dict[str, Any]:
    """Return the printed totals as a draft holds them: in tables of sections, rows, columns."""
    data: dict[str, Any] = {}
    for cell, number in printed.items():
        section, row, column = cell.split(".")
        data.setdefault(section, {}).setdefault(row, {})[column] = number
    return data


def _take_confirmed(data: dict[str, Any]) -> tuple[Confirmed, ...]:
    """Move the confirmed warnings out of a draft's data and return them; other entries stay."""
    return tuple(_confirmed(entry) for entry in _take_entries(data, CONFIRMED, _is_confirmed))


def _take_sentences(data: dict[str, Any], form: Form) -> tuple[KeptSentence, ...]:
    """Move the sentences that follow the tables out of a draft's data and return them; other entries stay."""
    texts = [section.key for section in form.text_sections]

    def is_sentence(entry: Any) -> bool:
        is_whole = isinstance(entry, dict) and all(isinstance(entry.get(key), str) for key in SENTENCE_KEYS)
        return is_whole and entry["section"] in texts and bool(entry["said"]) and not fault_in_names(entry["text"])

    return tuple(_sentence(entry) for entry in _take_entries(data, KEPT_SENTENCES, is_sentence))


def _sentence(entry: Mapping[str, Any]) -> KeptSentence:
    kept = {key: value for key, value in entry.items() if key not in SENTENCE_KEYS}
    return KeptSentence(entry["section"], entry["text"], entry["said"], kept)


def _sentence_data(sentence: KeptSentence) -> dict[str, Any]:
    """Return a sentence that follows the tables as a draft holds it."""
    return {key: getattr(sentence, key) for key in SENTENCE_KEYS} | dict(sentence.kept)


def _take_entries(data: dict[str, Any], key: str, is_valid: Callable[[Any], bool]) -> list[Any]:
    """Move the valid entries of a list out of a draft's data and return them; what is left stays under its key."""
    entries = data.get(key)
    if not isinstance(entries, list):
        return []
    left = [entry for entry in entries if not is_valid(entry)]
    data.pop(key)
    if left:
        data[key] = left
    return [entry for entry in entries if is_valid(entry)]


def _confirmed_data(confirmed: Confirmed) -> dict[str, Any]:
    """Return a confirmed warning as a draft holds it."""
    own = {"rule": confirmed.rule, "cells": list(confirmed.cells), "reason": confirmed.reason}
    return own | ({"about": confirmed.about} if confirmed.about else {}) | dict(confirmed.kept)


def _confirmed(entry: Mapping[str, Any]) -> Confirmed:
    kept = {key: value for key, value in entry.items() if key not in ("rule", "cells", "reason", "about")}
    return Confirmed(entry["rule"], tuple(entry["cells"]), entry.get("reason", ""), entry.get("about", ""), kept)


def take_unfinished(data: dict[str, Any], report: Report) -> dict[str, Unfinished]:
    """Move the typed texts that are not valid values out of a draft's data and return them by name.

    The names are dotted or nested tables. An entry stays if it is not a text, belongs to no field or number cell, or
    has a value in the report already."""
    names = {"year", "signoff.date", *report.form.inputs} - report.values.keys()
    found = dict(_taken(data.get(UNFINISHED), names))
    if found:
        data[UNFINISHED] = _without_empty(data[UNFINISHED])
        if not data[UNFINISHED]:
            del data[UNFINISHED]
    return found


def _taken(table: Any, names: set[str], before: str = "") -> Iterator[tuple[str, Unfinished]]:
    """Yield the texts under these names and move them out of the table, each name once."""
    for key, value in list(table.items()) if isinstance(table, dict) else ():
        if isinstance(value, str) and value.strip() and before + key in names:
            names.remove(before + key)
            yield before + key, Unfinished(table.pop(key))
        else:
            yield from _taken(value, names, f"{before}{key}.")


def _fits(value: Any, cell: Cell) -> bool:
    try:
        return number_given(value, cell) is not None
    except NumberFault:
        return False


def _is_confirmed(entry: Any) -> bool:
    if not isinstance(entry, dict) or not isinstance(entry.get("rule"), str):
        return False
    cells = entry.get("cells")
    is_list = isinstance(cells, list) and all(isinstance(cell, str) for cell in cells)
    return is_list and all(isinstance(entry.get(key, ""), str) for key in ("reason", "about"))


def _without_empty(tables: Any) -> Any:
    if not isinstance(tables, dict):
        return tables
    found = {key: _without_empty(value) for key, value in tables.items()}
    return {key: value for key, value in found.items() if value != {}}
