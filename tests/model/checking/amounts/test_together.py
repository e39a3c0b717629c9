"""Amounts of several rows together."""

from __future__ import annotations

import pytest

from tests.model.checking.reports import rules_found

CELLS = {"disputes.review.upheld": 2, "disputes.litigation_direct.upheld": 1}


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("因政府信息公开引发的行政复议、行政诉讼共计3件。", []),
        ("因政府信息公开引发的行政复议、行政诉讼共计5件。", ["text-number"]),
        ("行政复议、行政诉讼等共计5件。", []),  # others too, of which nothing is known
    ],
)
def test_rows_named_one_after_another_are_counted_together(text, rules):
    assert rules_found(text, "text-number", cells=CELLS) == rules
