"""Where the sections of the form begin in a document, with headings and without."""

from __future__ import annotations

import pytest

from model.form.form import load_form
from model.reading.formats.source_blocks import SIGN_OFF, Found, FoundCell, FoundTable, Line
from model.reading.sections import is_of_table, reports_in, section_marks, sections_due, zones_of
from model.reading.tables.edition_labels import labels_among

FORMS = [load_form("2019"), load_form("2021")]
LABELS = labels_among(FORMS[1], FORMS)
HEADINGS = [section.heading for section in FORMS[1].sections]
KEYS = [section.key for section in FORMS[1].sections]
TABLE = FoundTable(((FoundCell("规章", 0), FoundCell("3", 1)),), "表格 1")


def lines(*texts: str) -> list[Found]:
    return [Line(text, "") for text in texts]


def zones(blocks: list[Found]) -> list[str]:
    return zones_of(blocks, LABELS, section_marks(blocks, LABELS))


def test_what_stands_below_a_heading_is_in_its_section():
    blocks = lines("前面的话。", *(line for heading in HEADINGS for line in (heading, "有一句话。")))
    assert zones(blocks) == ["", *(zone for key in KEYS for zone in ("", key))]


@pytest.mark.parametrize(
    "heading",
    [
        "二、主动公开政府信息情况",
        "二、主动公开政府信息的情况",
        "## 二、主动公开政府信息情况",
        "二 、 主动公开 政府信息情况",
        "二、主动公开情况",
        "主动公开政府信息情况",
        "二、行政机关主动公开政府信息情况",
        "二、主动公开政府信息情况。",
        "二、2024年主动公开政府信息情况（本表数据统计截至2024年12月31日，单位：件）",
    ],
)
def test_a_heading_is_known_however_it_is_written(heading):
    assert zones(lines("一、总体情况", "话。", heading, "规章 3")) == ["", "overview", "", "disclosure"]


@pytest.mark.parametrize(
    "line",
    [
        "（二）主动公开政府信息情况",  # a part
        "全年主动公开政府信息情况良好，详见下表，共公开政府信息若干条，没有一条超过法定的期限",
        "二、依法行政的其他安排",
    ],
)
def test_a_part_and_a_sentence_are_no_heading_of_a_section(line):
    assert zones(lines("一、总体情况", line, "话。"))[2] == "overview"


@pytest.mark.parametrize("heading", ["一、概述", "一、2024年政府信息公开工作的总体情况", "一、工作概况"])
def test_the_first_heading_varies_most(heading):
    assert zones(lines("题目", heading, "话。", *HEADINGS[1:3]))[:4] == ["", "", "overview", ""]


def test_a_number_alone_makes_no_heading_where_there_is_no_other():
    assert zones(lines("一、概述", "话。", "二、任务", "话。")) == [""] * 4


def test_a_table_of_contents_before_the_text_is_not_taken_for_it():
    blocks = lines(*HEADINGS, *(line for heading in HEADINGS for line in (heading, "有一句话。")))
    assert zones(blocks)[len(HEADINGS) :] == [zone for key in KEYS for zone in ("", key)]


def test_where_styles_say_what_is_a_heading_nothing_else_is():
    blocks = [
        Line("一、总体情况", "", level=1),
        Line("二、主动公开政府信息情况", ""),
        Line("某镇人民政府", "", style=SIGN_OFF),
    ]
    assert zones(blocks) == ["", "overview", "overview"]


def test_without_headings_the_tables_part_the_texts():
    blocks = [*lines("主动公开了许多。"), TABLE, *lines("存在的主要问题：人少。", "信息处理费收取情况：没有收取。")]
    assert zones(blocks) == ["overview", "", "improvement", "remarks"]


def test_only_a_section_with_another_behind_it_is_known_to_be_whole():
    found = section_marks(lines(*HEADINGS[:3]), LABELS)
    assert sections_due(LABELS, found, []) == set(KEYS[:2])


def test_what_stands_between_two_sections_is_a_section_too():
    found = section_marks(lines(HEADINGS[0], HEADINGS[4], HEADINGS[5]), LABELS)
    assert sections_due(LABELS, found, []) == set(KEYS[:5])


@pytest.mark.parametrize("between", [[], ["某镇2021年政府信息公开工作年度报告"], ["（一）主动公开情况……1"]])
@pytest.mark.parametrize("form", ["{}", "{}……3", "{}\t3"])
def test_a_table_of_contents_is_no_report_of_its_own(between, form):
    contents = [form.format(heading) for heading in HEADINGS]
    contents[1:1] = between[:1] if between and between[0].startswith("（") else []
    blocks = lines(*contents, *between, *(line for heading in HEADINGS for line in (heading, "有一句话。")))
    assert reports_in(blocks, section_marks(blocks, LABELS)) == [blocks]
    assert zones(blocks)[-2 * len(HEADINGS) :] == [zone for key in KEYS for zone in ("", key)]


def test_headings_without_contents_that_do_not_come_again_stay_headings():
    assert zones(lines(*HEADINGS, "有一句话。")) == [""] * len(HEADINGS) + [KEYS[-1]]


def test_sections_numbered_as_parts_are_found_where_no_other_numbers_stand():
    headings = [f"（{heading[0]}）{heading[2:]}" for heading in HEADINGS]
    blocks = lines(*(line for heading in headings for line in (heading, "1.主动公开", "有一句话。")))
    assert zones(blocks) == [zone for key in KEYS for zone in ("", key, key)]


def test_two_reports_in_a_document_are_parted_before_the_title_of_the_second():
    contents = [line for heading in HEADINGS for line in (heading, "有一句话。")]
    one = lines("某镇2020年政府信息公开工作年度报告", *contents)
    two = lines("某镇2021年政府信息公开工作年度报告", *contents)
    both = [*one, *two]
    assert reports_in(both, section_marks(both, LABELS)) == [one, two]
    assert reports_in(one, section_marks(one, LABELS)) == [one]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (TABLE, True),
        (FoundTable(((FoundCell("索引号", 0),),), ""), False),
        (Line("规章 3 0 1", ""), True),
        (Line("3", ""), True),
        (Line("规章是这样说的 3", ""), False),
        (Line("", ""), False),
    ],
)
def test_a_line_of_the_forms_words_and_numbers_is_of_a_table(block, expected):
    assert is_of_table(block, LABELS) == expected
