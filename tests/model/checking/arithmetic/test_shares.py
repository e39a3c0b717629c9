"""Shares of a whole that a text states."""

from __future__ import annotations

import pytest

from tests.model.checking.reports import rules_found


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("发布动态50条。其中图片20条，占40%。", []),
        ("发布动态50条。其中图片20条，占45%。", ["text-percent"]),
        ("发布动态60条，其中图片20条，约占三分之一。", []),
    ],
)
def test_a_share_fits_the_amount_that_it_is_of(text, rules):
    assert rules_found(text, "text-percent") == rules
