"""One value of last year's report that is bad costs that value, and is told."""

from __future__ import annotations

import pytest

from model.checking.batch import check_file
from model.checking.run import check
from model.draft.draft_file import alike
from model.draft.last_year import read_last
from model.draft.next_year import next_report
from model.draft.toml_format import draft_text, read_draft
from model.form.form import editions, load_form
from model.report.report import Report
from tests.model.checking.reports import LAST

CELL = "requests.carried_out.natural"


def draft() -> Report:
    """This year's draft with a whole copy of last year's report."""
    report = next_report(LAST, load_form("2021"))
    report.values["requests.carried_in.natural"] = 77  # last year carried 2 over
    return report


def spoilt(change: str) -> str:
    """The text of that draft with something in the copy changed, as in the editor."""
    before, after = change.split(" -> ")
    head, mark, last = draft_text(draft()).partition("[last]")
    assert before in last
    return head + mark + last.replace(before, after, 1)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ('upheld = 1 -> upheld = "1件"', "“四、复议诉讼 · 行政复议 · 结果维持”写的是“1件”"),
        ("upheld = 1 -> upheld = nan", "写的是“nan”"),
        ("upheld = 1 -> upheld = -1", "写的是“-1”"),
        ("upheld = 1 -> upheld = true", "写的是“true”"),
        ('year = 2024 -> year = "去年"', "“报告年度”写的是“去年”"),
        ('date = 2026-01-12 -> date = "一月"', "“成文日期”写的是“一月”"),
        ("office = -> office.bad = ", "“负责科室”写的是"),
        ('level = "township" -> level = 3', "“单位层级”写的是“3”"),
        ("year = 2024 -> year = 2024\nproposed = 3", "“proposed”写的是“3”"),
        ('text = "上年的问题是另外一个。" -> text = 5', "“五、问题与改进”写的是“5”"),
    ],
)
def test_a_bad_value_of_last_year_costs_that_value_only(change, words, tmp_path):
    text = spoilt(change)
    report = read_draft(text.encode(), load_form, editions())
    last, faults = read_last(report, load_form, editions())
    assert last is not None and last.number(CELL) == 2 and len(faults) == 1
    found = check(report, last, last_faults=faults).findings
    (told,) = [one for one in found if one.rule == "last"]
    assert words in told.message and "没有对照" in told.message
    assert "carried-in" in {one.rule for one in found}
    path = tmp_path / "草稿.toml"
    path.write_text(text, encoding="utf-8")
    done = check_file(path, None)
    assert done.checked and "last" in {one.rule for one in done.checked.findings}
    assert alike(read_draft(draft_text(report).encode(), load_form, editions()).kept, report.kept)  # nothing is lost


@pytest.mark.parametrize(
    ("last", "words"),
    [("x", "写的是“x”"), ({"edition": "1999"}, "“1999”版"), ([1], "不是一份报告"), ({"year": "x"}, "“x”")],
)
def test_a_copy_that_is_none_is_told_too(last, words):
    report = Report(load_form("2021"), {"year": 2025}, {"last": last})
    read, faults = read_last(report, load_form, editions())
    assert read is None and len(faults) == 1 and words in faults[0][1]


def test_of_very_many_bad_parts_some_are_named():
    parts = [{"heading": "甲", "text": 1}, {"heading": "乙", "text": "乙。"}] * 2000
    report = Report(load_form("2021"), {"year": 2025}, {"last": {"year": 2024, "overview": parts}})
    read, faults = read_last(report, load_form, editions())
    (told,) = [one for one in check(report, read, last_faults=faults).findings if one.rule == "last"]
    assert read and read.year == 2024 and len(told.message) < 400 and "处" in told.message


def test_the_window_tells_it_as_well(window, tmp_path):
    path = tmp_path / "草稿.toml"
    path.write_text(spoilt('upheld = 1 -> upheld = "1件"'), encoding="utf-8")
    window.workspace.open_actions.open_path(path)
    view = window.workspace.session.view
    view.live_checks.finish()
    assert any("上年报告有读不懂的" in one.message for one in window.workspace.session.document.checked.findings)
