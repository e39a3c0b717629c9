"""Sentences with names in braces, filled with a report's year, unit and numbers."""

from __future__ import annotations

from collections.abc import Mapping
from re import Match

from model.form.form import Form
from model.form.number_names import NAMES, UNIT, YEAR
from model.report.cell_numbers import Number, number_shown
from model.report.opening_paragraph import BLANK_TO_FILL
from model.report.report import Report


def cells_of(form: Form, name: str) -> tuple[str, ...]:
    """Return the cells that a name of roles stands for, none where the edition has no place for it."""
    role, row, column = name.split(".")
    section = form.section_of_role(role)
    if not section:
        return ()
    places = ((one, other) for one in section.roles.get(row, ()) for other in section.roles.get(column, ()))
    names = (f"{section.key}.{one}.{other}" for one, other in places)
    return tuple(cell for cell in names if cell in form.cells)


def number_of(form: Form, numbers: Mapping[str, Number], name: str) -> Number | None:
    """Return the sum of all that is filled in in the cells of a name of roles, None if nothing is."""
    filled = [numbers[cell] for cell in cells_of(form, name) if cell in numbers]
    return sum(filled) if filled else None


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
