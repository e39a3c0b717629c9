"""What changed between two reports, and what of a text is still last year's."""

from __future__ import annotations

from model.comparing.comparison import change_of, taken_over, unchanged_share
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
