"""Shares of a whole that a text states."""

from __future__ import annotations

import pytest

from model.checking.run import check
from model.form.form import load_form
from model.report.report import Part, Report

RULES = ("text-percent",)
FORM = load_form("2021")


def found(text: str, cells: dict[str, int] | None = None, unit: str = "青石镇人民政府") -> list[str]:
    part = Part("依申请公开", text)
    facts = {"year": 2024, "unit": unit, "overview": (part,)}
    report = Report(FORM, dict.fromkeys(FORM.inputs, 0) | (cells or {}) | facts)
    return [one.rule for one in check(report, None).findings if one.rule in RULES]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("发布动态50条。其中图片20条，占40%。", []),
        ("发布动态50条。其中图片20条，占45%。", ["text-percent"]),
        ("发布动态60条，其中图片20条，约占三分之一。", []),
    ],
)
def test_a_share_fits_the_amount_that_it_is_of(text, rules):
    assert found(text) == rules
