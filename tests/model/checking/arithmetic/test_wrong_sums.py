"""When parts are meant to be all of a whole."""

from __future__ import annotations

from decimal import Decimal

import pytest

from model.checking.arithmetic.wrong_sums import is_less, is_more
from tests.model.checking.reports import rules_found


@pytest.mark.parametrize(("added", "less", "more"), [(70, False, False), (90, True, False), (110, False, True), (150, False, False)])  # fmt: skip
def test_only_what_is_near_the_whole_is_meant_to_be_all_of_it(added, less, more):
    assert (is_less(Decimal(added), Decimal(100)), is_more(Decimal(added), Decimal(100))) == (less, more)


def test_of_small_numbers_a_few_more_are_near():
    assert is_more(Decimal(4), Decimal(3)) and not is_more(Decimal(6), Decimal(3))


@pytest.mark.parametrize(
    "text",
    [
        "办理事项132件，其中网上办理118件，当场办结97件。",
        "办理事项132件，其中网上办理70件，当场办结55件。",
        "公开信息410条，其中网站发布300条，同步推送微信120条。",
    ],
)
def test_parts_that_overlap_need_no_sum(text):
    assert rules_found(text, "text-sum") == []
