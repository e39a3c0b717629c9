"""How two reports differ, line by line, as the clerk reads it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.comparing.differences import EMPTY, LONGEST, Difference, differences, from_where_they_differ, lines_of
from model.form.form import load_form
from model.report.report import Confirmed, Notes, Part, Report, Unfinished
from tests.model.draft.test_toml_format import REPORTS

CELL = "requests.received.natural"


@settings(max_examples=50, deadline=None)
@given(REPORTS, REPORTS)
def test_every_value_that_differs_is_named_once_and_no_other(now, before):
    found = differences(now, before)
    names = now.values.keys() | before.values.keys()
    assert sorted(one.name for one in found) == sorted(n for n in names if now.values.get(n) != before.values.get(n))
    assert differences(now, now) == []
    assert [(one.name, one.now, one.before) for one in differences(before, now)] == [
        (one.name, one.before, one.now) for one in found
    ]


def test_they_come_in_the_order_of_the_tabs_and_are_called_as_on_the_screen(form):
    now = Report(form, {CELL: 5, "remarks": (Part("", "甲。"),), "unit": "甲镇", "disputes.review.upheld": 1})
    found = differences(now, None)
    assert [one.name for one in found] == ["unit", "remarks", CELL, "disputes.review.upheld"]
    assert found[0].label == "单位名称" and form.section("remarks").tab in found[1].label
    assert "自然人" in found[2].label


@pytest.mark.parametrize(
    ("before", "now", "shown"),
    [
        (3, 5, "3 → 5"),
        (None, 0, f"{EMPTY} → 0"),
        (Decimal("0.5"), None, f"0.5 → {EMPTY}"),
        (None, Unfinished("3..5"), f"{EMPTY} → 3..5（写得不对）"),
        (date(2022, 1, 10), date(2022, 1, 11), "2022年1月10日 → 2022年1月11日"),
        (None, True, f"{EMPTY} → 是"),
        ("", "甲镇", f"{EMPTY} → 甲镇"),
        ((Part("收费", "没有。"),), (Part("收费", ""), Part("", "有。")), "收费 没有。 → 收费 有。"),
        ((), (Part("", ""),), f"{EMPTY} → {EMPTY}"),
    ],
)
def test_a_difference_is_one_line(before, now, shown):
    assert Difference("x", "名", before, now).line == f"名：{shown}"


def test_long_texts_are_shown_from_where_they_differ():
    same = "全年通过县政府网站主动公开政府信息共计三百余条，"
    line = Difference("x", "名", same + "其中预算4条。", same + "其中决算4条。").line
    assert "预算" in line and "决算" in line and "公开政府" not in line and len(line) <= 2 * LONGEST + 8


@given(st.lists(st.text("甲乙", max_size=60), min_size=1, max_size=3))
def test_what_is_left_out_is_left_out_of_all_alike(texts):
    shown = from_where_they_differ(texts)
    cut = {len(text) - len(one) for text, one in zip(texts, shown, strict=True)}
    assert len(cut) == 1
    if cut != {0}:
        assert all(text.endswith(one[1:]) and one[0] == "…" for text, one in zip(texts, shown, strict=True))


def test_of_many_the_first_are_listed_and_the_rest_counted(form):
    found = differences(Report(form, dict.fromkeys(form.inputs, 1)), None)
    lines = lines_of(found, 3)
    assert lines[:3] == [one.line for one in found[:3]] and lines[3:] == [f"…还有 {len(found) - 3} 处"]
    assert len(lines_of(found[:3], 3)) == 3


def test_what_no_tab_shows_is_no_difference_and_a_cell_of_another_form_is(form):
    notes = Notes((CELL,), {CELL: 3}, (Confirmed("total", (CELL,), "x"),))
    assert differences(Report(form, notes=notes), None) == []
    foreign = next(name for name in load_form("2019").inputs if name not in form.cells)
    assert [one.label for one in differences(Report(form), Report(form, {foreign: 1}))] == [f"“{foreign}”"]
