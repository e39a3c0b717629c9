"""Words as they are compared: what they begin with, and what is left without it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.reading.formats.words import core, is_part_of, is_seen, likeness, number


@pytest.mark.parametrize(
    ("text", "numbering", "rest"),
    [
        ("一、总体情况", "一", "总体情况"),
        ("（一）予以公开", "（一）", "予以公开"),
        ("( 一 ) 予以 公开", "（一）", "予以公开"),
        ("1.属于国家秘密", "1", "属于国家秘密"),
        ("（1）属于国家秘密", "1", "属于国家秘密"),
        ("１．重复申请", "1", "重复申请"),
        ("3其他", "3", "其他"),
        ("## 十二、其他", "十二", "其他"),
        ("\u200b一、\u3000总体情况：", "一", "总体情况"),
        ("3.5万元", "", "35万元"),
        ("一般情况", "", "一般情况"),
        ("危及“三安全一稳定”", "", "危及三安全一稳定"),
        ("", "", ""),
    ],
)
def test_a_number_at_the_beginning_is_told_from_the_words(text, numbering, rest):
    assert (number(text), core(text)) == (numbering, rest)


@pytest.mark.parametrize(
    ("line", "seen"), [("\u200b ", False), ("\u200d\u00ad", False), ("\u3000", False), ("。", True)]
)
def test_a_line_of_blanks_and_of_what_nobody_sees_is_blank(line, seen):
    assert is_seen(line) == seen


WORDS = st.text("总体情况公开申请", max_size=8)


@given(WORDS, WORDS)
def test_likeness_is_mutual_whole_only_for_the_same_and_nothing_below_what_is_asked(one, other):
    alike = likeness(one, other, 0)
    assert 0 <= alike <= 1 and alike == likeness(other, one, 0)
    assert (alike == 1) == (one == other != "")
    assert likeness(one, other, 0.75) == (alike if alike >= 0.75 else 0)


@given(WORDS, st.sets(st.integers(0, 7)))
def test_what_has_lost_characters_is_still_a_part(word, lost):
    rest = "".join(letter for place, letter in enumerate(word) if place not in lost)
    assert is_part_of(rest, word) and not is_part_of(f"{word}总", word)


def test_the_order_of_the_characters_counts():
    assert not is_part_of("开公", "公开") and likeness("公开申请", "申请公开", 0) == 0.5
