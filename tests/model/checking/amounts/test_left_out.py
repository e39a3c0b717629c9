"""What an amount of results may leave out."""

from __future__ import annotations

import pytest

from tests.model.checking.reports import rules_found

CELLS = {
    "requests.received.natural": 12, "requests.carried_in.natural": 1, "requests.granted.natural": 11,
    "requests.carried_out.natural": 2,
}  # fmt: skip
WITHDRAWN = {"requests.received.natural": 5, "requests.granted.natural": 4, "requests.other_remaining.natural": 1}


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("收到申请12件，其中10件已办结，2件结转下年度。", []),  # of the 12; one more was carried in
        ("收到申请12件，其中9件已办结，2件结转下年度。", ["text-number"]),
        ("收到申请12件，已办结10件，上年结转的1件已于1月办结。", []),
        ("收到申请12件，已办结10件，结转下年度2件。", ["text-number"]),
    ],
)
def test_those_handled_of_this_years_may_be_told_without_those_carried_in(text, rules):
    assert rules_found(text, "text-number", cells=CELLS) == rules


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("收到申请5件，答复4件，1件因申请人撤回而终止。", []),
        ("收到申请5件，办结4件，1件因申请人撤回而终止。", ["text-number"]),
        ("收到申请5件，答复4件。", ["text-number"]),
    ],
)
def test_answers_may_be_told_without_what_ended_otherwise(text, rules):
    assert rules_found(text, "text-number", cells=WITHDRAWN) == rules
