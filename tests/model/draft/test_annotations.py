"""What a draft notes about the values of its report: it comes back, and what is no note is kept as it stands."""

from __future__ import annotations

import tomllib

import pytest

from model.draft.toml_format import draft_text, read_draft
from model.faults import DraftFault
from model.form.form import editions, load_form
from model.report.report import Confirmed, Notes, Report

CELL, TOTAL = "disclosure.regulations.in_force", "requests.handled.natural"
HEAD = 'draft = 1\nedition = "2021"\n'
NOTES = """proposed = [
    "disclosure.regulations.in_force",
]

[printed.requests.handled]
natural = 61

[[confirmed]]
rule = "in-force"
cells = [
    "disclosure.regulations.in_force",
]
reason = "清理废止12件"
"""


def read(text: str) -> Report:
    return read_draft(text.encode(), load_form, editions())


def test_notes_stand_in_the_draft_beside_the_values_and_come_back():
    report = Report(
        load_form("2021"), notes=Notes((CELL,), {TOTAL: 61}, (Confirmed("in-force", (CELL,), "清理废止12件"),))
    )
    assert draft_text(report) == HEAD + NOTES
    assert read(HEAD + NOTES) == report


def test_without_a_note_nothing_of_them_stands_in_the_draft():
    assert draft_text(read(HEAD + "proposed = []\n")) == HEAD
    assert read(HEAD).notes == Notes()


def test_what_is_no_note_is_written_again_beside_the_notes():
    text = HEAD + (
        '[printed.requests.handled]\nnatural = 61\nalien = 4\ntotal = "x"\n[printed.martian]\nx = 1\n'
        '[[confirmed]]\nrule = "in-force"\ncells = ["a"]\nreason = "说明"\nby = "张"\n[[confirmed]]\nrule = 5\n'
    )
    report = read(text)
    (by,) = report.notes.confirmed
    assert report.notes.printed == {TOTAL: 61} and (by.reason, by.kept) == ("说明", {"by": "张"})
    assert tomllib.loads(draft_text(report)) == tomllib.loads(text)


@pytest.mark.parametrize("notes", ["printed = 5", "confirmed = 5", "[printed]\nrequests = 5", "[confirmed]\nrule = 5"])
def test_a_note_of_another_kind_is_none_and_is_written_again(notes):
    report = read(HEAD + notes)
    assert report.notes == Notes() and report.values == {}
    assert tomllib.loads(draft_text(report)) == tomllib.loads(HEAD + notes)


@pytest.mark.parametrize("proposed", ['"a"', "[1]", "{a = 1}"])
def test_proposals_that_are_no_names_are_refused(proposed):
    with pytest.raises(DraftFault) as fault:
        read(f"{HEAD}proposed = {proposed}\n")
    assert "“proposed”" in str(fault.value)
