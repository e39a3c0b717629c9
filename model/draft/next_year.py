"""This year's report started from last year's, and what of it goes on following last year's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from model.draft.last_year import LAST, read_last
from model.draft.toml_format import draft_data
from model.form.exact_relations import Carry
from model.form.form import Form
from model.form.renamed import renames
from model.report.cell_numbers import Number
from model.report.disclosure_sources import former_sources
from model.report.on_form import on_form
from model.report.report import CONTACT, Notes, Part, Report, Unfinished, Value

KEPT_VALUES = ("unit", "level", "county", *(f"contact.{key}" for key in CONTACT))


def next_report(last: Report, form: Form) -> Report:
    """Return the report on the year after `last`, on `form`: who reports, headings, and numbers that last year fixes.

    结转 is carried over, 现行有效 and the sources of counts are proposed, everything else is empty. A copy of last year's report is included."""
    values: dict[str, Value] = {name: last.values[name] for name in KEPT_VALUES if name in last.values}
    if last.year is not None:
        values["year"] = last.year + 1
    before = on_form(last, form)
    values |= _headings(last, before)
    report = Report(form, values, {LAST: _as_last(last)})
    report.values |= carried(report, before.numbers())
    taken = former_sources(form, last.values)
    report.values |= taken
    follow = (carry.this for carry in form.carries if _follows(carry) and carry.this in report.values)
    report.notes = Notes((*follow, *taken))
    return report


def _headings(last: Report, before: Report) -> dict[str, Value]:
    """Return the empty parts of this year's texts, by section; `before` is last year's report on this year's form."""
    values: dict[str, Value] = {}
    former = renames(before.form, last.form).sections
    sources = Counter(old for olds in former.values() for old in olds)
    for section in before.form.text_sections:
        # A text that this edition parts in two has headings of neither.
        is_parted = any(sources[old] > 1 for old in former.get(section.key, ()))
        parts = () if is_parted else before.parts(section.key)
        headings = [part.heading for part in parts if part.heading.strip()] or list(section.parts)
        if headings and any(part.text.strip() for part in parts if not part.heading.strip()):
            headings.insert(0, "")  # where last year's text without a heading can be taken over
        if headings:
            values[section.key] = tuple(map(Part, headings))
    return values


def last_of(report: Report, form_of: Callable[[str], Form], editions: list[str]) -> Report | None:
    """Return the copy of last year's report in a draft, as read_last gives it."""
    return read_last(report, form_of, editions)[0]


def carried(report: Report, before: Mapping[str, Number]) -> dict[str, Value]:
    """Return the cells that last year's numbers fix or propose, with this year's additions and deductions applied.

    Nothing is proposed if more is deducted than there was, which must be a slip."""
    values = {
        carry.this: before[carry.last] + _balance(report, carry)
        for carry in report.form.carries
        if carry.last in before and report.form.cells[carry.this].is_input
    }
    return {name: value for name, value in values.items() if value >= 0}


def needed_next_year(form: Form, newest: Form) -> tuple[str, ...]:
    """Return the cells of a report on `form` from which the next year's report, on `newest`, takes numbers, in printed order."""
    last = {carry.last for carry in newest.carries if newest.cells[carry.this].is_input}
    places = renames(newest, form).cells
    names = last if form is newest else {old for name in last for old in places.get(name, ())}
    return tuple(name for name in form.inputs if name in names)


def following(
    report: Report, before: Mapping[str, Number], changes: Mapping[str, Value | None]
) -> tuple[dict[str, Value | None], tuple[str, ...]]:
    """Return the changes and what follows from them, and the names of the cells that are still proposals.

    A proposal follows the cells it is computed from until it is typed over. `before` holds last year's numbers."""
    found = {name: value for name, value in changes.items() if report.values.get(name) != value}
    touched = changes.keys() if found else set[str]()  # what comes together with a change was given, even if the same
    proposed = tuple(name for name in report.notes.proposed if name not in touched)
    moved = {carry.this for carry in report.form.carries if found.keys() & {*carry.plus, *carry.minus}}
    if moved.intersection(proposed):
        values = {name: value for name, value in (report.values | found).items() if value is not None}
        follow = carried(Report(report.form, values), before)
        found |= {name: follow.get(name) for name in proposed if name in moved}
    return found, proposed


def proposed_again(report: Report, before: Mapping[str, Number]) -> dict[str, Value | None]:
    """Return what the cells that are still proposals should hold now; `before` holds last year's numbers."""
    follow = carried(report, before)
    return {name: follow.get(name) for name in report.notes.proposed if name in report.form.cells}


def sources_of(report: Report, before: Mapping[str, Number]) -> dict[str, str]:
    """Return last year's cell for each cell whose value came from last year's report and has not been changed since."""
    values = carried(report, before)
    return {
        carry.this: carry.last
        for carry in report.form.carries
        if carry.this in values
        and values[carry.this] == report.values.get(carry.this)
        and (not _follows(carry) or carry.this in report.notes.proposed)
    }


def _follows(carry: Carry) -> bool:
    return bool(carry.plus or carry.minus)


def _balance(report: Report, carry: Carry) -> Number:
    added = sum(report.number(name) or 0 for name in carry.plus)
    return added - sum(report.number(name) or 0 for name in carry.minus)


def _as_last(report: Report) -> dict[str, Any]:
    """Return a draft's data for the copy in next year's: without its own `last` and the notes on the work on it."""
    values: dict[str, Value] = {
        name: value for name, value in report.values.items() if not isinstance(value, Unfinished)
    }
    kept = {key: value for key, value in report.kept.items() if key != LAST}
    data = draft_data(replace(report, values=values, kept=kept, notes=Notes(printed=report.notes.printed)))
    del data["draft"]  # the layout is that of the draft around it
    return data
