"""总览: where its lines lead, what it says is next, and the numbers over the years."""

from __future__ import annotations

import os
from datetime import datetime

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.checking.progress import Step
from model.draft.draft_file import save_draft
from model.draft.next_year import next_report
from model.files.exported import write_exported
from tests.clerk import KEYS, chosen_from_menu, click, shortcut
from tests.ui.tabs import settle
from ui.document.open_document import OpenDocument
from ui.files.file_names import file_name


@pytest.fixture
def draft(tmp_path, last, form):
    """This year's draft, with last year's report in it and the one before beside it."""
    folder = tmp_path / "草稿"
    folder.mkdir()
    before = next_report(last, form)
    before.values |= {"year": 2023, "requests.received.natural": 21}
    before.kept = {}
    save_draft(folder / "2023.toml", before)
    last.values["year"] = 2024
    this = next_report(last, form)
    this.values["requests.received.natural"] = 5
    save_draft(folder / "2025.toml", this)
    return folder / "2025.toml"


@pytest.fixture
def page(window, qtbot, draft):
    window.workspace.open_actions.open_path(draft)
    editor = window.workspace.session.view.editor
    found = editor.tab(0)
    qtbot.waitUntil(lambda: found._on_disk.saved is not None)
    window.workspace.session.view.live_checks.finish()
    settle()
    return found


def current(window) -> str:
    editor = window.workspace.session.view.editor
    return editor.tabText(editor.currentIndex())


def test_a_draft_begins_with_the_page_and_a_new_report_with_its_first_field(window, page, clerk):
    assert current(window) == "总览" and page.isVisible()
    window.workspace.open_actions.new()
    assert current(window).startswith("基本信息") and window.focusWidget().objectName() == "unit"


@pytest.mark.parametrize("by_key", [False, True])
def test_each_line_leads_to_its_tab(window, page, by_key):
    editor = window.workspace.session.view.editor
    for index, line in enumerate(page.lines):
        editor.setCurrentIndex(0)
        settle()
        if by_key:
            line.setFocus()
            QTest.keyClick(line, KEYS.Key_Return)
        else:
            click(line)
        assert editor.currentIndex() == index + 1
        assert editor.currentWidget().isAncestorOf(window.focusWidget())


def test_what_is_next_follows_the_work(window, page):
    document, editor = window.workspace.session.document, window.workspace.session.view.editor
    assert "接着填" in page.said.text()
    click(page.next)
    assert editor.currentIndex() != 0
    document.edit(dict.fromkeys(document.report.form.inputs, 0), "填 0")
    editor.setCurrentIndex(0)
    assert "填好了" in page.lines[3].whole
    window.workspace.session.view.live_checks.finish()
    assert "检查结果" in page.findings.whole
    click(page.findings)
    assert window.workspace.session.view.shows_findings


def test_it_says_when_the_draft_was_saved_and_exported(window, page, qtbot, settings, tmp_path):
    assert "上次保存" in page.times.text() and "上次导出" not in page.times.text()
    document = window.workspace.session.document
    document.edit({"unit": document.report.unit + "甲"}, "改")
    page._show()
    assert "后来又改过" in page.times.text()
    folder = tmp_path / "导出"
    folder.mkdir()
    settings.remember_folder(folder)
    path = folder / f"{file_name(document.report)}.docx"
    write_exported(path, b"PK", datetime.now(), settings.data_folder)
    page._look_at_disk()
    qtbot.waitUntil(lambda: "上次导出" in page.times.text())


def test_the_main_numbers_stand_in_a_table_and_in_a_picture_that_can_be_copied(window, page, qtbot):
    qtbot.waitUntil(lambda: page.years is not None and page.years.table.columnCount() == 3)
    table = page.years.table
    rows = {table.verticalHeaderItem(at).text(): at for at in range(table.rowCount())}
    assert [table.horizontalHeaderItem(at).text() for at in range(3)] == ["2023年", "2024年", "2025年"]
    assert [table.item(rows["新收"], at).text() for at in range(3)][::2] == ["21", "5"]
    assert "新收：2023年 21" in page.years.picture.accessibleDescription()
    for copy in (lambda: click(page.years.copy), lambda: chosen_from_menu(page.years.picture, "复制图片")):
        QGuiApplication.clipboard().clear()
        page.ensureWidgetVisible(page.years.copy)
        settle()
        copy()
        image = QGuiApplication.clipboard().image()
        shades = {
            image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
        }
        assert {"#000000", "#ffffff"} <= shades


def test_what_was_typed_shows_in_the_numbers(window, page, qtbot):
    document = window.workspace.session.document
    document.edit({"requests.received.natural": 77}, "填写")
    qtbot.waitUntil(lambda: page.years is not None and "77" in page.years.picture.accessibleDescription())


def test_a_report_without_other_years_has_no_pictures_and_no_file(window, qtbot):
    window.workspace.open_actions.new()
    editor = window.workspace.session.view.editor
    for _ in range(2):
        shortcut(window, "Ctrl+PgUp")
    page = editor.tab(0)
    assert editor.currentIndex() == 0 and page.next.hasFocus()
    qtbot.waitUntil(lambda: not page._look._timer.isActive())
    assert page.years is None and "还没有存成文件" in page.times.text()


def test_the_step_that_saves_does_so(window, page, last, tmp_path):
    document = OpenDocument(last, tmp_path / "满.toml")
    save_draft(tmp_path / "满.toml", last)
    document.accept_on_disk((tmp_path / "满.toml").read_bytes())
    window.workspace.session.show(document)
    page = window.workspace.session.view.editor.tab(0)
    document.edit({"contact.postcode": "021100"}, "改")
    window.workspace.session.view.live_checks.finish()
    page._show()
    if page._step.action:
        click(page.next)
        assert not document.unsaved


def test_once_exported_the_next_step_is_no_export_until_it_is_saved_again(
    window, page, settings, draft, qtbot, monkeypatch
):
    document = window.workspace.session.document
    document.edit(dict.fromkeys(document.report.form.inputs, 0), "填 0")
    monkeypatch.setattr("ui.year.year_tab.next_step", lambda *all_is_well, is_exported: Step(str(is_exported), ""))
    target = draft.parent / f"{file_name(document.report)}.docx"
    write_exported(target, b"PK", datetime.now(), settings.data_folder)
    QApplication.sendEvent(page, QEvent(QEvent.Type.ActivationChange))
    qtbot.waitUntil(lambda: page.said.text() == "True")
    os.utime(draft, (target.stat().st_mtime + 5,) * 2)
    QApplication.sendEvent(page, QEvent(QEvent.Type.ActivationChange))
    qtbot.waitUntil(lambda: page.said.text() == "False")


def test_how_far_each_tab_is_stands_in_a_column(page):
    ends = [line.whole.index(done) for line in page.lines for done in ("填好了", "填了", "还没") if done in line.whole]
    assert len(ends) > 2 and len(set(ends)) == 1


def test_a_draft_that_was_opened_begins_with_what_is_to_be_done_next(window, draft):
    window.workspace.open_actions.open_path(draft)
    settle()
    page = window.workspace.session.view.editor.tab(0)
    assert page.isVisible() and window.focusWidget() is page.next
