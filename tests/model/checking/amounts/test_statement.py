"""A number that a text states, against the table."""

from __future__ import annotations

import pytest

from tests.model.checking.reports import rules_found


@pytest.mark.parametrize(("said", "rules"), [("3", []), ("4", ["text-number"])])
def test_a_statement_is_held_against_its_cells(said, rules):
    cells = {"requests.received.natural": 3, "requests.granted.natural": 3}
    assert rules_found(f"全年收到政府信息公开申请{said}件。", "text-number", cells=cells) == rules
