"""Keys of a draft file that are not known here, but are nearly those of a cell or a fact: misspelt by whoever wrote the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from itertools import islice
from typing import Any

from model.findings.finding import HINT, Finding
from model.report.cell_numbers import shortened_text
from model.report.fact_labels import FACT_NAMES
from model.report.report import Report

LEAST_LIKENESS = 0.85  # of two names, as difflib measures it
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
    kept = {key: value for key, value in report.kept.items() if key not in OWN_KEYS}
    known = [*report.form.inputs, *FACT_NAMES] if kept else []
    for name, value in islice(_leaves(kept), MOST_KEYS_COMPARED):
        for meant in get_close_matches(name, known, 1, LEAST_LIKENESS):
            label = FACT_NAMES.get(meant) or report.form.label(meant)
            message = f"草稿文件里的“{name}”（{shortened_text(str(value))}）不是这份表的项目，没有用上。是不是要填“{label}”？请核对后填写。"
            yield Finding("blank", HINT, (meant,), message, about=name)


def _leaves(data: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in data.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, f"{above}{key}.")
        elif not isinstance(value, list):
            yield f"{above}{key}", value
