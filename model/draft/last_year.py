"""The copy of last year's report in a draft: what of it can be read, and what not."""

from __future__ import annotations

import copy
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from model.draft.toml_format import report_of
from model.faults import DraftFault
from model.form.form import Form
from model.report.cell_numbers import said
from model.report.fact_labels import value_words
from model.report.on_form import on_form
from model.report.report import Report

LAST = "last"
MOST_NOTED = 100  # values that cannot be read
Reads = Callable[[Any], bool]


def read_last(
    report: Report, form_of: Callable[[str], Form], editions: list[str]
) -> tuple[Report | None, tuple[tuple[str, str], ...]]:
    """Return the copy of last year's report in a draft, on the draft's own edition, and what of it is unreadable.

    The copy is None if missing or wholly unreadable. What cannot be read is left out of it, and told as pairs: its
    name, and the words for what stands there."""
    if LAST not in report.kept:
        return None, ()
    data, edition = report.kept[LAST], report.form.edition
    if not isinstance(data, dict):
        return None, ((LAST, f"写的是“{said(data)}”，不是一份报告"),)
    # The copy has no version of its own; one without an edition is on that of the draft around it.
    head = {"draft": 1, "edition": data.get("edition", edition)}

    def read(values: Any) -> Report:
        return report_of(copy.deepcopy(values) | head, form_of, editions)

    def reads(values: Any) -> bool:
        try:
            read(values)
        except DraftFault:
            return False
        return True

    with suppress(DraftFault):
        return on_form(read(data), report.form), ()
    if not reads({}):
        return None, ((f"{LAST}.edition", f"用的是“{said(head['edition'])}”版格式，本程序没有"),)
    wrong: list[tuple[str, str]] = []
    found = read(_readable(data, reads, "", wrong) or {})
    faults = tuple((name, f"{value_words(found.form, name)}写的是{words}") for name, words in wrong)
    return (on_form(found, report.form) if found.values else None), faults


def _readable(data: Any, reads: Reads, name: str, wrong: list[tuple[str, str]]) -> Any:
    """Return what of a value can be read by itself, None for nothing; the rest is noted in `wrong` by its name."""
    if reads(data):
        return data
    if not data or not isinstance(data, dict | list) or len(wrong) >= MOST_NOTED:
        wrong.append((name, f"“{said(data)}”"))
        return None
    if len(data) > 1:
        halves = (_readable(half, reads, name, wrong) for half in _halves(data))
        return _joined([half for half in halves if half is not None])
    if isinstance(data, list):
        found = _readable(data[0], lambda one: reads([one]), name, wrong)
        return None if found is None else [found]
    [(key, value)] = data.items()
    found = _readable(value, lambda one: reads({key: one}), f"{name}.{key}" if name else key, wrong)
    return None if found is None else {key: found}


def _halves(data: Any) -> tuple[Any, Any]:
    middle = len(data) // 2
    if isinstance(data, list):
        return data[:middle], data[middle:]
    items = list(data.items())
    return dict(items[:middle]), dict(items[middle:])


def _joined(halves: list[Any]) -> Any:
    if len(halves) < 2:
        return halves[0] if halves else None
    one, other = halves
    return one + other if isinstance(one, list) else one | other
