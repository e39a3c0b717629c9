"""Saving where others save too, where the file has gone, and back to earlier versions."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from model.draft.draft_file import CHANGED, GONE, NO_FOLDER, READ_ONLY, load_draft, save_draft
from model.draft.next_year import next_report
from model.files.file_errors import FileFault
from model.files.history import FOLDER, versions_of
from model.report.report import Confirmed, Part
from tests.samples import EXAMPLE
from ui.dialogs.history_dialog import HistoryDialog, bring_back
from ui.dialogs.merge_dialog import MergeDialog
from ui.window.file_notices import FILE

NAME, OTHER = "requests.received.natural", "requests.received.business"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "青禾镇" / "草稿.toml"
    path.parent.mkdir()
    save_draft(path, load_draft(EXAMPLE)[0])
    return path


def change_in_the_file(path: Path, **values) -> None:
    """What somebody else saves, with their own program."""
    report = load_draft(path)[0]
    report.values |= {name.replace("__", "."): value for name, value in values.items()}
    save_draft(path, report)


def values(path: Path) -> dict:
    return load_draft(path)[0].values


# Two who change one file.


def test_what_each_of_two_people_changed_comes_together(window, clerk, draft):
    window.workspace.open_actions.open_path(draft)
    window.workspace.session.document.edit({NAME: 77}, "x")
    change_in_the_file(draft, requests__received__business=55, unit="白露镇人民政府")
    seen = []
    clerk.merge = lambda dialog: seen.append([one.name for one in dialog._found]) or "save"
    assert window.workspace.session.save()
    assert seen == [["unit", NAME, OTHER]]
    saved = values(draft)
    assert (saved[NAME], saved[OTHER], saved["unit"]) == (77, 55, "白露镇人民政府")
    window.workspace.session.view.undo()  # what was taken over can be taken back
    assert (
        window.workspace.session.document.report.values[NAME] == 77
        and window.workspace.session.document.report.unit != "白露镇人民政府"
    )


def test_what_both_changed_is_the_clerks_to_choose_and_the_file_as_it_was_stays_a_version(window, clerk, draft):
    window.workspace.open_actions.open_path(draft)
    window.workspace.session.document.edit({NAME: 77}, "x")
    change_in_the_file(draft, requests__received__natural=88)

    def choose(dialog: MergeDialog) -> str:
        assert dialog.tree.topLevelItem(0).text(0).startswith("▲")
        assert [dialog.tree.topLevelItem(0).text(column) for column in (1, 2, 3)] == ["10", "77", "88"]
        QTest.mouseClick(dialog.buttons["theirs"], Qt.MouseButton.LeftButton)
        return "save"

    clerk.merge = choose
    assert window.workspace.session.save() and values(draft)[NAME] == 88
    window.workspace.session.document.edit({NAME: 99}, "x")
    change_in_the_file(draft, requests__received__natural=66)
    clerk.merge = lambda dialog: "save"
    assert window.workspace.session.save() and values(draft)[NAME] == 99
    assert 66 in [values(version.path)[NAME] for version in versions_of(draft, window.settings.data_folder)]


def test_a_text_that_both_wrote_keeps_both(window, clerk, draft):
    window.workspace.open_actions.open_path(draft)
    window.workspace.session.document.edit({"remarks": (Part("收费", "我写的。"),)}, "x")
    change_in_the_file(draft, remarks=(Part("收费", "别人写的。"),))
    clerk.merge = lambda dialog: "save"
    assert window.workspace.session.save()
    assert [part.text for part in values(draft)["remarks"]] == ["我写的。", "别人写的。"]


def test_a_text_takes_from_each_the_parts_that_each_has_changed(window, clerk, draft):
    parts = (Part("甲", "甲文。"), Part("乙", "乙文。"), Part("丙", "丙文。"))
    change_in_the_file(draft, remarks=parts)
    window.workspace.open_actions.open_path(draft)
    window.workspace.session.document.edit({"remarks": (Part("甲", "甲文改。"), parts[1], parts[2])}, "x")
    change_in_the_file(draft, remarks=(parts[0], Part("乙", "乙文改。"), Part("丁", "新的。")))
    clerk.merge = lambda dialog: "save"
    assert window.workspace.session.save()
    assert [part.text for part in values(draft)["remarks"]] == ["甲文改。", "乙文改。", "新的。"]


def test_what_is_not_known_here_and_last_years_report_are_kept_from_both(window, clerk, draft):
    window.workspace.open_actions.open_path(draft)
    draft.write_bytes(draft.read_bytes() + b"\n[last]\nyear = 2024\nrequests.received.natural = 3\n[later]\nx = 1\n")
    window.workspace.session.document.edit({NAME: 77}, "x")
    assert window.workspace.session.save()
    report = load_draft(draft)[0]
    assert report.kept["later"] == {"x": 1} and report.kept["last"]["year"] == 2024 and report.values[NAME] == 77
    assert window.workspace.session.document.last.year == 2024


def test_all_of_the_file_is_all_of_it(window, clerk, draft):
    window.workspace.open_actions.open_path(draft)
    window.workspace.session.document.edit({NAME: 77, "confirmed": (Confirmed("in-force", (NAME,), "我的"),)}, "x")
    change_in_the_file(draft, requests__received__natural=88, confirmed=(Confirmed("in-force", (NAME,), "别人的"),))

    def choose(dialog: MergeDialog) -> str:
        dialog.buttons["theirs"].click()
        return "save"

    clerk.merge = choose
    assert window.workspace.session.save() and [one.reason for one in values(draft)["confirmed"]] == ["别人的"]


def test_a_proposal_follows_what_both_have_typed_and_stays_one_when_merged_or_brought_back(window, clerk, draft, form):
    last = load_draft(EXAMPLE)[0]
    save_draft(draft, next_report(last, form))
    name = "disclosure.regulations.in_force"
    base = load_draft(draft)[0].values[name]
    window.workspace.open_actions.open_path(draft)
    window.workspace.session.document.edit({"disclosure.regulations.issued": 3}, "x")
    change_in_the_file(
        draft, disclosure__regulations__repealed=1, disclosure__regulations__in_force=base - 1 if base else 0
    )
    clerk.merge = lambda dialog: "save"
    assert window.workspace.session.save()
    assert (
        window.workspace.session.document.report.values[name] == base + 3 - 1
        and name in window.workspace.session.document.report.proposed
    )
    old = versions_of(draft, window.settings.data_folder)[-1]
    bring_back(window.workspace.session.document, load_draft(old.path)[0], "x")
    assert window.workspace.session.document.report.values == values(old.path)


def test_saving_under_the_same_name_asks_as_saving_does(window, clerk, draft):
    window.workspace.open_actions.open_path(draft)
    window.workspace.session.document.edit({NAME: 77}, "x")
    change_in_the_file(draft, requests__received__natural=88)
    clerk.target = draft
    assert not window.workspace.session.save_as() and values(draft)[NAME] == 88


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


def test_the_reasons_of_both_for_warnings_that_are_in_order_stay(window, clerk, draft):
    mine, theirs = (Confirmed("in-force", (name,), "说明") for name in (NAME, OTHER))
    window.workspace.open_actions.open_path(draft)
    window.workspace.session.document.edit({"confirmed": (mine,), NAME: 77}, "x")
    change_in_the_file(draft, confirmed=(theirs,), unit="甲")
    clerk.merge = lambda dialog: "save"
    assert window.workspace.session.save() and values(draft)["confirmed"] == (mine, theirs)


def test_nothing_is_written_until_the_clerk_has_decided(window, clerk, draft, tmp_path):
    window.workspace.open_actions.open_path(draft)
    window.workspace.session.document.edit({NAME: 77}, "x")
    change_in_the_file(draft, requests__received__natural=88)
    assert (
        not window.workspace.session.save() and values(draft)[NAME] == 88 and window.workspace.session.document.unsaved
    )
    clerk.merge, clerk.target = lambda dialog: "save_as", tmp_path / "b.toml"
    assert window.workspace.session.save() and values(draft)[NAME] == 88 and values(tmp_path / "b.toml")[NAME] == 77


def test_what_is_saved_there_while_the_clerk_is_choosing_is_asked_about_again(window, clerk, draft):
    window.workspace.open_actions.open_path(draft)
    window.workspace.session.document.edit({NAME: 77}, "x")
    change_in_the_file(draft, unit="甲")
    asked = []

    def choose(dialog: MergeDialog) -> str:
        asked.append([one.theirs for one in dialog._found if one.name == "unit"])
        if len(asked) == 1:
            change_in_the_file(draft, unit="乙")
        return "save"

    clerk.merge = choose
    assert window.workspace.session.save() and asked == [["甲"], ["乙"]] and values(draft)["unit"] == "乙"


def test_a_change_that_says_nothing_new_asks_nothing(window, clerk, draft):
    window.workspace.open_actions.open_path(draft)
    draft.write_bytes(draft.read_bytes() + b"# a comment\r\n")
    window.workspace.session.document.edit({NAME: 77}, "x")
    clerk.merge = lambda dialog: pytest.fail("asked")
    assert window.workspace.session.save() and values(draft)[NAME] == 77


def test_what_others_made_unreadable_is_kept_and_replaced_only_when_wanted(window, clerk, draft):
    window.workspace.open_actions.open_path(draft)
    draft.write_bytes(b"\x00 damaged")
    window.workspace.session.document.edit({NAME: 77}, "x")
    assert not window.workspace.session.save() and draft.read_bytes() == b"\x00 damaged"
    clerk.overwrite = "replace"
    assert window.workspace.session.save() and values(draft)[NAME] == 77
    versions = versions_of(draft, window.settings.data_folder)
    assert [version.path.read_bytes() for version in versions] == [b"\x00 damaged"]


# The file under the window.


def looked(window) -> str:
    """What stands over the tabs once the file has been looked at."""
    watch = window.workspace.session.file_notices.watch
    watch.look()
    watch.finish()
    return window.workspace.session.view.notices.text(FILE)


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


def test_a_file_that_has_gone_is_saved_anew(window, draft):
    window.workspace.open_actions.open_path(draft)
    draft.unlink()
    window.workspace.session.document.edit({NAME: 77}, "x")
    assert window.workspace.session.save() and values(draft)[NAME] == 77
    assert "重新存了一份" in window.workspace.session.view._said.text()


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


def test_choosing_all_of_the_file_leaves_mine_a_version(window, clerk, draft):
    window.workspace.open_actions.open_path(draft)
    window.workspace.session.document.edit({NAME: 77}, "x")
    change_in_the_file(draft, requests__received__natural=55)

    def choose(dialog: MergeDialog) -> str:
        dialog.buttons["theirs"].click()
        return "save"

    clerk.merge = choose
    assert window.workspace.session.save() and values(draft)[NAME] == 55
    assert 77 in [values(version.path)[NAME] for version in versions_of(draft, window.settings.data_folder)]


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
    assert "没能留进历史版本" in window.workspace.session.view._said.text()
    assert versions_of(draft, window.settings.data_folder) == []


def test_the_title_names_the_file(window, draft):
    window.workspace.open_actions.show_example()
    assert "还没有存成文件" in window.windowTitle()
    window.workspace.open_actions.open_path(draft)
    assert "（草稿.toml）" in window.windowTitle()


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


# Earlier versions.


def test_each_save_keeps_the_one_before_and_any_of_them_comes_back_as_one_step(window, draft, monkeypatch):
    window.workspace.open_actions.open_path(draft)
    for number in (1, 2, 3):
        window.workspace.session.document.edit({NAME: number, "unit": f"第{number}镇"}, "x")
        assert window.workspace.session.save()
    versions = versions_of(draft, window.settings.data_folder)
    assert [values(version.path)[NAME] for version in versions] == [2, 1, 10]
    assert all(version.path.parent == draft.parent / FOLDER / "草稿" for version in versions)
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


def test_without_a_version_it_is_said_how_one_comes_about(window, clerk, draft):
    window.workspace.open_actions.new()
    window.workspace.document_actions.versions()
    assert "每次保存" in clerk.told[-1]


def test_where_the_folder_takes_no_versions_the_programs_own_does(window, draft):
    window.workspace.open_actions.open_path(draft)
    (draft.parent / FOLDER).write_text("a file is in the way")
    window.workspace.session.document.edit({NAME: 77}, "x")
    assert window.workspace.session.save()
    (version,) = versions_of(draft, window.settings.data_folder)
    assert window.settings.data_folder in version.path.parents and values(version.path)[NAME] == 10


def test_a_version_that_cannot_be_kept_is_told_and_the_draft_is_saved(window, draft):
    window.workspace.open_actions.open_path(draft)
    for folder in (draft.parent, window.settings.data_folder):
        (folder / FOLDER).write_text("a file is in the way")
    window.workspace.session.document.edit({NAME: 77}, "x")
    assert window.workspace.session.save() and values(draft)[NAME] == 77
    assert "没能留进历史版本" in window.workspace.session.view._said.text()


def test_saving_over_another_draft_keeps_that_one_too(window, clerk, draft, tmp_path):
    other = tmp_path / "b.toml"
    save_draft(other, load_draft(EXAMPLE)[0])
    window.workspace.open_actions.new()
    clerk.target = other
    assert window.workspace.session.save()
    assert [values(version.path)[NAME] for version in versions_of(other, window.settings.data_folder)] == [10]


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


def test_the_help_names_the_folders(window, monkeypatch):
    told = []
    monkeypatch.setattr("ui.dialogs.message_boxes.tell_folders", lambda parent, folders, main: told.extend(folders))
    window.menu_actions["where"].trigger()
    assert window.settings.recovery_folder / "已丢弃" in [folder for _, folder in told]
