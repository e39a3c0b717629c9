"""Relations between the numbers, against the tables and last year."""

from __future__ import annotations

from dataclasses import replace

from model.findings.finding import ERROR, WARNING
from model.report.report import Notes
from tests.model.checking.reports import CLEAN, LAST, QUIET, changed, found


def test_a_balance_says_both_sides_and_by_how_much():
    (one,) = found(changed(requests__carried_out__other=1, **QUIET))
    assert one.severity == ERROR
    for words in ("一、本年新收", "二、上年结转", "（七）总计", "四、结转下年度", "＝1，", "＝2，", "差 1", "其他"):
        assert words in one.message


def test_last_years_pending_cases_must_turn_up():
    last = replace(LAST, values=LAST.values | {"disputes.litigation_direct.pending": 2})
    (one,) = found(CLEAN, last)
    assert (one.rule, one.severity, one.cells[0]) == ("pending", WARNING, "disputes.litigation_direct.total")


def test_printed_totals_are_checked_as_printed_and_what_follows_is_not_told_again():
    wrong = changed(Notes(printed={"requests.handled.natural": 61, "requests.handled.total": 65}))
    (one,) = found(wrong)
    assert (one.rule, one.severity, one.cells[0]) == ("handled", ERROR, "requests.handled.natural")
    assert "61" in one.message and "10" in one.message
    (row,) = found(changed(Notes(printed={"requests.received.total": 15})))
    assert (row.rule, row.cells[0]) == ("total", "requests.received.total")
    (dispute,) = found(changed(Notes(printed={"disputes.review.total": 0})))
    assert dispute.rule == "total"


def test_an_unbalanced_column_is_told_once_not_in_the_total_column_again():
    report = changed(requests__granted__natural=7, requests__granted__business=3)
    balances = [one.cells[0] for one in found(report) if one.rule == "balance"]
    assert balances == ["requests.received.natural", "requests.received.business"]


def test_a_relation_with_a_blank_in_it_is_not_judged():
    assert [one.rule for one in found(changed(requests__carried_in__natural=None))] == ["blank"]
