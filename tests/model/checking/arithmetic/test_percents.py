"""Growth against last year."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.report.report import Part
from tests.model.checking.reports import LAST, changed, found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("收到政府信息公开申请14件，同比下降30%。", False),
        ("收到政府信息公开申请14件，比上年减少30.0%。", False),
        ("收到政府信息公开申请14件，同比下降25%。", True),
        ("收到政府信息公开申请14件，同比增长30%。", True),
        ("收到政府信息公开申请14件，较2024年的20件下降25%。", True),
        ("收到政府信息公开申请14件，较2024年的20件下降30%。", False),
    ],
)
def test_growth_follows_from_last_years_numbers(text, told):
    last = replace(LAST, values=LAST.values | {"requests.received.natural": 16})
    report = changed(overview=(Part("依申请公开", text),))
    assert ("text-percent" in [one.rule for one in found(report, last)]) is told
