"""The opening that is made of the basic facts."""

from __future__ import annotations

from model.report.opening_paragraph import is_generated, opening_paragraph
from model.report.report import Report


def test_the_opening_is_made_of_the_basic_facts(form):
    report = Report(
        form, {"unit": "青禾镇人民政府", "year": 2025, "contact.office": "党政办", "contact.telephone": "123"}
    )
    text = opening_paragraph(report)
    assert "2025年1月1日至12月31日" in text
    assert "青禾镇人民政府党政办联系（联系电话：123）" in text


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
