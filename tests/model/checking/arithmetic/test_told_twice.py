"""The same count told twice."""

from __future__ import annotations

import pytest

from model.report.report import Part
from tests.model.checking.reports import changed, found


def told(*texts: str) -> list[tuple[str, int]]:
    report = changed(overview=tuple(Part("", text) for text in texts))
    return [(one.cells[0], one.start) for one in found(report, None) if one.rule == "text-number"]


@pytest.mark.parametrize(
    "text",
    [
        "全年主动公开信息318条。其中网站公开300条，微信公开18条。主动公开政府信息300条。",
        "全年主动公开各类政府信息318条。年内主动公开政府信息总数为310条。",
        "组织政务公开培训3次。全年开展政务公开业务培训4次。",
        "全年在县政府网站公开信息156条。截至年底，县政府网站公开信息165条。",
    ],
)
def test_told_differently_it_is_found_where_it_stands_again(text):
    ((cell, start),) = told(text)
    assert cell == "overview[0].text" and start > text.index("。")


def test_it_may_stand_in_two_parts():
    ((cell, _),) = told("全年主动公开政府信息318条。", "全年主动公开政府信息300条。")
    assert cell == "overview[1].text"


@pytest.mark.parametrize(
    "text",
    [
        "全年主动公开信息318条。主动公开政府信息318条。",
        "全年主动公开信息318条。通过微信公众号主动公开信息18条。",
        "全年主动公开政府信息318条，比上年增加20条。去年主动公开政府信息298条。",
        "全年主动公开政府信息318条。主动公开政府信息300余条。",
        "主动公开政府信息318条。其中，主动公开政府信息类公告20条。",
        "主动公开政府信息318条。上半年主动公开政府信息120条。",
        "全年微信公众号发布信息210条。围绕乡村振兴，微信公众号发布信息35条。",
        "2024年主动公开信息360条，2023年主动公开信息320条。",
    ],
)
def test_a_part_another_time_and_about_so_many_are_other_counts(text):
    assert told(text) == []
