"""What nobody sees is dropped, and what belongs to the letter beside it stays."""

from __future__ import annotations

import pytest

from model.report.unseen import plain_letter, without_unseen


@pytest.mark.parametrize(
    "letter", "\u200b\u200c\u200d\u200e\u202e\u2066\u2060\u00ad\ufeff\ufe0f\ufe0e\x00\x07\u3164\ufffc\U000e0020"
)
def test_a_letter_that_shows_nothing_is_dropped_from_chinese(letter):
    for text in ("文件{}3件", "文件3{}件", "{}文件", "文件{}", "文{}件\n\v\t3", "a{}b", "{}"):
        assert without_unseen(text.format(letter)) == text.format("")


@pytest.mark.parametrize(
    "text",
    [
        "👨\u200d👩\u200d👧", "❤\ufe0f\u200d🔥", "👍🏽", "3\ufe0f\u20e3", "🏴\U000e0067\U000e0062\U000e007f",  # emoji
        "葛\U000e0100城", "辻\ufe00",  # the form of a character
        "می\u200cخواهم", "ئۇيغۇر\u200f", "ᠮᠣᠩᠭᠣᠯ\u180bᠤᠯᠤᠰ",  # scripts whose letters are joined
        "甲\n乙\v丙\t丁\u3000戊\xa0己",
    ],
)  # fmt: skip
def test_what_belongs_to_a_letter_stays(text):
    assert without_unseen(text) == text


@pytest.mark.parametrize(
    ("letter", "plain"), ["⾏行", "⽂文", "⺠民", "⻓长", "⼀一", "\uf9e4理", "𝟑3", "\ufa0e\ufa0e", "㎡㎡", "文文"]
)
def test_a_part_of_a_character_is_told_as_the_character(letter, plain):
    assert plain_letter(letter) == plain
