"""A text in passages: all of it, each of bounded length, cut where a sentence ends if one does."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from model.checking.language.passages import LONGEST, NEAR, Passage, Text

PIECES = st.lists(
    st.sampled_from(["字" * 300, "字" * 1200, "甲，乙。", "丙；", "\n", "丁" * 999 + "。", "戊、" * 400]), max_size=9
)


def passages(text: str) -> list[Passage]:
    return list(Text("overview[0].text", "", "", text).passages())


@given(PIECES.map("".join))
def test_passages_are_the_whole_text_in_order(text):
    found = passages(text)
    assert "".join(text[one.start : one.end] for one in found) == text
    assert all(0 < one.end - one.start <= LONGEST for one in found)
    assert all(len(one.flat) == one.end - one.start for one in found)


def test_a_short_text_is_one_passage_and_an_empty_one_none():
    assert [(one.start, one.end) for one in passages("甲。\n乙。")] == [(0, 5)]
    assert passages("") == []


def test_a_long_text_is_cut_behind_the_strongest_mark():
    sentence = "字" * 400
    for mark, weaker in (("\n", "。"), ("。", "；"), ("；", "，"), ("，", "")):
        text = f"{sentence}{mark}{sentence}{weaker}{sentence}"
        assert passages(text)[0].end == len(sentence) + 1
    assert passages("字" * 2500)[0].end == LONGEST


def test_what_begins_in_a_passage_is_found_in_it_alone_even_if_it_ends_in_the_next():
    text = "字" * (LONGEST - 2) + "甲乙丙丁" + "字" * LONGEST
    pattern = re.compile("甲乙丙丁|字丁")
    assert [[found.start() for found in one.found(pattern)] for one in passages(text)] == [[LONGEST - 2], [], []]
    assert len(text) > LONGEST + NEAR


def test_a_rule_gives_a_chance_to_interrupt_behind_each_passage():
    text = Text("opening", "", "", "字" * (2 * LONGEST + 1))
    assert list(text.in_passages(lambda passage: [])) == [None] * 3
