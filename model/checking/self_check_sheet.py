"""自查表: every rule, both its sides, what came of it and the reasons given, on one page for the deputy head to sign."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from model.checking.amounts.charges import fee_cell
from model.checking.contact import FORMS
from model.checking.county_demands import can_be_judged, county_titles, replaced_rules
from model.checking.level import is_of_levels
from model.checking.texts.basis import fitting, judgeable
from model.county.county import NO_COUNTY, OF_COUNTY, SAME, County
from model.findings.finding import SHAPES, Checked, Finding
from model.form.exact_relations import Balance, Carry, Total
from model.form.expected_relations import AtLeast, Mention, Zero
from model.form.form import Form
from model.form.relation import Relation
from model.form.unusual import Matter
from model.report.blocks import Block, Paragraph, PlainTable, Title
from model.report.cell_numbers import Number, number_shown
from model.report.outline import printable, shortened
from model.report.report import Confirmed, Report, text_place

Numbers = Mapping[str, Number]
COLUMN_WIDTHS_TWIPS = (2850, 2500, 895, 2600)
# The rules that hold for every edition, in the order of the sheet; the form's relations on numbers come before them, what its
# texts must mention behind those on what is filled in.
OF_PLACES = {
    "unfinished": "年度、日期和数都写得对",
    "blank": "各格、基本信息都已填写",
    "missing-text": "各部分文字齐全，有实际内容",
    "contact": "电话、邮箱、邮编没有写错",
}
OF_TEXTS = {
    "text-number": "文字里的数与表一致",
    "text-sum": "句内各项相加相符",
    "text-percent": "百分比与数相符",
    "fee-table": "信息处理费计入收费金额",
    "outdated": "没有过时的文件和提法",
    "stale-year": "没有上年留下的年份",
    "stale-unit": "没有别的单位的名称",
    "same-text": "不与上年内容雷同",
    "personal-data": "没有个人信息",
    "writing": "标点、用词、序号规范",
}
SHOWN = {"=": "＝", "<=": "≤"}
ROOM_CHARACTERS, LEAST_CHARACTERS_OF_A_RULE = 140, 11  # characters for what was found, in all, and of one rule
MOST_RELATIONS_WRITTEN_OUT = 3  # relations of one rule whose sides are written out


def sheet_outline(report: Report, last: Report | None, checked: Checked, county: County = NO_COUNTY) -> list[Block]:
    """Return the sheet as it is printed, with what the county demands."""
    last = fitting(report, last)
    rows = [_row(report, last, checked, rule, title, county) for rule, title in titles(report.form, county).items()]
    about = f"单位：{printable(report.unit) or '＿＿＿＿'}　　报告年度：{report.year or '＿＿＿＿'}"
    return [
        Title(("政府信息公开工作年度报告自查表",)),
        Paragraph(about),
        PlainTable((("检查的内容", "两边的数", "结果", "说明"), *rows), COLUMN_WIDTHS_TWIPS),
        Paragraph("填表人：＿＿＿＿　分管领导：＿＿＿＿　日期：＿＿＿"),
    ]


def titles(form: Form, county: County = NO_COUNTY) -> dict[str, str]:
    """Return what every rule is called on the sheet, by its id, in the order of the sheet."""
    numbers = {one.id: one.title for one in form.relations if one.cells}
    texts = {one.id: one.title for one in form.relations if not one.cells}
    found = {**numbers, **OF_PLACES, **texts, **OF_TEXTS} | numbers | texts | county_titles(county)
    replaced = replaced_rules(form, county)
    return {rule: title for rule, title in found.items() if rule not in replaced}


def _relations(form: Form, rule: str) -> list[Relation]:
    return [one for one in form.relations if one.id == rule]


def _row(
    report: Report, last: Report | None, checked: Checked, rule: str, title: str, county: County
) -> tuple[str, ...]:
    open_ones = [one for one in checked.findings if one.rule == rule]
    reasons = [pair for pair in checked.confirmed if pair[0].rule == rule]
    needs_last = rule in ("same-text", SAME) or any(one.needs_last for one in _relations(report.form, rule))
    if needs_last and last is None:
        return title, "没有上年报告", "没有查", ""
    if not _can_be_judged(report, rule, county):
        return title, "", "没有查", ""
    sides = "；".join(_sides(report.form, report.numbers(), last.numbers() if last else {}, rule))
    longest = max(LEAST_CHARACTERS_OF_A_RULE, ROOM_CHARACTERS // max(1, len({one.rule for one in checked.findings})))
    return title, sides, _result(open_ones, reasons), _said(open_ones, reasons, longest)


def _can_be_judged(report: Report, rule: str, county: County) -> bool:
    """Return whether what a rule looks at is there: a rule that had nothing to look at has not been kept."""
    form, numbers, own = report.form, judgeable(report, report.numbers()), _relations(report.form, rule)
    if rule in OF_COUNTY:
        return can_be_judged(report, numbers, county, rule)
    of_level = [one for one in own if _applies(report, one)]
    if own and not of_level:
        return False
    cells = [name for one in of_level for name in one.cells]
    if cells:
        return all(name in numbers for name in cells)
    if rule in ("blank", "missing-text"):
        return True
    if rule == "unfinished":
        return bool(report.values)
    if rule == "contact":
        return any(report.text(name).strip() for name in FORMS)
    sections = {one.section for one in own if isinstance(one, Mention | Matter)}
    needs = {
        "stale-year": report.year,
        "outdated": report.year,
        "stale-unit": report.unit,
        "fee-table": fee_cell(form) in numbers,
    }
    return _has_text(report, sections) and bool(needs.get(rule, True))


def _applies(report: Report, relation: Relation) -> bool:
    """Return whether a relation is asked of a body of this level."""
    levels: tuple[str, ...] = getattr(relation, "levels", ())
    return not levels or is_of_levels(report, levels)


def _has_text(report: Report, sections: Set[str]) -> bool:
    """Return whether anything is written in one of these sections; in any text, if there are none."""
    return any(text.strip() for name, text in report.texts() if not sections or text_place(name)[0] in sections)


def _result(open_ones: Sequence[Finding], reasons: Sequence[tuple[Finding, Confirmed]]) -> str:
    said = [f"不符{SHAPES[one.severity]}{sum(each.count for each in open_ones)}" for one in open_ones[:1]]
    said += [f"核实 {sum(one.count for one, _ in reasons)} 处"] * bool(reasons)
    return "，".join(said) or "相符"


def _said(open_ones: Sequence[Finding], reasons: Sequence[tuple[Finding, Confirmed]], longest: int) -> str:
    """Return the reasons whole, as the clerk was told; of what is open the beginning."""
    said = [f"核实：{by.reason}" for _, by in reasons]
    said += [shortened(one.message, longest) for one in open_ones[:1]]
    return printable("；".join(said))


def _sides(form: Form, numbers: Numbers, last: Numbers, rule: str) -> Iterator[str]:
    """Both sides of the rule's relations, kind by kind."""
    own = _relations(form, rule)
    if totals := sum(isinstance(one, Total) for one in own):
        yield f"{totals} 处，由程序相加"
    balances = [one for one in own if isinstance(one, Balance)]
    for balance in balances[-1:]:  # of several lanes the last is that of the totals
        yield f"{_sum(balance.left, numbers)}{SHOWN[balance.sign]}{_sum(balance.right, numbers)}"
    carries = [one for one in own if isinstance(one, Carry)]
    following = [one for one in carries if one.plus or one.minus]
    for carry in [one for one in carries if one not in following][-1:]:
        yield f"{_shown(numbers.get(carry.this))}，上年 {_shown(last.get(carry.last))}"
    for carry in following[:MOST_RELATIONS_WRITTEN_OUT]:
        yield f"{form.row_and_column(carry.this)[0]} {_followed(carry, numbers, last)}"
    for least in [one for one in own if isinstance(one, AtLeast)][:MOST_RELATIONS_WRITTEN_OUT]:
        yield f"{_shown(numbers.get(least.this))}≥{_shown(last.get(least.last))}"
    if zeros := [one for one in own if isinstance(one, Zero)][:MOST_RELATIONS_WRITTEN_OUT]:
        yield "、".join(_shown(numbers.get(one.cell)) for one in zeros)


def _followed(carry: Carry, numbers: Numbers, last: Numbers) -> str:
    around = "".join(f"＋{_shown(numbers.get(name))}" for name in carry.plus)
    around += "".join(f"－{_shown(numbers.get(name))}" for name in carry.minus)
    return f"{_shown(numbers.get(carry.this))}＝{_shown(last.get(carry.last))}{around}"


def _sum(names: Sequence[str], numbers: Numbers) -> str:
    return "＋".join(_shown(numbers.get(name)) for name in names)


def _shown(number: Number | None) -> str:
    return "未填" if number is None else number_shown(number)
