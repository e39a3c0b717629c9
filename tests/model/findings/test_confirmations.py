"""Warnings that were confirmed."""

from __future__ import annotations

from dataclasses import replace

from model.checking.run import check
from model.draft.toml_format import draft_text, read_draft
from model.form.form import editions, load_form
from model.report.report import Confirmed, Notes
from tests.model.checking.reports import LAST, changed, found, with_text


def test_a_confirmation_holds_until_what_it_speaks_of_changes():
    wrong = changed(disclosure__penalties__decisions=9, disclosure__normative_documents__repealed=0)
    warnings = [one for one in found(wrong) if one.rule == "in-force"]
    by = Confirmed("in-force", warnings[0].cells, "集中清理", warnings[0].about)
    confirmed = replace(wrong, notes=Notes(confirmed=(by,)))
    again = read_draft(draft_text(confirmed).encode(), load_form, editions())
    assert again.notes.confirmed == (by,)
    checked = check(again, LAST)
    assert "in-force" not in [one.rule for one in checked.findings]
    assert [(one.rule, reason.reason) for one, reason in checked.confirmed] == [("in-force", "集中清理")]
    moved = replace(again, values=again.values | {"disclosure.normative_documents.in_force": 30})
    assert "in-force" in [one.rule for one in check(moved, LAST).findings]


def test_a_confirmation_without_a_state_holds_for_its_cells_and_errors_cannot_be_confirmed():
    cell = "disclosure.normative_documents.in_force"
    wrong = changed(
        Notes(confirmed=(Confirmed("in-force", (cell,), "x"), Confirmed("balance", ("requests.received.other",), "x"))),
        disclosure__normative_documents__repealed=0, requests__carried_out__other=1,
    )  # fmt: skip
    rules = [one.rule for one in found(wrong)]
    assert "in-force" not in rules and "balance" in rules


def test_a_confirmation_goes_along_when_its_part_is_moved():
    report = with_text("另外，行政处罚10件。")
    (one,) = found(report)
    by = Confirmed(one.rule, one.cells, "x", one.about)
    moved = tuple(reversed(report.parts("overview")))
    assert found(replace(report, values=report.values | {"overview": moved}, notes=Notes(confirmed=(by,)))) == []
