"""Checks: each rule finds its own fault and nothing else, and clean reports are left in peace."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

import pytest

from model.checking.run import check
from model.checking.texts.too_long import TOO_LONG
from model.draft.draft_file import load_draft
from model.findings.finding import ERROR, WARNING
from model.form.relation import SEVERITIES
from model.report.report import Part
from tests.model.checking.reports import CLEAN, LAST, QUIET, changed, found, with_text
from tests.samples import EXAMPLE, SAMPLE, source_params


def test_a_clean_report_has_no_findings():
    assert found(CLEAN) == [] == found(CLEAN, None)


ONE = {
    "balance": (changed(requests__carried_out__other=1, **QUIET), "requests.received.other"),
    "carried-in": (changed(requests__carried_in__legal=1, requests__carried_out__legal=1, **QUIET), "requests.carried_in.legal"),
    "in-force": (
        changed(disclosure__normative_documents__in_force=9, **QUIET),
        "disclosure.normative_documents.in_force",
    ),
    "regulations-level": (
        changed(disclosure__regulations__issued=1, disclosure__regulations__in_force=1),
        "disclosure.regulations.issued",
    ),
    "blank": (changed(requests__denied_by_law__legal=None), "requests.denied_by_law.legal"),
    "missing-text": (
        changed(improvement=(Part("存在的主要问题", "一是解读少，老年村民看不懂。"), Part("改进情况", "无。"))),
        "improvement[1].text",
    ),
    "fee-silent": (changed(remarks=(Part("其他事项", "没有其他需要报告的事项。"),)), "remarks[0].text"),
    "text-number": (with_text("另外，行政处罚10件。"), "overview[0].text"),
    "text-sum": (with_text("全年发布动态100条，其中图文60条，视频30条。"), "overview[0].text"),
    "text-percent": (with_text("全年发布动态100条，其中视频30条，占35%。"), "overview[0].text"),
    "stale-year": (with_text("2024年，镇里全面开展政务公开。"), "overview[0].text"),
    "stale-unit": (with_text("青山镇人民政府认真做好公开。"), "overview[0].text"),
    "personal-data": (with_text("联系手机13812345678。"), "overview[0].text"),
    "writing": (with_text("工作走上标准化化的轨道。"), "overview[0].text"),
}  # fmt: skip


@pytest.mark.parametrize("rule", ONE)
def test_each_rule_finds_its_own_fault_and_nothing_else(rule):
    report, cell = ONE[rule]
    assert [(one.rule, one.cells[0]) for one in found(report)] == [(rule, cell)]


def test_last_year_of_another_year_is_not_held_against_this_one():
    assert found(CLEAN, replace(LAST, values=LAST.values | {"year": 2021, "requests.carried_out.natural": 9})) == []


@pytest.mark.skipif(not SAMPLE.exists(), reason="the samples are not here")
@pytest.mark.parametrize("source", source_params())
def test_no_real_report_has_an_error(source):
    from model.reading.open_report import open_report

    told = found(open_report(source)[0], None)
    assert [one.message for one in told if one.severity == ERROR] == []
    warned = {(one.rule, one.cells[0].partition("[")[0]) for one in told if one.severity == WARNING}
    # A section five that is empty, as most of them were left; fees that were received with nothing said of the notices.
    assert warned <= {("missing-text", "improvement"), ("fee-silent", "remarks")}


def test_findings_of_one_rule_stand_together_the_worst_first():
    parts = tuple(Part(one, "2024年，标准化化。手机13812345678。") for one in ("主动公开", "依申请公开", "监督保障"))
    told = [(one.severity, one.rule) for one in found(changed(overview=parts, requests__carried_out__other=1))]
    assert [SEVERITIES.index(severity) for severity, _ in told] == sorted(SEVERITIES.index(one) for one, _ in told)
    assert told[0] == (ERROR, "balance")
    together = [key for key, _ in groupby(told)]
    assert len(together) == len(set(together)) and told.count((WARNING, "stale-year")) == 3


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"unit": "云" * 30_000}, "单位名称有 30000 字，太长了，排不成 PDF。"),
        ({"overview": (Part("题" * 20_000, "文字。"),)}, "“一、总体情况”的小标题有 20000 字，太长了，排不成 PDF。"),
    ],
)
def test_a_name_or_heading_too_long_to_be_printed_is_an_error(values, words):
    report = load_draft(EXAMPLE)[0]
    found = check(replace(report, values=report.values | values), None).findings
    assert [one.message[: len(words)] for one in found if one.rule == TOO_LONG] == [words]
    assert [one.severity for one in found if one.rule == TOO_LONG] == [ERROR]
