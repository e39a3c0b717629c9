"""Where findings are marked, and how they are counted."""

from __future__ import annotations

from model.findings.finding import ERROR, HINT, WARNING, Edit, Finding
from model.findings.marks import counts_of, flags_of, stretches_of

A, B, TEXT = "requests.received.natural", "requests.received.business", "overview[0].text"


def test_an_error_that_several_changes_would_mend_marks_all_of_them_another_only_the_first():
    fixes = (Edit(A, 1), Edit(B, 1))
    assert flags_of([Finding("total", ERROR, (A, B), "x。", possible_fixes=fixes)]) == {A: ERROR, B: ERROR}
    assert flags_of([Finding("total", ERROR, (A, B), "x。")]) == {A: ERROR}
    assert flags_of([Finding("in-force", WARNING, (A, B), "x。", possible_fixes=fixes)]) == {A: WARNING}


def test_the_worst_of_a_cell_counts_in_whatever_order_they_come():
    found = [Finding("x", severity, (A,), "x。") for severity in (WARNING, ERROR, HINT)]
    assert flags_of(found) == flags_of(found[::-1]) == {A: ERROR}
    assert flags_of([Finding("x", HINT, (B,), "x。")]) == {}


def test_stretches_of_a_text_are_its_own_and_the_worst_is_drawn_last():
    found = [
        Finding("x", ERROR, (TEXT,), "x。", start=2, length=3),
        Finding("x", HINT, (TEXT,), "x。", start=4, length=1),
        Finding("x", WARNING, (TEXT, A), "x。", start=0, length=9),
        Finding("x", WARNING, (A, TEXT), "x。", start=0, length=9),
        Finding("x", WARNING, (TEXT,), "x。"),
    ]
    assert stretches_of(found, TEXT) == [(4, 1, HINT), (0, 9, WARNING), (2, 3, ERROR)]


def test_findings_are_counted_by_what_they_stand_for():
    found = [
        Finding("x", WARNING, (A,), "x。", count=40),
        Finding("x", WARNING, (A,), "x。"),
        Finding("x", HINT, (A,), "x。"),
    ]
    assert counts_of(found) == "▲41" and counts_of(found, [HINT]) == "○1" and counts_of([]) == ""
    assert counts_of([*found, Finding("x", ERROR, (A,), "x。")]) == "✕1 ▲41"
