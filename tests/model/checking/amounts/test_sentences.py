"""Sentences as clerks write them, each with the tables beside it."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from model.checking.run import check
from model.form.form import load_form
from model.report.report import Part, Report
from tests.samples import SHARED

FILE = SHARED / "cases" / "sentences.toml"
CASES = tomllib.loads(FILE.read_text(encoding="utf-8"))["case"] if FILE.exists() else []
OWN = [
    case
    for path in sorted(Path(__file__).parent.glob("*sentences.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)["case"]
]
RULES = (
    "text-number",
    "text-sum",
    "text-percent",
    "stale-year",
    "stale-unit",
    "personal-data",
    "outdated",
    "fee-table",
)
FORM = load_form("2021")


def rules_found(case: dict[str, Any]) -> list[str]:
    """The rules of what is found in a case's sentence, in order."""
    part = Part(case.get("heading", "依申请公开"), case["text"])
    body = {"year": case.get("year", 2024), "unit": case.get("unit", "青石镇人民政府")}
    facts = body | {case.get("section", "overview"): (part,)}
    report = Report(FORM, dict.fromkeys(FORM.inputs, 0) | case.get("cells", {}) | facts)
    return [one.rule for one in check(report, None).findings]


@pytest.mark.skipif(not CASES, reason="the cases are not here")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:20])
def test_of_every_sentence_only_what_is_wrong_is_found(case: dict[str, Any]):
    assert [rule for rule in rules_found(case) if rule.startswith("text-")] == case["found"]


@pytest.mark.parametrize("case", OWN, ids=lambda case: case["text"][:20])
def test_of_every_sentence_of_a_clerk_only_what_is_wrong_is_found(case: dict[str, Any]):
    expected = set() if case.get("missed") else set(case["found"])  # one that is found since is missed no more
    assert {rule for rule in rules_found(case) if rule in RULES} == expected


def test_of_what_is_wrong_in_them_few_are_missed():
    wrong = [case for case in OWN if case["found"]]
    assert sum(case.get("missed", False) for case in wrong) < len(wrong) / 10


def test_a_share_may_be_of_the_amount_in_the_sentence_before_or_behind():
    def told(text: str) -> list[str]:
        report = Report(FORM, {"year": 2024, "overview": (Part("主动公开", text),)})
        return [one.rule for one in check(report, None).findings if one.rule == "text-percent"]

    assert told("发布动态50条。其中图片20条，占40%；文字30条，占60%。") == []
    assert told("其中图片20条，占40%；文字30条，占60%。共发布动态50条。") == []
    assert told("发布动态50条。其中图片20条，占40%；文字30条，占65%。") == ["text-percent"]


def test_a_street_speaks_of_itself_as_a_town_does():
    part = Part("依申请公开", "全街共受理政府信息公开申请3件。我街收到申请3件。")
    cells = dict.fromkeys(FORM.inputs, 0) | {"requests.received.natural": 2, "requests.granted.natural": 2}
    for unit, many in (("某区桃李街道办事处", 2), ("青石镇人民政府", 0)):
        report = Report(FORM, cells | {"year": 2024, "unit": unit, "overview": (part,)})
        found = [one for one in check(report, None).findings if one.rule == "text-number"]
        assert len(found) == many
