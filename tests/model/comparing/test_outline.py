"""The comparison of two reports as it is printed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.comparing.outline import COLUMN_WIDTHS_TWIPS, comparison_outline
from model.form.form import load_form
from model.report.blocks import Heading, Paragraph, PlainTable, Title
from model.report.report import Part, Report
from model.years.main_numbers import over_years

CELL = "requests.received.natural"


@pytest.fixture
def this(example) -> Report:
    return example.report


def tables(blocks) -> list[PlainTable]:
    return [block for block in blocks if isinstance(block, PlainTable)]


def row_of(blocks, words: str) -> tuple[str, ...]:
    return next(row for table in tables(blocks) for row in table.rows if row[0].endswith(words))


def test_it_is_titled_with_both_years_and_follows_the_forms_tables(this, form):
    last = replace(this, values=this.values | {"year": 2024})
    blocks = comparison_outline(this, last)
    assert blocks[0] == Title((this.unit, "2025年与2024年政府信息公开年报对照表"))
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    assert headings == [section.heading for section in form.sections if section.grid]
    assert tables(blocks)[0].rows[0] == ("项目", "2024年", "2025年", "增减", "")
    assert "未知年度" in comparison_outline(Report(form), last)[0].lines[1]


@pytest.mark.parametrize(
    ("before", "now", "shown"),
    [
        (10, 12, ("10", "12", "+2", "变")),
        (12, 10, ("12", "10", "−2", "变")),
        (1, 10, ("1", "10", "+9", "大变")),
        (0, 4, ("0", "4", "+4", "大变")),
        (7, 7, ("7", "7", "", "")),
    ],
)
def test_a_number_stands_beside_the_others_with_what_it_grew_by(this, before, now, shown):
    now_report, last = (replace(this, values=this.values | {CELL: number}) for number in (now, before))
    assert row_of(comparison_outline(now_report, last), "申请数量 · 自然人")[1:] == shown


def test_a_blank_has_neither_growth_nor_mark(this):
    last = replace(this, values={name: value for name, value in this.values.items() if name != CELL})
    row = row_of(comparison_outline(this, last), "申请数量 · 自然人")
    assert row[2] == "10" and row[3:] == ("", "") and row[1] not in ("0", "10")


def test_rows_that_are_0_or_blank_in_both_are_mentioned_only(form):
    blocks = comparison_outline(Report(form, dict.fromkeys(form.inputs, 0)), Report(form))
    assert len(tables(blocks)) == 1  # that of the texts
    said = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert said.count("各格在两份报告里都是 0 或没有填。") == sum(bool(section.grid) for section in form.sections)


def test_numbers_that_the_form_has_no_cell_for_are_counted(form):
    old = load_form("2019")
    foreign = [name for name in old.inputs if name.startswith("disclosure.") and name not in form.cells]
    last = Report(old, dict.fromkeys(foreign, 3))
    said = [block.text for block in comparison_outline(Report(form), last) if isinstance(block, Paragraph)]
    numbers = [name for name in last.numbers() if name not in form.cells and name.startswith("disclosure.")]
    assert f"对照的报告另有 {len(numbers)} 个数，本报告的格式没有这些格，没有列出。" in said


def test_texts_are_counted_and_their_same_sentences_told_as_a_share(form):
    this = Report(form, {"overview": (Part("", "甲句。 乙句。"),), "remarks": (Part("", "新。"),)})
    last = Report(form, {"overview": (Part("", "甲句。丙句丙。"),)})
    (table,) = tables(comparison_outline(this, last))
    assert [row[1:4] for row in table.rows[1:]] == [("7", "6", "50%"), ("0", "2", "0%")]


def test_a_source_of_counts_that_changed_is_told(this):
    name = "disclosure_sources.licences"
    new, old = (replace(this, values=this.values | {name: text}) for text in ("新台账", "旧台账"))
    lines = [block.text for block in comparison_outline(new, old) if isinstance(block, Paragraph)]
    assert "“行政许可”的来源：旧台账 → 新台账" in lines
    assert not any("来源" in block.text for block in comparison_outline(new, new) if isinstance(block, Paragraph))


def test_the_main_numbers_of_all_known_years_come_last(last):
    this = replace(last, values=last.values | {"requests.received.natural": 30})
    years = over_years({2023: last, 2024: last, 2025: this})
    table = comparison_outline(this, last, years)[-1]
    assert table.rows[0] == ("项目", "2023年", "2024年", "2025年") and len(table.widths) == 4
    assert sum(table.widths) == sum(COLUMN_WIDTHS_TWIPS)
    received = next(row for row in table.rows if row[0] == "新收")
    assert received[1] == received[2] != received[3]
    assert comparison_outline(this, last)[-1].rows[0][0] == "部分"  # none are known
