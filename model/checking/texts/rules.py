"""All rules on one text, one after the other."""

from __future__ import annotations

from collections import Counter

from model.checking.texts.amounts import number_findings
from model.checking.texts.basis import Basis
from model.checking.texts.leftovers import leftover_findings
from model.checking.texts.passages import Passage, Steps, Text
from model.checking.texts.percents import percent_findings
from model.checking.texts.personal_data import personal_findings
from model.checking.texts.same_text import copied_findings, same_findings
from model.checking.texts.sums import sum_findings
from model.checking.texts.writing import writing_findings
from model.findings.finding import Finding, place_words
from model.findings.mends import mends_of_all
from model.report.report import text_place

MOST = 50  # findings of one rule in a text that are told one by one


def of_text(basis: Basis, name: str) -> Steps:
    """What one text shows, by its name as report.texts gives it; None stands where the work may be interrupted."""
    part, (section, _) = basis.part(name), text_place(name)
    if part.text.strip():
        tab = basis.report.form.section(section).tab if section else ""
        heading = part.heading.strip()
        place = place_words(tab, heading) if section else "开头语"
        text = Text(name, place, heading, part.text)
        yield from _at_most(basis, text, (one for rule in RULES for one in rule(basis, text)))


def _leftovers(basis: Basis, text: Text) -> Steps:
    return leftover_findings(basis.report, text)


def _against_tables(basis: Basis, text: Text) -> Steps:
    """What is told of an amount is not told again of the sums in its sentence."""

    def found(passage: Passage) -> Steps:
        statements = []
        for one in basis.reader.statements(passage, text.heading):
            statements += [one] if one else []
            yield None
        wrong = list(number_findings(passage, statements, basis.report.form, basis.numbers, basis.report.notes.printed))
        starts = {finding.start for finding in wrong}
        told = {one.sentence for one in statements if one.start in starts}
        yield from wrong
        yield None
        yield from sum_findings(passage, statements, told)
        yield None
        yield from percent_findings(passage, statements, basis.before)

    return text.in_passages(found) if _is_of_section(text) else iter(())


def _personal(basis: Basis, text: Text) -> Steps:
    return personal_findings(basis.report, text) if _is_of_section(text) else iter(())


def _same(basis: Basis, text: Text) -> Steps:
    section, index = text_place(text.name)
    if section and basis.last:
        yield from same_findings(text, basis.last_sentences[section])
        if index == 0:
            tab = basis.report.form.section(section).tab
            yield from copied_findings(text.name, tab, basis.parts[section], basis.last_sentences[section])


def _writing(basis: Basis, text: Text) -> Steps:
    return writing_findings(text)


RULES = (_leftovers, _against_tables, _personal, _same, _writing)


def _is_of_section(text: Text) -> bool:
    """Whether it is a section's text and not the opening, which says where to ask and nothing of the tables."""
    return bool(text_place(text.name)[0])


def _at_most(basis: Basis, text: Text, steps: Steps) -> Steps:
    """The first findings of each rule one by one, those that were confirmed besides; the rest in one, with their count."""
    counts = Counter[str]()
    rest: dict[str, list[Finding]] = {}
    for one in steps:
        if one is None or basis.confirmations.of(one):
            yield one
            continue
        counts[one.rule] += 1
        if counts[one.rule] > MOST:
            rest.setdefault(one.rule, []).append(one)
        yield one if counts[one.rule] <= MOST else None
    for others in rest.values():
        yield _rest(text, others)


def _rest(text: Text, others: list[Finding]) -> Finding:
    """What stands for the findings that are not told one by one, at the place of the first of them; it mends what each does."""
    first, count = others[0], len(others)
    message = f"{text.place}里这样的地方还有 {count} 处，没有一一列出。处理了前面的，会接着列出后面的。"
    is_one_kind = len({one.kind for one in others}) == 1
    return Finding(
        first.rule, first.severity, first.cells[:1], message, mends_of_all(others) if is_one_kind else (),
        start=first.start, length=first.length, about=f"还有 {count} 处", count=count,
        kind=first.kind if is_one_kind else "",
    )  # fmt: skip
