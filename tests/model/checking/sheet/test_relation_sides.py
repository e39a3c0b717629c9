"""Both sides of the relations, written out."""

from __future__ import annotations

import pytest

from model.checking.sheet.relation_sides import sides
from tests.model.checking.reports import CLEAN, LAST, changed


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("balance", ["14＋2＝14＋2"]),
        ("carried-in", ["2，上年 2"]),
        ("in-force", ["规章 0＝0＋0－0", "行政规范性文件 8＝7＋2－1"]),
        ("regulations-level", ["0、0、0"]),
    ],
)
def test_both_sides_stand_there(rule, expected):
    own = [one for one in CLEAN.form.relations if one.id == rule]
    assert list(sides(CLEAN.form, CLEAN.numbers(), LAST.numbers(), own)) == expected


def test_what_is_blank_is_said_to_be():
    report = changed(disclosure__regulations__issued=None)
    own = [one for one in CLEAN.form.relations if one.id == "regulations-level"]
    assert list(sides(CLEAN.form, report.numbers(), {}, own)) == ["未填、0、0"]
