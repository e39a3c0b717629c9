"""What changed between two reports, and what of a text is still last year's."""

from __future__ import annotations

import pytest

from model.comparing.comparison import change_of, last_parts, taken_over, unchanged_share, with_last_text
from model.report.report import Part, Report


def test_numbers_that_stand_among_last_years_words_are_found_and_others_are_not():
    last = "全年公开信息318条，其中财政预决算4条。"
    assert list(taken_over("今年全年公开信息318条，其中财政预决算6条。", last)) == [(8, 3)]
    assert list(taken_over("收到申请318件。", last)) == []
    assert list(taken_over("318", last)) == []


def test_two_reports_are_compared_number_by_number_and_by_their_sentences(form):
    assert change_of(3, 1) == change_of(0, 5) == change_of(4, 0) == "jumped"
    assert change_of(-5, 4) == "jumped" and change_of(-5, -4) == "changed"
    assert change_of(5, 4) == "changed" and change_of(4, 4) == change_of(None, 4) == "same"
    this, last = (
        Report(form, {"overview": (Part("", "甲。乙。"),)}),
        Report(form, {"overview": (Part("", "甲。丙。"),)}),
    )
    assert unchanged_share(this, last, "overview") == 0.5


LOOSE, HEADED, OTHER = Part("", "没有标题的话。"), Part("主动公开", "公开了。"), Part("其他", "别的。")


def taken(parts: list[Part], index: int, last: Report) -> tuple[list[tuple[str, str]], int]:
    new, place = with_last_text(parts, index, last_parts(parts, index, last, "overview"))
    return [(part.heading, part.text) for part in new], place


def test_last_years_text_without_a_heading_goes_before_all_headings(form):
    last = Report(form, {"overview": (LOOSE, HEADED)})
    loose, headed = (("", LOOSE.text), ("主动公开", ""))
    assert taken([Part("主动公开"), Part()], 1, last) == ([loose, headed], 0)
    assert taken([Part(), Part("主动公开")], 0, last) == ([loose, headed], 0)
    assert taken([Part("平台建设")], 0, Report(form, {"overview": (LOOSE,)})) == ([loose, ("平台建设", "")], 0)
    assert taken([Part("", "已有。"), Part("主动公开"), Part()], 2, last) == ([("", "已有。"), loose, headed], 1)


def test_last_years_text_with_a_heading_stays_where_it_is_taken_to(form):
    last = Report(form, {"overview": (LOOSE, HEADED, OTHER)})
    assert taken([Part("监督"), Part("主动公开")], 1, last) == ([("监督", ""), ("主动公开", HEADED.text)], 1)
    assert taken([Part("监督"), Part("主动公开")], 0, last)[0] == [
        ("", LOOSE.text),
        ("监督", OTHER.text),
        ("主动公开", ""),
    ]


PROBLEMS, MENDED = "存在的主要问题", "改进情况"


@pytest.mark.parametrize(
    "text",
    [
        "存在问题：一是不够及时。二是人手少。改进情况：加强了培训。",
        "（一）存在的主要问题\n一是不够及时。二是人手少。\n（二）改进情况\n加强了培训。",
        "存在的主要问题。一是不够及时。二是人手少。\n2.改进情况：加强了培训。",
    ],
)
def test_last_years_text_goes_below_the_headings_that_it_has_within(form, text):
    last = Report(form, {"overview": (Part("", text),)})
    wanted = [(PROBLEMS, "一是不够及时。二是人手少。"), (MENDED, "加强了培训。")]
    assert taken([Part(), Part(PROBLEMS), Part(MENDED)], 0, last) == (wanted, 0)
    assert taken([Part(PROBLEMS), Part(MENDED)], 0, last) == (wanted, 0)
    before = Report(form, {"overview": (Part("", f"总的还好。{text}"),)})
    assert taken([Part(), Part(PROBLEMS), Part(MENDED)], 0, before) == ([("", "总的还好。"), *wanted], 0)


@pytest.mark.parametrize("text", ["改进情况良好。", "我们总结了存在的主要问题。", "改进情况：好。改进情况：更好。"])
def test_words_in_a_sentence_and_headings_that_come_twice_part_nothing(form, text):
    last = Report(form, {"overview": (Part("", text),)})
    blank = [(PROBLEMS, ""), (MENDED, "")]
    assert taken([Part(), Part(PROBLEMS), Part(MENDED)], 0, last) == ([("", text), *blank], 0)


def test_a_part_that_was_written_already_stays_as_it_is(form):
    last = Report(form, {"overview": (Part("", "存在问题：不够及时。改进情况：加强了培训。"),)})
    new, _ = taken([Part(), Part(PROBLEMS, "已写。"), Part(MENDED)], 0, last)
    assert new == [("", "存在问题：不够及时。"), (PROBLEMS, "已写。"), (MENDED, "加强了培训。")]
