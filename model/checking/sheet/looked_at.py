"""Whether what a rule looks at is there: one that had nothing to look at has not been kept, and not been broken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from model.checking.amounts.charges import fee_cell
from model.checking.county_demands import can_be_judged
from model.checking.facts.contact import FORMS
from model.checking.facts.level import is_of_levels
from model.checking.texts.basis import judgeable
from model.county.county import FEES, NO_COUNTY, OF_COUNTY, SAME, County
from model.form.exact_relations import Carry
from model.form.expected_relations import AtLeast, Mention
from model.form.relation import Relation
from model.form.unusual import Jump, Matter, Needs
from model.report.cell_numbers import Number
from model.report.outline import is_seen
from model.report.report import Report, text_place

NO_LAST, OTHER_LEVEL, NO_NUMBERS, NO_LAST_NUMBERS, NO_TEXT, NO_FACTS = (
    "没有上年报告", "这一级的单位不查", "有格没有填", "上年报告里没有这些数", "没有可查的文字", "没有可对照的")  # fmt: skip
# Rules that look at the texts of the sections, not at the opening, which tells nothing of the tables.
OF_SECTIONS = ("text-number", "text-sum", "text-percent", "fee-table", "same-text", "personal-data")
OF_FACTS = ("unfinished", "contact", "signed-on")
OF_FILLING = ("blank", "missing-text")  # rules that look at what is missing


def not_looked_at(report: Report, last: Report | None, rule: str, county: County = NO_COUNTY) -> str:
    """Return why a rule had nothing to look at, "" if it had; `last` is last year's report, if it is of the year before."""
    if rule in OF_FILLING:
        return ""
    if rule in OF_COUNTY:
        return _not_looked_at_for_county(report, last, rule, county)
    own = [one for one in report.form.relations if one.id == rule]
    if last is None and (rule == "same-text" or any(one.needs_last for one in own)):
        return NO_LAST
    of_level = [one for one in own if _applies(report, one)]
    if own and not of_level:
        return OTHER_LEVEL
    if any(one.cells for one in of_level):
        return _numbers_missing(report, last, of_level)
    if any(isinstance(one, Mention) and _is_uncounted(report, one) for one in of_level):
        return NO_NUMBERS
    sections = {one.section for one in own if isinstance(one, Mention | Matter)}
    if rule in OF_SECTIONS:
        sections = {section.key for section in report.form.text_sections}
    if rule not in OF_FACTS and not _has_text(report, sections):
        return NO_TEXT
    return "" if _has_facts(report, last, rule) else NO_FACTS


def _not_looked_at_for_county(report: Report, last: Report | None, rule: str, county: County) -> str:
    if rule == SAME and last is None:
        return NO_LAST
    if can_be_judged(report, judgeable(report, report.numbers()), county, rule):
        return ""
    return NO_NUMBERS if rule == FEES else NO_TEXT


def _applies(report: Report, relation: Relation) -> bool:
    """Return whether a relation is asked of a body of this level."""
    levels: tuple[str, ...] = getattr(relation, "levels", ())
    return not levels or is_of_levels(report, levels)


def _numbers_missing(report: Report, last: Report | None, own: Sequence[Relation]) -> str:
    numbers = judgeable(report, report.numbers())
    if any(name not in numbers for one in own for name in one.cells):
        return NO_NUMBERS
    before: Mapping[str, Number] = judgeable(last, last.numbers()) if last else {}
    return "" if all(name in before for one in own for name in _last_cells(one)) else NO_LAST_NUMBERS


def _is_uncounted(report: Report, mention: Mention) -> bool:
    """Return whether a text need not speak of some numbers unless they are more than 0, and one is blank."""
    numbers = judgeable(report, report.numbers())
    return mention.silence == "right" and any(name not in numbers for name in mention.counted)


def _last_cells(relation: Relation) -> tuple[str, ...]:
    """Return the cells of last year's report that a relation looks at."""
    if isinstance(relation, Carry | AtLeast):
        return (relation.last,)
    if isinstance(relation, Jump):
        return (relation.cell,)
    return (relation.beside,) if isinstance(relation, Needs) else ()


def _has_facts(report: Report, last: Report | None, rule: str) -> bool:
    """Return whether the facts and numbers are there that a rule on texts compares them with."""
    needs = {
        "unfinished": report.values,
        "signed-on": report.year and report.signed_on,
        "contact": any(report.text(name).strip() for name in FORMS),
        "text-number": report.numbers(),
        "fee-table": fee_cell(report.form) in report.numbers(),
        "outdated": report.year,
        "stale-year": report.year,
        "stale-unit": report.unit,
        "same-text": last and _has_text(last, {section.key for section in report.form.text_sections}),
    }
    return bool(needs.get(rule, True))


def _has_text(report: Report, sections: Set[str]) -> bool:
    """Return whether anything is written in one of these sections; in any text, if there are none."""
    return any(is_seen(text) for name, text in report.texts() if not sections or text_place(name)[0] in sections)
