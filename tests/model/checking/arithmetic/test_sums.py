"""Wholes, parts and shares within a sentence."""

from __future__ import annotations

import pytest

from tests.model.checking.reports import text_findings


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("全年新收政府信息公开申请14件，上年结转2件，共17件。", "text-sum"),
        ("共发布信息16条，其中动态10条，通知5条。", "text-sum"),
        ("共发布信息16条，其中动态10条，通知7条。", "text-sum"),
        ("收到申请14件，其中自然人10件，占70%。", "text-percent"),
        ("共发布信息16条，其中动态10条，通知6条。", ""),
        ("主动公开政府信息318条，其中财政预决算4条、惠民补贴46条。", ""),
        ("收到申请14件，其中自然人10件，占71.4%。", ""),
        ("满意率为96.4%，办结率100%。", ""),
        ("共发布信息16条，其中动态3条，通知2条等。", ""),
    ],
)
def test_sums_and_shares_within_a_sentence(text, rule):
    assert [one.rule for one in text_findings(text, "主动公开")] == [rule] * bool(rule)
