"""Back to an earlier version."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextBrowser

from model.draft.draft_file import load_draft
from model.files.history import VERSIONS_FOLDER, versions_of
from model.report.report import Confirmed, Notes
from tests.samples import EXAMPLE
from tests.ui.drafts import NAME, TOTAL, values
from ui.versions.history_dialog import ONLY_MARKS_DIFFER, HistoryDialog, bring_back
from ui.versions.report_preview import report_page


def test_each_save_keeps_the_one_before_and_any_of_them_comes_back_as_one_step(window, draft, monkeypatch):
    window.workspace.open_actions.open_path(draft)
    for number in (1, 2, 3):
        window.workspace.session.document.edit({NAME: number, "unit": f"第{number}镇"}, "x")
        assert window.workspace.session.save()
    versions = versions_of(draft, window.settings.data_folder)
    assert [values(version.path)[NAME] for version in versions] == [2, 1, 10]
    assert all(version.path.parent == draft.parent / VERSIONS_FOLDER / "草稿" for version in versions)
    shown = []

    def choose(dialog: HistoryDialog) -> bool:
        assert "自然人”：1 → 2" in dialog.list.item(0).text() or "第1镇 → 第2镇" in dialog.list.item(0).text()
        dialog.list.setCurrentRow(2)
        shown.append(dialog.preview.toPlainText())
        QTest.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
        return bool(dialog.result())

    monkeypatch.setattr(HistoryDialog, "exec", choose)
    window.workspace.document_actions.versions()
    assert "自然人”：3 → 10" in shown[0] and "三、收到和处理政府信息公开申请情况" in shown[0]
    assert window.workspace.session.document.report.values == values(EXAMPLE)
    window.workspace.session.view.undo()
    assert window.workspace.session.document.report.values[NAME] == 3 and not window.workspace.session.document.unsaved


def test_a_version_that_cannot_be_read_is_not_called_the_same(window, draft, monkeypatch):
    window.workspace.open_actions.open_path(draft)
    for number in (1, 2):
        window.workspace.session.document.edit({NAME: number}, "x")
        assert window.workspace.session.save()
    versions_of(draft, window.settings.data_folder)[-1].path.write_bytes(b"x")
    rows: list[str] = []
    monkeypatch.setattr(
        HistoryDialog, "exec", lambda dialog: rows.extend(dialog.list.item(row).text() for row in range(2))
    )
    window.workspace.document_actions.versions()
    assert rows[0].endswith("前一版读不出来，比不了") and rows[1].endswith("读不出来")


def test_without_a_version_it_is_said_how_one_comes_about(window, clerk, draft):
    window.workspace.open_actions.new()
    window.workspace.document_actions.versions()
    assert "每次保存" in clerk.told[-1]


def test_a_version_of_another_form_is_shown_but_not_brought_back(window, draft, form):
    window.workspace.open_actions.open_path(draft)
    window.workspace.session.document.edit({NAME: 5}, "x")
    window.workspace.session.save()
    (version,) = versions_of(draft, window.settings.data_folder)
    version.path.write_bytes(version.path.read_bytes().replace(b'edition = "2021"', b'edition = "2019"'))
    dialog = HistoryDialog(window.workspace.session.document, [version], window)
    assert not dialog.restore.isEnabled()
    version.path.write_bytes(b"x")
    dialog = HistoryDialog(window.workspace.session.document, [version], window)
    assert not dialog.restore.isEnabled() and "不能作为草稿打开" in dialog.preview.toPlainText()


def test_bringing_back_what_is_there_changes_nothing(window, draft):
    window.workspace.open_actions.open_path(draft)
    bring_back(window.workspace.session.document, load_draft(draft)[0], "x")
    assert not window.workspace.session.document.unsaved and window.workspace.session.document.stack.count() == 0


def test_a_version_that_differs_in_what_was_confirmed_only_says_so_and_brings_it_back_as_one_step(window, draft):
    window.workspace.open_actions.open_path(draft)
    document = window.workspace.session.document
    before = document.report
    document.edit_notes(Notes((NAME,), {TOTAL: 5}, (Confirmed("in-force", (NAME,), "说明"),)), "核实无误")
    assert window.workspace.session.save()
    after = document.report
    dialog = HistoryDialog(document, versions_of(draft, window.settings.data_folder), window)
    assert ONLY_MARKS_DIFFER in dialog.preview.toPlainText()
    bring_back(document, before, "x")
    assert document.report == before
    window.workspace.session.view.undo()
    assert document.report == after and not document.unsaved


def test_a_version_is_read_without_scrolling_sideways(qtbot):
    page, report = QTextBrowser(), load_draft(EXAMPLE)[0]
    qtbot.addWidget(page)
    page.show()
    for width in range(480, 1000, 40):
        page.resize(width, 500)
        page.setHtml(report_page(report))
        assert page.horizontalScrollBar().maximum() == 0
