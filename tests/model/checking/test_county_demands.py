"""What a county demands: each demand alone broken, and a report that keeps them all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.checking.copies import Copies, texts_of
from model.checking.run import check
from model.checking.sheet.self_check_sheet import sheet_outline, titles
from model.county.county import NO_COUNTY, OF_COUNTY, County
from model.county.reader import read_county
from model.findings.finding import WARNING, Finding
from model.form.form import load_form
from model.report.blocks import PlainTable
from model.report.report import Confirmed, Notes, Part, Report
from tests.model.checking.reports import CLEAN, LAST, changed
from tests.model.county.files import EXAMPLE_COUNTY, county_of

DEMANDS = """
[ask]
name = "王主任"
telephone = "0470-1234567"
[limits]
charged = 5
same_percent = 20
[[part]]
section = "总体情况"
heading = "政务公开专区"
words = ["公开专区"]
says = "要单列一节写专区"
[[mention]]
section = "问题与改进"
what = "上年问题的整改"
words = ["整改"]
[[length]]
section = "问题与改进"
shortest = 20
longest = 1500
[[outdated]]
words = ["政务微博"]
instead = "政务新媒体"
[[outdated]]
words = ["放管服"]
to = 2020
[[sentence]]
section = "其他事项"
text = "政务公开的经费都列入了预算，印制的资料都免费发给群众，群众取用很方便。"
"""
COUNTY = county_of(DEMANDS)
OVERVIEW = (*CLEAN.parts("overview"), Part("公开专区建设", "便民大厅里有两台查询机，群众常来用。"))
IMPROVEMENT = (Part("存在的主要问题", "公开栏换得不勤，已经按月整改，由党政办每月检查一次，记入台账。"),)
KEPT = changed(overview=OVERVIEW, improvement=IMPROVEMENT)


def told(report: Report, county: County = COUNTY, last: Report | None = LAST) -> list[Finding]:
    return [one for one in check(report, last, county).findings if one.rule in OF_COUNTY]


def with_values(**values: object) -> Report:
    new = KEPT.values | {name.replace("__", "."): value for name, value in values.items()}
    return replace(KEPT, values=new)


def with_end(text: str) -> Report:
    return with_values(overview=(*OVERVIEW[:-1], Part(OVERVIEW[-1].heading, OVERVIEW[-1].text + text)))


def test_a_report_that_keeps_them_all_is_told_of_none():
    assert told(KEPT) == [] and check(KEPT, LAST, COUNTY) == check(KEPT, LAST)


BROKEN = {
    "county-part": (with_values(overview=OVERVIEW[:-1]), "没有“政务公开专区”一节。请补上。要单列一节写专区。"),
    "county-mention": (
        with_values(improvement=(Part("", "公开栏换得不勤，以后按月换，由党政办每月检查一次，记入台账。"),)),
        "“五、问题与改进”没有写上年问题的整改。",
    ),
    "county-length": (with_values(improvement=(Part("", "公开栏已经整改。"),)), "不到 50 字，要求不少于 20 字，不超过 1500 字"),
    "county-charged": (with_values(disclosure__fees__amount=6), "填了 6 万元，要求不超过 5 万元"),
    "county-outdated": (with_end("开通了政务微博。"), "里写着“政务微博”。请改写“政务新媒体”。"),
}  # fmt: skip


@pytest.mark.parametrize("rule", BROKEN)
def test_each_that_is_broken_is_told_with_whose_it_is_and_whom_to_ask(rule):
    report, words = BROKEN[rule]
    (one,) = told(report)
    assert (one.rule, one.severity) == (rule, WARNING) and words in one.message
    assert one.message.endswith("这是云溪县的要求。有疑问请问王主任，电话0470-1234567。")
    assert told(report, NO_COUNTY) == []
    confirmed = replace(report, notes=Notes(confirmed=(Confirmed(rule, one.cells, "县里同意", one.about),)))
    assert told(confirmed) == []


def test_what_is_said_instead_mends_it_and_words_of_other_years_are_told():
    (one,) = told(with_end("开通了政务微博。"))
    assert "开通了政务新媒体。" in one.edits[0].value
    (one,) = told(with_end("推进放管服改革。"))
    assert "“放管服”，报告的年度是 2025 年。请不要再写。" in one.message
    assert told(with_end("推进放管服改革。"), county_of('[[outdated]]\nwords = ["放管服"]\nfrom = 2020')) == []
    assert told(with_end("印发《政务微博管理办法》。")) == []


def test_words_are_words_and_no_patterns():
    odd = county_of('[[outdated]]\nwords = ["(a+)+$", "甲|乙"]')
    assert told(with_end("甲，aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa。"), odd) == []
    assert len(told(with_end("甲|乙"), odd)) == 1


def test_the_countys_limits_stand_in_place_of_the_usual_ones():
    dear = with_values(disclosure__fees__amount=1001)
    assert "fees-level" in [one.rule for one in check(dear, LAST).findings]
    assert "fees-level" not in [one.rule for one in check(dear, LAST, COUNTY).findings]
    assert told(dear, county_of("[limits]\ncharged = 2000")) == []
    long = with_values(improvement=IMPROVEMENT, overview=(*OVERVIEW, Part("其他", "每村都有人管。" * 200)))
    assert [one.rule for one in check(long, LAST).findings if "多字" in one.message] == ["writing"]
    longer = county_of('[[length]]\nsection = "overview"\nlongest = 9000')
    assert [one.rule for one in check(long, LAST, longer).findings if "多字" in one.message] == []


def test_the_likeness_to_last_years_text_is_the_countys():
    kept = "主动公开、依申请公开、信息管理、平台建设、监督保障、考核、评议、责任追究和撤回的都记了台账。"
    own = "今年新建了公开专区，添了两台查询机，又请人教村民怎么用，每个村都派了人来学，学了的再回去教别人。" * 2
    last = replace(LAST, values=LAST.values | {"overview": (Part("公开专区", kept),)})
    report = with_values(overview=(Part("公开专区", kept + own),))
    (one,) = told(report, last=last)
    assert one.rule == "county-same" and "与上年相同（不算年份和数），要求不超过 20%" in one.message
    assert [one for one in check(report, last).findings if "相同" in one.message] == []
    assert told(report, county_of("[limits]\nsame_percent = 60"), last) == []


def test_sentences_that_the_county_gives_to_all_are_no_copies():
    sentence = COUNTY.sentences[0].text
    last = replace(LAST, values=LAST.values | {"remarks": (Part("", sentence * 3),)})
    report = with_values(remarks=(Part("", sentence * 3),))
    assert told(report, last=last) == []
    assert [one.rule for one in told(report, replace(COUNTY, sentences=()), last)] == ["county-same"]


def test_in_a_folder_the_countys_threshold_counts_too():
    texts = [replace(texts_of(KEPT), unit=unit) for unit in ("甲镇", "乙镇")]
    mixed = replace(texts[1], sentences=texts[1].sentences | {1: 2 * sum(texts[1].sentences.values())})
    for most, count in ((50, 0), (20, 1)):
        copies = Copies(most)
        list(copies.findings("甲.toml", texts[0]))
        assert len(list(copies.findings("乙.toml", mixed))) == count


def test_an_empty_report_is_told_of_no_demand():
    assert told(Report(CLEAN.form)) == []


def test_a_report_of_another_county_is_told():
    other = with_values(county="青山县")
    (one,) = told(other)
    assert one.rule == "county-name" and "按“青山县”的要求填报，这里用的是“云溪县”的要求" in one.message
    (one,) = told(other, NO_COUNTY)
    assert "没有按它检查" in one.message
    assert told(with_values(county="云溪县")) == []


def test_the_sheet_has_the_countys_words_and_says_only_what_was_looked_at():
    def rows(report: Report, last: Report | None = LAST) -> dict[str, tuple[str, ...]]:
        blocks = sheet_outline(report, last, check(report, last, COUNTY), COUNTY)
        (table,) = [block for block in blocks if isinstance(block, PlainTable)]
        return {row[0]: row[1:] for row in table.rows}

    found = titles(CLEAN.form, COUNTY)
    assert found["county-part"] == "云溪县要求：要单列一节写专区" and "fees-level" not in found
    assert found["county-outdated"] == "云溪县要求：“政务微博”，改写“政务新媒体”；“放管服”，2020 年及以前的报告可以写"
    own = [title for rule, title in found.items() if rule in OF_COUNTY]
    assert len(own) == 6
    assert {rows(KEPT)[title][1] for title in own} == {"相符"}
    assert rows(BROKEN["county-part"][0])[found["county-part"]][1] == "不符▲1"
    assert {rows(Report(CLEAN.form))[title][1] for title in own} == {"没有查"}
    assert rows(KEPT, None)[found["county-same"]][1] == "没有查"
    assert titles(CLEAN.form, NO_COUNTY) == titles(CLEAN.form)


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_the_programs_example_is_a_countys_file_for_every_edition(edition):
    county = read_county(EXAMPLE_COUNTY.read_bytes())
    report = Report(load_form(edition), {"overview": (Part("", "今年的事。"),), "year": 2025})
    assert {"county-part", "county-mention", "county-length"} <= {one.rule for one in told(report, county, None)}
