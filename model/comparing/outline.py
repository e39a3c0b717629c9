"""Two reports side by side as blocks: what is printed of a comparison."""

from __future__ import annotations

from collections.abc import Iterator

from model.comparing.comparison import CHANGED, JUMPED, SAME, change_of, unchanged_share
from model.comparing.differences import EMPTY
from model.form.renamed import renames
from model.form.section import Section
from model.report.blocks import Block, Heading, Paragraph, PlainTable, Title
from model.report.cell_numbers import Number, number_shown
from model.report.disclosure_sources import source_labels, sources_section
from model.report.on_form import cells_left_out, on_form
from model.report.outline import printable
from model.report.report import Report, section_of
from model.years.main_numbers import NO_YEARS, Years

COLUMN_WIDTHS_TWIPS = (4400, 1250, 1250, 1250, 695)  # 156 mm in all, the type area [GB/T 9704-2012, 5.2.1]
YEARS_WIDTH_TWIPS = 6300  # of all years together
CHANGE_WORDS = {SAME: "", CHANGED: "变", JUMPED: "大变"}


def comparison_outline(this: Report, last: Report, years: Years = NO_YEARS) -> list[Block]:
    """Return the comparison of two reports as it is printed: each table's numbers, then how much text is the same.

    `years` are the main numbers of all years that are known, which come last."""
    last = on_form(last, this.form)
    blocks: list[Block] = [Title((printable(this.unit), f"{_year(this)}与{_year(last)}政府信息公开年报对照表"))]
    for section in this.form.sections:
        if section.grid:
            blocks += [Heading(1, section.heading), *_numbers(section, this, last)]
        if section == sources_section(this.form):
            blocks += map(Paragraph, _changed_sources(this, last))
    texts = [section for section in this.form.text_sections if this.parts(section.key)]
    rows = [_text_row(section, this, last) for section in texts]
    return [
        *blocks,
        Paragraph("文字部分："),
        PlainTable((("部分", "对照字数", "本报告字数", "相同的句子", ""), *rows), COLUMN_WIDTHS_TWIPS),
        *_over_years(years),
    ]


def _over_years(years: Years) -> Iterator[Block]:
    """Yield a table of the main numbers, a column a year."""
    if years.rows:
        each = YEARS_WIDTH_TWIPS // len(years.years)
        heads = ("项目", *(f"{year}年" for year in years.years))
        yield Paragraph("历年主要数：")
        yield PlainTable(
            (heads, *((row.title, *row.shown) for row in years.rows)),
            (sum(COLUMN_WIDTHS_TWIPS) - each * len(years.years), *(each for _ in years.years)),
        )


def _numbers(section: Section, this: Report, last: Report) -> Iterator[Block]:
    """Yield a table of the cells in which either report has a number but 0, and a sentence on the others."""
    now, before = this.numbers(), last.numbers()
    rows = []
    for cell in section.grid.numbers if section.grid else ():
        one, other = now.get(cell.name), before.get(cell.name)
        if one or other:
            label = this.form.label_within(cell.name)
            rows.append(
                (
                    label,
                    number_shown(other),
                    number_shown(one),
                    _difference(one, other),
                    CHANGE_WORDS[change_of(one, other)],
                )
            )
    if rows:
        yield PlainTable((("项目", _year(last), _year(this), "增减", ""), *rows), COLUMN_WIDTHS_TWIPS)
    if left := _left_out(section, last):
        yield Paragraph(f"对照的报告另有 {left} 个数，本报告的格式没有这些格，没有列出。")
        return
    yield Paragraph("没有列出的格，两份报告都是 0 或没有填。" if rows else "各格在两份报告里都是 0 或没有填。")


def _changed_sources(this: Report, last: Report) -> Iterator[str]:
    """Yield a line for each source of counts that is not what it was."""
    for name, label in source_labels(this.form).items():
        before, now = (report.text(name).strip() for report in (last, this))
        if before != now:
            yield printable(f"{label}：{before or EMPTY} → {now or EMPTY}")


def _left_out(section: Section, last: Report) -> int:
    """Return how many numbers but 0 of the section have no place on this report's form."""
    if last.origin is None:
        return 0
    own, numbers = renames(last.form, last.origin.form).sections.get(section.key, ()), last.origin.numbers()
    return sum(section_of(name) in own and bool(numbers.get(name)) for name in cells_left_out(last))


def _difference(one: Number | None, other: Number | None) -> str:
    if one is None or other is None or one == other:
        return ""
    return f"+{number_shown(one - other)}" if one > other else f"−{number_shown(other - one)}"


def _text_row(section: Section, this: Report, last: Report) -> tuple[str, ...]:
    counts = [report.length(section.key) for report in (last, this)]
    return (section.heading, str(counts[0]), str(counts[1]), f"{unchanged_share(this, last, section.key):.0%}", "")


def _year(report: Report) -> str:
    return f"{report.year}年" if report.year else "未知年度"
