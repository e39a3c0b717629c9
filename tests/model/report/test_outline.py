"""The printed order, and what is printed of what is empty."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.report.blocks import Heading, Paragraph, SignOff, Table, Title
from model.report.cell_numbers import number_shown
from model.report.outline import NOTHING, one_line, outline, paragraphs, printable, shortened, unprintable_count
from model.report.report import Part, Report
from tests.model.draft.test_toml_format import REPORTS


def section(report: Report, key: str) -> list:
    """The blocks between a section's heading and the next."""
    blocks = outline(report)
    start = blocks.index(Heading(1, report.form.section(key).heading)) + 1
    ends = [
        place for place, block in enumerate(blocks) if isinstance(block, SignOff) or getattr(block, "level", 0) == 1
    ]
    return blocks[start : next(end for end in ends if end >= start)]


def printed(form, *parts: Part) -> list[tuple[int, str]]:
    """Level (0: running text) and words of what is printed of the first section."""
    return [(getattr(one, "level", 0), one.text) for one in section(Report(form, {"overview": parts}), "overview")]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(REPORTS)
def test_any_report_is_printed_from_the_title_through_the_forms_sections_to_the_sign_off(report):
    blocks = outline(report)
    assert isinstance(blocks[0], Title) and isinstance(blocks[-1], SignOff)
    headings = [block.text for block in blocks if isinstance(block, Heading) and block.level == 1]
    assert headings == [one.heading for one in report.form.sections]
    for one in report.form.sections:
        inside = section(report, one.key)
        assert inside and (not one.grid or [type(block) for block in inside] == [Table])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(REPORTS)
def test_a_table_shows_every_number_and_0_for_a_blank(report):
    shown = {
        name: words for block in outline(report) if isinstance(block, Table) for name, words in block.shown.items()
    }
    assert shown == {name: number_shown(report.numbers().get(name, 0)) for name in report.form.cells}


def test_an_empty_report_prints_nothing_but_what_the_form_has(form):
    blocks = outline(Report(form))
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == [NOTHING] * len(form.text_sections)
    assert blocks[-1] == SignOff("", None, False)


@pytest.mark.parametrize(
    "parts",
    [(), (Part("", " \n\t"),), (Part("主动公开", ""), Part("监督保障", " ")), (Part("", ""), Part("", "\x01"))],
    ids=["no part", "blanks", "proposed headings", "what cannot be printed"],
)
def test_a_section_in_which_nobody_has_written_prints_wu(form, parts):
    assert printed(form, *parts) == [(0, NOTHING)]


def test_what_shows_nothing_is_not_printed(form):
    assert printed(form, Part("", "\v\u200d \x02\n\u200b")) == [(0, NOTHING)]
    assert printed(form, Part("\u200b", "甲\u200d乙\n\u2060")) == [(0, "甲\u200d乙")]


def test_headings_are_numbered_in_the_order_in_which_they_are_printed(form):
    parts = (Part("", "先说一句。"), Part("甲", "一。"), Part("监督保障", ""), Part("（七）乙", "二。"), Part("丙", ""))
    assert printed(form, *parts) == [
        (0, "先说一句。"), (2, "（一）甲"), (0, "一。"), (2, "（二）乙"), (0, "二。"), (2, "（三）丙"),
    ]  # fmt: skip


def test_the_eleventh_heading_is_numbered_as_in_running_chinese(form):
    headings = [words for level, words in printed(form, *(Part(f"甲{n}", "x") for n in range(1, 22))) if level == 2]
    assert (headings[9], headings[10], headings[20]) == ("（十）甲10", "（十一）甲11", "（二十一）甲21")


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("1.加强学习", 3),
        ("12、加强学习", 3),
        ("1.5万元收费", 0),
        ("1.加强学习。", 0),
        ("1.加强学习；", 0),
        ("123.加强学习", 0),
        ("1." + "长" * 30, 3),
        ("1." + "长" * 31, 0),
        ("加强学习", 0),
    ],
)
def test_a_short_numbered_line_is_a_heading_of_the_third_level(form, line, level):
    assert printed(form, Part("", line)) == [(level, line)]


@given(st.text())
def test_paragraphs_are_lines_with_something_to_see(text):
    found = [one.text for one in paragraphs(text)]
    assert all(line and line == line.strip() == printable(line) for line in found)
    assert paragraphs("\n".join(found)) == paragraphs(text)


def test_any_end_of_a_line_ends_a_paragraph_and_a_line_break_does_not():
    assert [one.text for one in paragraphs(" 甲\r\n\r\n乙\r丙\u2028丁\u2029戊\x0b己\n ")] == [
        "甲",
        "乙",
        "丙",
        "丁",
        "戊\x0b己",
    ]


def test_what_no_page_can_show_is_left_out_and_counted(form):
    report = Report(
        form, {"unit": "甲\x00镇", "opening": "开\x01头\n尾", "overview": (Part("标\x02题", "文\ud800字\t。"),)}
    )
    assert unprintable_count(report) == 4
    words = [block.text for block in outline(report) if isinstance(block, Heading | Paragraph)]
    assert {"开头", "尾", "（一）标题", "文字\t。"} <= set(words)


def test_the_title_and_the_sign_off_name_the_body(form):
    report = Report(form, {"unit": " 甲镇 ", "year": 2025, "signoff.date": date(2026, 1, 9), "signoff.seal": True})
    blocks = outline(report)
    assert "".join(blocks[0].lines) == report.title and blocks[0].lines[0].endswith("甲镇")
    assert blocks[-1] == SignOff("甲镇", date(2026, 1, 9), True)


def test_what_is_shown_of_a_value_is_short_and_on_one_line():
    assert shortened("一二三", 3) == "一二三" and shortened("一二三四", 3) == "一二三…"
    assert one_line(" 一\n二\t 三 ", 9) == "一 二 三" and one_line("一\n" * 9, 3) == "一 一…"
