"""Names of other bodies than the report's own."""

from __future__ import annotations

import pytest

from tests.model.checking.reports import found, with_text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("现公布青山镇人民政府2025年政府信息公开工作年度报告。", True),
        ("青山镇认真贯彻上级要求。", True),
        ("我镇认真贯彻上级要求。", False),
        ("青禾镇严格执行制度。", False),
        ("充分运用镇政府大楼里的公开栏。", False),
        ("各乡镇人民政府均已参加。", False),
        ("报云溪县人民政府备案。", False),
    ],
)
def test_another_bodys_name_is_told(text, told):
    assert ("stale-unit" in [one.rule for one in found(with_text(text), None)]) is told
