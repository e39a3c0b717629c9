"""The changes that mend what was found."""

from __future__ import annotations

from dataclasses import replace

from tests.model.checking.reports import changed, found


def test_one_change_that_mends_several_comes_first():
    report = changed(requests__carried_in__natural=3)
    first, second, *_ = found(report)
    assert {first.rule, second.rule} == {"balance", "carried-in"}
    assert first.edits == second.edits == (("requests.carried_in.natural", 2),)


def test_a_mend_mends():
    for report in (changed(requests__carried_in__natural=3), changed(disclosure__regulations__in_force=1)):
        edits = found(report)[0].edits
        mended = replace(report, values=report.values | {edit.cell: edit.value for edit in edits})
        assert found(mended) == []
