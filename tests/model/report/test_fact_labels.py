"""What the facts of a report are called."""

from __future__ import annotations

from datetime import date

import pytest

from model.report.fact_labels import missing_facts, value_name
from model.report.report import Report


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("unit", "单位名称"),
        ("contact.postcode", "邮编"),
        (
            "requests.received.legal",
            "三、依申请公开 · 一、本年新收政府信息公开申请数量 · 法人或其他组织 · 法律服务机构",
        ),
    ],
)
def test_a_fact_and_a_cell_are_called_in_words(form, name, words):
    assert value_name(form, name) == words


def test_what_every_report_has_is_missed_and_a_contact_is_not(form):
    assert list(missing_facts(Report(form)).values()) == ["单位名称", "报告年度", "开头语", "成文日期"]
    filled = {"unit": "某镇", "year": 2021, "opening": "话。", "signoff.date": date(2022, 1, 10)}
    assert missing_facts(Report(form, filled)) == {}
    assert list(missing_facts(Report(form, filled | {"unit": ""}))) == ["unit"]
