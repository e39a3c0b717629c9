"""All rules on one text, one after the other."""

from __future__ import annotations

from collections import Counter

from model.checking.amounts.amounts import number_findings
from model.checking.amounts.charges import charge_findings
from model.checking.arithmetic.differences import difference_findings
from model.checking.arithmetic.percentages import MAY_BE
from model.checking.arithmetic.percents import percent_findings
from model.checking.arithmetic.sums import sum_findings
from model.checking.arithmetic.told_twice import twice_findings
from model.checking.language.as_read import as_written
from model.checking.language.broken_lines import joined
from model.checking.language.passages import Passage, Steps, Text
from model.checking.texts.basis import Basis
from model.checking.texts.leftovers import leftover_findings
from model.checking.texts.outdated import outdated_findings
from model.checking.texts.personal_data import personal_findings
from model.checking.texts.same_text import USUAL, copied_findings, counted_sentences, same_finding
from model.checking.texts.too_long import unchecked_finding
from model.checking.texts.unseen import unseen_findings
from model.checking.texts.writing import writing_findings
from model.findings.finding import Finding, place_words
from model.findings.mends import mends_of_all
from model.report.report import text_place

MOST = 50  # findings of one rule in a text that are told one by one


def of_text(basis: Basis, name: str) -> Steps:
    """Yield what one text shows, by its name as report.texts gives it.

    None stands where the work may be interrupted."""
    yield from unseen_findings(basis.report, name, basis.read)
    part, (section, _) = basis.part(name), text_place(name)
    if part.text.strip():
        tab = basis.report.form.section(section).tab if section else ""
        heading = part.heading.strip()
        place = place_words(tab, heading) if section else "开头语"
        if name in basis.unchecked:
            if name == next(iter(basis.unchecked)):
                yield unchecked_finding(basis.unchecked, name, place)
            return
        text = Text(name, place, heading, part.text)
        for one in _at_most(basis, text, (one for rule in RULES for one in rule(basis, text))):
            yield as_written(one, basis.read) if one else None


def _leftovers(basis: Basis, text: Text) -> Steps:
    return leftover_findings(basis.report, text)


def _against_tables(basis: Basis, text: Text) -> Steps:
    """Check the numbers in a section's text: against the tables, and against each other.

    Lines broken in a sentence are joined first."""
    if not _is_of_section(text):
        return
    whole = joined(text.text)
    if not whole:
        yield from _amounts(basis, text)
        return
    for one in _amounts(basis, Text(text.name, text.place, text.heading, whole.text)):
        yield as_written(one, {text.name: whole}) if one else None


def _amounts(basis: Basis, text: Text) -> Steps:
    """Yield what is wrong with amounts; what is told of one is not told again of the sums in its sentence."""

    def found(passage: Passage) -> Steps:
        statements = []
        for one in basis.reader.statements(passage, text.heading):
            statements += [one] if one else []
            yield None
        wrong = list(number_findings(passage, statements, basis.report.form, basis.numbers, basis.report.notes.printed))
        starts = {finding.start for finding in wrong}
        told = [one for one in statements if one.start in starts]
        yield from wrong
        yield None
        yield from sum_findings(passage, statements, {one.amount.start for one in told if one.amount})
        yield from difference_findings(passage, {one.sentence for one in told})
        yield None
        if MAY_BE.search(passage.flat):  # before the totals are added up
            totals = {one.amount: basis.totals(one) for one in statements if one.amount}
            yield from percent_findings(passage, statements, basis.before, totals)

    return text.in_passages(found)


def _told_twice(basis: Basis, text: Text) -> Steps:
    yield from twice_findings(text, *basis.told.get(text.name, ((), {})))


def _charges(basis: Basis, text: Text) -> Steps:
    return charge_findings(text, basis.report.form, basis.numbers) if _is_of_section(text) else iter(())


def _outdated(basis: Basis, text: Text) -> Steps:
    return outdated_findings(basis.report.year, text, basis.terms) if basis.report.year else iter(())


def _personal(basis: Basis, text: Text) -> Steps:
    return personal_findings(basis.report, text) if _is_of_section(text) else iter(())


def _same(basis: Basis, text: Text) -> Steps:
    section, index = text_place(text.name)
    if not section or not basis.last:
        return
    counted = yield from counted_sentences(text, basis.last_sentences[section])
    parts, is_told = basis.parts[section], False
    written = [place for place, part in enumerate(parts) if part.text.strip()]
    is_alone = len(written) == 1 and basis.likeness.rule == USUAL.rule
    if index in written[:1]:
        tab, last = basis.report.form.section(section).tab, basis.last_alike_sentences[section]
        for step in copied_findings(section, tab, parts, last, basis.likeness, counted if is_alone else ()):
            is_told = step is not None
            yield step
    if counted and not (is_alone and is_told):
        yield same_finding(text, counted)


def _writing(basis: Basis, text: Text) -> Steps:
    return writing_findings(text)


RULES = (_leftovers, _against_tables, _told_twice, _charges, _outdated, _personal, _same, _writing)


def _is_of_section(text: Text) -> bool:
    """Return whether it is a section's text and not the opening, which says where to ask and nothing of the tables."""
    return bool(text_place(text.name)[0])


def _at_most(basis: Basis, text: Text, steps: Steps) -> Steps:
    """Yield the first findings of each rule one by one, those that were confirmed besides.

    The rest in one, with their count.

    Each severity by itself, so that hints never hide a warning."""
    counts = Counter[tuple[str, str]]()
    rest: dict[tuple[str, str], list[Finding]] = {}
    for one in steps:
        if one is None or basis.confirmations.of(one):
            yield one
            continue
        kind = one.rule, one.severity
        counts[kind] += 1
        if counts[kind] > MOST:
            rest.setdefault(kind, []).append(one)
        yield one if counts[kind] <= MOST else None
    for others in rest.values():
        yield _rest(text, others)


def _rest(text: Text, others: list[Finding]) -> Finding:
    """Return what stands for the findings that are not told one by one, at the place of the first of them.

    It mends what each does."""
    first, count = others[0], len(others)
    message = f"{text.place}里这样的地方还有 {count} 处，没有一一列出。请先处理前面的，处理了会接着列出后面的。"
    is_one_kind = len({one.kind for one in others}) == 1
    return Finding(
        first.rule, first.severity, first.cells[:1], message, mends_of_all(others) if is_one_kind else (),
        start=first.start, length=first.length, about=f"还有 {count} 处", count=count,
        kind=first.kind if is_one_kind else "",
    )  # fmt: skip
