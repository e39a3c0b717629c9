"""A report of one edition of the form as another edition has it."""

from __future__ import annotations

from model.form.form import Form
from model.form.renamed import renames
from model.report.cell_numbers import Number
from model.report.report import Report, Unfinished, Value


def on_form(report: Report, form: Form) -> Report:
    """The report as `form` has it, under the names of that edition; the report itself if that is its form.

    It is for looking at beside another: its numbers are those of its own edition, totals included. Values that this edition
    has no place for keep their names."""
    if report.form is form:
        return report
    brought = Report(form, {}, report.kept, report)
    places, numbers = renames(form, report.form), brought.numbers()
    values: dict[str, Value] = {
        name: value for name, value in report.values.items() if name not in _moved(report, form)
    }
    for name in form.inputs:
        typed = [report.values[old] for old in places.cells.get(name, ()) if old in report.values]
        if name in numbers:
            values[name] = numbers[name]
        elif typed and isinstance(typed[0], Unfinished):
            values[name] = typed[0]
    for key, olds in places.sections.items():
        if parts := tuple(part for old in olds for part in report.parts(old)):
            values[key] = parts
    brought.values = values
    return brought


def cells_left_out(report: Report) -> set[str]:
    """The cells of the report's own edition that have no place on the form it was brought to."""
    if report.origin is None:
        return set()
    places = renames(report.form, report.origin.form).cells
    return report.origin.form.cells.keys() - {old for olds in places.values() for old in olds}


def parted_numbers(report: Report) -> dict[tuple[str, ...], Number]:
    """The numbers of the report's own edition that stand in several cells of the form it was brought to, by these cells."""
    if report.origin is None:
        return {}
    parted, numbers = renames(report.form, report.origin.form).parted, report.origin.numbers()
    return {parts: numbers[old] for old, parts in parted.items() if old in numbers}


def _moved(report: Report, form: Form) -> set[str]:
    """The names of values that get another place or mean something else there: what a draft notes speaks of its own form."""
    places = renames(form, report.form)
    olds = {old for names in (*places.cells.values(), *places.sections.values()) for old in names}
    return olds | {"printed", "proposed", "confirmed"} | form.cells.keys()
