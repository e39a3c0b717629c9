"""What is said of all that was counted."""

from __future__ import annotations

import pytest

from tests.model.checking.reports import rules_found


@pytest.mark.parametrize(("granted", "rules"), [(3, []), (1, ["text-number"])])
def test_what_was_done_with_all_of_them_is_at_least_that_many(granted, rules):
    cells = {"requests.received.natural": 3, "requests.granted.natural": granted}
    cells["requests.denied_by_law.natural"] = 3 - granted
    assert rules_found("全年收到政府信息公开申请3件，均予以公开。", "text-number", cells=cells) == rules


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("申请人均为自然人。", ["text-number"]),
        ("收到的申请全部予以公开。", ["text-number"]),
        ("收到的申请已全部办结。", ["text-number"]),
        ("收到的申请均按时答复。", []),
        ("属于主动公开范围的，均予以公开。", []),
        ("网上申请全部为自然人。", []),
        ("信访类申请均为自然人提出。", []),
    ],
)
def test_what_is_said_of_all_leaves_none_of_another_kind(text, rules):
    cells = {"requests.received.natural": 3, "requests.received.business": 1, "requests.granted.natural": 2}
    cells |= {"requests.denied_by_law.natural": 1, "requests.carried_out.business": 1}
    assert rules_found(text, "text-number", cells=cells) == rules


def test_what_is_said_of_several_cases_is_said_of_each():
    cells = {"disputes.review.upheld": 2, "disputes.review.pending": 1, "disputes.litigation_direct.upheld": 1}
    text = "行政复议3件、行政诉讼1件，均已审结。"
    assert rules_found(text, "text-number", cells=cells) == ["text-number"]
    assert rules_found("行政复议3件，其中已审结2件，均维持。", "text-number", cells=cells) == []
