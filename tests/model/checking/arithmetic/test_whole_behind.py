"""Wholes behind their parts."""

from __future__ import annotations

import pytest

from tests.model.checking.reports import rules_found


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("线上公开信息180条，线下公开信息60条，合计公开信息{}条。", 240, 250),
        ("一季度公开78条，二季度公开91条，三季度公开66条，四季度公开85条，全年共公开{}条。", 320, 310),
        ("图文发布120条，视频发布40条，其他发布5条，全年共发布{}条。", 165, 156),
        ("党建信息120条、村务信息305条，两项合计{}条。", 425, 435),
    ],
)
def test_parts_that_leave_nothing_out_add_up(text, right, wrong):
    assert rules_found(text.format(right), "text-sum") == []
    assert rules_found(text.format(wrong), "text-sum") == ["text-sum"]


@pytest.mark.parametrize(
    "text",
    ["网站公开300条，微信公开100条，全年共公开信息420条。", "线上收到意见12条，线下收到意见8条，共采纳意见19条。"],
)
def test_parts_of_which_others_may_be_left_out_or_of_something_else_are_left_alone(text):
    assert rules_found(text, "text-sum") == []
