"""A county's file is taken as a whole, or refused with its place."""

from __future__ import annotations

from decimal import Decimal

import pytest

from model.county.county import Ask, Deadline, LengthDemand, PartDemand
from model.county.reader import MOST_ENTRIES, CountyFault, read_county
from tests.model.county.files import EXAMPLE_COUNTY, county_of


def test_the_example_says_all_that_a_file_can_say():
    county = read_county(EXAMPLE_COUNTY.read_bytes())
    assert county.name == "云溪县" and county.deadline == Deadline(1, 20)
    assert county.ask == Ask("县政府办公室政务公开股", "0470-1234567")
    assert (county.most_same_percent, county.most_fees) == (40, 5)
    assert [one.heading for one in county.parts] == ["政务公开专区"] and county.parts[0].section == "overview"
    assert [one.section for one in county.mentions] == ["overview", "improvement"]
    assert county.lengths[1] == LengthDemand("improvement", 50)
    assert [(one.instead, one.last) for one in county.outdated] == [("政务新媒体", 0), ("", 2023)]
    assert [one.section for one in county.sentences] == ["remarks"]
    empty = [name for name, value in vars(county).items() if not value]
    assert empty == []


def test_only_the_name_is_needed_and_a_section_goes_by_all_its_names():
    assert county_of("") == read_county('\ufeffcounty = "云溪县"\r\n'.encode())
    for name in ("overview", "总体情况", "一、总体情况"):
        assert county_of(f'[[part]]\nsection = "{name}"\nheading = "专区"').parts == (PartDemand("overview", "专区"),)
    assert county_of("[limits]\ncharged = 0.35").most_fees == Decimal("0.35")


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("[limts]", "“limts”本程序不认识"),
        ("[limits]\nfee = 3", r"\[limits\] 的 “fee”本程序不认识"),
        ('[limits]\ncharged = "3"', r"\[limits\] 的 charged 要写成"),
        ("[limits]\ncharged = true", "charged 要写成"),
        ("[limits]\ncharged = nan", "charged 要写成"),
        ("[limits]\ncharged = -inf", "charged 要写成"),
        ("[limits]\ncharged = 1e999999999", "charged 要写成"),
        ("[limits]\ncharged = 0.1234567", "小数不超过 6 位"),
        ("[limits]\nsame_percent = 0", "same_percent 要写成 1 到 100"),
        ("[limits]\nsame_percent = true", "same_percent 要写成 1 到 100"),
        ("limits = 3", r"\[limits\] 不是一组"),
        ("[deadline]\nmonth = 2\nday = 30", "2 月 30 日，不是每年都有"),
        ("[deadline]\nmonth = 2\nday = 29", "不是每年都有"),
        ("[deadline]\nmonth = 2", r"\[deadline\] 的 day"),
        ("[ask]\nname = 3", r"\[ask\] 的 name 没有写"),
        ('[ask]\nname = "a\\u0007"', "看不见的字"),
        ('[[mention]]\nsection = "overview"\nwhat = "解读"\nwords = ["政策\\u200b解读"]', "看不见的字"),
        ("part = 3", r"若干个 \[\[part\]\]"),
        ("part = [3]", r"第 1 个 \[\[part\]\] 不是一组"),
        ('[[part]]\nsection = "overview"', r"第 1 个 \[\[part\]\] 的 heading"),
        ('[[part]]\nsection = "主动公开"\nheading = "甲"', "“主动公开”不是一个写文字的部分，可以写 一、总体情况"),
        ('[[part]]\nsection = "overview"\nheading = "甲\\n乙"', "看不见的字"),
        ('[[mention]]\nsection = "overview"\nwhat = "甲"\nwords = []', "words 要写成一列词"),
        ('[[mention]]\nsection = "overview"\nwhat = "甲"\nwords = "甲"', "words 要写成一列词"),
        ('[[mention]]\nsection = "overview"\nwhat = "甲"\nwords = [" "]', "words 没有写"),
        ('[[length]]\nsection = "overview"', "至少要写一个"),
        ('[[length]]\nsection = "overview"\nshortest = 9\nlongest = 3', "9 比 longest 写的 3 大"),
        ('[[length]]\nsection = "overview"\nlongest = 3\n[[length]]\nsection = "总体情况"\nshortest = 3', "第 2 个"),
        ('[[outdated]]\nwords = ["甲"]\nfrom = 2024\nto = 2020', "2024 比 to 写的 2020 晚"),
        ('[[outdated]]\nwords = ["甲"]\nfrom = 24', "from 要写成"),
        ('[[sentence]]\nsection = "overview"\ntext = ""', r"第 1 个 \[\[sentence\]\] 的 text"),
        ("[[outdated]]\n[[outdated]]\nwords = 1", r"第 1 个 \[\[outdated\]\] 的 words"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_refused_with_its_place(words, place):
    with pytest.raises(CountyFault, match=place) as told:
        county_of(words)
    assert str(told.value).endswith("。")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "是空的"),
        (b" \n", "是空的"),
        (b"x = 1\n" * 2_000_000, "超过 256 KB"),
        (b"\x00\xff\xfe\x9cPK" * 99, "存法不对"),
        ("county = 甲".encode("gbk"), "GBK"),
        (b"PK\x03\x04", "写坏了"),
        (b'draft = 1\nedition = "2021"\n', "是一份年报草稿"),
        (b"x = 1", "没有写是哪个县发的"),
        (b'county = ""', "county 没有写"),
        (b"county = 3", "county 没有写"),
        (b"county = ", "文件末尾|第 1 行"),
        (b'county = "a"\n' + b"[" * 9999, "第 2 行|套得太深"),
        (b'county = "a"\n' + b".".join([b"a"] * 30_000) + b" = 1", "套得太深"),
        (b'county = "a"\nx = ' + b"[" * 500 + b"]" * 500, "套得太深|写坏了"),
        (b'county = "a"\nx = ' + b"9" * 5000, "写坏了"),
        (b'county = "a"\n"' + "键".encode() * 9999 + b'" = 1', "键…?”?本程序不认识|“键{40}”"),
        (f'county = "{"长" * 41}"'.encode(), "不能超过 40 字"),
        (b'county = "a"\n' + b"[[part]]\n" * (MOST_ENTRIES + 1), "不超过 100 个"),
    ],
)  # fmt: skip
def test_a_file_of_another_kind_or_one_that_would_hurt_is_refused(data, why):
    with pytest.raises(CountyFault, match=why) as told:
        read_county(data)
    assert len(str(told.value)) < 200
