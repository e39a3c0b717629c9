"""The start page."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from model.draft.draft_file import load_draft
from tests.clerk import KEYS, chosen_from_menu, click, write
from tests.samples import EXAMPLE
from tests.ui.tabs import field
from ui.dialogs import message_boxes


def test_the_start_page_leads_to_a_new_report_the_example_and_a_draft(window, clerk, tmp_path, qtbot):
    QTest.mouseClick(window.start.new, Qt.MouseButton.LeftButton)
    assert window.workspace.session.document.report.year
    assert window.workspace.session.document.report.blanks() == list(
        window.workspace.session.document.report.form.inputs
    )
    QTest.mouseClick(window.start.example, Qt.MouseButton.LeftButton)
    assert window.workspace.session.document.report.blanks() == []
    assert window.workspace.session.document.path is None
    clerk.draft = tmp_path / "a.toml"
    clerk.draft.write_bytes(EXAMPLE.read_bytes())
    QTest.mouseClick(window.start.open, Qt.MouseButton.LeftButton)
    assert window.workspace.session.document.path == clerk.draft
    window.workspace.session.close()
    assert [entry.toolTip() for entry in window.start.recent.entries] == [str(clerk.draft)]
    qtbot.waitUntil(lambda: not window.start.recent.entries[0].visibleRegion().isEmpty())
    QTest.mouseClick(window.start.recent.entries[0], Qt.MouseButton.LeftButton)
    assert window.workspace.session.document.path == clerk.draft


def test_enter_presses_the_focused_button_and_the_first_field_of_a_new_report_has_the_keys(window):
    window.start.new.setFocus()
    QTest.keyClick(window.start.new, KEYS.Key_Return)
    assert window.focusWidget() is field(window, "unit")
    write(window.focusWidget(), "甲镇")
    assert window.workspace.session.document.report.unit == "甲镇"


def test_a_recent_draft_tells_its_name_year_folder_and_time_and_opens_by_enter(window, settings, draft, qtbot):
    settings.remember(draft)
    window.workspace.session.close()
    (entry,) = window.start.recent.entries
    qtbot.waitUntil(lambda: "存" in entry.whole.split("\n")[1])
    name, below = entry.whole.split("\n")
    saved = datetime.fromtimestamp(draft.stat().st_mtime)
    assert name == draft.stem and str(draft.parent) in below
    assert f"{load_draft(draft)[0].year}年" in below and f"{saved:%Y年%m月%d日 %H:%M}" in below
    entry.setFocus()
    QTest.keyClick(entry, KEYS.Key_Return)
    assert window.workspace.session.document.path == draft


def test_a_recent_draft_that_is_gone_says_why_and_can_be_taken_from_the_list(window, clerk, settings, tmp_path, qtbot):
    there, gone, unplugged = tmp_path / "在.toml", tmp_path / "没有.toml", tmp_path / "E盘" / "甲.toml"
    there.write_bytes(EXAMPLE.read_bytes())
    for path in (there, gone, unplugged):
        settings.remember(path)
    window.workspace.session.close()
    by_path = {entry.path: entry for entry in window.start.recent.entries}
    qtbot.waitUntil(lambda: by_path[there].glance.saved is not None)
    assert "不在了" in by_path[gone].whole and "U 盘" in by_path[unplugged].whole
    assert [entry.property("gone") for entry in by_path.values()] == [True, True, False]
    click(by_path[gone])
    assert "没有.toml" in clerk.told[-1]
    chosen_from_menu(by_path[gone], "从列表中移去")
    assert [entry.path for entry in window.start.recent.entries] == [unplugged, there] == settings.recent
    assert there.exists()


def test_the_place_of_a_recent_draft_opens(window, settings, draft, monkeypatch):
    opened = []
    monkeypatch.setattr(message_boxes, "open_outside", lambda parent, path: opened.append(path))
    settings.remember(draft)
    window.workspace.session.close()
    chosen_from_menu(window.start.recent.entries[0], "打开文件位置")
    assert opened == [draft.parent]


def test_a_long_or_strange_name_neither_widens_the_window_nor_is_taken_for_html(window, settings, tmp_path, qtbot):
    path = tmp_path / ("甲" * 40) / f"<b>{'乙' * 60}</b>&丙.toml"
    wide = window.minimumSizeHint().width()
    settings.remember(path)
    window.workspace.session.close()
    (entry,) = window.start.recent.entries
    qtbot.waitUntil(lambda: "…" in entry.text())
    assert window.minimumSizeHint().width() <= wide
    assert "&lt;b>" in entry.toolTip() and path.stem in entry.accessibleName()
