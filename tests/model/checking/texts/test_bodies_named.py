"""Where a text names a body as the one whose report it is."""

from __future__ import annotations

import pytest

from model.checking.run import check
from model.form.form import load_form
from model.report.report import Part, Report


def told(text: str, unit: str) -> bool:
    report = Report(load_form("2021"), {"year": 2024, "unit": unit, "overview": (Part("主动公开", text),)})
    return "stale-unit" in [one.rule for one in check(report, None).findings]


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("电子版可在柳河镇人民政府网站下载。", True),
        ("电子版可在青石镇人民政府网站下载。", False),
        ("如有疑问，请联系柳河镇党政综合办。", True),
        ("柳河镇无其他需要报告的事项。", True),
        ("告知申请人向县民政局、柳河镇人民政府提出。", False),
        ("柳河镇人民政府为信息制作机关。", False),
        ("转发柳河镇人民政府的经验材料。", False),
    ],
)
def test_a_town_is_told_where_it_stands_for_the_body(text, is_told):
    assert told(text, "青石镇人民政府") is is_told


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("云溪县民政局持续加强队伍建设。", True),
        ("清河县水利局持续加强队伍建设。", False),
        ("民政局持续加强队伍建设。", False),
        ("云溪县民政局来我局考察。", False),
        ("云溪县民政局持续加强与我局的联系。", False),
        ("对本报告有疑问的，请与清河县财政局办公室联系。", True),
        ("现公布云溪县水利局2024年政府信息公开工作年度报告。", True),
        ("现向社会公布我局2024年政府信息公开工作年度报告。", False),
    ],
)
def test_a_department_is_told_where_it_stands_for_the_body(text, is_told):
    assert told(text, "清河县民政局") is is_told
