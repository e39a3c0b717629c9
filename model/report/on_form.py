"""A report of one edition of the form as another edition has it."""

from __future__ import annotations

from model.form.form import Form
from model.form.renamed import Renames, renames
from model.report.cell_numbers import Number
from model.report.report import Notes, Report, Unfinished


def on_form(report: Report, form: Form) -> Report:
    """Return the report under the names of the edition `form`; the report itself if that is its form.

    It is for looking at beside another: its numbers are those of its own edition, totals included. Values that this
    edition has no place for keep their names; of its notes only the printed totals are kept."""
    if report.form is form:
        return report
    places = renames(form, report.form)
    numbers = places.numbers(report.numbers())
    values = {name: value for name, value in report.values.items() if name not in _moved(form, places)}
    for name in form.inputs:
        typed = [report.values[old] for old in places.cells.get(name, ()) if old in report.values]
        if name in numbers:
            values[name] = numbers[name]
        elif typed and isinstance(typed[0], Unfinished):
            values[name] = typed[0]
    for key, olds in places.sections.items():
        if parts := tuple(part for old in olds for part in report.parts(old)):
            values[key] = parts
    # A sum of several has no printed total of its own.
    alone = {name: olds[0] for name, olds in places.cells.items() if len(olds) == 1}
    printed = {name: report.notes.printed[old] for name, old in alone.items() if old in report.notes.printed}
    return Report(form, values, report.kept, Notes(printed=printed), origin=report)


def cells_left_out(report: Report) -> set[str]:
    """Return the cells of the report's own edition that have no place on the form it was brought to."""
    if report.origin is None:
        return set()
    places = renames(report.form, report.origin.form).cells
    return report.origin.form.cells.keys() - {old for olds in places.values() for old in olds}


def parted_numbers(report: Report) -> dict[tuple[str, ...], Number]:
    """Return the numbers that the form splits into several cells, by these cells."""
    if report.origin is None:
        return {}
    parted, numbers = renames(report.form, report.origin.form).parted, report.origin.numbers()
    return {parts: numbers[old] for old, parts in parted.items() if old in numbers}


def _moved(form: Form, places: Renames) -> set[str]:
    """Return the names of values that get another place on the form, or another meaning there."""
    return {old for names in (*places.cells.values(), *places.sections.values()) for old in names} | form.cells.keys()
