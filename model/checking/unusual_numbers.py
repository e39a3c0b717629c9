"""Numbers that are allowed and still seldom right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from model.checking.facts.level import is_of_levels
from model.findings.finding import Finding
from model.form.form import Form
from model.form.unusual import Jump
from model.report.cell_numbers import Number, number_shown
from model.report.report import Report

Numbers = Mapping[str, Number]
MOST_TOLD = 6  # jumps of one finding that are written out


def unusual_findings(
    report: Report, numbers: Numbers, last: Numbers, replaced: Set[str] = frozenset()
) -> Iterator[Finding]:
    """Yield jumps since last year, amounts that are too large for the body, numbers without the one that they need.

    `numbers` are the report's, totals included, `last` those of last year's; {}: none.
    `replaced` are the ids of rules on amounts in whose place a county's stand."""
    yield from _mosts(report, numbers, replaced)
    if last:
        yield from _needs(report.form, numbers, last)
        yield from _jumps(report.form, numbers, last)


def _mosts(report: Report, numbers: Numbers, replaced: Set[str]) -> Iterator[Finding]:
    for rule in report.form.mosts:
        number = None if rule.id in replaced else numbers.get(rule.cell)
        if number is not None and number > rule.most and is_of_levels(report, rule.levels):
            message = (
                f"“{report.form.label(rule.cell)}”填了 {number_shown(number)}，大于 {number_shown(rule.most)}"
                f"（这是程序提醒的界限，不是规定）。{rule.advice}"
            )
            yield Finding(rule.id, rule.severity, (rule.cell,), message, about=str(number))


def _needs(form: Form, numbers: Numbers, last: Numbers) -> Iterator[Finding]:
    for rule in form.needs:
        number, other = numbers.get(rule.cell), numbers.get(rule.beside)
        if number and other == 0 == last.get(rule.beside):
            message = (
                f"“{form.label(rule.cell)}”是 {number_shown(number)}，"
                f"“{form.label(rule.beside)}”今年和上年都是 0。{rule.advice}"
            )
            yield Finding(rule.id, rule.severity, (rule.cell, rule.beside), message, about=str(number))


def _jumps(form: Form, numbers: Numbers, last: Numbers) -> Iterator[Finding]:
    """Yield what has jumped, in one finding for each section; what last year's report fixes is another relation's."""
    fixed = {carry.this for carry in form.carries}
    jumped: dict[tuple[str, str, str, str], list[str]] = {}
    for rule in form.jumps:
        if rule.cell not in fixed and _has_jumped(rule, numbers.get(rule.cell), last.get(rule.cell)):
            section = rule.cell.partition(".")[0]
            jumped.setdefault((rule.id, rule.severity, section, rule.advice), []).append(rule.cell)
    for (rule_id, severity, section, advice), cells in jumped.items():
        told = "；".join(
            f"“{form.label_within(cell)}”上年 {number_shown(last[cell])}，今年 {number_shown(numbers[cell])}"
            for cell in cells[:MOST_TOLD]
        )
        more = f"；还有 {len(cells) - MOST_TOLD} 处" if len(cells) > MOST_TOLD else ""
        message = f"“{form.section(section).tab}”与上年相差很大：{told}{more}。{advice}"
        about = " ".join(f"{last[cell]} {numbers[cell]}" for cell in cells)
        yield Finding(rule_id, severity, tuple(cells), message, about=about)


def _has_jumped(rule: Jump, this: Number | None, before: Number | None) -> bool:
    if this is None or before is None or max(this, before) < rule.floor:
        return False
    return max(this, before) >= rule.times * min(this, before)
