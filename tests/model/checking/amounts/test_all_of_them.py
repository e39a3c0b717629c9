"""What is said of all that was counted."""

from __future__ import annotations

import pytest

from model.checking.run import check
from model.form.form import load_form
from model.report.report import Part, Report

RULES = ("text-number",)
FORM = load_form("2021")


def found(text: str, cells: dict[str, int] | None = None, unit: str = "青石镇人民政府") -> list[str]:
    part = Part("依申请公开", text)
    facts = {"year": 2024, "unit": unit, "overview": (part,)}
    report = Report(FORM, dict.fromkeys(FORM.inputs, 0) | (cells or {}) | facts)
    return [one.rule for one in check(report, None).findings if one.rule in RULES]


@pytest.mark.parametrize(("granted", "rules"), [(3, []), (1, ["text-number"])])
def test_what_was_done_with_all_of_them_is_at_least_that_many(granted, rules):
    cells = {"requests.received.natural": 3, "requests.granted.natural": granted}
    cells["requests.denied_by_law.natural"] = 3 - granted
    assert found("全年收到政府信息公开申请3件，均予以公开。", cells) == rules
