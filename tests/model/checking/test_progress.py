"""How far a report is, and what to do next."""

from __future__ import annotations

from model.checking.progress import EXPORT, SAVE, lines, next_step
from model.checking.run import check
from model.findings.finding import ERROR, WARNING, Finding
from model.report.report import Part, Unfinished, new_report

CELL = "requests.received.natural"


def test_a_new_report_says_what_is_open_and_begins_with_the_facts(form):
    report = new_report(form, 2025)
    found = lines(report, ())
    assert [line.title for line in found] == ["基本信息", *(section.tab for section in form.sections)]
    assert "单位名称" in found[0].done and found[0].place == "unit"
    step = next_step(report, (), True)
    assert "基本信息" in step.words and step.place[0] == "unit"


def test_a_table_says_how_many_cells_are_filled_in(form):
    report = new_report(form, 2025)
    report.values |= {CELL: 3, "requests.received.business": Unfinished("三")}
    line = next(line for line in lines(report, ()) if line.title == form.section("requests").tab)
    every = len(form.section("requests").grid.inputs)
    assert line.done == f"填了 1 格，共 {every} 格，1 格写得不对"
    assert line.place == "requests.received.business"  # what is wrong goes first


def test_findings_are_counted_where_they_are(last):
    last.values |= {CELL: 500}
    found = {line.title: line for line in lines(last, check(last, None).findings)}
    assert "✕" in found[last.form.section("requests").tab].counts
    assert found["基本信息"].done == "填好了" and not found["基本信息"].counts


def test_what_is_next_goes_from_what_is_open_to_the_export(last):
    error = Finding("r", ERROR, (CELL,), "错", start=2, length=3, count=2)
    warning = Finding("r", WARNING, ("overview[0].text",), "看", start=2, length=3)
    assert next_step(last, (error, warning), True).place == (CELL, 2, 3)
    assert "2 处错误" in next_step(last, (error, warning), True).words
    assert next_step(last, (warning,), True).place == ("overview[0].text", 2, 3)
    assert next_step(last, (), True).action == SAVE and next_step(last, (), False).action == EXPORT
    assert "也导出了" in next_step(last, (), False, is_exported=True).words
    assert next_step(last, (), True, is_exported=True).action == SAVE  # what was exported is not what is here now
    last.values["remarks"] = (Part("其他事项", ""),)
    assert next_step(last, (error,), False).place[0].startswith("remarks")
