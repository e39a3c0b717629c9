"""Shares of several amounts, of each or of all together."""

from __future__ import annotations

import pytest

from tests.model.checking.reports import rules_found


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("发布图片20条、文字30条，分别占40%和60%。", []),
        ("发布图片20条、文字30条，分别占40%和50%。", ["text-percent"]),
        ("微信发布30条、微博发布10条，两项占总数80条的50%。", []),
        ("微信发布30条、微博发布10条，两项占总数80条的45%。", ["text-percent"]),
        ("全年发布80条，微信发布30条、微博发布10条，合计占50%。", []),
        ("全年发布80条，微信发布30条、微博发布10条，合计占45%。", ["text-percent"]),
    ],
)
def test_shares_of_several_follow_from_them(text, rules):
    assert rules_found(text, "text-percent") == rules
