"""What later editions renamed, joined or parted, and what becomes of last year's numbers."""

from __future__ import annotations

import tomllib

from model.checking.run import check
from model.draft.next_year import next_report
from model.form.form import Form, read_form
from model.form.renamed import renames
from model.report.on_form import on_form
from model.report.report import Report

HEAD = """
edition = "{edition}"
issued_as = "x"
title = "{{unit}}{{year}}年"
[[section]]
key = "cases"
tab = "一、件数"
heading = "一、件数"
columns = ["", "count"]
grid = [["项目", "件数"], {rows}]
"""
CARRY = """
[[carry]]
id = "carried-in"
title = "上年结转＝上年报告的结转"
advice = "请改正。"
severity = "error"
last = "cases.{}.count"
this = "cases.{}.count"
"""


def form_of(edition: str, rows: list[str], more: str) -> Form:
    text = HEAD.format(edition=edition, rows=", ".join(f'["行{row}", "={row}"]' for row in rows)) + more
    return read_form(tomllib.loads(text), f"{edition}.toml")


OLD = form_of("2021", ["carried_in", "carried_out", "letters", "mails"], CARRY.format("carried_out", "carried_in"))
PARTED = form_of(
    "2027",
    ["in_open", "in_stayed", "out_open", "out_stayed", "post"],
    '[section.was]\nout_open = "carried_out"\nout_stayed = "carried_out"\npost = ["letters", "mails"]\n'
    + CARRY.format("out_open", "in_open")
    + CARRY.format("out_stayed", "in_stayed"),
)


def old_report(**counts: int) -> Report:
    return Report(OLD, {"year": 2026} | {f"cases.{row}.count": count for row, count in counts.items()})


def test_rows_that_were_joined_are_added_up_and_those_that_were_parted_stand_alone():
    places = renames(PARTED, OLD)
    assert places.cells == {"cases.post.count": ("cases.letters.count", "cases.mails.count")}
    assert places.parted == {"cases.carried_out.count": ("cases.out_open.count", "cases.out_stayed.count")}
    back = renames(OLD, PARTED)
    assert back.cells == {"cases.carried_out.count": ("cases.out_open.count", "cases.out_stayed.count")}
    assert back.parted == {"cases.post.count": ("cases.letters.count", "cases.mails.count")}


def test_a_report_brought_to_another_edition_has_its_own_numbers_under_new_names():
    brought = on_form(old_report(letters=3, mails=4, carried_out=5), PARTED)
    assert brought.form is PARTED and brought.numbers() == {"cases.post.count": 7}
    assert brought.values["year"] == 2026 and on_form(brought, PARTED) is brought


def test_what_was_carried_out_in_one_row_and_is_carried_in_in_two_is_judged_by_its_sum():
    last = old_report(carried_out=5)
    started = next_report(last, PARTED)
    assert not [name for name in started.values if "cases." in name]  # how much is whose, nobody can know
    started.values |= {"cases.in_open.count": 3, "cases.in_stayed.count": 1}
    (one,) = [one for one in check(started, last).findings if one.rule == "carried-in"]
    assert one.cells == ("cases.in_open.count", "cases.in_stayed.count") and "合起来是 5" in one.message
    started.values |= {"cases.in_stayed.count": 2}
    assert "carried-in" not in [one.rule for one in check(started, last).findings]
