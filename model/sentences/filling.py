"""Sentences with names in braces, filled with a report's year, unit and numbers."""

from __future__ import annotations

from collections.abc import Mapping
from re import Match

from model.form.form import Form
from model.form.number_names import NAMES, UNIT, YEAR
from model.report.cell_numbers import Number, number_shown
from model.report.opening_paragraph import BLANK_TO_FILL
from model.report.report import Report
from model.years.named_numbers import cells_of, number_of


def filled(text: str, report: Report, numbers: Mapping[str, Number]) -> str:
    """Return a sentence with what its names stand for, and ____ for what is not filled in yet."""

    def words(found: Match[str]) -> str:
        name = found[1]
        if name == UNIT:
            return report.unit or BLANK_TO_FILL
        number = report.year if name == YEAR else number_of(report.form, numbers, name)
        return BLANK_TO_FILL if number is None else number_shown(number)

    return NAMES.sub(words, text)


def is_possible(text: str, form: Form) -> bool:
    """Return whether an edition of the form has a place for every number in a sentence."""
    return all(name in (YEAR, UNIT) or cells_of(form, name) for name in NAMES.findall(text))
