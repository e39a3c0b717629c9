"""Which keystrokes are undone together."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.report.report import Part, Unfinished
from model.report.typing_steps import (
    LONGEST_STRETCH_CHARACTERS,
    LONGEST_STROKE_CHARACTERS,
    PAUSE_ENDING_STRETCH_S,
    Stroke,
    in_common,
    stroke,
)

SHORT = st.text("甲乙ab", max_size=30)


@given(SHORT, SHORT)
def test_a_stroke_is_what_went_out_and_what_came_in_at_one_place(old, new):
    made = stroke(old, new, 1.0)
    head = in_common(old, new)
    tail = len(old) - head - len(made.out)
    assert old[:head] + made.into + old[len(old) - tail :] == new
    assert old[:head] + made.out + old[len(old) - tail :] == old


@given(SHORT, SHORT)
def test_what_two_texts_have_in_common_is_all_that_they_begin_with(one, other):
    same = in_common(one, other)
    assert one[:same] == other[:same]
    assert not one[same:] or not other[same:] or one[same] != other[same]
    assert in_common("甲" * 9 + one, "甲" * 9 + other) == 9 + same


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("甲", "甲乙", "in"),
        (None, "甲", "in"),
        ("甲乙", "甲", "out"),
        ("甲", "乙", "both"),
        ("", "字" * LONGEST_STROKE_CHARACTERS, "in"),
        ("", "字" * (LONGEST_STROKE_CHARACTERS + 1), "block"),
        ("字" * (LONGEST_STROKE_CHARACTERS + 1), "", "block"),
        ((Part("甲", "乙"),), (Part("甲", "乙丙"),), "in"),
        ((Part("甲", "乙"),), (Part("甲", "乙"), Part("", "")), "in"),
    ],
)
def test_a_stroke_types_or_erases_or_is_a_step_of_its_own(old, new, kind):
    assert stroke(old, new, 0).kind == kind


def test_typing_goes_on_within_a_sentence_and_soon():
    first = stroke("", "甲", 1.0)
    assert first.goes_on(stroke("甲", "甲乙", 1.0 + PAUSE_ENDING_STRETCH_S))
    assert not first.goes_on(stroke("甲", "甲乙", 1.1 + PAUSE_ENDING_STRETCH_S))
    assert not first.goes_on(stroke("甲", "", 1.0))
    assert not stroke("", "甲。", 1.0).goes_on(stroke("甲。", "甲。乙", 1.0))
    assert not stroke("甲", "乙", 1.0).goes_on(stroke("乙", "丙", 1.0))


def test_a_long_stretch_ends_by_itself():
    text, so_far, ends = "", stroke("", "", 0.0), []
    for number in range(1, 101):
        later = stroke(text, text + "字", number / 10)
        if so_far.goes_on(later):
            so_far = so_far._replace(at=later.at).followed_by(later)
        else:
            ends.append(number)
            so_far = Stroke("", "字", later.at, 1)
        text += "字"
    assert ends and all(later - earlier == LONGEST_STRETCH_CHARACTERS for earlier, later in pairwise(ends))


@pytest.mark.parametrize("value", [2025, date(2026, 1, 5), Unfinished("202")])
def test_a_year_or_a_date_is_one_word_however_it_is_typed(value):
    assert stroke("2", value, 3.0) == Stroke("", "", 3.0)
