"""Sentences that stand word for word in last year's text as well."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from model.comparing.same_sentences import compared_sentences, counted_characters, sentences_of
from model.report.report import Part

TEXTS = st.text("甲乙。；\n ", max_size=20)


def counted(this: str, last: str) -> tuple[int, int]:
    """How many characters are last year's, and how many there are."""
    return [(0, 0), *counted_characters([Part("", this)], sentences_of([Part("", last)]))][-1]


def test_a_sentence_is_the_same_wherever_it_stands_and_whatever_blanks_are_around_it():
    last = sentences_of([Part("甲", "一句。二句。"), Part("乙", " 三句；\n四句")])
    assert [kept for _, kept in compared_sentences("四句\n 二句。新的。三句；", last)] == [True, True, False, True]
    assert [kept for _, kept in compared_sentences("一句，二句。", last)] == [False]


def test_characters_are_counted_in_whole_sentences():
    assert counted("甲句。 乙句。", "甲句。丙句丙。") == (3, 6)
    assert counted("", "甲。") == counted(" \n", "甲。") == (0, 0)


@given(TEXTS, TEXTS)
def test_a_text_beside_itself_is_all_the_same_and_beside_another_at_most_that(this, last):
    kept, whole = counted(this, last)
    assert 0 <= kept <= whole and counted(this, this) == (whole, whole)
    assert counted(this, "") == (0, whole)


def test_the_width_of_punctuation_and_blanks_within_make_no_other_sentence():
    wide, narrow = "甲（乙），有“丙”：1,200件。丁；戊！", '甲(乙), 有"丙":1,200 件. 丁;戊!'
    assert counted(narrow, wide)[0] == counted(narrow, narrow)[0] == counted(narrow, wide)[1]
    assert counted(wide, narrow) == counted(wide, wide)
    assert counted("有1.5万件。", "有1。5万件。")[0] < 7
