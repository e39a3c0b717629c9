"""A number that a text states, against the table."""

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


@pytest.mark.parametrize(("said", "rules"), [("3", []), ("4", ["text-number"])])
def test_a_statement_is_held_against_its_cells(said, rules):
    cells = {"requests.received.natural": 3, "requests.granted.natural": 3}
    assert found(f"全年收到政府信息公开申请{said}件。", cells) == rules
