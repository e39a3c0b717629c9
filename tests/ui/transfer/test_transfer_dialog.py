"""更换电脑, by the menu: packed here, placed there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from model.draft.draft_file import load_draft
from model.transfer.unpack import unpack
from tests.clerk import click
from tests.ui.drafts import NAME, values
from ui.basics.settings import Settings
from ui.dialogs import file_questions, message_boxes
from ui.transfer.transfer_dialog import TransferDialog


@pytest.fixture
def done(monkeypatch) -> list[str]:
    """What is said when it is done."""
    said: list[str] = []
    monkeypatch.setattr(message_boxes, "tell_done", lambda parent, sentence, more, folder: said.append(sentence + more))
    return said


@pytest.fixture
def at(monkeypatch):
    """What the clerk does with the dialog, once it is open."""

    def does(act) -> None:
        monkeypatch.setattr(TransferDialog, "exec", act)

    return does


@pytest.fixture
def archive(window, clerk, draft, done, at, tmp_path) -> Path:
    """The file that the menu makes with one draft open."""
    window.workspace.open_actions.open_path(draft)
    window.settings.scale = 125
    clerk.target = tmp_path / "年报数据.zip"
    at(lambda dialog: click(dialog.pack_page.save))
    window.menu_actions["transfer"].trigger()
    assert "已收好" in done.pop() and "云溪县青禾镇人民政府" in clerk.proposed[-1].name
    return clerk.target


def test_drafts_and_settings_come_to_the_other_computer(
    window, draft, archive, done, at, tmp_path, monkeypatch, dressed
):
    there = tmp_path / "there"
    there.mkdir()
    window.settings = window.workspace.session.settings = Settings(
        QSettings(str(there / "own" / "a.ini"), QSettings.Format.IniFormat)
    )
    monkeypatch.setattr(file_questions, "ask_archive", lambda parent, folder: archive)
    monkeypatch.setattr(file_questions, "ask_folder", lambda parent, title, folder: there)

    def act(dialog: TransferDialog) -> None:
        assert not dialog.place_page.place.isEnabled()
        dialog.tabs.setCurrentIndex(1)
        click(dialog.place_page.choose)
        click(dialog.place_page.change)
        assert "青禾镇" in dialog.place_page.contents.toPlainText()
        click(dialog.place_page.place)
        assert "不再放" in dialog.place_page.contents.toPlainText()

    at(act)
    window.menu_actions["transfer"].trigger()
    assert "草稿 1 份" in done[0]
    assert (there / draft.name).read_bytes() == draft.read_bytes()
    assert window.settings.scale == 125 and window.settings.recent == [there / draft.name]
    assert window.font().pointSizeF() == pytest.approx(11 * 1.25) and len(window.start.recent.entries) == 1
    window.settings.scale = 100


def test_what_is_not_saved_is_asked_about_before_it_is_packed(window, clerk, draft, done, at, tmp_path):
    window.workspace.open_actions.open_path(draft)
    window.workspace.session.document.edit({NAME: 77}, "x")
    clerk.target = tmp_path / "a.zip"
    at(lambda dialog: click(dialog.pack_page.save))
    window.menu_actions["transfer"].trigger()
    assert clerk.asked and not clerk.target.exists() and values(draft)[NAME] == 10
    clerk.save = "save"
    window.menu_actions["transfer"].trigger()
    assert clerk.target.exists() and values(draft)[NAME] == 77 and window.workspace.session.document


def test_a_report_that_is_saved_only_now_goes_along(window, clerk, done, at, tmp_path, monkeypatch):
    window.workspace.open_actions.new()
    window.workspace.session.document.edit({NAME: 77}, "x")
    clerk.save = "save"
    targets = iter([tmp_path / "新.toml", tmp_path / "a.zip"])
    monkeypatch.setattr(file_questions, "ask_target", lambda parent, title, proposal, kind: next(targets))
    at(lambda dialog: click(dialog.pack_page.save))
    window.menu_actions["transfer"].trigger()
    assert [draft.name for draft in unpack(tmp_path / "a.zip").drafts.values()] == ["新.toml"]


def test_only_the_chosen_drafts_go_along_and_others_can_be_added(window, draft, done, at, tmp_path, monkeypatch):
    other = tmp_path / "别的.toml"
    other.write_bytes(draft.read_bytes())
    window.workspace.open_actions.open_path(draft)
    monkeypatch.setattr(file_questions, "ask_drafts", lambda parent, folder: [other, draft])

    def act(dialog: TransferDialog) -> None:
        click(dialog.pack_page.add)
        assert dialog.pack_page.chosen == [draft, other]
        dialog.pack_page.list.item(0).setCheckState(Qt.CheckState.Unchecked)
        assert dialog.pack_page.chosen == [other]

    at(act)
    window.menu_actions["transfer"].trigger()


def test_a_file_of_a_stranger_is_told_and_changes_nothing(window, clerk, draft, archive, at, tmp_path, monkeypatch):
    bad = tmp_path / "坏.zip"
    bad.write_bytes(archive.read_bytes()[:-9])
    before = sorted(tmp_path.rglob("*"))
    for path in (bad, draft, tmp_path / "没有.zip"):
        monkeypatch.setattr(file_questions, "ask_archive", lambda parent, folder, path=path: path)
        at(lambda dialog: click(dialog.place_page.choose) or (dialog.place_page.place.isEnabled() and pytest.fail()))
        window.menu_actions["transfer"].trigger()
        assert path.name in clerk.told[-1]
    assert sorted(tmp_path.rglob("*")) == before


def test_a_refused_file_leaves_none_to_be_placed(window, clerk, archive, at, tmp_path, monkeypatch):
    bad = tmp_path / "坏.zip"
    bad.write_bytes(archive.read_bytes()[:-9])

    def act(dialog: TransferDialog) -> None:
        page = dialog.place_page
        for path, is_shown in ((archive, True), (bad, False), (archive, True)):
            monkeypatch.setattr(file_questions, "ask_archive", lambda *_, path=path: path)
            click(page.choose)
            assert [bool(page.file.text()), bool(page.contents.toPlainText()), page.place.isEnabled()] == [is_shown] * 3

    at(act)
    window.menu_actions["transfer"].trigger()
    assert bad.name in clerk.told[-1]


def place_into(window, archive, there, at, monkeypatch) -> None:
    """Have the archive placed into a folder, by the dialog."""
    monkeypatch.setattr(file_questions, "ask_archive", lambda parent, folder: archive)
    monkeypatch.setattr(file_questions, "ask_folder", lambda parent, title, folder: there)
    at(
        lambda dialog: [
            click(dialog.place_page.choose),
            click(dialog.place_page.change),
            click(dialog.place_page.place),
        ]
    )
    window.menu_actions["transfer"].trigger()


@pytest.mark.skipif(os.name != "posix" or os.getuid() == 0, reason="needs a folder that lets nobody write")
def test_a_folder_that_is_read_only_is_told(window, clerk, archive, at, tmp_path, monkeypatch):
    there = tmp_path / "there"
    there.mkdir(mode=0o500)
    place_into(window, archive, there, at, monkeypatch)
    assert "什么都没有变" in clerk.told[-1] and not list(there.iterdir())


def test_a_full_disk_is_told(window, clerk, draft, archive, at, tmp_path, monkeypatch):
    from model.files.file_errors import not_written
    from model.transfer import place

    def full(path, data, rights=None):
        raise not_written(path, OSError(28, "full"))

    monkeypatch.setattr(place, "write_file", full)
    there = tmp_path / "there"
    there.mkdir()
    place_into(window, archive, there, at, monkeypatch)
    assert "磁盘满了" in clerk.told[-1] and "什么都没有变" in clerk.told[-1] and not list(there.iterdir())
    assert load_draft(draft)


def test_it_fits_a_small_screen(window, draft):
    window.workspace.open_actions.open_path(draft)
    dialog = TransferDialog(window.settings, lambda: True, window)
    for page in range(2):
        dialog.tabs.setCurrentIndex(page)
        QApplication.processEvents()
        assert dialog.minimumSizeHint().height() <= 400 and dialog.minimumSizeHint().width() <= 860


def test_what_is_there_already_is_not_counted_and_the_look_that_comes_is_named(
    window, draft, done, at, tmp_path, monkeypatch, dressed
):
    window.workspace.open_actions.open_path(draft)
    window.appearance.choose_look("dark")
    archive, there, listed = tmp_path / "a.zip", tmp_path / "there", []
    there.mkdir()
    monkeypatch.setattr(file_questions, "ask_target", lambda *_: archive)
    at(lambda dialog: click(dialog.pack_page.save))
    window.menu_actions["transfer"].trigger()
    monkeypatch.setattr(file_questions, "ask_archive", lambda parent, folder: archive)
    monkeypatch.setattr(file_questions, "ask_folder", lambda parent, title, folder: there)

    def act(dialog: TransferDialog) -> None:
        page = dialog.place_page
        for made in (page.choose, page.change, page.place, page.place):
            click(made)
        listed.append(page.contents.toPlainText())

    at(act)
    window.menu_actions["transfer"].trigger()
    window.appearance.choose_look("light")
    assert "草稿 1 份" in done[-2] and "草稿 1 份" not in done[-1] and "没有再放" in done[-1]
    assert "外观换成“深色”" in listed[0]


def test_enter_presses_the_button_with_the_focus_and_nothing_that_cannot_be_typed_into_looks_like_a_field(
    window, archive, at, monkeypatch
):
    monkeypatch.setattr(file_questions, "ask_archive", lambda parent, folder: archive)

    def act(dialog: TransferDialog) -> None:
        dialog.tabs.setCurrentIndex(1)
        QTest.keyClick(dialog.place_page.choose, Qt.Key.Key_Return)
        assert archive.name in dialog.place_page.file.text() and dialog.place_page.place.isEnabled()
        assert not dialog.place_page.findChildren(QLineEdit)

    at(act)
    window.menu_actions["transfer"].trigger()
