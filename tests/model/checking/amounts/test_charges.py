"""What section six says of 信息处理费, and table 2."""

from __future__ import annotations

import pytest

from model.findings.finding import WARNING, Finding
from model.report.report import Part
from tests.model.checking.reports import changed, found


def told(text: str, rule: str, fees: object = 0) -> list[Finding]:
    report = changed(remarks=(Part("信息处理费收取情况", text),), disclosure__fees__amount=fees)
    return [one for one in found(report) if one.rule == rule]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("本年度收取信息处理费300元。", "发出收费通知的件数、通知收取的总金额。"),
        ("本年度发出信息处理费收费通知3件。", "通知收取的总金额、实际收取的金额。"),
        ("发出收费通知3件，总金额600元。", "没有写实际收取的金额。"),
        ("发出收费通知3件，实际收取信息处理费400元。", "没有写通知收取的总金额。"),
    ],
)
def test_what_is_missing_of_a_charge_is_named(text, missing):
    (one,) = told(text, "fee-silent", 1)
    assert one.severity == WARNING and missing in one.message


@pytest.mark.parametrize(
    "text",
    [
        "本年度发出收费通知3件，总金额600元，实际收取信息处理费400元。",
        "全年发出信息处理费缴费通知2份，通知收取总金额为120元，实收0元。",
        "本年度没有收取信息处理费。",
        "发出收费通知0件，总金额0元，收取信息处理费0元。",
        "按照规定，10件以下不收取信息处理费。",
    ],
)
def test_a_whole_account_and_none_at_all_lack_nothing(text):
    assert told(text, "fee-silent", 1) == []


def test_table_2_contains_what_was_received():
    text = "发出收费通知3件，总金额6000元，实际收取信息处理费4000元。"
    (one,) = told(text, "fee-table", 0)
    assert (
        one.severity == WARNING
        and one.cells == ("remarks[0].text", "disclosure.fees.amount")
        and "0.4 万元" in one.message
    )
    assert told(text, "fee-table", 1) == [] == told("本年度没有收取信息处理费。", "fee-table", 0)
