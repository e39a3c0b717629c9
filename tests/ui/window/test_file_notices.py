"""What becomes of the draft's file, told below the tabs."""

from __future__ import annotations

import shutil

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from model.draft.draft_file import CHANGED, GONE, NO_FOLDER, READ_ONLY, load_draft, save_draft
from model.files.history import versions_of
from tests.samples import EXAMPLE
from tests.ui.drafts import NAME, change_in_the_file, looked, values
from ui.window.file_notices import FILE


def test_what_becomes_of_the_file_is_told_and_saving_elsewhere_is_at_hand(window, clerk, draft, tmp_path):
    window.workspace.open_actions.open_path(draft)
    assert looked(window) == ""
    kept = draft.read_bytes()
    change_in_the_file(draft, unit="甲")
    assert "被别人" in looked(window)
    draft.unlink()
    assert "不见了" in looked(window)
    draft.write_bytes(kept)
    assert looked(window) == ""
    shutil.move(draft.parent, tmp_path / "away")
    assert "U 盘" in looked(window)
    window.workspace.session.document.edit({NAME: 77}, "x")
    assert not window.workspace.session.save() and "U 盘" in clerk.told[-1]
    clerk.elsewhere, clerk.target = True, tmp_path / "b.toml"
    assert window.workspace.session.save() and values(tmp_path / "b.toml")[NAME] == 77
    assert window.workspace.session.document.path == tmp_path / "b.toml" and looked(window) == ""


def test_a_draft_whose_file_has_gone_is_unsaved_again(window, clerk, draft):
    window.workspace.open_actions.open_path(draft)
    window.workspace.session.document.edit({NAME: 42}, "x")
    assert window.workspace.session.save() and not window.workspace.session.document.unsaved
    draft.unlink()
    assert "不见了" in looked(window) and window.workspace.session.document.unsaved
    clerk.save = "save"
    assert window.workspace.session.confirm_close() and values(draft)[NAME] == 42


def test_what_others_write_over_what_was_saved_here_leaves_that_a_version(window, draft):
    window.workspace.open_actions.open_path(draft)
    window.workspace.session.document.edit({NAME: 321}, "x")
    assert window.workspace.session.save()
    save_draft(draft, load_draft(EXAMPLE)[0])
    looked(window)
    assert 321 in [values(version.path)[NAME] for version in versions_of(draft, window.settings.data_folder)]


def test_every_state_of_the_file_has_its_sentence(window, draft):
    window.workspace.open_actions.open_path(draft)
    for state, words in {READ_ONLY: "只读", CHANGED: "改过", GONE: "不见了", NO_FOLDER: "U 盘"}.items():
        window.workspace.session.file_notices.watch.became.emit(state)
        text = window.workspace.session.view.notices.text(FILE)
        assert words in text and "“草稿.toml”" in text and window.workspace.session.view.notices.isVisible()
    window.workspace.session.file_notices.watch.became.emit("same")
    assert not window.workspace.session.view.notices.isVisible()


def test_a_read_only_file_is_told(window, draft, monkeypatch):
    window.workspace.open_actions.open_path(draft)
    monkeypatch.setattr("model.files.files.os.access", lambda *_: False)
    assert "只读" in looked(window)


def test_that_a_file_is_read_only_is_told_at_once(window, draft, monkeypatch):
    monkeypatch.setattr("model.files.files.os.access", lambda *_: False)
    window.workspace.open_actions.open_path(draft)
    assert "只读" in window.workspace.session.view.notices.text(FILE)


def test_a_name_that_looks_like_html_is_shown_as_it_is(window, draft):
    path = draft.with_name("<img src=x><b>甲.toml")
    draft.rename(path)
    window.workspace.open_actions.open_path(path)
    window.workspace.session.file_notices.watch.became.emit(GONE)
    assert path.name in window.workspace.session.view.notices.text(FILE)
    words = window.workspace.session.view.notices._bars[FILE].findChild(QLabel)
    assert words.textFormat() == Qt.TextFormat.PlainText
