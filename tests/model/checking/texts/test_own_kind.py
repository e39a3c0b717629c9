"""How a text calls its own body."""

from __future__ import annotations

import pytest

from model.checking.run import check
from model.form.form import load_form
from model.report.report import Part, Report

RULES = ("stale-unit",)
FORM = load_form("2021")


def found(text: str, cells: dict[str, int] | None = None, unit: str = "青石镇人民政府") -> list[str]:
    part = Part("依申请公开", text)
    facts = {"year": 2024, "unit": unit, "overview": (part,)}
    report = Report(FORM, dict.fromkeys(FORM.inputs, 0) | (cells or {}) | facts)
    return [one.rule for one in check(report, None).findings if one.rule in RULES]


@pytest.mark.parametrize(("words", "rules"), [("我镇", []), ("我局", ["stale-unit"]), ("我街道", ["stale-unit"])])
def test_a_town_calls_itself_a_town(words, rules):
    assert found(f"{words}认真做好政府信息公开工作。") == rules
