"""Lines and tables -> a report, with where each value came from and what was not recognised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from model.form.form import Form
from model.reading.apart import with_headings_apart
from model.reading.facts import name_facts, title_facts
from model.reading.formats.source_blocks import Found, FoundCell, Line
from model.reading.reading import Reading
from model.reading.sections import (
    Mark,
    is_styled,
    reports_in,
    section_marks,
    sections_due,
    zones_of,
)
from model.reading.simplified import READING, is_traditional, simplified
from model.reading.tables.cells import Cells, UncertainCell
from model.reading.tables.edition import edition_of
from model.reading.tables.edition_labels import labels_among
from model.reading.tables.read_cells import read_cells
from model.reading.tables.runs import runs_of
from model.reading.take_texts import take_texts
from model.report.report import Notes, Report

MOST_LINES_BEFORE_TITLE = 60  # lines, among which a title stands


def recognised(
    blocks: Sequence[Found], forms: Sequence[Form], years: range, year: int | None = None, unit: str = ""
) -> Reading:
    """Return the report in the blocks, on the edition that its own headings show.

    `years` are those that a report may be on. `year` and `unit` go before what the document says; of several reports
    in one document, `year` chooses."""
    notes = []
    # What this program wrote comes back to the last character, whatever characters the clerk used.
    if not is_styled(blocks) and is_traditional(whole := " ".join(block.text for block in blocks)):
        blocks = [_simplified(block) for block in blocks]
        said = f"，字后面括号里的读音（如{spoken[0]}）没有读入" if (spoken := READING.search(whole)) else ""
        notes.append(f"文档是繁体字，已转换为简体字{said}，请核对。")
    newest = labels_among(forms[-1], forms)
    blocks = with_headings_apart(blocks, [section for form in forms for section in form.sections])
    marks = section_marks(blocks, newest)
    reports = reports_in(blocks, marks)
    if len(reports) > 1:
        blocks, chosen = _chosen(reports, years, year)
        marks = section_marks(blocks, newest)
        notes.append(f"文档里有 {len(reports)} 份报告，读的是{chosen}。")
    reading = _read(blocks, marks, forms, years, year, unit)
    reading.notes[:0] = notes
    return reading


def _read(
    blocks: Sequence[Found], marks: Sequence[Mark], forms: Sequence[Form], years: range, year: int | None, unit: str
) -> Reading:
    labels = labels_among(forms[-1], forms)
    zones = zones_of(blocks, labels, marks)
    # Tables cannot stand before the first section's heading; before a later one's they can.
    begin = next((place for place, zone in enumerate(zones) if zone), 0)
    begin = begin if zones[begin : begin + 1] == [forms[-1].sections[0].key] else 0
    runs, rest = runs_of(blocks, begin)
    form = edition_of(runs, rest, forms, year or _titled_year(blocks, years) or years[-1])
    if form is not forms[-1]:
        labels = labels_among(form, forms)
        marks = section_marks(blocks, labels)
        zones = zones_of(blocks, labels, marks)
    cells = read_cells(runs, rest, labels, zones, sections_due(labels, marks, zones))
    reading = Reading(Report(form), open=list(cells.open.values()), unrecognised=cells.unrecognised)
    _take_cells(reading, cells)
    doubtful = take_texts(reading, blocks, zones, labels, years)
    reading.report.values |= ({"year": year} if year else {}) | ({"unit": unit} if unit else {})
    _list_doubtful(reading, doubtful)
    listed = {line.partition("：")[2] for line in reading.unrecognised}  # behind where it stands
    reading.left_out = [line for line in reading.left_out if line not in listed]
    return reading


def take_file_name(reading: Reading, name: str, years: range) -> None:
    """Take year and unit out of a file's name where the document says nothing of them, and note it."""
    report = reading.report
    said = {*report.values, *(entry.cell for entry in reading.open)}
    found = {fact: value for fact, value in name_facts(name, years).values.items() if fact not in said}
    report.values |= found
    if found:
        shown = "、".join(f"{value} 年" if fact == "year" else str(value) for fact, value in found.items())
        reading.notes.append(f"文档里没有写，按文件名填的：{shown}，请核对。")


def _list_doubtful(reading: Reading, doubtful: Sequence[UncertainCell]) -> None:
    """List what was said of the report and not taken: as open, unless another place says it."""
    for entry in doubtful:
        if entry.cell in reading.report.values:
            reading.unrecognised.append(f"{entry.text}（{entry.reason.rstrip('。')}，没有读入）")
        else:
            reading.open.append(entry)


def _titled_year(blocks: Sequence[Found], years: range) -> int | None:
    """Return the year of the title, None where no title says one."""
    lines = [block for block in blocks if isinstance(block, Line)]
    said = title_facts(lines[:MOST_LINES_BEFORE_TITLE], years)[0].values.get("year")
    return said if isinstance(said, int) else None


def _chosen(reports: Sequence[list[Found]], years: range, year: int | None) -> tuple[list[Found], str]:
    """Return the report on the year asked for, otherwise the newest that says its year, otherwise the first."""
    said = [_titled_year(blocks, years) or 0 for blocks in reports]
    wanted = year if year in said else max(said)
    number = said.index(wanted)
    return reports[number], f"第 {number + 1} 份" + (f"（{wanted} 年）" if wanted else "")


def _simplified(block: Found) -> Found:
    if isinstance(block, Line):
        return replace(block, text=simplified(block.text))
    rows = tuple(tuple(FoundCell(simplified(cell.text), cell.column) for cell in row) for row in block.rows)
    return replace(block, rows=rows)


def _take_cells(reading: Reading, cells: Cells) -> None:
    """Put the numbers into the report and compare printed totals with computed ones."""
    report = reading.report
    reading.cells = {name: number for name, number in cells.numbers.items() if number is not None}
    reading.sources = {name: source for name, source in cells.sources.items() if name in reading.cells}
    report.values |= {name: number for name, number in reading.cells.items() if report.form.cells[name].is_input}
    reading.blank = frozenset(name for name in report.form.inputs if name in cells.numbers) - reading.cells.keys()
    if printed := reading.printed_otherwise(report):
        report.notes = Notes(printed=printed)
