"""What is said of a place of a report, and where words are found."""

from __future__ import annotations

from model.draft.draft_file import load_draft
from model.report.help_texts import choices_of_line, places_with, row_title, told_of
from model.report.report import Part, Report
from tests.samples import EXAMPLE


def test_a_cell_is_told_by_row_column_and_section():
    told = told_of(load_draft(EXAMPLE)[0], "requests.denied_deliberative.natural")
    assert [one.title for one in told] == ["（三）不予公开 · 6.属于四类过程性信息", "自然人", "三、依申请公开"]
    assert ("", "四类过程性信息：讨论记录、过程稿、磋商信函、请示报告。") in told[0].entry.lines
    assert ("依据", "《条例》第十六条") in told[0].entry.lines


def test_a_text_is_told_by_part_and_section(form):
    report = Report(form, {"overview": (Part("依申请公开", ""), Part("别的", ""))})
    assert [one.title for one in told_of(report, "overview[0].text")] == [
        "一、总体情况 · 依申请公开",
        "一、总体情况",
    ]
    assert [one.title for one in told_of(report, "overview[1].text")] == ["一、总体情况"]
    assert [one.title for one in told_of(report, "remarks")] == ["六、其他事项"]
    assert [one.title for one in told_of(report, "contact.office")] == ["基本信息 · 负责科室"]


def test_the_line_says_less_where_there_is_less_room(form):
    said = choices_of_line(Report(form), "requests.granted.business")
    assert said == sorted(said, key=len, reverse=True)
    assert "不算：" in said[0] and "商业企业" in said[0] and said[-1] == "申请人要的信息全部给了。"


def test_words_of_rows_columns_facts_and_their_help_are_found(form):
    report = Report(form, {"overview": (Part("依申请公开", ""),)})
    assert places_with(report, "三安全一稳定") == ["requests.denied_security_stability.natural"]
    assert places_with(report, "经济安全") == ["requests.denied_security_stability.natural"]
    assert places_with(report, "科研机构") == ["requests.received.research"]
    assert places_with(report, "结果纠正") == ["disputes.review.corrected"]
    assert places_with(report, "备案") == ["disclosure.normative_documents.issued"]
    assert places_with(report, "邮政编码") == ["contact.postcode"]
    assert "overview[0].text" in places_with(report, "有没有结转")
    assert places_with(report, " ") == [] == places_with(report, "飞机")


def test_a_row_has_its_section_before_it(form):
    assert row_title(form, "requests.other_remaining") == "三、依申请公开 · （六）其他处理 · 3.其他"
