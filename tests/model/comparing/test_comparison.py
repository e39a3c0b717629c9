"""What changed between two reports, and what of a text is still last year's."""

from __future__ import annotations

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
