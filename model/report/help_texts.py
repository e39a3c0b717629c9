"""What the form says of a place of a report: in one line, whole, and found by words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from model.form.form import Form
from model.form.help import FACTS, Entry
from model.form.section import Section
from model.report.fact_labels import FACT_NAMES, FACTS_TAB, OTHER_NAMES
from model.report.report import Report, section_of, text_place

BETWEEN = " · "  # the levels of a place


class Told(NamedTuple):
    """What is said of one thing, under its printed words."""

    title: str
    entry: Entry


def told_of(report: Report, name: str) -> list[Told]:
    """Return what is said of a cell, fact or text, by name: the nearest first, such as row, column, section."""
    form = report.form
    if not name:  # such as on a page that shows no value
        return []
    if name in form.cells:
        return _of_cell(form, name)
    if name in FACTS:
        return [Told(f"{FACTS_TAB} · {_fact_name(name)}", entry) for entry in [form.help.facts.get(name)] if entry]
    section = form.section(section_of(name))
    part, whole = form.help.parts.get(f"{section.key}.{_heading(report, name)}"), form.help.sections.get(section.key)
    found = ((place_title(form, section.key, _heading(report, name)), part), (section.tab, whole))
    return [Told(title, entry) for title, entry in found if entry]


def choices_of_line(report: Report, name: str) -> list[str]:
    """Return what one line says of a place, the fullest first; none if nothing is said of it."""
    told = [one.entry for one in told_of(report, name)]
    near = told[:2] if name in report.form.cells else told[:1]
    if not near:
        return []
    counts = [entry.counts for entry in near]
    full = "　".join([counts[0], *([f"不算：{near[0].excludes}"] if near[0].excludes else []), *counts[1:]])
    return list(dict.fromkeys([full, "　".join(counts), counts[0]]))


def places_with(report: Report, words: str) -> list[str]:
    """Return the names of the places whose printed words or help have these words, in printed order."""
    wanted = words.strip().lower()
    return [name for name, text in _searched(report) if wanted in text.lower()] if wanted else []


def row_title(form: Form, key: str) -> str:
    """Return the printed words of a row ("section.row") and of its section."""
    section, _, row = key.partition(".")
    name = next(name for name, cell in form.cells.items() if section_of(name) == section and cell.row_key == row)
    return place_title(form, section, form.row_and_column(name, BETWEEN)[0])


def columns_told(form: Form, key: str) -> list[tuple[str, str]]:
    """Return the cells of a row ("section.row") that are filled in, each with what its column counts, or its printed words."""
    section, _, row = key.partition(".")
    found = [name for name, cell in form.cells.items() if section_of(name) == section and cell.row_key == row]
    entries = ((name, form.help.of_cell(name)[1]) for name in found if form.cells[name].is_input)
    return [(name, entry.counts if entry else form.row_and_column(name)[1]) for name, entry in entries]


def also_counted(form: Form, key: str) -> str:
    """Return where a request that is counted in a row ("section.row") is counted as well, by the form's own balance."""
    totals = {total.cell: total.addends for total in form.totals}
    for balance in form.balances:
        right = {addend for name in balance.right for addend in (name, *totals.get(name, ()))}
        if any(name.rpartition(".")[0] == key for name in right):
            rows = dict.fromkeys(name.rpartition(".")[0] for name in balance.left)
            said = "或者".join(f"“{row_title(form, row).partition(BETWEEN)[2]}”" for row in rows)
            return f"同一件申请还要计在{said}里，同一栏。"
    return ""


def place_title(form: Form, section: str, words: str) -> str:
    """Return the words of a row or part, with its section before it."""
    return f"{form.section(section).tab}{BETWEEN}{words}"


def _of_cell(form: Form, name: str) -> list[Told]:
    section, (row, column) = form.section(section_of(name)), form.help.of_cell(name)
    row_words, column_words = form.row_and_column(name, BETWEEN)
    found = ((row_words, row), (column_words, column), (section.tab, form.help.sections.get(section.key)))
    return [Told(title, entry) for title, entry in found if entry]


def _searched(report: Report) -> Iterator[tuple[str, str]]:
    """Yield the first name of each thing that something may be said of, with all its words."""
    form = report.form
    for fact in FACTS:
        yield fact, _words(_fact_name(fact), form.help.facts.get(fact))
    for section in form.sections:
        yield from _of_table(form, section) if section.grid else _of_parts(report, section)


def _of_table(form: Form, section: Section) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for cell in section.grid.numbers if section.grid else ():
        both = zip(
            (cell.row_key, cell.column_key), form.row_and_column(cell.name), form.help.of_cell(cell.name), strict=True
        )
        new = [(key, _words(title, entry)) for key, title, entry in both if key not in seen]
        seen.update(key for key, _ in new)
        if new:
            yield cell.name, "\n".join(words for _, words in new)


def _of_parts(report: Report, section: Section) -> Iterator[tuple[str, str]]:
    for index, part in enumerate(report.parts(section.key)):
        name = f"{section.key}[{index}].text"
        yield name, _words(part.heading, report.form.help.parts.get(f"{section.key}.{part.heading}"))


def _words(title: str, entry: Entry | None) -> str:
    return "\n".join([title, *(said for _, said in entry.lines)] if entry else [title])


def _heading(report: Report, name: str) -> str:
    key, index = text_place(name) if "[" in name else (name, 0)
    parts = report.parts(key)
    return parts[index].heading.strip() if index < len(parts) else ""


def _fact_name(name: str) -> str:
    return FACT_NAMES.get(name) or OTHER_NAMES[name]
