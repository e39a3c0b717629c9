"""Numbers in Chinese numerals, as parts are numbered: written, and read back."""

from __future__ import annotations

import re

import pytest

from export.word.document import word_bytes
from model.reading.document import read_bytes
from model.reading.formats.words import number, unnumbered
from model.report.chinese_numerals import TYPED_YEAR, number_of, numeral, year_of
from model.report.outline import NUMBERED, outline
from model.report.report import Part, Report
from ui.document.open_document import OpenDocument
from ui.view.text_tab import TextTab

COUNT = 110


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "一百"), (101, "一百零一"), (110, "一百一十"),
        (111, "一百一十一"), (1000, "一千"), (1001, "一千零一"), (1010, "一千零一十"), (1100, "一千一百"),
        (9999, "九千九百九十九"), (10_000, "10000"),
    ],
)  # fmt: skip
def test_a_number_is_written_as_it_is_said(value, words):
    assert numeral(value) == words


def test_every_number_is_read_back_and_taken_from_before_a_heading():
    for value in range(1, 10_000):
        words = numeral(value)
        assert number_of(words) == value
        assert NUMBERED.sub("", f"（{words}）题") == unnumbered(f"（{words}）题") == "题"


@pytest.mark.parametrize(
    "text", ["（百）题", "（千）题", "（零）题", "（一百", "一百件", "三百，题", "（十百）题", "百一、题"]
)
def test_what_is_no_number_of_a_part_stays(text):
    assert NUMBERED.match(text) is None and number(text) == ""


@pytest.fixture
def many(form) -> Report:
    parts = tuple(Part(f"第{numeral(value)}个题", f"第 {value} 段。") for value in range(1, COUNT + 1))
    return Report(form, {"year": 2021, "unit": "某镇人民政府", "overview": parts})


def test_a_hundred_and_ten_parts_go_through_word_and_back(many):
    assert read_bytes(word_bytes(many), ".docx").report.parts("overview") == many.parts("overview")


def test_a_hundred_and_ten_parts_go_through_a_text_and_back(many):
    text = "\n".join(getattr(block, "text", "") for block in outline(many))
    assert read_bytes(text.encode(), ".txt").report.parts("overview") == many.parts("overview")


def test_the_window_numbers_a_hundred_and_ten_parts(dressed, many):
    tab = TextTab(OpenDocument(many), many.form.section("overview"))
    assert [card._number.text() for card in tab.cards[-2:]] == ["（一百零九）", "（一百一十）"]
    tab.deleteLater()


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2021", 2021), ("2O21", 2021), ("2o21", 2021), ("2〇21", 2021), ("二〇二一", 2021), ("二零二一", 2021),
        ("二○二一", 2021), ("二千零二十一", 2021), ("两千零二十一", 2021), ("二千二十", 2020), ("二千零九", 2009), ("二OO九", 2009),
    ],
)  # fmt: skip
def test_a_year_is_read_however_it_is_typed(text, year):
    assert re.fullmatch(TYPED_YEAR, text) and year_of(text) == year
