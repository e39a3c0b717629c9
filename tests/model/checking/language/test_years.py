"""Which year a clause speaks of."""

from __future__ import annotations

import re

import pytest

from model.checking.language.years import turns_to, written


@pytest.mark.parametrize(
    ("text", "is_other"),
    [
        ("2024年收到20件", True),
        ("二〇二四年收到20件", True),
        ("2O24年收到20件", True),
        ("二千零二十四年收到20件", True),
        ("2o25年收到14件", False),
        ("二千零二十五年收到14件", False),
        ("去年收到20件", True),
        ("下一步将继续努力", True),
        ("2025年收到14件", False),
        ("二○二五年度收到14件", False),
        ("今年收到14件", False),
        ("较2024年增加3件", None),
        ("与去年持平", None),
        ("上年结转2件", None),
        ("收到14件", None),
    ],
)
def test_a_clause_turns_to_another_year_or_back_or_neither(text, is_other):
    assert turns_to(text, text, 2025) is is_other


@pytest.mark.parametrize("zero", "〇○零0")
def test_a_year_is_the_same_in_digits_and_in_numerals(zero):
    own = re.compile(written(2025))
    assert own.fullmatch("2025年度") and own.fullmatch(f"二{zero}二五年")
    assert not own.search("2024年") and not own.search("二〇二四年")
