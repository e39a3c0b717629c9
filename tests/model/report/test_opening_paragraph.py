"""The opening that is made of the basic facts."""

from __future__ import annotations

import pytest

from model.report.opening_paragraph import is_generated, opening_paragraph
from model.report.report import Report


def test_the_opening_is_made_of_the_basic_facts(form):
    report = Report(
        form, {"unit": "青禾镇人民政府", "year": 2025, "contact.office": "党政办", "contact.telephone": "123"}
    )
    text = opening_paragraph(report)
    assert "2025年1月1日至12月31日" in text
    assert "青禾镇人民政府党政办联系（联系电话：123）" in text


@pytest.mark.parametrize(
    ("unit", "office", "asked"),
    [
        ("青石镇人民政府", "党政办公室", "青石镇人民政府党政办公室"),
        ("青石镇人民政府", "青石镇人民政府党政办公室", "青石镇人民政府党政办公室"),
        ("青石县青石镇人民政府", "青石镇人民政府党政办公室", "青石镇人民政府党政办公室"),
        ("青石镇人民政府", "青石县青石镇人民政府党政办公室", "青石县青石镇人民政府党政办公室"),
        ("青石镇人民政府", "青石镇党政办公室", "青石镇党政办公室"),
        ("青石镇人民政府", "青石镇政府办公室", "青石镇政府办公室"),
        ("青石镇人民政府", "镇政府办公室", "青石镇人民政府办公室"),
        ("青石镇人民政府", "镇党政办", "青石镇人民政府党政办"),
        ("红星街道办事处", "红星街道党政办公室", "红星街道党政办公室"),
        ("红星街道办事处", "街道办公室", "红星街道办事处办公室"),
        ("某市某县教育局", "某县教育局办公室", "某县教育局办公室"),
        ("青石县人民政府", "县人民政府办公室", "青石县人民政府办公室"),
        ("某市青石区人民政府", "人民政府办公室", "某市青石区人民政府办公室"),
        ("青石县人民政府", "县城管理科", "青石县人民政府县城管理科"),
        ("青石县人民政府", "政府信息公开办公室", "青石县人民政府政府信息公开办公室"),
        ("", "党政办", "党政办"),
    ],
)
def test_the_opening_names_the_body_once_before_the_office(form, unit, office, asked):
    report = Report(form, {"unit": unit, "year": 2025, "contact.office": office})
    assert f"如对本报告有疑问，请与{asked}联系。" in opening_paragraph(report)


FACTS = {
    "unit": "青禾镇人民政府",
    "year": 2024,
    "contact.office": "党政办",
    "contact.telephone": "0470-1234567",
    "contact.address": "某街1号（镇政府院内）",
}


def test_an_opening_made_of_any_facts_is_known(form):
    report = Report(form, {"unit": "另一个镇人民政府", "year": 2025})
    for facts in ({}, FACTS, FACTS | {"contact.email": "a@b.cn"}, {"unit": "青禾镇人民政府"}, {"year": 2020}):
        assert is_generated(report, opening_paragraph(Report(form, facts)))


def test_what_somebody_has_written_into_it_is_not_taken_for_generated(form):
    report = Report(form, FACTS)
    made = opening_paragraph(report)
    for other in (
        made + "欢迎监督。",
        "我镇认真做好政府信息公开工作。",
        made.replace("疑问", "意见"),
        made.replace("2024年1月", "2023年1月"),
        f"{made}\n第二段。",
        made.replace("0470-1234567", "0470-1234567，传真：0470-7654321"),
    ):
        assert not is_generated(report, other)
