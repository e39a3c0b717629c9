"""What is said of each thing in a list."""

from __future__ import annotations

import pytest

from tests.model.checking.reports import rules_found

REVIEW, LAWSUIT = {"disputes.review.upheld": 2}, {"disputes.litigation_direct.upheld": 1}


@pytest.mark.parametrize(
    ("text", "cells", "times"),
    [
        ("全年行政复议、行政诉讼均为零。", {}, 0),
        ("全年行政复议、行政诉讼均为零。", REVIEW, 1),
        ("全年行政复议、行政诉讼“零发生”。", LAWSUIT, 1),
        ("全年行政复议、行政诉讼被纠正的均为零。", REVIEW, 0),
        ("政府信息公开行政复议2件，维持、纠正各1件。", REVIEW, 2),
        ("政府信息公开行政复议2件，维持2件、行政诉讼0件。", REVIEW, 0),
    ],
)
def test_what_stands_behind_the_last_is_said_of_each(text, cells, times):
    assert len(rules_found(text, "text-number", cells=cells)) == times
