"""The window, driven as a clerk drives it: the main job, opening, saving, closing."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from model.draft.draft_file import save_draft
from model.report.fact_values import fact_shown
from model.report.report import CONTACT
from tests.clerk import paste, shortcut, type_number, type_table, write
from tests.document_reader import WordFile, assert_is_whole
from tests.samples import EXAMPLE, main_report
from ui.view.facts_tab import LEVELS

KEYS = Qt.Key


def field(window, name: str) -> QLineEdit:
    return window.workspace.session.view.editor.tab(0).findChild(QLineEdit, name)


def table(window, section: str):
    window.workspace.session.view.editor.setCurrentIndex(window.workspace.session.view.editor._place_of(section))
    return window.workspace.session.view.editor.tab(window.workspace.session.view.editor.currentIndex()).table


def write_fact(window, name: str, text: str) -> None:
    field(window, name).selectAll()
    write(field(window, name), text)


def fill_in(window, report) -> None:
    """Types a whole report, as it stands on paper."""
    level = window.workspace.session.view.editor.tab(0)._level
    while list(LEVELS)[level.currentIndex()] != report.text("level"):
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


def test_the_tabs_are_those_of_the_form(window):
    window.workspace.open_actions.new()
    titles = [
        window.workspace.session.view.editor.tabText(index)
        for index in range(window.workspace.session.view.editor.count())
    ]
    assert titles == ["基本信息", *(section.tab for section in window.workspace.session.document.report.form.sections)]


def test_the_start_page_leads_to_a_new_report_the_example_and_a_draft(window, clerk, tmp_path):
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
    assert [entry.toolTip() for entry in window.start.recents] == [str(clerk.draft)]
    QTest.mouseClick(window.start.recents[0], Qt.MouseButton.LeftButton)
    assert window.workspace.session.document.path == clerk.draft


def test_saving_the_example_never_touches_the_program(window, clerk, tmp_path):
    window.workspace.open_actions.show_example()
    clerk.target = tmp_path / "a"
    window.workspace.session.save()
    assert clerk.proposed[-1].parent != EXAMPLE.parent


def test_closing_asks_only_where_something_is_unsaved(window, clerk):
    window.workspace.open_actions.new()
    window.closeEvent(event := QCloseEvent())
    assert event.isAccepted()
    assert clerk.asked == []
    type_number(table(window, "requests"), "5", leave=None)
    window.closeEvent(event := QCloseEvent())
    assert not event.isAccepted()
    assert len(clerk.asked) == 1
    assert window.workspace.session.document.numbers["requests.received.natural"] == 5


def test_what_stands_in_an_open_field_is_saved(window, clerk, tmp_path):
    window.workspace.open_actions.new()
    type_number(table(window, "requests"), "16", leave=None)
    clerk.target = tmp_path / "a.toml"
    assert window.workspace.session.save()
    assert tomllib.loads(clerk.target.read_text(encoding="utf-8"))["requests"]["received"]["natural"] == 16


def test_a_file_that_is_no_draft_leaves_what_is_open(window, clerk, tmp_path):
    window.workspace.open_actions.show_example()
    before = window.workspace.session.document
    bad = tmp_path / "坏.toml"
    bad.write_bytes("单位".encode("gbk"))
    for path in (bad, tmp_path, tmp_path / "没有.toml"):
        window.workspace.open_actions.open_path(path)
        assert path.name in clerk.told[-1]
    assert window.workspace.session.document is before


def test_an_error_that_nobody_foresaw_keeps_the_window_open(window, clerk, monkeypatch):
    window.workspace.open_actions.new()
    event = QCloseEvent()
    with monkeypatch.context() as patch, pytest.raises(ZeroDivisionError):
        patch.setattr(window.workspace.session, "confirm_close", lambda: 1 / 0)
        window.closeEvent(event)
    assert not event.isAccepted()


def test_a_dropped_draft_opens(window, tmp_path):
    path = tmp_path / "a.toml"
    path.write_bytes(EXAMPLE.read_bytes())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(event)
    assert window.workspace.session.document.path == path


def test_a_failed_save_leaves_the_work_unsaved_and_the_file_alone(window, clerk, tmp_path, monkeypatch):
    path = tmp_path / "a.toml"
    path.write_bytes(EXAMPLE.read_bytes())
    window.workspace.open_actions.open_path(path)
    write_fact(window, "unit", "丙")

    def fail(*_):
        raise OSError(28, "no space")

    monkeypatch.setattr("model.files.files.os.replace", fail)
    assert not window.workspace.session.save()
    assert "磁盘满" in clerk.told[0]
    assert window.isWindowModified()
    assert path.read_bytes() == EXAMPLE.read_bytes()


def test_exporting_tells_what_is_empty_and_leads_there(window, clerk, tmp_path):
    window.workspace.open_actions.new()
    clerk.target = tmp_path / "a.docx"
    window.workspace.document_actions.export()
    assert "单位名称" in clerk.told[0]
    write_fact(window, "unit", "财政局")
    clerk.unfinished = False
    window.workspace.document_actions.export()
    assert "没填的 166 个格，在文档里会写成 0。" in clerk.asked
    assert not clerk.target.exists()
    clerk.unfinished = True
    window.workspace.document_actions.export()
    assert "166 个没填的格写成了 0" in clerk.told[-1]
    assert clerk.target.exists()


def test_the_status_bar_says_what_is_empty_and_leads_there(window, qtbot):
    window.workspace.open_actions.show_example()
    assert window.workspace.session.view.open_places.text() == "全部填好了。"
    cells = table(window, "requests")
    cells.go_to(window.workspace.session.document.report.form.cells["requests.granted.legal"])
    cells.clear_selection()
    window.workspace.session.view.editor.setCurrentIndex(0)
    qtbot.waitUntil(lambda: "三、依申请公开：1 格" in window.workspace.session.view.open_places.text())
    QTest.mouseClick(window.workspace.session.view.open_places, Qt.MouseButton.LeftButton)
    assert cells.current.name == "requests.granted.legal"
    assert (
        window.workspace.session.view.editor.tabText(window.workspace.session.view.editor.currentIndex())
        == "三、依申请公开"
    )


def test_one_undo_for_everything_in_the_order_of_doing(window):
    window.workspace.open_actions.new()
    before = dict(window.workspace.session.document.report.values)
    write_fact(window, "unit", "甲镇人民政府")
    cells = table(window, "requests")
    type_number(cells, "5")
    type_number(cells, "7", leave=None)
    shortcut(window, "Ctrl+Z")
    assert cells.editor is None
    assert "requests.carried_in.natural" not in window.workspace.session.document.numbers
    assert window.workspace.session.document.numbers["requests.received.natural"] == 5
    shortcut(window, "Ctrl+Z")
    assert window.workspace.session.document.numbers == {}
    shortcut(window, "Ctrl+Z")
    assert window.workspace.session.document.report.values == before
    assert window.workspace.session.view.editor.currentIndex() == 0
    assert field(window, "unit").text() == ""
    assert not window.isWindowModified()
    for _ in range(3):
        shortcut(window, "Ctrl+Y")
    assert window.workspace.session.document.numbers["requests.carried_in.natural"] == 7


def test_ctrl_z_pressed_inside_any_field_is_the_windows(window, qtbot):
    window.workspace.open_actions.new()
    for widget in (field(window, "unit"), window.workspace.session.view.editor.tab(0).opening):
        widget.setFocus()
        before = dict(window.workspace.session.document.report.values)
        QTest.keyClicks(widget, "abc")
        assert window.workspace.session.document.report.values != before
        QTest.keyClick(widget, KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert window.workspace.session.document.report.values == before
    cells = table(window, "requests")
    type_number(cells, "5", leave=None)
    QTest.keyClick(cells.editor, KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert cells.editor is None
    assert window.workspace.session.document.numbers == {}


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


def test_settings_that_are_broken_count_as_not_set(settings):
    settings._store.setValue("scale", "enormous")
    settings._store.setValue("look", 7)
    assert settings.scale == 100
    assert settings.look == "system"


def test_the_toolkits_own_words_are_chinese(window):
    from PySide6.QtWidgets import QDialogButtonBox

    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, parent=window)
    assert box.buttons()[0].text().startswith("取消")


def test_recent_drafts_that_are_gone_are_not_listed(window, settings, tmp_path):
    settings.remember(Path(tmp_path / "gone.toml"))
    window.workspace.session.close()
    assert window.start.recents == []


@pytest.mark.parametrize("month_year", [((2026, 12), 2026), ((2027, 1), 2026), ((2027, 3), 2026)])
def test_the_year_reported_is_the_one_that_ends_or_has_ended(month_year):
    from datetime import date

    from ui.window.main_window import year_reported

    (year, month), reported = month_year
    assert year_reported(date(year, month, 15)) == reported


def test_a_draft_that_was_saved_while_it_is_opened_again_shows_what_was_saved(window, clerk, tmp_path):
    path = tmp_path / "甲.toml"
    save_draft(path, main_report())
    window.workspace.open_actions.open_path(path)
    write_fact(window, "unit", "乙镇人民政府")
    clerk.save = "save"
    window.workspace.open_actions.open_path(path)
    assert field(window, "unit").text() == "乙镇人民政府"
    assert not window.workspace.session.document.unsaved


def test_a_draft_dropped_on_a_text_is_opened_not_written_into_it(window):
    window.workspace.open_actions.new()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/甲.toml")])
    data.setText("file:///tmp/甲.toml")
    assert not window.workspace.session.view.editor.tab(0).opening.canInsertFromMimeData(data)
    window.workspace.session.view.editor.setCurrentIndex(1)
    assert not window.workspace.session.view.editor.tab(1).cards[0].text.canInsertFromMimeData(data)


def test_an_opening_is_not_generated_from_a_year_that_is_none(window):
    window.workspace.open_actions.new()
    write_fact(window, "year", "205")
    QTest.mouseClick(window.workspace.session.view.editor.tab(0).generate, Qt.MouseButton.LeftButton)
    assert "opening" not in window.workspace.session.document.report.values
    window.workspace.session.view.undo()
    assert field(window, "year").text() == str(window.workspace.session.document.report.year)


def test_a_gap_in_the_opening_counts_as_empty(window, qtbot):
    window.workspace.open_actions.new()
    write_fact(window, "unit", "甲镇人民政府")
    QTest.mouseClick(window.workspace.session.view.editor.tab(0).generate, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "开头语里的“____”" in window.workspace.session.view.open_places.text())
