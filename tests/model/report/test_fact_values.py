"""What the fields of 基本信息 take, and what they show again."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.report.fact_values import fact_shown, fact_typed
from model.report.report import Unfinished


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("year", "2021", 2021),
        ("year", " ２０２１ 年 ", 2021),
        ("signoff.date", "2022年1月10日", date(2022, 1, 10)),
        ("signoff.date", "2022 年 1 月 10 日", date(2022, 1, 10)),
        ("signoff.date", "2022-1-10", date(2022, 1, 10)),
        ("signoff.date", "2022.01.10", date(2022, 1, 10)),
        ("signoff.date", "２０２２／１／１０", date(2022, 1, 10)),
        ("signoff.date", "20220110", date(2022, 1, 10)),
        ("contact.telephone", "０４７０－８９４２９３２ ", "0470-8942932"),
        ("contact.email", "ａ＠ｂ．ｃｎ", "a@b.cn"),
        ("contact.address", "１号 ", "１号 "),
        ("unit", "某镇", "某镇"),
    ],
)
def test_what_is_meant_is_taken_however_it_is_typed(name, text, value):
    assert fact_typed(name, text) == (value, "")


@pytest.mark.parametrize("name", ["year", "signoff.date", "contact.postcode", "unit"])
def test_an_empty_field_is_blank_and_no_fault(name):
    assert fact_typed(name, "") == (None, "")


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("year", "21", "四位年份"),
        ("year", "二〇二一", "四位年份"),
        ("year", "1021", "四位年份"),
        ("year", "20211", "四位年份"),
        ("signoff.date", "2022年2月30日", "没有这一天"),
        ("signoff.date", "2022年13月1日", "没有这一天"),
        ("signoff.date", "2022年1月", "2022年1月10日"),
        ("signoff.date", "1月10日", "2022年1月10日"),
        ("signoff.date", "0022-01-10", "2022年1月10日"),
    ],
)
def test_what_cannot_be_is_not_taken_and_it_is_said_why(name, text, words):
    value, why = fact_typed(name, text)
    assert value is None and words in why


@given(st.dates(date(2008, 1, 1), date(2099, 12, 31)))
def test_any_date_that_is_shown_is_taken_again(day):
    assert fact_typed("signoff.date", fact_shown(day)) == (day, "")


def test_what_is_no_value_is_shown_as_it_was_typed():
    assert [fact_shown(value) for value in (None, 2021, Unfinished("2021.."), "某镇")] == ["", "2021", "2021..", "某镇"]
