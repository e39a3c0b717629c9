"""The texts of a document -> the report: the opening, the sections, the sign-off, and what names the body."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from model.form.section import Section
from model.reading.facts import Facts, bare, names_report, text_facts, title_facts
from model.reading.formats.source_blocks import TITLE, Found, FoundTable, Line
from model.reading.formats.words import core
from model.reading.paragraphs import in_rows, joined, may_be_title, usual_width
from model.reading.reading import Reading
from model.reading.sections import is_of_table, is_styled
from model.reading.sign_off import sign_off_of
from model.reading.tables.cells import UncertainCell
from model.reading.tables.form_labels import FormLabels
from model.reading.tables.runs import PAGE_NUMBER
from model.reading.texts import is_of_site, parts_of
from model.report.outline import one_line

LONGEST_SHOWN_CHARACTERS = 60
JOINED = "文字是一行一行断开的（像是从 PDF 来的），已接成整段，请看一看分段对不对。"


def take_texts(
    reading: Reading, blocks: Sequence[Found], zones: Sequence[str], labels: FormLabels, years: range
) -> tuple[UncertainCell, ...]:
    """Take the texts of a document into its report; return what was said of the report and not taken."""
    return _Texts(reading, blocks, zones, labels, years).take()


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
        self._before = in_rows([block for block in blocks[: max(0, begin - has_heading)] if isinstance(block, Line)])
        self._is_headless = not has_heading
        self._width = 0.0 if self._styled else usual_width(self._prose)

    @property
    def _prose(self) -> list[Line]:
        """All lines among which there are no tables, on which the document shows how it breaks lines."""
        sections = self._reading.report.form.text_sections
        blocks = (block for section in sections for block in self._zones.get(section.key, []))
        lines = in_rows([block for block in blocks if isinstance(block, Line)])
        return [line for line in lines if not PAGE_NUMBER.fullmatch(line.text)]

    def _paragraphs(self, lines: Sequence[Line], is_apart: Callable[[Line], bool] = may_be_title) -> list[Line]:
        """Return the paragraphs of a text, put together where the document breaks them into lines, and note that they are."""
        found = joined(lines, self._width, is_apart)
        if len(found) < len(lines) and JOINED not in self._reading.notes:
            self._reading.notes.append(JOINED)
        return found

    def take(self) -> tuple[UncertainCell, ...]:
        """Take them all; return what was said of the report and not taken."""
        form, report = self._reading.report.form, self._reading.report
        title, place = title_facts(self._before, self._years)
        signed = Facts()
        below = self._paragraphs(self._before[place + 1 :], lambda line: is_of_site(line.text))
        self._take_opening([*self._before[: place + 1], *below], place)
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
                lines.append(block)
            else:
                self._reading.left_out.append(one_line(block.text, LONGEST_SHOWN_CHARACTERS))
        return [line for line in in_rows(lines) if self._styled or not PAGE_NUMBER.fullmatch(line.text)]

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
