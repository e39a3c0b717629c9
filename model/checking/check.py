"""All findings of a report, by itself and against last year's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from model.checking.filled import filled_findings
from model.checking.finding import ERROR, WARNING, Edit, Finding
from model.checking.leftovers import leftover_findings, own_names, same_findings
from model.checking.personal import personal_findings
from model.checking.relations import relation_findings
from model.checking.statements import Reader
from model.checking.text_numbers import number_findings
from model.checking.text_parts import text_of
from model.checking.text_percents import percent_findings
from model.checking.text_sums import sum_findings
from model.checking.wording import wording_of
from model.checking.writing import writing_findings
from model.numbers import Number, NumberFault, number_given
from model.relations import SEVERITIES
from model.report import Confirmed, Report


@dataclass(frozen=True)
class Checked:
    """What was found, the worst first, and what of it the clerk has confirmed."""

    findings: tuple[Finding, ...]
    confirmed: tuple[tuple[Finding, Confirmed], ...] = ()

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return sum(finding.severity == ERROR for finding in self.findings)


def check(report: Report, last: Report | None) -> Checked:
    """Every finding of the report; `last` is last year's, and looked at only if it is of the year before."""
    last = fitting(report, last)
    numbers, before = judgeable(report, report.numbers()), judgeable(last, last.numbers()) if last else {}
    found = [*of_numbers(report, numbers, before)]
    for name, _ in report.texts():
        found += of_text(report, numbers, last, before, name)
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


def of_numbers(report: Report, numbers: Mapping[str, Number], last: Mapping[str, Number]) -> Iterator[Finding]:
    """What the numbers and the empty places show; `last` are last year's numbers, both as `judgeable` gives them."""
    yield from relation_findings(report, numbers, last)
    yield from filled_findings(report, numbers)


def of_text(
    report: Report, numbers: Mapping[str, Number], last: Report | None, before: Mapping[str, Number], name: str
) -> list[Finding]:
    """What one text shows, by its name as report.texts gives it; `before` are last year's numbers."""
    section, index = _place_of(name)
    parts = report.parts(section) if section else ()
    text = parts[index].text if section else report.text(name)
    if not text.strip():
        return []
    heading = parts[index].heading.strip() if section else ""
    tab = report.form.section(section).tab if section else "基本信息"
    place = f"“{tab}”的“{heading}”" if heading else f"“{tab}”" if section else "开头语"
    found = [*leftover_findings(report, name, place, text)]
    if section:
        found += _against_tables(report, numbers, before, (name, place, text), heading)
        found += personal_findings(report, name, place, text)
        if last:
            found += [one for one in same_findings(report, last, section, tab) if one.cells[0] == name]
    found += writing_findings(name, place, text, is_headed=bool(heading))
    return found


def _against_tables(
    report: Report,
    numbers: Mapping[str, Number],
    before: Mapping[str, Number],
    text: tuple[str, str, str],
    heading: str,
) -> list[Finding]:
    year, names = report.year or 0, own_names(report.unit) if report.unit else []
    said = Reader(report.form, year, names, wording_of(report.form, year)).statements(text[2], heading)
    whole = text_of(*text, said)
    wrong = list(number_findings(whole, report.form, numbers, report.printed))
    told = {one.sentence for one in said for finding in wrong if finding.start == one.start}
    found = [*wrong, *sum_findings(whole, told)]
    return [*found, *percent_findings(whole, before)]


def _place_of(name: str) -> tuple[str, int]:
    section, _, rest = name.partition("[")
    return (section, int(rest.partition("]")[0])) if rest else ("", 0)


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
