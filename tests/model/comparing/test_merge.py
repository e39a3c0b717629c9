"""Two who changed one draft: what each changed comes together, and nothing that either has written is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.comparing.merge import BOTH, MINE, THEIRS, conflicts, merged, merged_kept
from model.form.form import load_form
from model.report.report import Confirmed, Notes, Part, Report
from tests.model.draft.test_toml_format import REPORTS

FORM = load_form("2021")
CELL, BESIDE = "requests.received.natural", "requests.received.business"
HEADINGS, WORDS = st.sampled_from(["", "收费", "其他"]), st.sampled_from(["", "甲。", "乙。", "丙。"])
PARTS = st.lists(st.builds(Part, HEADINGS, WORDS), max_size=4).map(tuple)
law = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def report(**values: object) -> Report:
    """A report with these values; __ stands for a dot."""
    return Report(FORM, {name.replace("__", "."): value for name, value in values.items()})


def together(base: Report | None, mine: Report, theirs: Report, **choices: str) -> dict:
    """The values of mine once it has been merged; choices by name, else as proposed."""
    changes, _ = merged(conflicts(base, mine, theirs), choices, base, mine, theirs)
    return {name: value for name, value in (mine.values | changes).items() if value is not None}


def notes_together(base: Notes | None, mine: Notes, theirs: Notes) -> Notes:
    """The notes of mine once it has been merged, where the values are the same."""
    before = None if base is None else Report(FORM, notes=base)
    return merged([], {}, before, Report(FORM, notes=mine), Report(FORM, notes=theirs))[1]


def remarks(base: tuple[Part, ...], mine: tuple[Part, ...], theirs: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts of a text that all three have in their own way, merged as proposed."""
    return together(*(report(remarks=parts) for parts in (base, mine, theirs))).get("remarks", ())


@law
@given(REPORTS, REPORTS)
def test_what_only_one_of_two_has_changed_is_taken_whole(base, changed):
    assert together(base, changed, base) == changed.values
    assert together(base, base, changed) == changed.values


@law
@given(REPORTS, REPORTS)
def test_the_same_change_on_both_sides_is_no_question(base, changed):
    assert conflicts(base, changed, changed) == []
    assert together(base, changed, changed) == changed.values


@law
@given(REPORTS, REPORTS, REPORTS)
def test_all_of_one_side_is_that_side(base, mine, theirs):
    found = conflicts(base, mine, theirs)
    for side, expected in ((MINE, mine), (THEIRS, theirs)):
        changes, notes = merged(found, {one.name: side for one in found}, base, mine, theirs)
        assert {n: v for n, v in (mine.values | changes).items() if v is not None} == expected.values
        assert not found or side == MINE or notes == theirs.notes


def test_changes_in_different_places_come_together_and_what_was_emptied_stays_empty():
    base = report(unit="甲镇", requests__received__natural=1, requests__received__business=2, opening="开头")
    mine = report(unit="甲镇", requests__received__natural=5, requests__received__business=2)
    theirs = report(unit="乙镇", requests__received__natural=1, opening="开头")
    assert together(base, mine, theirs) == {"unit": "乙镇", CELL: 5}
    assert [(one.name, one.proposal, one.is_contested) for one in conflicts(base, mine, theirs)] == [
        ("unit", THEIRS, False),
        ("opening", MINE, False),
        (CELL, MINE, False),
        (BESIDE, THEIRS, False),
    ]


def test_a_number_that_both_changed_is_contested_and_mine_unless_theirs_is_chosen():
    base, mine, theirs = (report(requests__received__natural=number) for number in (1, 2, 3))
    (one,) = conflicts(base, mine, theirs)
    assert (one.is_contested, one.may_be_both, one.proposal) == (True, False, MINE)
    assert "自然人" in one.label and (one.base, one.mine, one.theirs) == (1, 2, 3)
    assert together(base, mine, theirs) == {CELL: 2}
    assert together(base, mine, theirs, **{CELL: THEIRS}) == {CELL: 3}


def test_without_a_common_beginning_what_only_one_has_is_taken_and_the_rest_is_mine():
    assert together(None, report(unit="甲镇"), report(requests__received__natural=3)) == {"unit": "甲镇", CELL: 3}
    (one,) = conflicts(None, report(unit="甲镇"), report(unit="乙镇"))
    assert one.is_contested and one.proposal == MINE


@law
@given(PARTS, PARTS, PARTS)
def test_no_part_that_either_has_written_is_lost(base, mine, theirs):
    found = remarks(base, mine, theirs)
    if all((mine, theirs)) and len({base, mine, theirs}) == 3:
        assert [part for part in (*mine, *theirs) if part not in base and part not in found] == []
    assert [part for part in found if part not in (*base, *mine, *theirs)] == []


FEES, OTHER = Part("收费", "没有收费。"), Part("其他", "没有。")


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ((replace(FEES, text="改一"), OTHER), (FEES, replace(OTHER, text="改二")), ("改一", "改二")),
        ((replace(FEES, text="改一"), OTHER), (replace(FEES, text="改二"), OTHER), ("改一", "改二", "没有。")),
        ((FEES, OTHER, Part("新", "三。")), (FEES,), ("没有收费。", "三。")),
        ((FEES, replace(OTHER, text="改一")), (FEES, Part("新", "三。")), ("没有收费。", "改一", "三。")),
        ((OTHER, FEES), (FEES, replace(OTHER, text="改二")), ("改二", "没有收费。")),
    ],
    ids=["one each", "the same one", "added and removed", "changed and removed", "moved and changed"],
)
def test_parts_of_a_text_are_merged_one_by_one(mine, theirs, expected):
    assert tuple(part.text for part in remarks((FEES, OTHER), mine, theirs)) == expected


def test_reasons_of_both_stay_and_one_that_was_taken_back_goes():
    first, second, third = (Confirmed("in-force", (name,), "说明") for name in (CELL, BESIDE, "unit"))
    base = Notes(confirmed=(first,))
    both = notes_together(base, Notes(confirmed=(first, second)), Notes(confirmed=(third,)))
    assert both.confirmed == (second, third)
    reason = replace(first, reason="我的")
    assert notes_together(base, Notes(confirmed=(reason,)), Notes()).confirmed == (reason,)


def test_what_either_has_touched_is_no_proposal_any_more():
    base = Notes((CELL, BESIDE, "x"))
    assert notes_together(base, Notes((CELL, "x")), Notes((BESIDE, "x"))).proposed == ("x",)
    assert notes_together(base, Notes((CELL,)), Notes((BESIDE,))).proposed == ()


def test_printed_totals_are_those_of_whoever_changed_them_and_mine_where_both_did():
    base, mine, theirs = Notes(printed={CELL: 1, BESIDE: 2}), Notes(printed={CELL: 1}), Notes(printed={CELL: 3})
    assert notes_together(base, base, theirs).printed == theirs.printed
    assert notes_together(base, mine, base).printed == mine.printed
    assert notes_together(base, mine, theirs).printed == mine.printed
    assert notes_together(None, Notes(), theirs).printed == theirs.printed


def test_the_notes_go_with_the_values_where_all_of_them_are_theirs_and_only_then():
    confirmed = Confirmed("total", (CELL,), "说明")
    mine = Report(FORM, {CELL: 1, "unit": "甲镇"}, notes=Notes((CELL,), {CELL: 5}, (confirmed,)))
    theirs = Report(FORM, {CELL: 2, "unit": "乙镇"}, notes=Notes((BESIDE,), {BESIDE: 6}))
    found = conflicts(Report(FORM), mine, theirs)
    assert merged(found, {CELL: THEIRS, "unit": THEIRS}, Report(FORM), mine, theirs)[1] == theirs.notes
    assert merged(found, {CELL: THEIRS, "unit": MINE}, Report(FORM), mine, theirs)[1].confirmed == (confirmed,)


def test_a_text_that_both_have_written_is_proposed_whole_and_may_be_one_of_them():
    base, mine, theirs = (report(remarks=parts) for parts in ((), (FEES,), (OTHER,)))
    (one,) = conflicts(base, mine, theirs)
    assert one.proposal == BOTH and together(base, mine, theirs, remarks=MINE)["remarks"] == (FEES,)


def test_what_is_not_known_here_goes_with_whoever_changed_it():
    base, mine, theirs = Report(FORM), Report(FORM), Report(FORM)
    base.kept = {"later": 1, "gone": 1, "both": 1}
    mine.kept = {"later": 1, "both": 2, "own": 5}
    theirs.kept = {"later": 9, "gone": 1, "both": 3, "new": 7}
    assert merged_kept(base, mine, theirs) == {"later": 9, "both": 2, "own": 5, "new": 7}
    assert merged_kept(None, mine, theirs) == {"later": 1, "both": 2, "own": 5, "gone": 1, "new": 7}
