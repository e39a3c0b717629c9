"""自查表: every rule, both its sides, what came of it and the reasons given, on one page for the deputy head to sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.checking.texts.basis import fitting, judgeable
from model.findings.finding import SHAPES, Checked, Finding
from model.form.exact_relations import Balance, Carry, Total
from model.form.expected_relations import AtLeast, Zero
from model.form.form import Form
from model.report.blocks import Block, Paragraph, PlainTable, Title
from model.report.cell_numbers import Number, number_shown
from model.report.outline import printable, shortened
from model.report.report import Confirmed, Report

Relation = Total | Balance | Carry | AtLeast | Zero
COLUMN_WIDTHS_TWIPS = (2900, 2500, 1045, 2400)
# Every rule in the order of the sheet; those of the form's own relations say both sides.
RULES = {
    "total": "总计＝各项之和",
    "handled": "办理结果总计＝各种结果之和",
    "balance": "新收＋上年结转＝办理结果＋结转下年度",
    "carried-in": "上年结转＝上年报告的结转下年度",
    "in-force": "现行有效＝上年＋制发－废止",
    "pending": "上年尚未审结的案件有下落",
    "regulations-level": "规章由有权制定的机关填报",
    "unfinished": "填写的年度、日期和数都写得对",
    "blank": "各格、基本信息都已填写",
    "missing-text": "各部分文字齐全，有实际内容",
    "fee-silent": "写明信息处理费收取情况",
    "text-number": "文字里的数与表一致",
    "text-sum": "句内各项相加相符",
    "text-percent": "百分比与数相符",
    "stale-year": "没有上年留下的年份",
    "stale-unit": "没有别的单位的名称",
    "same-text": "不与上年内容雷同",
    "personal-data": "没有个人信息",
    "writing": "标点、用词、序号规范",
}
ROOM_CHARACTERS, LEAST_CHARACTERS_OF_A_RULE = 160, 15  # for what was found, in all, and of one rule
MOST_RELATIONS_WRITTEN_OUT = 3  # relations of one rule whose sides are written out


def sheet_outline(report: Report, last: Report | None, checked: Checked) -> list[Block]:
    """The sheet as it is printed."""
    last = fitting(report, last)
    rows = [_row(report, last, checked, rule, title) for rule, title in RULES.items()]
    about = f"单位：{printable(report.unit) or '＿＿＿＿'}　　报告年度：{report.year or '＿＿＿＿'}"
    return [
        Title(("政府信息公开工作年度报告自查表",)),
        Paragraph(about),
        PlainTable((("检查的内容", "两边的数", "结果", "说明"), *rows), COLUMN_WIDTHS_TWIPS),
        Paragraph("填表人：＿＿＿＿　分管领导：＿＿＿＿　日期：＿＿＿"),
    ]


def _row(report: Report, last: Report | None, checked: Checked, rule: str, title: str) -> tuple[str, ...]:
    open_ones = [one for one in checked.findings if one.rule == rule]
    reasons = [pair for pair in checked.confirmed if pair[0].rule == rule]
    needs_last = rule in {
        *(carry.id for carry in report.form.carries),
        *(one.id for one in report.form.at_leasts),
        "same-text",
    }
    if needs_last and last is None:
        return title, "没有上年报告", "没有查", ""
    if not _can_be_judged(report, rule):
        return title, "", "没有查（未填）", ""
    sides = "；".join(_sides(report.form, report.numbers(), last.numbers() if last else {}, rule))
    longest = max(LEAST_CHARACTERS_OF_A_RULE, ROOM_CHARACTERS // max(1, len({one.rule for one in checked.findings})))
    return title, sides, _result(open_ones, reasons), _said(open_ones, reasons, longest)


def _can_be_judged(report: Report, rule: str) -> bool:
    """Whether what a rule looks at is there: a rule that had nothing to look at has not been kept."""
    form, numbers = report.form, judgeable(report, report.numbers())
    relations: tuple[Relation, ...] = (*form.totals, *form.carries, *form.at_leasts, *form.zeros, *form.balances)
    cells = [name for one in relations if one.id == rule for name in _cells_of(one)]
    if cells:
        return all(name in numbers for name in cells)
    if rule in ("blank", "missing-text"):
        return True
    if rule == "unfinished":
        return bool(report.values)
    needs = {"stale-year": report.year, "stale-unit": report.unit}
    return any(text.strip() for _, text in report.texts()) and bool(needs.get(rule, True))


def _cells_of(relation: Relation) -> tuple[str, ...]:
    match relation:
        case Balance():
            return (*relation.left, *relation.right)
        case Carry():
            return (relation.this, *relation.plus, *relation.minus)
        case AtLeast():
            return (relation.this,)
        case _:
            return (relation.cell,)


def _result(open_ones: Sequence[Finding], reasons: Sequence[tuple[Finding, Confirmed]]) -> str:
    said = [f"{SHAPES[one.severity]} {sum(each.count for each in open_ones)} 处" for one in open_ones[:1]]
    said += [f"核实 {sum(one.count for one, _ in reasons)} 处"] * bool(reasons)
    return "，".join(said) or "相符"


def _said(open_ones: Sequence[Finding], reasons: Sequence[tuple[Finding, Confirmed]], longest: int) -> str:
    """The reasons whole, as the clerk was told; of what is open the beginning."""
    said = [f"核实：{by.reason}" for _, by in reasons]
    said += [shortened(one.message, longest) for one in open_ones[:1]]
    return printable("；".join(said))


def _sides(form: Form, numbers: dict[str, Number], last: dict[str, Number], rule: str) -> Iterator[str]:
    """Both sides of the rule's relations; of those that have lanes, the last, which is that of the totals."""
    balances = [one for one in form.balances if one.id == rule]
    for balance in balances[-1:]:
        yield f"{_sum(balance.left, numbers)}＝{_sum(balance.right, numbers)}"
    totals = [one for one in form.totals if one.id == rule]
    if totals:
        yield f"{len(totals)} 处，由程序相加"
    carries = [one for one in form.carries if one.id == rule]
    if carries and not carries[-1].plus:
        yield f"{_shown(numbers.get(carries[-1].this))}，上年 {_shown(last.get(carries[-1].last))}"
    for carry in carries[:MOST_RELATIONS_WRITTEN_OUT] if carries and carries[-1].plus else ():
        around = "".join(f"＋{_shown(numbers.get(name))}" for name in carry.plus)
        around += "".join(f"－{_shown(numbers.get(name))}" for name in carry.minus)
        row = form.row_and_column(carry.this)[0]
        yield f"{row} {_shown(numbers.get(carry.this))}＝{_shown(last.get(carry.last))}{around}"
    for rule_ in [one for one in form.at_leasts if one.id == rule][:MOST_RELATIONS_WRITTEN_OUT]:
        yield f"{_shown(numbers.get(rule_.this))}≥{_shown(last.get(rule_.last))}"
    zeros = [one for one in form.zeros if one.id == rule]
    if zeros:
        yield "、".join(_shown(numbers.get(one.cell)) for one in zeros[:MOST_RELATIONS_WRITTEN_OUT])


def _sum(names: Sequence[str], numbers: dict[str, Number]) -> str:
    return "＋".join(_shown(numbers.get(name)) for name in names)


def _shown(number: Number | None) -> str:
    return "未填" if number is None else number_shown(number)
