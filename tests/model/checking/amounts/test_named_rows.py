"""Which of several named rows an amount counts."""

from __future__ import annotations

import pytest

from model.checking.amounts.named_rows import are_nested, attribute, narrowest, with_more
from tests.model.checking.amounts.cut import segments


def test_a_reason_narrows_its_result_on_either_side():
    for text in ("因国家秘密不予公开2件", "不予公开国家秘密2件"):
        (one,) = segments(text)
        assert narrowest(one.rows, ()) == (("denied_state_secret",),)
        assert are_nested(one.rows)
    (one,) = segments("不予公开2件")
    assert narrowest(one.rows, (("denied_state_secret",),)) == (("denied_state_secret",),)


def test_rows_beside_each_other_are_not_nested():
    (one,) = segments("予以公开、部分公开2件".replace("、", ""))
    assert not are_nested(one.rows)


def test_rows_with_an_attribute_before_the_amount_count_whatever_is_said_behind_it():
    (one,) = segments("新收的14件全部办结")
    said = attribute(one)
    assert said and said.rows == (("received",),)
    (one,) = segments("新收14件")
    assert attribute(one) is None


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("，含上年结转2件", ((("received", "carried_in")),)),
        ("，办结9件，上年结转2件", (("received",), ("received", "carried_in"))),
        ("，办结9件", (("received",),)),
    ],
)
def test_what_was_carried_in_is_contained_where_the_text_says_so(behind, expected):
    assert with_more((("received",),), ("received", "carried_in"), behind) == expected
