"""What is found after a change and was not before."""

from __future__ import annotations

from dataclasses import replace

from model.checking.fixes import changes_of
from model.checking.new_findings import new_findings
from model.checking.run import check
from model.findings.finding import Edit, Mend
from model.report.report import Part, Report
from tests.model.checking.reports import LAST, QUIET_TEXT, changed


def new_rules(report: Report, *mends: Mend) -> list[str]:
    before = check(report, LAST)
    mended = replace(report, values=report.values | changes_of(report, mends))
    return [one.rule for one in new_findings(before, check(mended, LAST), mends)]


def test_a_number_that_a_sentence_says_otherwise_is_a_new_finding():
    before = changed()
    received, total = (int(before.numbers()[f"requests.received.{lane}"]) for lane in ("natural", "total"))
    text = f"全年新收政府信息公开申请{total}件，其中自然人申请{received}件。{QUIET_TEXT}"
    report = changed(overview=(Part("依申请公开", text),))
    told = new_rules(report, Edit("requests.received.natural", received + 1))
    assert told.count("text-number") == 2 and "balance" in told


def test_what_is_only_said_of_another_number_is_no_new_finding():
    report = changed(requests__carried_in__natural=4)
    assert new_rules(report, Edit("requests.carried_in.natural", 3)) == []


def test_findings_that_a_rewording_moves_are_no_new_ones():
    text = f"工作走上标准化化的轨道,手机13812345678。再说一遍:标准化化。{QUIET_TEXT}"
    report = changed(overview=(Part("", text),))
    mends = [mend for one in check(report, LAST).findings for mend in one.mends]
    assert len(mends) > 2 and [new_rules(report, mend) for mend in mends] == [[]] * len(mends)


def test_where_not_all_places_were_told_the_next_of_them_is_no_new_finding():
    report = changed(overview=(Part("", QUIET_TEXT + "标准化化的路，" * 80),))
    first = next(one for one in check(report, LAST).findings if one.mends)
    assert new_rules(report, *first.mends) == []
