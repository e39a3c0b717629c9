"""A year without requests: zeros, and sentences that no check objects to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.checking.run import check
from model.draft.draft_file import load_draft
from model.form.form import editions, load_form
from model.form.usual_sentences import OfferedSentence
from model.report.report import Part, Report, Unfinished
from model.report.zero_requests import blank_cells, other_cells, place_for, sentence_for, text_there, with_sentences
from tests.samples import EXAMPLE


def test_blank_cells_and_cells_with_something_else_are_told_apart(form):
    values = {
        "requests.received.natural": 3,
        "requests.granted.natural": 0,
        "requests.carried_in.other": Unfinished("两"),
    }
    report = Report(form, values)
    inputs = [name for name in form.inputs if name.startswith("requests.")]
    assert blank_cells(report, "requests") == [name for name in inputs if name not in values]
    assert other_cells(report, "requests") == ["requests.received.natural", "requests.carried_in.other"]


def test_sentences_are_added_to_their_parts_and_take_nothing_away(form):
    first, second, fee = form.quiet_year.sentences
    report = Report(form, {"year": 2025, "overview": (Part("主动公开", "甲"), Part("依申请公开", "乙"))})
    assert text_there(report, first) == "乙" and text_there(report, fee) == ""
    changed = with_sentences(report, [(first, sentence_for(report, first)), (second, "丙"), (fee, "丁"), (first, " ")])
    assert changed["overview"][0] == Part("主动公开", "甲")
    assert changed["overview"][1].text.splitlines() == ["乙", sentence_for(report, first), "丙"]
    assert changed["remarks"] == (Part("信息处理费收取情况", "丁"),)


def test_a_report_without_a_year_says_this_year(form):
    assert sentence_for(Report(form), form.quiet_year.sentences[0]).startswith("本年度，")


@pytest.mark.parametrize("edition", editions())
def test_no_check_objects_to_zeros_and_the_usual_sentences(edition):
    form, example = load_form(edition), load_draft(EXAMPLE)[0]
    values = {
        name: value for name, value in example.values.items() if name.partition(".")[0] not in form.quiet_year.tables
    }
    values |= {name: 0 for key in form.quiet_year.tables for name in blank_cells(Report(form), key)}
    values["overview"] = tuple(
        replace(part, text="") if part.heading == "依申请公开" else part for part in example.parts("overview")
    )
    values["remarks"] = ()
    report = Report(form, values)
    sentences = [(one, sentence_for(report, one)) for one in form.quiet_year.sentences]
    found = check(replace(report, values=values | with_sentences(report, sentences)), None).findings
    about = [one for one in found if one.cells[0].startswith(("requests", "disputes", "remarks", "overview[1]"))]
    assert [one.message for one in about] == []


@pytest.mark.parametrize("edition", editions())
@pytest.mark.parametrize(
    "parts",
    [
        (Part("信息处理费情况"), Part("其他事项", "无。")),
        (Part("关于收费的情况"), Part("其他事项", "无。")),
        (Part("依申请公开处理费", "以前的话。"),),
        (Part("", "2020年没有收取信息处理费。"),),
        (Part("其他事项", "没有。"), Part("（二）政府信息公开信息处理费收取", "没有。")),
    ],
)
def test_the_sentence_on_fees_goes_where_last_year_spoke_of_them(edition, parts):
    form = load_form(edition)
    *_, fee = form.quiet_year.sentences
    report = Report(form, {"remarks": parts})
    place = place_for(report, fee)
    assert place is not None and text_there(report, fee) == parts[place].text
    added = with_sentences(report, [(fee, "新的话。")])["remarks"]
    assert [part.heading for part in added] == [part.heading for part in parts]
    assert added[place].text == "\n".join(filter(None, (parts[place].text, "新的话。")))
    instead = with_sentences(report, [(fee, "新的话。")], [fee])["remarks"]
    assert instead[place].text == "新的话。" and [*instead[:place], *instead[place + 1 :]] == [
        *parts[:place],
        *parts[place + 1 :],
    ]


def test_of_two_sentences_for_one_part_both_stay_when_what_stood_there_goes(form):
    first, second, _ = form.quiet_year.sentences
    report = Report(form, {"overview": (Part("依申请公开情况", "去年的话。"),)})
    for replacing in ([first], [first, second]):
        (part,) = with_sentences(report, [(first, "甲。"), (second, "乙。")], replacing)["overview"]
        assert part == Part("依申请公开情况", "甲。\n乙。")


@pytest.mark.parametrize(
    ("there", "then"),
    [
        (("主动公开", "监督保障"), ("主动公开", "依申请公开", "监督保障")),
        (("", "监督保障"), ("", "依申请公开", "监督保障")),
        (("主动公开",), ("主动公开", "依申请公开")),
        (("自己的", "政府信息管理"), ("自己的", "依申请公开", "政府信息管理")),
        ((), ("依申请公开",)),
    ],
)
def test_a_new_part_stands_where_the_form_has_it(form, there, then):
    first, *_ = form.quiet_year.sentences
    report = Report(form, {"overview": tuple(Part(heading, "字。") for heading in there)})
    assert tuple(part.heading for part in with_sentences(report, [(first, "甲。")])["overview"]) == then


def test_a_sentence_of_no_part_stands_last(form):
    report = Report(form, {"overview": (Part("主动公开", "甲。"),)})
    parts = with_sentences(report, [(OfferedSentence("overview", "乙。"), "乙。")])["overview"]
    assert parts == (Part("主动公开", "甲。"), Part("", "乙。"))
