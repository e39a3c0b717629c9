"""What a draft notes besides the report: what was typed and is no value, printed totals, confirmed warnings."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.checking.run import check
from model.draft.draft_file import save_draft
from model.draft.toml_format import draft_text, read_draft
from model.faults import DraftFault
from model.form.form import editions, load_form
from model.report.report import Confirmed, Notes, Report, Unfinished
from tests.model.draft.written import HEAD, read
from tests.samples import EXAMPLE

YEAR, CELL, TOTAL = "year", "requests.received.natural", "requests.received.total"
IN_FORCE, HANDLED = "disclosure.regulations.in_force", "requests.handled.natural"
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


def test_the_draft_keeps_it_by_name():
    report = Report(load_form("2021"), {CELL: Unfinished("3..5"), YEAR: Unfinished("22")})
    text = draft_text(report)
    assert tomllib.loads(text)["unfinished"] == {"year": "22", CELL: "3..5"}
    assert read_draft(text.encode(), load_form, editions()) == report
    assert list(report.unfinished) == [YEAR, CELL]
    assert read(HEAD + '[unfinished.requests.received]\nnatural = "3..5"\n').unfinished == {CELL: "3..5"}


@pytest.mark.parametrize(
    "text",
    [
        "unfinished = 5\n",
        'unfinished = ["x"]\n',
        "[unfinished]\nyear = 22\n",
        '[unfinished]\nyear = ""\n',
        '[unfinished]\nunit = "x"\nalien = "y"\n"a.b.c" = "z"\n',
        f'[unfinished]\n"{TOTAL}" = "3"\n',
        'year = 2021\n[unfinished]\nyear = "22"\n',
        '[unfinished]\nyear = {x = "22"}\nrequests = 5\n',
    ],
)
def test_what_is_malformed_in_it_is_kept_as_it_is(text, tmp_path):
    report = read(HEAD + text)
    assert report.unfinished == {} and check(report, None)
    assert tomllib.loads(draft_text(report)) == tomllib.loads(HEAD + text)
    save_draft(tmp_path / "a.toml", report)


def test_the_same_name_twice_loses_neither():
    text = f'[unfinished]\n"{CELL}" = "1.."\n[unfinished.requests.received]\nnatural = "2.."\n'
    report = read(HEAD + text)
    assert report.unfinished == {CELL: "1.."}
    assert tomllib.loads(draft_text(report)) == tomllib.loads(HEAD + text)


@given(st.dictionaries(st.sampled_from([YEAR, "signoff.date", *load_form("2021").inputs]), st.text(min_size=1)))
def test_any_text_for_any_field_comes_back_to_the_last_character(typed):
    report = Report(load_form("2021"), {name: Unfinished(text) for name, text in typed.items() if text.strip()})
    assert read(draft_text(report)).unfinished == report.unfinished


@pytest.mark.parametrize(
    "text",
    [
        "[printed]\nrequests = 5\n",
        '[printed.requests]\nhandled = "x"\n',
        '[printed.requests.handled]\ntotal = "九"\n',
        "[printed.requests.received]\nnatural = 3\n",  # no total
        "printed = [1]\n",
        "confirmed = 5\n",
        'confirmed = ["x"]\n',
        "[[confirmed]]\nrule = 5\ncells = []\n",
        '[[confirmed]]\nrule = "total"\n',
        '[[confirmed]]\nrule = "total"\ncells = [5]\n',
        '[[confirmed]]\nrule = "total"\ncells = []\nreason = 5\n',
    ],
)
def test_a_note_that_is_none_says_nothing_and_stays_in_the_file(text):
    report = read(HEAD + text)
    assert {finding.rule for finding in check(report, None).findings} == {
        finding.rule for finding in check(read(HEAD), None).findings
    }
    assert tomllib.loads(draft_text(report)) == tomllib.loads(HEAD + text)


def test_a_total_that_was_printed_otherwise_is_told_as_long_as_the_draft_says_so():
    text = EXAMPLE.read_text(encoding="utf-8") + "\n[printed.requests.received]\ntotal = 4\nnatural = 9\n"
    (wrong,) = [finding for finding in check(read(text), None).findings if finding.rule == "total"]
    assert wrong.severity == "error" and wrong.cells[0] == "requests.received.total" and "4" in wrong.message
    assert tomllib.loads(draft_text(read(text)))["printed"] == {"requests": {"received": {"total": 4, "natural": 9}}}


def test_a_confirmed_warning_keeps_its_reason_and_what_is_not_known_here():
    entry = '[[confirmed]]\nrule = "in-force"\ncells = ["a.b.c"]\nreason = "已核"\nabout = "x"\nby = "张三"\n'
    text = HEAD + entry
    assert tomllib.loads(draft_text(read(text))) == tomllib.loads(text)


def test_notes_stand_in_the_draft_beside_the_values_and_come_back():
    report = Report(
        load_form("2021"),
        notes=Notes((IN_FORCE,), {HANDLED: 61}, (Confirmed("in-force", (IN_FORCE,), "清理废止12件"),)),
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
    assert report.notes.printed == {HANDLED: 61} and (by.reason, by.kept) == ("说明", {"by": "张"})
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
