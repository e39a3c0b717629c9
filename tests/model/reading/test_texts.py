"""The parts of a section's text, and what of a page is the site's."""

from __future__ import annotations

import pytest

from model.reading.formats.source_blocks import Line
from model.reading.texts import is_of_site, parts_of


def parts(*texts: str) -> list[tuple[str, str]]:
    return [(part.heading, part.text) for part in parts_of([Line(text, "") for text in texts], styled=False)]


def test_a_heading_on_a_line_of_its_own_or_at_the_head_of_a_paragraph_begins_a_part():
    assert parts("话。", "（一）主动公开", "公开了。", "又公开了。", "（二）依申请公开。收到3件。") == [
        ("", "话。"),
        ("主动公开", "公开了。\n又公开了。"),
        ("依申请公开", "收到3件。"),
    ]


@pytest.mark.parametrize("mark", ["（一）", "(一)", "（ 一 ）", "## （一）", "（一）、"])
def test_its_number_is_no_part_of_a_heading(mark):
    assert parts(f"{mark}主动公开") == [("主动公开", "")]


@pytest.mark.parametrize(
    "line",
    [
        "一、主动公开",
        "1.主动公开",
        "（1）主动公开",
        "（一）2021年收到3件",
        "（一）" + "很长的一句话没有句号" * 3,
        "（一）人少；",
    ],
)
def test_what_is_no_heading_stays_as_it_is(line):
    assert parts(line) == [("", line)]


def test_where_styles_say_what_is_a_heading_nothing_else_is():
    lines = [Line("（一）主动公开。", "", level=2), Line("（二）这一句是正文。", ""), Line("1.小标题", "", level=3)]
    (part,) = parts_of(lines, styled=True)
    assert (part.heading, part.text) == ("主动公开。", "（二）这一句是正文。\n1.小标题")


def test_no_text_has_no_parts():
    assert parts() == []


@pytest.mark.parametrize(
    "line",
    [
        "主办单位：某县人民政府办公室",
        "京ICP备1号",
        "打印本页",
        "发布时间：2022-01-10",
        "上一篇：通知",
        "【字体：大 中 小】",
        "来源：本站",
        "技术支持：某公司",
    ],
)
def test_what_stands_around_an_article_is_the_sites(line):
    assert is_of_site(line)


@pytest.mark.parametrize(
    "line",
    [
        "全年在门户网站发布信息3条。",
        "我镇按时发布年度报告。",
        "各科室的信息来源于日常工作。",
        "县融媒体中心提供技术支持，全年没有故障。",
        "",
    ],
)
def test_a_sentence_that_speaks_of_the_site_is_the_reports(line):
    assert not is_of_site(line)
