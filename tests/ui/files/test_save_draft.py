"""Saving where others save too, where the file has gone, and what a save keeps."""

from __future__ import annotations

import os

from model.draft.draft_file import load_draft, save_draft
from model.files.file_errors import FileFault
from model.files.history import VERSIONS_FOLDER, versions_of
from model.report.report import Confirmed, Notes, Unfinished
from tests.samples import EXAMPLE
from tests.ui.drafts import NAME, change_in_the_file, looked, values
from tests.ui.tabs import message


def test_saving_under_the_same_name_asks_as_saving_does(window, clerk, draft):
    window.workspace.open_actions.open_path(draft)
    window.workspace.session.document.edit({NAME: 77}, "x")
    change_in_the_file(draft, requests__received__natural=88)
    clerk.target = draft
    assert not window.workspace.session.save_as() and values(draft)[NAME] == 88


def test_notes_that_others_changed_are_a_reason_to_ask_beside_own_changes(window, clerk, draft):
    window.workspace.open_actions.open_path(draft)
    window.workspace.session.document.edit({NAME: 77}, "x")
    theirs = Notes(confirmed=(Confirmed("in-force", (NAME,), "别人的"),))
    change_in_the_file(draft, theirs)
    asked = []
    clerk.merge = lambda dialog: asked.append(dialog) or "save"
    assert window.workspace.session.save() and len(asked) == 1
    assert values(draft)[NAME] == 77 and load_draft(draft)[0].notes == theirs


def test_a_file_that_cannot_be_read_just_now_is_not_overwritten_unasked(window, clerk, draft, monkeypatch):
    window.workspace.open_actions.open_path(draft)
    window.workspace.session.document.edit({NAME: 77}, "x")
    change_in_the_file(draft, requests__received__natural=88)

    def refuse(path):
        raise FileFault("正在别的程序里打开着。")

    with monkeypatch.context() as patch:
        patch.setattr("model.draft.draft_file.read_file", refuse)
        assert looked(window) == "" and not window.workspace.session.save()
    assert values(draft)[NAME] == 88


def test_what_was_copied_in_with_an_old_time_stays_among_the_versions(window, clerk, draft):
    window.workspace.open_actions.open_path(draft)
    window.workspace.session.document.edit({NAME: 77}, "x")
    change_in_the_file(draft, requests__received__natural=88)
    os.utime(draft, (0, 0))
    clerk.merge = lambda dialog: "save"
    assert window.workspace.session.save()
    for number in (1, 2, 3):
        window.workspace.session.document.edit({NAME: number}, "x")
        assert window.workspace.session.save()
    assert 88 in [values(version.path)[NAME] for version in versions_of(draft, window.settings.data_folder)]


def test_what_others_made_unreadable_is_kept_and_replaced_only_when_wanted(window, clerk, draft):
    window.workspace.open_actions.open_path(draft)
    draft.write_bytes(b"\x00 damaged")
    window.workspace.session.document.edit({NAME: 77}, "x")
    assert not window.workspace.session.save() and draft.read_bytes() == b"\x00 damaged"
    clerk.overwrite = "replace"
    assert window.workspace.session.save() and values(draft)[NAME] == 77
    versions = versions_of(draft, window.settings.data_folder)
    assert [version.path.read_bytes() for version in versions] == [b"\x00 damaged"]


def test_a_file_that_has_gone_is_saved_anew(window, draft):
    window.workspace.open_actions.open_path(draft)
    draft.unlink()
    window.workspace.session.document.edit({NAME: 77}, "x")
    assert window.workspace.session.save() and values(draft)[NAME] == 77
    assert "重新存了一份" in message(window)


def test_the_last_room_on_the_disk_is_for_the_draft(window, draft, monkeypatch):
    from model.draft import draft_file

    write, tries = draft_file.write_file, []

    def full_at_first(path, data):
        tries.append(path)
        if len(tries) == 1:
            raise FileFault("磁盘满了。")
        write(path, data)

    monkeypatch.setattr(draft_file, "write_file", full_at_first)
    window.workspace.open_actions.open_path(draft)
    window.workspace.session.document.edit({NAME: 77}, "x")
    assert window.workspace.session.save() and values(draft)[NAME] == 77
    assert "没能留进历史版本" in message(window)
    assert versions_of(draft, window.settings.data_folder) == []


def test_where_the_folder_takes_no_versions_the_programs_own_does(window, draft):
    window.workspace.open_actions.open_path(draft)
    (draft.parent / VERSIONS_FOLDER).write_text("a file is in the way")
    window.workspace.session.document.edit({NAME: 77}, "x")
    assert window.workspace.session.save()
    (version,) = versions_of(draft, window.settings.data_folder)
    assert window.settings.data_folder in version.path.parents and values(version.path)[NAME] == 10


def test_a_version_that_cannot_be_kept_is_told_and_the_draft_is_saved(window, draft):
    window.workspace.open_actions.open_path(draft)
    for folder in (draft.parent, window.settings.data_folder):
        (folder / VERSIONS_FOLDER).write_text("a file is in the way")
    window.workspace.session.document.edit({NAME: 77}, "x")
    assert window.workspace.session.save() and values(draft)[NAME] == 77
    assert "没能留进历史版本" in message(window)


def test_saving_over_another_draft_keeps_that_one_too(window, clerk, draft, tmp_path):
    other = tmp_path / "b.toml"
    save_draft(other, load_draft(EXAMPLE)[0])
    window.workspace.open_actions.new()
    clerk.target = other
    assert window.workspace.session.save()
    assert [values(version.path)[NAME] for version in versions_of(other, window.settings.data_folder)] == [10]


def test_saving_says_how_much_of_what_is_saved_is_no_valid_value(window, draft):
    window.workspace.open_actions.open_path(draft)
    window.workspace.session.document.edit({NAME: 78}, "x")
    assert window.workspace.session.save() and "写得不对" not in message(window)
    window.workspace.session.document.edit({NAME: Unfinished("十二"), "year": Unfinished("22")}, "x")
    assert window.workspace.session.save()
    assert "已保存" in message(window) and "有 2 处写得不对" in message(window)
