"""A report with more text than the rules look at: what is not looked at is told."""

from __future__ import annotations

from dataclasses import replace

from model.checking.run import check
from model.draft.draft_file import load_draft
from model.findings.finding import ERROR
from model.report.report import Part
from tests.samples import EXAMPLE

REPORT = load_draft(EXAMPLE)[0]


def test_of_texts_without_end_the_first_are_looked_at_and_the_rest_is_told():
    slip, filling = "公开公开。", "我们认真学习了有关文件的要求。" * 1000
    parts = (Part("甲", slip), *[Part("乙", filling)] * 20, Part("丙", slip))
    report = replace(REPORT, values=REPORT.values | {"overview": parts})
    found = [one for one in check(report, None).findings if one.rule in ("writing", "unchecked")]
    assert [one.cells[0] for one in found if "重复" in one.message] == ["overview[0].text", "overview[21].text"]
    (untold,) = [one for one in found if one.rule == "unchecked"]
    left = [number for number in range(22) if number < 14 or number == 21]
    assert untold.severity == ERROR and untold.count == 22 - len(left) and f"{untold.count} 段" in untold.message
    assert untold.cells == (f"overview[{left[-2] + 1}].text",)


def test_parts_without_end_are_told_too():
    report = replace(REPORT, values=REPORT.values | {"overview": (Part("甲", "收到申请。"), Part("乙")) * 25_000})
    assert [one.rule for one in check(report, None).findings if one.severity == ERROR] == ["unchecked"]
