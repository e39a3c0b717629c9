"""What is still open, tab by tab, and where to go first."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from model.checking.open_places import open_places
from model.report.opening_paragraph import BLANK_TO_FILL
from model.report.report import Part, Report, Unfinished
from tests.model.checking.reports import CLEAN, changed
from tests.model.draft.test_toml_format import REPORTS

CELL, BESIDE = "requests.granted.legal", "requests.granted.other"


def told(report: Report) -> list[tuple[str, str, str]]:
    return [(one.tab, one.words, one.first) for one in open_places(report)]


def test_nothing_is_open_in_a_whole_report():
    assert told(CLEAN) == []


def test_an_empty_report_is_open_everywhere_in_the_order_of_the_tabs(form):
    found = open_places(Report(form))
    assert [one.tab for one in found] == ["基本信息", *(section.tab for section in form.sections)]
    assert found[0].words == "单位名称、报告年度、开头语、成文日期" and found[0].first == "unit"


def test_cells_are_counted_and_the_first_is_named():
    tab = CLEAN.form.section("requests").tab
    assert told(changed(requests__granted__legal=None, requests__granted__other=None)) == [(tab, "2 格", CELL)]
    wrong = changed(requests__granted__legal=None, requests__granted__other=Unfinished("3..5"))
    assert told(wrong) == [(tab, "1 格写得不对、1 格", BESIDE)]
    assert told(changed(requests__granted__legal=0)) == []


def test_what_is_wrong_among_the_facts_comes_before_what_is_missing():
    assert told(changed(year=Unfinished("22"), unit=None)) == [("基本信息", "报告年度写得不对、单位名称", "year")]
    assert told(changed(opening=f"请与{BLANK_TO_FILL}联系。")) == [
        ("基本信息", f"开头语里的“{BLANK_TO_FILL}”", "opening")
    ]


def test_of_a_text_it_is_told_whether_all_or_some_of_it_is_unwritten():
    tab = CLEAN.form.section("improvement").tab
    first, second = CLEAN.parts("improvement")
    assert told(changed(improvement=(first, replace(second, text=" ")))) == [
        (tab, "1 小节没有写", "improvement[1].text")
    ]
    unwritten = (replace(first, text=""), replace(second, text="\n"))
    assert (
        told(changed(improvement=unwritten))
        == told(changed(improvement=None))
        == [(tab, "没有写", "improvement[0].text")]
    )
    assert told(changed(improvement=(Part("自己的标题", ""),))) == [(tab, "1 小节没有写", "improvement[0].text")]


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(REPORTS)
def test_no_blank_cell_is_passed_over_and_none_is_named_twice(report):
    tables = [one for one in open_places(report) if one.section and one.section.grid]
    assert [name for one in tables for name in (*one.wrong, *one.empty)] == report.blanks()
