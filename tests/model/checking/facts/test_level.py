"""The level of a body, told from its name."""

from __future__ import annotations

import pytest

from model.checking.facts.level import level_of
from model.report.report import Report
from tests.model.checking.reports import CLEAN, changed, found


@pytest.mark.parametrize(
    ("unit", "level"),
    [
        ("云溪县青禾镇人民政府", "township"), ("海珠区官洲街道办事处", "subdistrict"), ("沭阳县人民政府", "county"),
        ("宿迁市人民政府", "prefecture"), ("江苏省人民政府", "province"), ("鄂温克族自治旗人民政府", "county"),
        ("句容市水利局", "department"), ("广西壮族自治区人民政府", "province"), ("某公司", ""),
    ],
)  # fmt: skip
def test_the_level_is_told_from_the_name(unit, level):
    assert level_of(Report(CLEAN.form, {"unit": unit})) == level


def test_rules_of_levels_are_silent_where_the_level_is_unknown():
    report = changed(level="galaxy", disclosure__regulations__issued=3, disclosure__regulations__in_force=3)
    assert found(report, None) == []
    city = changed(
        level=None, unit="宿迁市人民政府", disclosure__regulations__issued=3, disclosure__regulations__in_force=3
    )
    assert "regulations-level" not in [one.rule for one in found(city, None)]
