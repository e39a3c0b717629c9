"""自查表: every rule, both its sides, what came of it and the reasons given, on one page for the deputy head to sign."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from model.checking.county_demands import county_titles, replaced_rules
from model.checking.facts.last import RULE as LAST
from model.checking.facts.year import RULE as YEAR
from model.checking.sheet.looked_at import not_looked_at
from model.checking.sheet.relation_sides import sides
from model.checking.texts.basis import fitting
from model.checking.texts.too_long import TOO_LONG, UNCHECKED
from model.county.county import NAME, NO_COUNTY, County
from model.findings.finding import SHAPES, Checked, Finding
from model.form.form import Form
from model.report.blocks import Block, Paragraph, PlainTable, Title
from model.report.cell_numbers import Number, number_shown
from model.report.disclosure_sources import source_cells, source_labels
from model.report.outline import printable
from model.report.report import Confirmed, Report

Numbers = Mapping[str, Number]
COLUMN_WIDTHS_TWIPS = (2800, 2200, 895, 2950)
# Above the table: below it, a page of its own might be left for them.
SIGNATURES = "经办：＿＿＿＿　分管领导：＿＿＿＿　日期：＿＿＿＿"
LAST_YEARS = "（上年写的，还没有核对）"
# The rules that hold for every edition, in the order of the sheet; the form's relations on numbers come before them, what its
# texts must mention behind those on what is filled in.
OF_PLACES = {
    "unfinished": "年度、日期和数都写得对",
    "blank": "各格、基本信息都已填写",
    "missing-text": "各部分文字齐全，有实际内容",
    "contact": "电话、邮箱、邮编没有写错",
    "signed-on": "成文日期与报告年度相合",
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
# Rules that have a row only if they found something.
OF_FOUND = {
    NAME: "按本县的要求填报",
    UNCHECKED: "文字全部查过",
    TOO_LONG: "单位名称、小标题没有长得排不下的",
    YEAR: "报告年度没有写错",
    LAST: "上年的报告读得懂",
}


def sheet_outline(report: Report, last: Report | None, checked: Checked, county: County = NO_COUNTY) -> list[Block]:
    """Return the sheet as it is printed, with what the county demands."""
    last = fitting(report, last)
    own = titles(report.form, county)
    found = (*checked.findings, *(one for one, _ in checked.confirmed))
    # Whatever was found stands on the sheet.
    own |= {one.rule: OF_FOUND.get(one.rule, one.rule) for one in found if one.rule not in own}
    rows = [_row(report, last, checked, rule, title, county) for rule, title in own.items()]
    rows += [("不与其他单位雷同", "", "没有查", "几份报告放在一起才能查"), *_sources(report)]
    about = f"单位：{printable(report.unit) or '＿＿＿＿'}　　报告年度：{report.year or '＿＿＿＿'}"
    return [
        Title(("政府信息公开工作年度报告自查表",)),
        Paragraph(about),
        Paragraph(SIGNATURES),
        PlainTable((("检查的内容", "两边的数", "结果", "说明"), *rows), COLUMN_WIDTHS_TWIPS),
    ]


def _sources(report: Report) -> Iterator[tuple[str, ...]]:
    """Yield a row for each source that is noted, with the counts that come from there."""
    names, numbers = source_cells(report.form), report.numbers()
    for name, label in source_labels(report.form).items():
        if report.text(name).strip():
            yield label, _counts(report, names[name], numbers), "", _source(report, name)


def _counts(report: Report, cells: Sequence[str], numbers: Numbers) -> str:
    shown = [number_shown(numbers.get(cell)) or "未填" for cell in cells]
    if len(cells) == 1:
        return shown[0]
    labels = (report.form.row_and_column(cell)[1] for cell in cells)
    return "，".join(f"{label} {number}" for label, number in zip(labels, shown, strict=True))


def _source(report: Report, name: str) -> str:
    return printable(report.text(name).strip()) + LAST_YEARS * (name in report.notes.proposed)


def titles(form: Form, county: County = NO_COUNTY) -> dict[str, str]:
    """Return what every rule is called on the sheet, by its id, in the order of the sheet."""
    numbers = {one.id: one.title for one in form.relations if one.cells}
    texts = {one.id: one.title for one in form.relations if not one.cells}
    found = {**numbers, **OF_PLACES, **texts, **OF_TEXTS} | numbers | texts | county_titles(county)
    replaced = replaced_rules(form, county)
    return {rule: title for rule, title in found.items() if rule not in replaced}


def _row(
    report: Report, last: Report | None, checked: Checked, rule: str, title: str, county: County
) -> tuple[str, ...]:
    open_ones = [one for one in checked.findings if one.rule == rule]
    reasons = [pair for pair in checked.confirmed if pair[0].rule == rule]
    if not open_ones and not reasons and (why := not_looked_at(report, last, rule, county)):
        return title, "", "没有查", why
    own = [one for one in report.form.relations if one.id == rule]
    both = "；".join(sides(report.form, report.numbers(), last.numbers() if last else {}, own))
    return title, both, _result(open_ones, reasons), _said(open_ones, reasons)


def _result(open_ones: Sequence[Finding], reasons: Sequence[tuple[Finding, Confirmed]]) -> str:
    """Return 相符 or 不符 with the mark and the number of places, those apart that the clerk has confirmed."""
    said = [f"不符{SHAPES[one.severity]}{sum(each.count for each in open_ones)}" for one in open_ones[:1]]
    said += ["不符"] * (not said and bool(reasons))
    said += [f"核实 {sum(one.count for one, _ in reasons)} 处"] * bool(reasons)
    return "，".join(said) or "相符"


def _said(open_ones: Sequence[Finding], reasons: Sequence[tuple[Finding, Confirmed]]) -> str:
    """Return the reasons as the clerk gave them and all that is open, the worst first, whole."""
    said = [f"核实：{by.reason}" for _, by in reasons]
    told = "".join(dict.fromkeys(one.message for one in open_ones))  # whole sentences
    return printable("；".join([*said, *([told] if told else [])]))
