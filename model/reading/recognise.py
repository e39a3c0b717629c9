"""Lines and tables -> a report, with where each value came from and what was not recognised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from model.form.form import Form
from model.form.section import Section
from model.reading.apart import with_headings_apart
from model.reading.facts import Facts, bare, name_facts, names_report, text_facts, title_facts
from model.reading.formats.source_blocks import TITLE, Found, FoundCell, FoundTable, Line
from model.reading.formats.words import core
from model.reading.paragraphs import in_rows, joined, usual_width
from model.reading.sections import (
    Mark,
    is_of_table,
    is_styled,
    reports_in,
    section_marks,
    sections_due,
    zones_of,
)
from model.reading.sign_off import sign_off_of
from model.reading.simplified import READING, is_traditional, simplified
from model.reading.tables.cells import Cells, Source, UncertainCell
from model.reading.tables.edition import edition_of
from model.reading.tables.edition_labels import labels_among
from model.reading.tables.form_labels import FormLabels
from model.reading.tables.read_cells import read_cells
from model.reading.tables.runs import PAGE_NUMBER, runs_of
from model.reading.texts import is_of_site, parts_of
from model.report.cell_numbers import Number
from model.report.outline import one_line
from model.report.report import Notes, Report

LONGEST_SHOWN_CHARACTERS = 60
JOINED = "文字是一行一行断开的（像是从 PDF 来的），已接成整段，请看一看分段对不对。"
MOST_LINES_BEFORE_TITLE = 60  # lines, among which a title stands


@dataclass(frozen=True)
class Disagreement:
    """A total that the document prints otherwise than its addends give."""

    cell: str
    printed: Number
    computed: Number


@dataclass
class Reading:
    """A report read out of a document, and the account of how.

    `cells` holds every number that was read, printed totals included; `sources` says of each where it stood; `open`
    lists the cells and facts that were seen and are not certain; `unrecognised` what belongs to the report and was not
    understood; `left_out` what stands around it; `notes` what else the reader should know."""

    report: Report
    cells: dict[str, Number] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    open: list[UncertainCell] = field(default_factory=list)
    unrecognised: list[str] = field(default_factory=list)
    disagreements: list[Disagreement] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether there is no report in the document: no number and no section's text."""
        texts = [part.text for section in self.report.form.text_sections for part in self.report.parts(section.key)]
        opened = any(entry.cell in self.report.form.cells for entry in self.open)
        return not self.cells and not opened and not any(texts)


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
    doubtful = _Texts(reading, blocks, zones, labels, years).take()
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
    computed = report.numbers()
    whole = {name for name in report.form.inputs if name in cells.numbers}
    for total in report.form.totals:
        printed = reading.cells.get(total.cell)
        is_whole = whole.issuperset(total.addends)
        whole |= {total.cell} if is_whole else set()
        if printed is None or not is_whole or printed == computed.get(total.cell, 0):
            continue
        reading.disagreements.append(Disagreement(total.cell, printed, computed.get(total.cell, 0)))
    if reading.disagreements:
        report.notes = Notes(printed=printed_otherwise(report, reading.disagreements))


def printed_otherwise(report: Report, disagreements: Sequence[Disagreement]) -> dict[str, Number]:
    """Return the printed totals that the report's sums do not give, by cell."""
    sums = report.numbers()
    return {found.cell: found.printed for found in disagreements if found.printed != sums.get(found.cell, 0)}


class _Texts:
    """Takes the texts of a document into the report: opening, sections, sign-off, and what names the body."""

    def __init__(
        self, reading: Reading, blocks: Sequence[Found], zones: Sequence[str], labels: FormLabels, years: range
    ) -> None:
        self._reading, self._labels, self._years = reading, labels, years
        self._styled = is_styled(blocks)
        self._inside = _around(blocks, zones)
        self._zones: dict[str, list[Found]] = {}
        for block, zone in zip(blocks, zones, strict=True):
            self._zones.setdefault(zone, []).append(block)
        begin = next((place for place, zone in enumerate(zones) if zone), len(blocks))
        has_heading = bool(begin) and not zones[begin - 1]
        self._before = [block for block in blocks[: max(0, begin - has_heading)] if isinstance(block, Line)]
        self._is_headless = not has_heading
        self._width = 0.0 if self._styled else usual_width(in_rows(self._prose))
        reading.notes += [JOINED] if self._width else []

    @property
    def _prose(self) -> list[Line]:
        """All lines among which there are no tables, on which the document shows how it breaks lines."""
        sections = self._reading.report.form.text_sections
        blocks = (block for section in sections for block in self._zones.get(section.key, []))
        return [block for block in blocks if isinstance(block, Line) and not PAGE_NUMBER.fullmatch(block.text)]

    def _paragraphs(self, lines: Sequence[Line]) -> list[Line]:
        """Return the paragraphs of a text, put together where the document breaks them into lines."""
        return joined(in_rows(lines), self._width) if self._width else list(lines)

    def take(self) -> tuple[UncertainCell, ...]:
        """Take them all; return what was said of the report and not taken."""
        form, report = self._reading.report.form, self._reading.report
        title, place = title_facts(self._before, self._years)
        signed = Facts()
        self._take_opening([*self._before[: place + 1], *self._paragraphs(self._before[place + 1 :])], place)
        last = form.sections[-1].key
        for section in form.sections:
            if section.grid:
                self._leave_out_prose(section)
                continue
            lines = self._own_lines(section.key)
            if section.key == last:
                lines, signed = self._take_end(lines, str(title.values.get("unit", "")))
            lines = self._paragraphs(lines)
            if section is form.text_sections[0] and self._is_headless:
                lines = self._take_opening_of(lines)
            if parts := parts_of(lines, self._styled):
                report.values[section.key] = parts
        opening = text_facts(report.text("opening"), self._years)
        report.values = opening.values | report.values | signed.values | title.values
        titled = bare(self._before[place].text) if place >= 0 else ""
        if self._styled and bare(str(signed.values.get("unit", ""))) in titled:
            report.values |= signed.values  # the name as it is written, which a title shows without blanks
        return (*title.doubtful, *opening.doubtful, *signed.doubtful)

    def _take_opening(self, before: Sequence[Line], title: int) -> None:
        """Take the paragraphs between the title and the first heading; without styles only those that are sentences."""
        opening = []
        for place, line in enumerate(before):
            if line.style == TITLE or place == title:
                continue
            is_text = place > title and (self._styled or _is_sentence(line.text))
            if is_text and (self._styled or not is_of_site(line.text)):
                opening.append(line.text.strip())
            elif core(line.text) not in self._labels.words:
                self._reading.left_out.append(one_line(line.text, LONGEST_SHOWN_CHARACTERS))
        if opening:
            self._reading.report.values["opening"] = "\n".join(opening)

    def _take_opening_of(self, lines: list[Line]) -> list[Line]:
        """Take a first paragraph that names the report as the opening, in a document without headings.

        Return the other lines."""
        if lines and names_report(lines[0].text):
            self._reading.report.values["opening"] = lines[0].text.strip()
            return lines[1:]
        return lines

    def _own_lines(self, key: str) -> list[Line]:
        """Return the lines of a section that belong to the report.

        Tables and what lies outside the article are left out."""
        lines = []
        for block in self._zones.get(key, []):
            if isinstance(block, Line) and (self._styled or block.place[: len(self._inside)] == self._inside):
                lines += [block] * (self._styled or not PAGE_NUMBER.fullmatch(block.text))
            else:
                self._reading.left_out.append(one_line(block.text, LONGEST_SHOWN_CHARACTERS))
        return lines

    def _take_end(self, lines: list[Line], unit: str) -> tuple[list[Line], Facts]:
        """Part the last section's text from the sign-off and from what the website puts below it."""
        if not self._styled:
            end = next((place for place, line in enumerate(lines) if is_of_site(line.text)), len(lines))
            self._reading.left_out += [one_line(line.text, LONGEST_SHOWN_CHARACTERS) for line in lines[end:]]
            lines = lines[:end]
        signed, begin, end = sign_off_of(lines, unit, self._years)
        self._reading.left_out += [one_line(line.text, LONGEST_SHOWN_CHARACTERS) for line in lines[end:]]
        return lines[:begin], signed

    def _leave_out_prose(self, section: Section) -> None:
        """List sentences among the tables, which are not part of the form."""
        for block in self._zones.get(section.key, []):
            if isinstance(block, FoundTable) or is_of_table(block, self._labels):
                continue
            if len(block.text) > 20 and _is_sentence(block.text):
                self._reading.unrecognised.append(f"{block.where}：{one_line(block.text, LONGEST_SHOWN_CHARACTERS)}")


def _around(blocks: Sequence[Found], zones: Sequence[str]) -> tuple[int, ...]:
    """Return the element of a web page that holds the sections' headings and tables: what lies outside is not the report's."""
    places = [
        block.place[:-1]
        for block, zone, after in zip(blocks, zones, [*zones, ""][1:], strict=True)
        if (not zone and after) or (zone and isinstance(block, FoundTable))
    ]
    if not places:
        return ()
    first, last = min(places), max(places)
    shorter = min(len(first), len(last))
    return first[: next((depth for depth in range(shorter) if first[depth] != last[depth]), shorter)]


def _is_sentence(text: str) -> bool:
    return len(text) >= 20 and any(mark in text for mark in "。，；：,;")
