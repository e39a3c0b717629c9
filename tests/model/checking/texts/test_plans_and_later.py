"""Years that say whose report a text was written for."""

from __future__ import annotations

import pytest

from model.checking.run import check
from model.form.form import load_form
from model.report.report import Part, Report

FORM = load_form("2021")


def years(text: str, section: str = "improvement") -> list[str]:
    """The years in a text of 2024 that are told as out of place."""
    report = Report(FORM, {"year": 2024, section: (Part("", text),)})
    return [
        text[one.start : one.start + one.length] for one in check(report, None).findings if one.rule == "stale-year"
    ]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2024年，我镇将进一步加大培训力度。", "2024年"),
        ("下一步，2024年我局将继续完善制度。", "2024年"),
        ("2025年，我镇收到政府信息公开申请3件。", "2025年"),
        ("上年度（2022年）的问题已经整改。", "2022年"),
        ("上年（2024年）的问题已经整改。", "2024年"),
        ("所列数据的统计期限为2024年1月1日至2024年11月30日。", "11月30日"),
        ("报告我镇2025年1月1日至12月31日的信息公开情况。", "2025年"),
        ("2023年以来，我镇扎实工作，全年公开信息300条。", "2023年"),
    ],
)
def test_a_year_that_is_another_reports_is_told(text: str, year: str):
    assert years(text) == [year]


@pytest.mark.parametrize(
    "text",
    [
        "2024年，我镇将政务公开纳入年度考核。",
        "2024年，我镇将加强政策解读作为重点。",
        "2025年，我镇将进一步加大培训力度。",
        "2025年1月收到补正材料。",
        "转入2025年办理。",
        "上年度（2023年）的问题已经整改。",
    ],
)
def test_one_that_is_meant_is_not(text: str):
    assert years(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "统计期限为2024年1月1日至2024年12月31日。",
        "2024年1月1日至6月30日，公开栏更新12期。",
        "2023年以来，我镇连续两年开展清理，全年公开信息300条。",
        "2024年数字：许可11件。2023年数字：许可19件。",
        "处罚决定由2023年的160件降至120件。",
    ],
)
def test_a_year_or_a_day_that_is_meant_is_not_told(text):
    assert years(text, "overview") == []
