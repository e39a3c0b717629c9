"""All findings of a report, by itself and against last year's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from model.checking.completeness import completeness_findings
from model.checking.county_demands import county_findings, replaced_rules
from model.checking.language.as_read import as_written
from model.checking.relation_rules import relation_findings
from model.checking.texts.basis import Basis, basis_of
from model.checking.texts.numbering import heading_findings
from model.checking.texts.rules import of_text
from model.checking.texts.too_long import long_heading_findings
from model.checking.texts.unseen import unseen_findings
from model.checking.unknown_keys import unknown_key_findings
from model.checking.unusual_numbers import unusual_findings
from model.county.county import NO_COUNTY, County
from model.faults import on_one_line
from model.findings.confirmations import Confirmations
from model.findings.finding import ERROR, Checked, Finding, Mend, Rewording
from model.form.relation import SEVERITIES
from model.report.cell_numbers import NumberFault, number_given
from model.report.on_form import on_form
from model.report.report import Report


def check(report: Report, last: Report | None, county: County = NO_COUNTY) -> Checked:
    """Return every finding of the report, what its county demands included.

    `last` is last year's, and looked at only if it is of the year before."""
    last = on_form(last, report.form) if last else None
    basis = basis_of(report, report.numbers(), last, last.numbers() if last else {}, county)
    of_texts = (one for name, _ in report.texts() for one in of_text(basis, name) if one)
    return judged(report, [*of_numbers(basis), *of_texts])


def judged(report: Report, found: Iterable[Finding]) -> Checked:
    """Return the findings the worst first, each with the mends that several share, and those apart that were confirmed.

    What each says stands on one line, whatever words it quotes."""
    confirmations = Confirmations(report.notes.confirmed)
    pairs = [(_on_one_line(finding), confirmations.of(finding)) for finding in found]
    shared = with_shared_mends(report, [finding for finding, by in pairs if by is None])
    return Checked(
        tuple(_in_order(shared)),
        tuple((finding, by) for finding, by in pairs if by is not None),
    )


def _on_one_line(finding: Finding) -> Finding:
    return finding if finding.message.isprintable() else replace(finding, message=on_one_line(finding.message))


def _in_order(found: Sequence[Finding]) -> list[Finding]:
    """Return the findings the worst first, those of one rule together, in the order in which the rules found anything."""
    first: dict[tuple[str, str], int] = {}
    for index, one in enumerate(found):
        first.setdefault((one.severity, one.rule), index)
    return sorted(found, key=lambda one: (SEVERITIES.index(one.severity), first[one.severity, one.rule]))


def of_numbers(basis: Basis) -> Iterator[Finding]:
    """Yield what the numbers, the empty places and the letters of headings and facts show."""
    yield from (as_written(one, basis.read) for one in _of_numbers(basis))
    texts = {name for name, _ in basis.report.texts()}
    for name in basis.read:
        if name not in texts:
            yield from unseen_findings(basis.report, name, basis.read)


def _of_numbers(basis: Basis) -> Iterator[Finding]:
    yield from relation_findings(basis.report, basis.numbers, basis.before, basis.parted)
    replaced = replaced_rules(basis.report.form, basis.county)
    yield from unusual_findings(basis.report, basis.numbers, basis.before, replaced)
    yield from completeness_findings(basis.report, basis.numbers, basis.county)
    yield from county_findings(basis.report, basis.numbers, basis.county)
    yield from heading_findings(basis.report)
    yield from long_heading_findings(basis.report)
    yield from unknown_key_findings(basis.report)


def with_shared_mends(report: Report, found: list[Finding]) -> list[Finding]:
    """Return the findings, those first that one change of a cell mends together: that change is then certain.

    Only where an exact relation is among them and no other change mends as many."""
    by_mend: dict[Mend, list[int]] = {}
    for index, finding in enumerate(found):
        for mend in _single_mends(finding):
            if _is_possible(report, mend):
                by_mend.setdefault(mend, []).append(index)
    exact = {mend: at for mend, at in by_mend.items() if any(found[index].severity == ERROR for index in at)}
    most = max(map(len, exact.values()), default=0)
    best = [mend for mend, at in exact.items() if len(at) == most]
    if most < 2 or len(best) > 1:
        return found
    at = dict.fromkeys(exact[best[0]])
    mended = [replace(found[index], mends=(best[0],)) for index in at]
    return [*mended, *(finding for index, finding in enumerate(found) if index not in at)]


def _single_mends(finding: Finding) -> Iterable[Mend]:
    """Return the changes of one cell, or of one text, that mend a finding by themselves."""
    return dict.fromkeys((*(finding.mends if len(finding.mends) == 1 else ()), *finding.possible_fixes))


def _is_possible(report: Report, mend: Mend) -> bool:
    """Return whether a cell can hold the value."""
    cell = report.form.cells.get(mend.cell)
    if cell is None or isinstance(mend, Rewording):
        return False
    try:
        return number_given(mend.value, cell) == mend.value
    except NumberFault:
        return False


def mends_together(found: Iterable[Finding]) -> Counter[Mend]:
    """Return how many findings each change mends by itself."""
    return Counter(mend for finding in found for mend in _single_mends(finding))
