"""How a text calls its own body."""

from __future__ import annotations

import pytest

from tests.model.checking.reports import rules_found


@pytest.mark.parametrize(("words", "rules"), [("我镇", []), ("我局", ["stale-unit"]), ("我街道", ["stale-unit"])])
def test_a_town_calls_itself_a_town(words, rules):
    assert rules_found(f"{words}认真做好政府信息公开工作。", "stale-unit") == rules
