"""The opening that is made of the basic facts."""

from __future__ import annotations

from model.report.opening_paragraph import opening_paragraph
from model.report.report import Report


def test_the_opening_is_made_of_the_basic_facts(form):
    report = Report(
        form, {"unit": "青禾镇人民政府", "year": 2025, "contact.office": "党政办", "contact.telephone": "123"}
    )
    text = opening_paragraph(report)
    assert "2025年1月1日至12月31日" in text
    assert "青禾镇人民政府党政办联系（联系电话：123）" in text
