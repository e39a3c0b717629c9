"""Lines of a PDF as paragraphs again."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from model.reading.formats.source_blocks import Line, Spot
from model.reading.paragraphs import in_rows, joined, usual_width
from tests.model.reading.broken import NUMBERED, SENTENCES, TITLES, WIDTH


@pytest.mark.parametrize(
    "lines",
    [
        ["公开了文件12件", "答复了申请3件", "没有复议和诉讼"] * 4,
        NUMBERED,
        ["全年主动公开政府信息若干条，没有收到申请，也没有复议诉讼。"] * 8,
        TITLES,
        [*TITLES, "关于村务公开的通知"],
        [*TITLES, "关于做好城乡居民基本医疗保险工作的通知。"],
        SENTENCES,
    ],
)
def test_lists_and_short_paragraphs_of_one_length_are_no_broken_text(lines):
    found = [Line(text, "") for text in lines]
    assert joined(found, usual_width(found)) == found


def test_in_text_a_line_goes_on_behind_no_end_of_a_sentence():
    full = "国" * 27 + "。"
    assert len(joined([Line(full, ""), Line("镇政府。", "")], 56)) == 2


def test_a_line_may_be_in_pieces_that_end_with_pauses():
    full = ["2024年，", "镇政府认真落实上级的各项决策部署和工作", "要求，", "做到了应公开尽公开。"]
    assert [line.text for line in joined([Line(text, "") for text in full], 52)] == ["".join(full)]
    short = ["2024年，", "镇政府没有其他需要报告的", "青禾镇党政办公室（公章）。"]
    assert len(joined([Line(text, "") for text in short], 52)) == 2


def test_in_text_nothing_goes_on_with_a_line_that_may_be_a_title():
    title, text = "国" * 25, "全年公开的信息都经过审核。"
    assert len(joined([Line(title, ""), Line(text, "")], 56)) == 2
    assert len(joined([Line(f"国，{title[2:]}", ""), Line(text, "")], 56)) == 1


@pytest.mark.parametrize(("left", "lines"), [(111, 1), (158, 2), (159, 2), (160, 2), (250, 2)])
@pytest.mark.parametrize("end", ["。", "，", "国"])
def test_on_a_page_a_line_goes_on_where_it_stands_further_left(left, lines, end):
    full = "国" * 25 + end
    found = joined([Line(full, "", spot=Spot(159, 10)), Line("镇政府。", "", spot=Spot(left, 52))], 56)
    assert len(found) == lines


def piece(text: str, left: int, top: int = 50, page: int = 0) -> Line:
    return Line(text, "", place=(page, left), spot=Spot(left, top))


def test_pieces_beside_each_other_are_one_line_and_words_do_not_run_into_each_other():
    row = [
        piece("收到申请", 111),
        piece("12", 207, 47),
        piece("件，答复 PDF", 240),
        piece("Word 各1份", 400),
    ]
    assert [line.text for line in in_rows(row)] == ["收到申请12件，答复 PDF Word 各1份"]
    apart = [piece("一", 111, 50), piece("二", 207, 92), piece("三", 111, 92), piece("四", 300, 92, page=1)]
    assert [line.text for line in in_rows(apart)] == ["一", "二", "三", "四"]


@pytest.mark.parametrize(
    "texts", [("近两年收到", "12", "14"), ("298", "312"), ("3.", "12件"), ("１２", "１４"), ("12", "3.5")]
)
def test_numbers_beside_each_other_stay_two(texts):
    (line,) = in_rows([piece(text, 100 * number) for number, text in enumerate(texts)])
    assert re.findall(r"[\d.]+", line.text) == re.findall(r"[\d.]+", " ".join(texts))


@pytest.mark.parametrize("way", ["text", "page"])
def test_numbers_that_meet_at_the_end_of_a_line_do_not_become_one(way):
    first = "本镇近两年收到政府信息公开申请的件数分别是12"
    numbers = [Line(first, "", spot=Spot(159, 0)), Line("14，比上年有所增加。", "", spot=Spot(111, 42))]
    lines = numbers if way == "page" else [replace(line, spot=None) for line in numbers]
    assert [line.text for line in joined(lines, 56)] == [line.text for line in lines]


@pytest.mark.parametrize("number", ["3", "·3·", "3/12", "3 / 12"])
def test_the_number_of_a_page_is_no_part_of_a_sentence(number):
    lines = ["国" * 26 + "万件", number, "，制发文件。"]
    assert [line.text for line in joined([Line(text, "") for text in lines], 56)] == lines


@pytest.mark.parametrize(
    "lines",
    [
        ("可以发邮件到青禾镇人民政府的公开邮箱咨询，地址是qhz", "zfbgs@163.com。"),
        ("更多信息请登录县政府网站查看，网址：http://www.yunxi", "gov.example/zwgk。"),
    ],
)
def test_an_address_gets_no_blank_where_it_is_broken(lines):
    assert [line.text for line in joined([Line(text, "") for text in lines], 56)] == ["".join(lines)]


def test_a_paragraph_may_be_of_any_number_of_lines():
    texts = ["国，" + "国" * (WIDTH - 2)] * 40_000 + ["国。"]
    found = [Line(text, "") for text in texts]
    pieces = [piece(text, number) for number, text in enumerate(texts)]
    for (one,) in (in_rows(pieces), joined(found, usual_width(found))):
        assert one.text == "".join(texts)
