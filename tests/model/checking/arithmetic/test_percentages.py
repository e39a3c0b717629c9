"""Percentages in digits and in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from model.checking.arithmetic.percentages import is_rough, percent_of


@pytest.mark.parametrize(
    ("words", "right", "wrong"),
    [
        ("65%", "65.4", "65.6"),
        ("33.33%", "33.333", "33.34"),
        ("百分之六十", "59.6", "61"),
        ("百分之十二点五", "12.5", "12.6"),
        ("百分之30.5", "30.52", "30.6"),
        ("四成", "36", "46"),
        ("四成五", "45.2", "40"),
        ("三分之一", "33", "25"),
    ],
)
def test_a_percentage_is_as_exact_as_it_is_written(words, right, wrong):
    said = percent_of(words)
    assert said.fits(Decimal(right)) and not said.fits(Decimal(wrong))


@pytest.mark.parametrize(
    ("text", "told"), [("占约65%", True), ("占65%左右", True), ("占比超过65%", True), ("占比为65%，", False)]
)
def test_what_is_only_about_so_much_is_known(text, told):
    start = text.index("65%")
    assert is_rough(text, start, start + 3) is told
