"""Rounded amounts."""

from __future__ import annotations

import pytest

from model.checking.amounts.rough import most_of
from tests.model.checking.amounts.cut import segments
from tests.model.checking.reports import rules_found


@pytest.mark.parametrize(
    ("text", "most"),
    [("三十余件", 39), ("120多件", 129), ("1.2万件", 12_999), ("30件", None), ("8余件", None), ("3余万元", None)],
)
def test_a_rounded_amount_may_be_up_to_the_next_round_one(text, most):
    assert most_of(segments(f"收到申请{text}")[0]) == most


@pytest.mark.parametrize(("licences", "rules"), [(12_034, []), (1_203, ["text-number"]), (13_000, ["text-number"])])
def test_ten_thousands_with_a_point_are_held_against_the_table(licences, rules):
    cells = {"disclosure.licences.decisions": licences}
    assert rules_found("全年办理行政许可1.2万件。", "text-number", cells=cells) == rules
