"""The order in which findings are listed."""

from __future__ import annotations

from model.findings.finding import ERROR, HINT, WARNING, Finding
from model.findings.groups import grouped


def one(severity: str, tab: str, kind: str = "", count: int = 1) -> Finding:
    return Finding("rule", severity, (tab,), f"{tab}{kind}", kind=kind, count=count)


def test_errors_come_first_whatever_tab_they_are_in():
    found = [one(ERROR, "三"), one(WARNING, "一"), one(WARNING, "三"), one(HINT, "基")]
    groups = grouped(found, lambda finding: finding.cells[0], ["基", "一", "三"])
    assert [(group.severity, group.tab) for group in groups] == [
        (ERROR, "三"),
        (WARNING, "一"),
        (WARNING, "三"),
        (HINT, "基"),
    ]


def test_those_that_say_the_same_stand_together_with_the_first():
    found = [one(HINT, "一", "2024"), one(HINT, "一"), one(HINT, "三", "2024", 9), one(HINT, "三", "2023")]
    first, second = grouped(found, lambda finding: finding.cells[0], ["一", "三"])
    assert [len(row) for row in first.rows] == [2, 1] and first.places == 11
    assert second.places == 1


def test_texts_are_gone_through_from_the_first_line_to_the_last():
    places = [("a[1].text", 3), ("a[0].text", 9), ("a[0].text", 4), ("a.b.c", 0)]
    found = [Finding("rule", HINT, (name,), "", start=start) for name, start in places]
    (group,) = grouped(found, lambda finding: "一", ["一"])
    assert [(same[0].cells[0], same[0].start) for same in group.rows] == [*reversed(places[1:]), places[0]]
