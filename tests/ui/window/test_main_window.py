"""The window, driven as a clerk drives it: the main job, opening, saving, closing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest

from model.report.fact_values import fact_shown
from model.report.report import CONTACT
from tests.clerk import paste, shortcut, type_table, write
from tests.document_reader import WordFile, assert_is_whole
from tests.samples import main_report
from tests.ui.tabs import KEYS, write_fact
from ui.view.facts_tab import LEVEL_WORDS


def fill_in(window, report) -> None:
    """Types a whole report, as it stands on paper."""
    level = window.workspace.session.view.editor.tab(0)._level
    while list(LEVEL_WORDS)[level.currentIndex()] != report.text("level"):
        QTest.keyClick(level, KEYS.Key_Down)
    for name in ("unit", "year", *(f"contact.{key}" for key in CONTACT), "signoff.date"):
        write_fact(window, name, fact_shown(report.values.get(name)))
    paste(window.workspace.session.view.editor.tab(0).opening, report.text("opening"))
    for index, section in enumerate(report.form.sections, 1):
        window.workspace.session.view.editor.setCurrentIndex(index)
        tab = window.workspace.session.view.editor.tab(index)
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


def test_everything_grows_and_shrinks_and_changes_its_colours(window, settings):
    window.workspace.open_actions.show_example()
    high = window.fontMetrics().height()
    shortcut(window, "Ctrl++")
    assert window.fontMetrics().height() > high
    shortcut(window, "Ctrl+-")
    shortcut(window, "Ctrl+-")
    assert window.fontMetrics().height() < high
    assert settings.scale == 90
    shortcut(window, "Ctrl+0")
    window.choose_look("dark")
    assert window.palette().window().color().lightness() < 60
    window.choose_look("light")


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
