"""What a county demands, in clear words."""

from __future__ import annotations

import pytest

from model.county.county import OutdatedWords
from model.county.reader import read_county
from model.county.words import lines_about, outdated_words
from model.form.form import load_form
from tests.model.county.files import EXAMPLE_COUNTY, county_of


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_every_demand_is_told(edition):
    said = "\n".join(lines_about(read_county(EXAMPLE_COUNTY.read_bytes()), load_form(edition)))
    for words in (
        "每年 1 月 20 日前", "县政府办公室政务公开股，电话0470-1234567", "一、总体情况：“政务公开专区”一节。各乡镇要单列一节",
        "上年问题的整改（写到“上年”、“上一年”、“整改”就算）", "不少于 200 字，不超过 2000 字", "不超过 40%", "不超过 5 万元",
        "“政务微博”，改写“政务新媒体”", "“放管服”，2023 年及以前的报告可以写", "其他事项：本年度，本机关",
    ):  # fmt: skip
        assert words in said


def test_where_nothing_is_demanded_nothing_is_told():
    assert list(lines_about(county_of(""), load_form("2021"))) == []


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [(0, 0, "“甲”"), (2020, 0, "“甲”，2020 年起的报告可以写"), (2020, 2022, "“甲”，2020 年至2022 年的报告可以写")],
)
def test_the_years_of_words(first, last, said):
    assert outdated_words(OutdatedWords(("甲",), "", first, last)) == said
