"""All findings of a report, by itself and against last year's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from model.checking.filled import filled_findings
from model.checking.finding import ERROR, WARNING, Edit, Finding, place_words
from model.checking.leftovers import leftover_findings, own_names, same_findings
from model.checking.personal import personal_findings
from model.checking.relations import relation_findings
from model.checking.statements import Reader
from model.checking.text_numbers import number_findings
from model.checking.text_parts import Text, text_of
from model.checking.text_percents import percent_findings
from model.checking.text_sums import sum_findings
from model.checking.wording import wording_of
from model.checking.writing import writing_findings
from model.numbers import Number, NumberFault, number_given
from model.relations import SEVERITIES
from model.report import Confirmed, Part, Report, text_place


@dataclass(frozen=True)
class Checked:
    """What was found, the worst first, and what of it the clerk has confirmed."""

    findings: tuple[Finding, ...]
    confirmed: tuple[tuple[Finding, Confirmed], ...] = ()

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return sum(finding.severity == ERROR for finding in self.findings)


@dataclass(frozen=True)
class Basis:
    """What a report is judged on: its numbers, and last year's report and numbers, as far as they can be judged."""

    report: Report
    numbers: Mapping[str, Number]
    last: Report | None
    before: Mapping[str, Number]

    @cached_property
    def reader(self) -> Reader:
        """What reads the statements in the report's texts."""
        report, year = self.report, self.report.year or 0
        names = own_names(report.unit) if report.unit else []
        return Reader(report.form, year, names, wording_of(report.form, year))


def basis_of(
    report: Report, numbers: Mapping[str, Number], last: Report | None, last_numbers: Mapping[str, Number]
) -> Basis:
    """The basis of a report with its numbers and last year's, totals included.

    Last year's report counts only if it is of the year before."""
    last = fitting(report, last)
    return Basis(report, judgeable(report, numbers), last, judgeable(last, last_numbers) if last else {})


def check(report: Report, last: Report | None) -> Checked:
    """Every finding of the report; `last` is last year's, and looked at only if it is of the year before."""
    basis = basis_of(report, report.numbers(), last, last.numbers() if last else {})
    found = [*of_numbers(basis)]
    for name, _ in report.texts():
        found += of_text(basis, name)
    return judged(report, found)


def fitting(report: Report, last: Report | None) -> Report | None:
    """Last year's report, None where it is known to be of another year than the one before."""
    is_other = last is not None and last.year and report.year and last.year != report.year - 1
    return None if is_other else last


def judged(report: Report, found: Iterable[Finding]) -> Checked:
    """The findings the worst first, each with the mends that several share, and those apart that were confirmed."""
    pairs = [(finding, confirmation_of(report, finding)) for finding in found]
    shared = with_shared_mends(report, [finding for finding, by in pairs if by is None])
    return Checked(
        tuple(sorted(shared, key=lambda finding: SEVERITIES.index(finding.severity))),
        tuple((finding, by) for finding, by in pairs if by is not None),
    )


def judgeable(report: Report, numbers: Mapping[str, Number]) -> Mapping[str, Number]:
    """The numbers without the totals in which something is blank: those are not what they will be."""
    if all(name in numbers for name in report.form.inputs):
        return numbers
    whole = dict(numbers)
    for total in report.form.totals:
        if any(name not in whole for name in total.addends):
            whole.pop(total.cell, None)
    return whole


def of_numbers(basis: Basis) -> Iterator[Finding]:
    """What the numbers and the empty places show."""
    yield from relation_findings(basis.report, basis.numbers, basis.before)
    yield from filled_findings(basis.report, basis.numbers)


def of_text(basis: Basis, name: str) -> list[Finding]:
    """What one text shows, by its name as report.texts gives it."""
    report, (section, index) = basis.report, text_place(name)
    part = report.parts(section)[index] if section else Part("", report.text(name))
    text, heading = part.text, part.heading.strip()
    if not text.strip():
        return []
    tab = report.form.section(section).tab if section else ""
    place = place_words(tab, heading) if section else "开头语"
    found = [*leftover_findings(report, name, place, text)]
    if section:
        found += _against_tables(basis, text_of(name, place, text, basis.reader.statements(text, heading)))
        found += personal_findings(report, name, place, text)
        if basis.last:
            found += same_findings(report, basis.last, section, index)
    found += writing_findings(name, place, text, is_headed=bool(heading))
    return found


def _against_tables(basis: Basis, text: Text) -> list[Finding]:
    """What is told of an amount is not told again of the sums in its sentence."""
    report = basis.report
    wrong = list(number_findings(text, report.form, basis.numbers, report.printed))
    told = {one.sentence for one in text.statements for finding in wrong if finding.start == one.start}
    return [*wrong, *sum_findings(text, told), *percent_findings(text, basis.before)]


def with_shared_mends(report: Report, found: list[Finding]) -> list[Finding]:
    """The findings, those first that one change of a cell mends together: that change is then certain.

    Only where an exact relation is among them and no other change mends as many."""
    by_mend: dict[Edit, list[int]] = {}
    for index, finding in enumerate(found):
        for edit in dict.fromkeys(_single_mends(finding)):
            if _is_possible(report, edit):
                by_mend.setdefault(edit, []).append(index)
    exact = {edit: at for edit, at in by_mend.items() if any(found[index].severity == ERROR for index in at)}
    most = max(map(len, exact.values()), default=0)
    best = [edit for edit, at in exact.items() if len(at) == most]
    if most < 2 or len(best) > 1:
        return found
    at = exact[best[0]]
    mended = [replace(found[index], edits=(best[0],)) for index in at]
    return [*mended, *(finding for index, finding in enumerate(found) if index not in at)]


def _single_mends(finding: Finding) -> tuple[Edit, ...]:
    """The changes of one cell that mend a finding by themselves."""
    return (*(finding.edits if len(finding.edits) == 1 else ()), *finding.may_mend)


def _is_possible(report: Report, edit: Edit) -> bool:
    """Whether a cell can hold the value."""
    cell = report.form.cells.get(edit.cell)
    if cell is None or isinstance(edit.value, str):
        return False
    try:
        return number_given(edit.value, cell) == edit.value
    except NumberFault:
        return False


def mends_together(found: Iterable[Finding], edit: Edit) -> int:
    """How many findings a change mends."""
    return sum(edit in _single_mends(finding) for finding in found)


def confirmation_of(report: Report, finding: Finding) -> Confirmed | None:
    """The clerk's confirmation of a warning, while what it speaks of is what was confirmed."""
    if finding.severity != WARNING:
        return None
    return next((one for one in report.confirmed if _is_of(one, finding)), None)


def _is_of(by: Confirmed, finding: Finding) -> bool:
    """Whether a confirmation speaks of a finding; parts of a text may have been moved since."""
    if by.rule != finding.rule or not by.cells:
        return False
    if not by.about:
        return by.cells[0] == finding.cells[0] and set(by.cells) <= set(finding.cells)
    return by.about == finding.about and by.cells[0].partition("[")[0] == finding.cells[0].partition("[")[0]
