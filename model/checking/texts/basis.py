"""What a report is judged on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from model.checking.amounts.statement import Statement
from model.checking.amounts.statements import Reader
from model.checking.arithmetic.told_twice import Told, counts
from model.checking.language.as_read import report_as_read
from model.checking.language.replaced import Replaced
from model.checking.language.text_parts import sum_of
from model.checking.language.wording import wording_of
from model.checking.texts.other_bodies import own_names
from model.checking.texts.outdated import Entry, county_entries, entries
from model.checking.texts.same_text import Likeness, alike_sentences, likeness_of
from model.checking.texts.too_long import unchecked_texts
from model.comparing.same_sentences import sentences_of
from model.county.county import NO_COUNTY, County
from model.findings.confirmations import Confirmations
from model.form.renamed import renames
from model.report.cell_numbers import Number
from model.report.on_form import parted_numbers
from model.report.report import Part, Report, text_place


@dataclass(frozen=True)
class Basis:
    """What a report is judged on: its numbers, last year's report and numbers as far as they can be judged, its county.

    The words of both reports are as they are read; `read` holds those of this one that are written otherwise, by name.
    `last_faults` are what could not be read of last year's, as read_last tells them."""

    report: Report
    numbers: Mapping[str, Number]
    last: Report | None
    before: Mapping[str, Number]
    county: County = NO_COUNTY
    read: Mapping[str, Replaced] = field(default_factory=dict)
    last_faults: Sequence[tuple[str, str]] = ()

    @cached_property
    def reader(self) -> Reader:
        """What reads the statements in the report's texts."""
        report, year = self.report, self.report.year or 0
        names = own_names(report.unit) if report.unit else []
        return Reader(report.form, year, names, wording_of(report.form, year))

    def totals(self, statement: Statement) -> list[Decimal]:
        """Return what the tables have of all that a statement's amount may be a share of."""
        sums = (sum_of(names, self.numbers) for names in self.reader.totals(statement))
        return [Decimal(one) for one in sums if one]

    @property
    def parted(self) -> Mapping[tuple[str, ...], Number]:
        """Last year's numbers that this edition has in several cells, by these cells."""
        return parted_numbers(self.last) if self.last else {}

    @cached_property
    def confirmations(self) -> Confirmations:
        """What the clerk has confirmed."""
        return Confirmations(self.report.notes.confirmed)

    @cached_property
    def last_sentences(self) -> Mapping[str, Set[str]]:
        """The sentences of last year's text sections, by their keys."""
        sections = self.report.form.text_sections if self.last else ()
        return {section.key: sentences_of(self.last.parts(section.key)) for section in sections if self.last}

    @cached_property
    def last_alike_sentences(self) -> Mapping[str, Set[str]]:
        """The sentences of last year's text sections without years and numbers, by their keys."""
        sections = self.report.form.text_sections if self.last else ()
        return {
            one.key: {said for said, _ in alike_sentences(self.last.parts(one.key))} for one in sections if self.last
        }

    @cached_property
    def likeness(self) -> Likeness:
        """How much of a section may be last year's."""
        return likeness_of(self.county)

    @cached_property
    def terms(self) -> Sequence[Entry]:
        """The terms of other years, those of the county first."""
        return *county_entries(self.county), *entries()

    @cached_property
    def unchecked(self) -> dict[str, str]:
        """The texts that are too much to look at, by their names."""
        return unchecked_texts(self.report.texts())

    @cached_property
    def told(self) -> Mapping[str, tuple[Sequence[Told], Mapping[int | str, str]]]:
        """What each text of a section, by its name, tells of counts that no table has, and what those before it told of them."""
        before: dict[int | str, str] = {}
        found: dict[str, tuple[Sequence[Told], Mapping[int | str, str]]] = {}
        for name, text in self.report.texts():
            if text_place(name)[0] and (own := tuple(counts(text))):
                found[name] = own, dict(before)
                before = {one.thing: one.value for one in reversed(own)} | before
        return found

    @cached_property
    def parts(self) -> Mapping[str, tuple[Part, ...]]:
        """The parts of each text section, by its key."""
        return {section.key: self.report.parts(section.key) for section in self.report.form.text_sections}

    def part(self, name: str) -> Part:
        """Return the part that a text's name, as report.texts gives it, stands for; the opening has no heading."""
        section, index = text_place(name)
        return self.parts[section][index] if section else Part("", self.report.text(name))


def basis_of(
    report: Report,
    numbers: Mapping[str, Number],
    last: Report | None,
    last_numbers: Mapping[str, Number],
    county: County = NO_COUNTY,
    last_faults: Sequence[tuple[str, str]] = (),
) -> Basis:
    """Return the basis of a report with its numbers and last year's, totals included.

    Last year's report counts only if it is of the year before."""
    last = fitting(report, last)
    before = judgeable(last, last_numbers) if last else {}
    seen, read = report_as_read(report)
    return Basis(
        seen, judgeable(report, numbers), report_as_read(last)[0] if last else None, before, county, read, last_faults
    )


def fitting(report: Report, last: Report | None) -> Report | None:
    """Last year's report, None where it is known to be of another year than the one before."""
    is_other = last is not None and last.year and report.year and last.year != report.year - 1
    return None if is_other else last


def judgeable(report: Report, numbers: Mapping[str, Number]) -> Mapping[str, Number]:
    """Return the numbers without the totals in which something is blank: those are not what they will be."""
    if report.origin:
        own = judgeable(report.origin, report.origin.numbers())
        return renames(report.form, report.origin.form).numbers(own)
    if all(name in numbers for name in report.form.inputs):
        return numbers
    whole = dict(numbers)
    for total in report.form.totals:
        if any(name not in whole for name in total.addends):
            whole.pop(total.cell, None)
    return whole
