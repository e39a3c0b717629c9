"""Rates of amounts that a text states."""

from __future__ import annotations

import pytest

from tests.model.checking.reports import rules_found


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("留言80条，办结76条，办结率{}。", "95%", "90%"),
        ("发放问卷300份，收回282份，回收率{}。", "94%", "98%"),
        ("14个村中有13个村建成公开栏，覆盖率{}。", "92.9%", "95.9%"),
        ("全年办结率为{}，即20件中办结19件。", "95%", "90%"),
        ("办结申请8件，其中按时办结8件，按时办结率{}。", "100%", "95%"),
        ("应公开320项，实际公开304项，公开率{}。", "95%", "98%"),
        ("回收问卷460份，其中表示“满意”和“基本满意”的437份，满意度{}。", "95%", "97.8%"),
    ],
)
def test_a_rate_follows_from_the_amounts(text, right, wrong):
    assert rules_found(text.format(right), "text-percent") == []
    assert rules_found(text.format(wrong), "text-percent") == ["text-percent"]


@pytest.mark.parametrize("text", ["14个村中有13个村建成公开栏，群众满意率95.9%。", "按时办结76条，办结率100%。"])
def test_a_rate_of_something_else_is_left_alone(text):
    assert rules_found(text, "text-percent") == []
