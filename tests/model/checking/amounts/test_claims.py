"""What one segment of a sentence states, by what it names and by what was said before it."""

from __future__ import annotations

import pytest

from tests.model.checking.reports import rules_found

RECEIVED = {"requests.received.natural": 3, "requests.granted.natural": 3}


@pytest.mark.parametrize(
    ("text", "cells", "rules"),
    [
        ("依申请公开3件。", RECEIVED, []),
        ("依申请公开4件。", RECEIVED, ["text-number"]),
        ("受理并办结政府信息公开申请3件。", RECEIVED, []),
        ("受理并办结政府信息公开申请4件。", RECEIVED, ["text-number"]),
        ("未收到重复申请。", RECEIVED, []),
        ("未收到重复申请。", RECEIVED | {"requests.unprocessed_repeat.natural": 1}, ["text-number"]),
        ("受理书面申请1件、网上申请2件，共计3件。", RECEIVED, []),
        ("受理书面申请1件、网上申请3件，共计4件。", RECEIVED, ["text-number"]),
        ("网上1件、当面2件，共3件。", RECEIVED, []),
        ("没有企业、科研机构提出申请。", RECEIVED, []),
        ("没有企业和科研机构提出的申请。", {"requests.received.business": 1}, ["text-number"]),
        ("发生行政复议、行政诉讼共2件。", {"disputes.review.upheld": 1, "disputes.litigation_direct.upheld": 1}, []),
        ("发生行政复议、行政诉讼共2件。", {"disputes.review.upheld": 2, "disputes.litigation_direct.upheld": 1}, ["text-number"]),
    ],
)  # fmt: skip
def test_an_amount_is_of_what_its_segment_names(text, cells, rules):
    assert rules_found(text, "text-number", cells=cells) == rules
