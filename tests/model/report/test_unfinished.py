"""What was typed and is no valid value: kept as typed, shown as wrong, told, and left out of all else."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest

from model.checking.open_places import open_places
from model.checking.run import check
from model.comparing.merge import THEIRS, conflicts, merged
from model.draft.draft_file import load_draft, save_draft
from model.draft.next_year import next_report
from model.draft.toml_format import draft_text, read_draft
from model.form.form import editions, load_form
from model.report.report import Report, Unfinished
from tests.clerk import paste, shortcut, type_number, write
from tests.document_reader import WordFile
from tests.recovery_copies import copies_in
from tests.samples import EXAMPLE, ROOT
from ui.basics.theme import colours
from ui.table.form_table import FormTable
from ui.view.facts_tab import FactsTab

KEYS = Qt.Key
YEAR, DAY, CELL, BESIDE, TOTAL = (
    "year",
    "signoff.date",
    "requests.received.natural",
    "requests.received.business",
    "requests.received.total",
)
HEAD = 'draft = 1\nedition = "2021"\n'


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "草稿.toml"
    save_draft(path, load_draft(EXAMPLE)[0])
    return path


def read(text: str) -> Report:
    return read_draft((HEAD + text).encode(), load_form, editions())


def facts(window) -> FactsTab:
    window.workspace.session.view.go_to(YEAR)
    return window.workspace.session.view.editor.tab_of("unit")


def cells(window) -> FormTable:
    window.workspace.session.view.go_to(CELL)
    return window.workspace.session.view.editor.tab(window.workspace.session.view.editor.currentIndex()).table


def type_fact(window, name: str, text: str) -> None:
    line = facts(window)._lines[name]
    line.selectAll()
    write(line, text) if text else QTest.keyClick(line, KEYS.Key_Delete)


def findings(window) -> list[str]:
    window.workspace.session.view.live_checks.finish()
    return [one.message for one in window.workspace.session.document.checked.findings if one.rule == "unfinished"]


def has_colour(table: FormTable, colour: str) -> bool:
    """Whether something inside the cell, off its marks at the edges, is drawn in that colour."""
    rect = table.cell_rect(table._document.report.form.cells[CELL])
    inner = rect.adjusted(rect.width() // 4, 6, -rect.width() // 4, -6)
    picture = table.viewport().grab(inner).toImage()
    points = (QPoint(x, y) for x in range(picture.width()) for y in range(picture.height()))
    return any(QColor(picture.pixel(point)) == QColor(colour) for point in points)


# From typing to saving, closing and opening again.


def test_a_year_that_is_none_is_saved_reopened_red_told_and_mended(window, clerk, draft):
    window.workspace.open_actions.open_path(draft)
    type_fact(window, YEAR, "22")
    shortcut(window, "Ctrl+S")
    assert (clerk.told, window.workspace.session.document.unsaved) == ([], False)
    data = tomllib.loads(draft.read_text(encoding="utf-8"))
    assert data["unfinished"] == {"year": "22"} and "year" not in data
    assert window.workspace.session.confirm_close()
    window.workspace.session.close()
    window.workspace.open_actions.open_path(draft)
    tab = facts(window)
    assert tab._lines[YEAR].text() == "22" and tab._lines[YEAR].property("wrong")
    assert "四位年份" in tab._faults[YEAR].text() and tab._faults[YEAR].isVisible()
    (said,) = findings(window)
    assert "“报告年度”写的是“22”" in said and "四位年份" in said
    assert "报告年度写得不对" in window.workspace.session.view.open_places.text()
    window.workspace.session.view.editor.show_tab_of("disputes")
    QTest.mouseClick(window.workspace.session.view.open_places, Qt.MouseButton.LeftButton)
    assert window.workspace.session.view.editor.currentIndex() == window.workspace.session.view.editor.index_of("unit")
    clerk.target = draft.with_name("a.docx")
    window.workspace.document_actions.export()
    assert "没有导出" in clerk.told[-1] and "22" in clerk.told[-1] and not clerk.target.exists()
    type_fact(window, YEAR, "2022")
    assert findings(window) == [] and not tab._lines[YEAR].property("wrong")
    assert window.workspace.session.save()
    assert "unfinished" not in draft.read_text(encoding="utf-8") and load_draft(draft)[0].year == 2022


def test_a_number_that_is_none_is_saved_reopened_red_told_and_mended(window, clerk, draft, qtbot):
    window.workspace.open_actions.open_path(draft)
    table = cells(window)
    type_number(table, "3..5", leave=None)
    shortcut(window, "Ctrl+S")
    assert clerk.told == [] and table.editor is None
    assert load_draft(draft)[0].values[CELL] == Unfinished("3..5")
    window.workspace.session.close()
    window.workspace.open_actions.open_path(draft)
    table = cells(window)
    qtbot.waitUntil(lambda: has_colour(table, colours().wrong))
    (said,) = findings(window)
    assert "自然人" in said and "“3..5”，不是数字" in said
    assert said in table.tool_tip_of(table.current)
    tab = table.parentWidget()
    assert "1 格写得不对" in tab._blanks.text() and "1 格写得不对" in window.workspace.session.view.open_places.text()
    assert window.workspace.session.document.numbers[TOTAL] == 4  # the other columns'
    clerk.target = draft.with_name("a.docx")
    window.workspace.document_actions.export()
    assert "写得不对的 1 处，不会写进文档，表里的格会写成 0。" in clerk.asked
    assert not any("没填的" in line for line in clerk.asked) and "没填的" not in clerk.told[-1]  # it is told once
    assert "3..5" not in "".join("".join(row) for grid in WordFile(clerk.target.read_bytes()).tables for row in grid)
    QTest.keyClick(table, KEYS.Key_F2)
    assert table.editor.text() == "3..5" and table.editor.property("wrong")
    table.editor.selectAll()
    write(table.editor, "35")
    QTest.keyClick(table.editor, KEYS.Key_Return)
    assert findings(window) == [] and window.workspace.session.document.numbers[CELL] == 35
    assert "写得不对" not in tab._blanks.text()
    table = cells(window)
    qtbot.waitUntil(lambda: not has_colour(table, colours().wrong))


def test_while_she_is_there_a_number_is_refused_at_once_and_esc_brings_the_old_one_back(window, draft):
    window.workspace.open_actions.open_path(draft)
    table, before = cells(window), window.workspace.session.document.report.values[CELL]
    type_number(table, "3..5")
    assert table.editor and table.editor.hasFocus() and "不是数字" in table.editor.fault
    QTest.keyClick(table.editor, KEYS.Key_Escape)
    assert (
        window.workspace.session.document.report.values[CELL] == before
        and not window.workspace.session.document.unsaved
    )


@pytest.mark.parametrize("leave", ["close", "tab", "versions", "sheet", "look again"])
def test_nothing_is_stopped_by_a_number_that_is_none(window, clerk, draft, leave):
    window.workspace.open_actions.open_path(draft)
    table = cells(window)
    type_number(table, "十二", leave=None)
    if leave == "close":
        clerk.save = "save"
        assert window.workspace.session.confirm_close()
        assert load_draft(draft)[0].unfinished == {CELL: "十二"}
    elif leave == "tab":
        window.workspace.session.view.editor.show_tab_of("overview")
    elif leave == "versions":
        window.workspace.document_actions.versions()
    elif leave == "sheet":
        window.workspace.document_actions.export_sheet()
    else:
        window.workspace.session.view.panel._ready()  # what a mend begins with
    assert window.workspace.session.document.report.unfinished == {CELL: "十二"} and table.editor is None


def test_undo_takes_each_back_in_one_step_and_redo_brings_it_again(window, draft):
    window.workspace.open_actions.open_path(draft)
    table, before = cells(window), window.workspace.session.document.report.values[CELL]
    type_number(table, "3..5", leave=None)
    shortcut(window, "Ctrl+Z")
    assert window.workspace.session.document.report.values[CELL] == before and table.editor is None
    shortcut(window, "Ctrl+Y")
    assert window.workspace.session.document.report.values[CELL] == Unfinished("3..5")
    shortcut(window, "Ctrl+Z")
    type_fact(window, DAY, "")
    type_fact(window, DAY, "2026-1-")
    assert window.workspace.session.document.report.unfinished == {DAY: "2026-1-"}
    shortcut(window, "Ctrl+Z")
    assert DAY not in window.workspace.session.document.report.values and facts(window)._lines[DAY].text() == ""
    shortcut(window, "Ctrl+Z")
    assert not window.workspace.session.document.unsaved


def test_a_date_is_one_step_however_it_is_typed(window):
    window.workspace.open_actions.new()
    type_fact(window, DAY, "2022-1-10")
    assert (
        window.workspace.session.document.report.signed_on
        and window.workspace.session.document.report.signed_on.day == 10
    )
    shortcut(window, "Ctrl+Z")
    assert DAY not in window.workspace.session.document.report.values


def test_clearing_the_field_or_the_cell_removes_it(window, draft):
    window.workspace.open_actions.open_path(draft)
    type_fact(window, YEAR, "22")
    type_fact(window, YEAR, "")
    assert YEAR not in window.workspace.session.document.report.values
    table = cells(window)
    type_number(table, "3..5", leave=None)
    window.workspace.session.save()
    QTest.keyClick(table, KEYS.Key_Delete)
    assert CELL not in window.workspace.session.document.report.values


def test_zeros_for_blanks_leave_it_and_a_copy_of_it_is_what_was_typed(window):
    window.workspace.open_actions.new()
    table = cells(window)
    type_number(table, "3..5", leave=None)
    window.workspace.session.view.commit()
    table.fill_blanks()
    assert (
        window.workspace.session.document.report.unfinished == {CELL: "3..5"}
        and window.workspace.session.document.numbers[BESIDE] == 0
    )
    table.copy()
    assert QGuiApplication.clipboard().text() == "3..5"
    paste(table, "1\t二")  # still whole or not at all
    assert (
        window.workspace.session.document.report.unfinished == {CELL: "3..5"}
        and window.workspace.session.document.numbers[BESIDE] == 0
    )


def test_the_recovery_copy_has_it_while_it_is_being_typed(window, qtbot):
    window.workspace.open_actions.new()
    type_number(cells(window), "3..", leave=None)
    folder = window.settings.recovery_folder
    qtbot.waitUntil(lambda: folder.is_dir() and bool([*copies_in(folder, load_form, editions())]), timeout=3000)
    (copy,) = copies_in(folder, load_form, editions())
    assert copy.report.unfinished == {CELL: "3.."} and window.workspace.session.document.report.unfinished == {}


def test_a_finding_leads_to_the_field_and_to_the_cell(window, draft):
    window.workspace.open_actions.open_path(draft)
    type_number(cells(window), "3..5", leave=None)
    type_fact(window, YEAR, "22")
    findings(window)
    for name in (YEAR, CELL):
        window.workspace.session.view.editor.show_tab_of("remarks")
        (one,) = (
            one
            for one in window.workspace.session.document.checked.findings
            if one.rule == "unfinished" and one.cells == (name,)
        )
        window.workspace.session.view.panel.place_requested.emit(one.cells[0], one.start, one.length)
        assert window.workspace.session.view.editor.currentIndex() == window.workspace.session.view.editor.index_of(
            name
        )
    assert cells(window).current.name == CELL


def test_what_is_shown_in_a_cell_is_one_line(window):
    window.workspace.open_actions.new()
    window.workspace.session.document.edit({CELL: Unfinished("三\n五" * 5000)}, "x")
    table = cells(window)
    table.viewport().grab()
    assert len(findings(window)[0]) < 100
    QTest.keyClick(table, KEYS.Key_F2)
    QTest.keyClick(table.editor, KEYS.Key_Escape)
    assert window.workspace.session.document.report.unfinished == {CELL: "三\n五" * 5000}


# In the draft.


def test_it_is_not_carried_into_the_next_year(form):
    last = Report(form, {YEAR: Unfinished("22"), CELL: Unfinished("3..5"), BESIDE: 4, "unit": "财政局"})
    report = next_report(last, form)
    assert report.unfinished == {} and report.year is None and "unfinished" not in draft_text(report)


def test_two_who_changed_one_draft_choose_it_like_any_other_value(form):
    base = Report(form, {CELL: 3})
    mine, theirs = Report(form, {CELL: 3, YEAR: Unfinished("22")}), Report(form, {CELL: Unfinished("3..5")})
    found = conflicts(base, mine, theirs)
    assert {one.name: one.proposal for one in found}[CELL] == THEIRS
    assert merged(found, {}, base, mine, theirs)[0] == {CELL: Unfinished("3..5")}


# Judged and exported.


def test_a_cell_that_holds_no_number_is_in_no_total_and_no_relation(form):
    values = dict.fromkeys(form.inputs, 0) | {CELL: Unfinished("5x"), "year": 2025, "unit": "财政局"}
    report = Report(form, values)
    assert {one.rule for one in check(report, None).findings if one.severity == "error"} == {"unfinished"}
    assert report.blanks() == [CELL] and report.numbers()[TOTAL] == 0
    assert [place.words for place in open_places(report)][1:3] == ["没有写", "1 格写得不对"]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        (YEAR, "3022", "“报告年度”写的是“3022”，请填四位年份"),
        (DAY, "2022-2-30", "“成文日期”写的是“2022-2-30”，没有这一天"),
        (CELL, "-3", "写的是“-3”，不能是负数"),
        (CELL, "1.5", "写的是“1.5”，要填整数"),
        (CELL, "很长的一段话不是数字啊啊啊啊", "写的是“很长的一段话不是数字啊啊…”，不是数字"),
        (CELL, "35", "写的是“35”，还没有确认"),
    ],
)
def test_the_finding_says_why(form, name, text, words):
    (one, *_) = check(Report(form, {name: Unfinished(text)}), None).findings
    assert (one.rule, one.severity, one.cells) == ("unfinished", "error", (name,)) and words in one.message


def test_the_command_line_tells_it_and_exports_none_of_it(tmp_path, form):
    def run(*words: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(ROOT / "app.py"), *map(str, words)]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60)

    draft, out = tmp_path / "a.toml", tmp_path / "a.docx"
    save_draft(draft, Report(form, {YEAR: Unfinished("22"), "unit": "财政局"}))
    done = run("export", draft, "-o", out)
    assert (done.returncode, out.exists()) == (2, False) and "“报告年度”写的是“22”" in done.stderr
    done = run("check", draft, "--json")
    assert done.returncode == 1 and [YEAR] in [one["cells"] for one in json.loads(done.stdout)]
    save_draft(draft, Report(form, {YEAR: 2022, CELL: Unfinished("3..5"), "unit": "财政局"}))
    done = run("export", draft, "-o", out)
    assert done.returncode == 0 and "写得不对的 1 处没有写进文档" in done.stderr and out.exists()
    blanks = len(form.inputs) - 1
    assert f"有 {blanks} 个格没有填" in done.stderr
