"""Keys of a draft file that are not known here, but are nearly those of a cell or a fact: misspelt by whoever wrote the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from itertools import islice
from typing import Any

from model.findings.finding import HINT, WARNING, Finding
from model.report.cell_numbers import said
from model.report.fact_labels import FACT_NAMES, value_words
from model.report.report import Report

LEAST_LIKENESS = 0.85  # of two names, as difflib measures it
MOST_TOLD = 20  # entries of one table
MOST_KEYS_COMPARED = 200  # a file may hold any number of its own
OWN_KEYS = (
    "last",
    "unfinished",
    "proposed",
    "printed",
    "confirmed",
    "kept_sentences",
)  # of other meaning, and kept where they are malformed


def unknown_key_findings(report: Report) -> Iterator[Finding]:
    """Return hints on keys of the draft that may be meant for a cell or a fact; others are somebody's own."""
    yield from _unfinished(report)
    kept = {key: value for key, value in report.kept.items() if key not in OWN_KEYS}
    known = [*report.form.inputs, *FACT_NAMES] if kept else []
    for name, value in islice(_leaves(kept), MOST_KEYS_COMPARED):
        for meant in get_close_matches(name, known, 1, LEAST_LIKENESS):
            label = FACT_NAMES.get(meant) or report.form.label(meant)
            message = (
                f"草稿文件里的“{name}”（{said(value)}）不是这份表的项目，没有用上。是不是要填“{label}”？请核对后填写。"
            )
            yield Finding("blank", HINT, (meant,), message, about=name)


def _unfinished(report: Report) -> Iterator[Finding]:
    """Yield what a draft kept as typed for a place that has a value, that there is not, or that is no text."""
    left = report.kept.get("unfinished", {})
    for name, value in islice(_leaves(left if isinstance(left, Mapping) else {"unfinished": left}), MOST_TOLD):
        has_value = name in report.values
        why = f"那里已经填了 {said(report.values[name])}" if has_value else "那里不能这样填"
        message = f"草稿文件里记着{value_words(report.form, name)}写过“{said(value)}”，{why}，没有用上。请核对后填写。"
        place = name if has_value or name in report.form.inputs else "year"
        yield Finding("unfinished", WARNING, (place,), message, about=f"{name} {said(value)}")


def _leaves(data: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in data.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, f"{above}{key}.")
        elif not isinstance(value, list):
            yield f"{above}{key}", value
