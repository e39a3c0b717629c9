"""All rules on a text together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.checking.run import check
from model.checking.texts import rules
from model.report.report import Part
from tests.model.checking.reports import LAST, PHRASINGS, changed, found

ABOUT = {
    "stale-year": ("stale_year", "other_year"),
    "stale-unit": ("stale_unit", "other_unit"),
    "personal-data": ("personal", "not_personal"),
    "writing": ("badly_written", "well_written"),
}


@pytest.mark.parametrize("rule", ABOUT)
def test_texts_as_clerks_write_them(rule):
    wrong, right = (PHRASINGS[key] for key in ABOUT[rule])
    told = {
        text: rule in {one.rule for one in found(changed(overview=(Part("主动公开", text),)), None)}
        for text in wrong + right
    }
    assert [text for text in wrong if not told[text]] == []
    assert [text for text in right if told[text]] == []


@pytest.mark.parametrize(
    "text",
    [
        "三五、七人一组开展培训。",
        "一三、二。",
        "（三一）好。",
        "一" * 3000,
        "（一）" * 2000,
        f"收到申请{'9' * 5000}件。",
    ],
)
def test_no_text_is_too_much(text):
    found(changed(overview=(Part("依申请公开", text),)))


PIECES = [
    "全年",
    "收到",
    "政府信息公开申请",
    "十六件",
    "16件",
    "，",
    "。",
    "；",
    "其中",
    "（",
    "）",
    "上年结转",
    "2024年",
    "无",
    "一、",
    "（二）",
    "1.",
    "“",
    "”",
    "占5%",
    "自然人",
    "\n",
    "😀",
    "\x0b",
    ",",
    "行政复议",
    "共",
    "标准化化",
    "二0二五年",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_whatever_a_text_says_its_findings_stand_in_it_and_its_mends_are_whole(text):
    report = changed(overview=(Part("依申请公开", text),), opening=text)
    for one in check(report, LAST).findings:
        whole = {"opening": text, "overview[0].text": text}.get(one.cells[0])
        if whole is not None:
            assert one.start >= 0 and one.start + one.length <= len(whole)
        assert one.message.endswith(("。", "？")) and one.rule and one.about
        for edit in one.edits:
            assert edit.value != whole


def test_fifty_hints_of_a_rule_do_not_hide_a_warning_of_it(monkeypatch):
    monkeypatch.setattr(rules, "MOST", 1)
    text = "新冠疫情过去了。核酸检测停了。党史学习教育结束了。按国办公开办函〔2019〕60号编制，依据国务院令第492号。"
    report = changed(overview=(Part("主动公开", text),))
    told = [one for one in found(report, None) if one.rule == "outdated"]
    assert [(one.severity, one.count) for one in told] == [("warning", 1), ("warning", 1), ("hint", 1), ("hint", 2)]
