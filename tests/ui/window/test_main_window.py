"""The window, driven as a clerk drives it: the main job, opening, saving, closing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest

from model.report.fact_values import fact_shown
from model.report.report import CONTACT
from tests.clerk import paste, shortcut, type_number, type_table, write
from tests.document_reader import WordFile, assert_is_whole
from tests.samples import main_report
from tests.ui.tabs import KEYS, write_fact
from ui.view.facts_tab import LEVEL_WORDS


def fill_in(window, report) -> None:
    """Types a whole report, as it stands on paper."""
    editor = window.workspace.session.view.editor
    editor.show_tab_of("unit")
    level = editor.tab_of("unit")._level
    while list(LEVEL_WORDS)[level.currentIndex()] != report.text("level"):
        QTest.keyClick(level, KEYS.Key_Down)
    for name in ("unit", "year", *(f"contact.{key}" for key in CONTACT), "signoff.date"):
        write_fact(window, name, fact_shown(report.values.get(name)))
    paste(window.workspace.session.view.editor.tab_of("unit").opening, report.text("opening"))
    for section in report.form.sections:
        editor.show_tab_of(section.key)
        tab = editor.tab_of(section.key)
        if section.grid:
            type_table(tab.table, [cell.name for cell in section.grid.inputs], report.numbers())
            continue
        while len(tab.cards) < len(report.parts(section.key)):
            QTest.mouseClick(tab.add, Qt.MouseButton.LeftButton)
        while len(tab.cards) > len(report.parts(section.key)):
            QTest.mouseClick(tab.cards[-1].remove, Qt.MouseButton.LeftButton)
        for part, card in zip(report.parts(section.key), tab.cards, strict=True):
            card.heading.selectAll()
            QTest.keyClick(card.heading, KEYS.Key_Delete)
            write(card.heading, part.heading)
            paste(card.text, part.text)


def test_the_main_job_from_an_empty_form_to_the_word_file(window, clerk, tmp_path, qtbot):
    report = main_report()
    window.workspace.open_actions.new()
    fill_in(window, report)
    clerk.target = tmp_path / "草稿.toml"
    shortcut(window, "Ctrl+S")
    assert clerk.told == []
    assert clerk.proposed[-1].name == f"{report.title}.toml"
    assert not window.isWindowModified()

    # Next week.
    window.workspace.open_actions.open_path(clerk.target)
    assert window.workspace.session.document.report.values == report.values
    assert report.unit in window.windowTitle()
    assert str(report.year) in window.windowTitle()
    clerk.target = tmp_path / "报告.docx"
    shortcut(window, "Ctrl+E")
    assert clerk.proposed[-1].name == f"{report.title}.docx"
    assert_is_whole(WordFile(clerk.target.read_bytes()), report)


def test_an_error_that_nobody_foresaw_keeps_the_window_open(window, clerk, monkeypatch):
    window.workspace.open_actions.new()
    event = QCloseEvent()
    with monkeypatch.context() as patch, pytest.raises(ZeroDivisionError):
        patch.setattr(window.workspace.session, "confirm_close", lambda: 1 / 0)
        window.closeEvent(event)
    assert not event.isAccepted()


def test_the_title_names_the_file(window, draft):
    window.workspace.open_actions.show_example()
    assert "还没有存成文件" in window.windowTitle()
    window.workspace.open_actions.open_path(draft)
    assert "（草稿.toml）" in window.windowTitle()


def test_the_help_names_the_folders(window, monkeypatch):
    told = []
    monkeypatch.setattr("ui.dialogs.message_boxes.tell_folders", lambda parent, folders, main: told.extend(folders))
    window.menu_actions["where"].trigger()
    assert window.settings.recovery_folder / "已丢弃" in [folder for _, folder in told]


def test_what_is_on_is_shown_as_on(started, clerk):
    compare = started.menu_actions["compare"]
    assert not compare.isChecked()
    shortcut(started, "F9")
    assert compare.isChecked() and started.workspace.session.document.is_compared
    shortcut(started, "F9")
    assert not compare.isChecked()
    started.workspace.session.document.stack.setClean()
    started.workspace.open_actions.show_example()
    clerk.draft = None
    shortcut(started, "F9")  # there is nothing to compare with, and nothing is chosen
    assert not compare.isChecked()


def test_the_tabs_change_by_keys_and_the_keys_go_along(window):
    window.workspace.open_actions.new()
    editor = window.workspace.session.view.editor
    for key in ("overview", "disclosure", "requests"):
        shortcut(window, "Ctrl+PgDown")
        assert editor.currentIndex() == editor.index_of(key)
        assert editor.currentWidget().isAncestorOf(window.focusWidget())
    type_number(editor.tab_of("requests").table, "8", leave=None)
    shortcut(window, "Ctrl+PgUp")
    assert editor.currentIndex() == editor.index_of("disclosure") and editor.currentWidget().isAncestorOf(
        window.focusWidget()
    )
    assert window.workspace.session.document.numbers["requests.received.natural"] == 8
    for _ in range(9):
        shortcut(window, "Ctrl+PgUp")
    assert editor.tabText(editor.currentIndex()) == "总览" and editor.currentIndex() == 0


def test_the_place_of_the_draft_opens_from_the_menu(window, clerk, draft, monkeypatch):
    opened = []
    monkeypatch.setattr("ui.dialogs.message_boxes.open_outside", lambda parent, path: opened.append(path))
    window.workspace.open_actions.new()
    window.menu_actions["locate"].trigger()
    assert "还没有存成文件" in clerk.told[-1]
    window.workspace.open_actions.open_path(draft)
    window.menu_actions["locate"].trigger()
    assert opened == [draft.parent]


def test_a_tab_opens_although_the_icons_have_gone(window, monkeypatch, tmp_path):
    window.workspace.open_actions.new()
    monkeypatch.setattr("ui.basics.theme.RESOURCES", tmp_path / "weg")
    for name in ("unit", "overview", "disclosure"):
        window.workspace.session.view.editor.show_tab_of(name)
    assert window.workspace.session.view.editor.tab_of("overview").add.text() == "添加小节"
