"""Last year's text with headings within it, taken over into this year's parts."""

from __future__ import annotations

import pytest

from model.checking.run import check
from model.comparing.comparison import last_parts, with_last_text
from model.draft.next_year import next_report
from model.report.report import Part, Report
from tests.model.comparing.test_comparison import taken

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


def test_text_with_headings_within_leaves_nothing_to_be_written(form):
    section = "improvement"
    last = Report(form, {"year": 2024, section: (Part("", "存在问题：公开不够及时。改进情况：加强了培训。"),)})
    this = next_report(last, form)
    parts = this.parts(section)
    assert [part.heading for part in parts] == ["", PROBLEMS, MENDED]
    new, _ = with_last_text(parts, 0, last_parts(parts, 0, last, section))
    this.values[section] = tuple(new)
    assert [
        one for one in check(this, last).findings if one.rule == "missing-text" and one.cells[0].startswith(section)
    ] == []
