"""What a part is a share of: a whole in its sentence or beside it, or what the tables have."""

from __future__ import annotations

import pytest

from tests.model.checking.reports import rules_found

CELLS = {"requests.received.natural": 8, "requests.received.business": 2, "requests.granted.natural": 10}


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("门户网站发布40条，占发布总量50条的80%。", []),
        ("门户网站发布40条，占发布总量50条的85%。", ["text-percent"]),
        ("自然人申请8件，占比80%。", []),
        ("自然人申请8件，占比85%。", ["text-percent"]),
        ("收到申请10件，自然人8件（80%）、企业2件（20%）。", []),
        ("收到申请10件，自然人8件（80%）、企业2件（30%）。", ["text-percent"]),
        ("收到申请10件（30%）。", []),
        ("予以公开的占60%，共6条；其他的占40%，共4条。", []),
    ],
)
def test_a_share_is_of_one_of_these(text, rules):
    assert rules_found(text, "text-percent", cells=CELLS) == rules
