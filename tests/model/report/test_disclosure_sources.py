"""Where the counts of table 2 come from, through the draft, two who change it, and into the next year."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.comparing.differences import differences
from model.comparing.merge import conflicts, merged
from model.draft.next_year import following, last_of, next_report, proposed_again
from model.draft.toml_format import draft_data, draft_text, read_draft
from model.faults import DraftFault
from model.form.form import editions, load_form
from model.report.disclosure_sources import SOURCES, section_shown, source_cells, source_labels
from model.report.report import Report
from tests.model.checking.reports import CLEAN

NAME = "disclosure_sources.normative_documents"


def with_source(text: str) -> Report:
    return replace(CLEAN, values=CLEAN.values | {NAME: text})


def read(text: str) -> Report:
    return read_draft(text.encode(), load_form, editions())


def test_a_draft_holds_them_by_row_and_keeps_those_of_rows_that_are_not_known():
    report = with_source("司法局备案目录，3 件")
    assert draft_data(report)[SOURCES] == {"normative_documents": "司法局备案目录，3 件"}
    text = draft_text(report).replace("[disclosure_sources]", '[disclosure_sources]\nmeetings = "会议室"')
    again = read(text)
    assert again.values == report.values and again.kept[SOURCES] == {"meetings": "会议室"}
    assert draft_data(again)[SOURCES] == {"normative_documents": "司法局备案目录，3 件", "meetings": "会议室"}


def test_what_is_no_text_is_refused_with_its_place():
    with pytest.raises(DraftFault, match=r"disclosure_sources\.normative_documents"):
        read('draft = 1\nedition = "2021"\n[disclosure_sources]\nnormative_documents = 3\n')


def test_two_who_changed_it_are_asked_and_the_difference_is_told_by_its_label():
    base, mine, theirs = with_source("旧"), with_source("我的"), with_source("别人的")
    (one,) = conflicts(base, mine, theirs)
    assert one.label == "“行政规范性文件”的来源" and one.is_contested
    assert merged([one], {NAME: "theirs"}, base, mine, theirs)[0] == {NAME: "别人的"}
    assert [one.line for one in differences(mine, base)] == ["“行政规范性文件”的来源：旧 → 我的"]


def test_next_years_report_begins_with_last_years_as_proposals(form):
    report = next_report(with_source("司法局"), form)
    assert report.values[NAME] == "司法局" and NAME in report.notes.proposed
    before = last_of(report, load_form, editions())
    assert before is not None and before.values[NAME] == "司法局"
    assert NAME not in following(report, before.numbers(), {NAME: "司法局，3 件"})[1]
    assert NAME not in proposed_again(report, before.numbers())
    assert NAME not in next_report(with_source(" "), form).values


def test_an_edition_takes_them_from_an_older_one(form):
    old = Report(load_form("2019"), dict.fromkeys(source_cells(load_form("2019")), "档案室") | {"year": 2020})
    report = next_report(old, form)
    taken = [name for name in report.values if name.startswith(SOURCES)]
    assert taken and set(taken) <= set(source_cells(form)) and set(taken) <= set(report.notes.proposed)


def test_each_row_has_one_and_it_is_shown_with_its_table(form):
    assert len(source_labels(form)) == 6
    assert len(source_cells(form)[NAME]) == 3
    assert section_shown(form, NAME) == "disclosure" and section_shown(form, "unit") == "unit"
