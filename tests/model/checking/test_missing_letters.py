"""Letters without a face, as findings."""

from __future__ import annotations

from model.checking.missing_letters import RULE, missing_letter_findings
from model.report.report import Part, Report

RARE = "\U00030ede"


def test_each_is_told_once_for_every_value_at_its_first_place(form):
    report = Report(
        form, {"unit": f"某{RARE}镇", "overview": (Part("", f"张{RARE}、李{RARE}。"), Part(f"{RARE}一事", "无"))}
    )
    found = list(missing_letter_findings(report, {RARE, "丙"}))
    places = [(one.cells, one.start, one.length, one.count) for one in found]
    assert places == [
        (("unit",), 1, 1, 1), (("overview[0].text",), 1, 1, 2), (("overview[1].heading",), 0, 1, 1),
    ]  # fmt: skip
    assert {(one.rule, one.severity) for one in found} == {(RULE, "warning")}
    tab = form.section("overview").tab
    assert found[0].message.startswith("单位名称里的") and found[1].message.startswith(f"“{tab}”里的“{RARE}”")
    assert "确实没有这个字" in found[1].message


def test_without_missing_letters_there_is_nothing(form):
    assert list(missing_letter_findings(Report(form, {"unit": f"某{RARE}镇"}), set())) == []
