"""What is said of all that was counted."""

from __future__ import annotations

import pytest

from tests.model.checking.reports import rules_found


@pytest.mark.parametrize(("granted", "rules"), [(3, []), (1, ["text-number"])])
def test_what_was_done_with_all_of_them_is_at_least_that_many(granted, rules):
    cells = {"requests.received.natural": 3, "requests.granted.natural": granted}
    cells["requests.denied_by_law.natural"] = 3 - granted
    assert rules_found("全年收到政府信息公开申请3件，均予以公开。", "text-number", cells=cells) == rules
