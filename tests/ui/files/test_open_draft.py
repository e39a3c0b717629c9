"""A draft that somebody else has open, or that cannot be locked, in the window."""

from __future__ import annotations

import pytest

from model.draft.draft_file import load_draft
from model.files.locks.draft_lock import DraftLocked, acquire_lock, lock_path
from tests.ui.drafts import NAME, change_in_the_file
from tests.ui.tabs import message
from ui.window.file_notices import FILE, HELD


def test_a_draft_that_another_has_open_is_opened_to_look_at_only(window, clerk, draft, holder, qtbot):
    window.workspace.open_actions.open_path(draft)
    assert window.workspace.session.document is None and "打开着“草稿.toml”" in clerk.asked[-1]
    clerk.held = "read_only"
    window.workspace.open_actions.open_path(draft)
    assert window.workspace.session.document.path == draft and "（只读）" in window.windowTitle()
    before = dict(window.workspace.session.document.report.values)
    window.workspace.session.document.edit({NAME: 77}, "x")
    window.workspace.session.view.editor.tab_of("unit")._lines["unit"].typed.emit("丙")
    window.workspace.session.view.editor.show_tab_of("overview")
    window.workspace.session.view.editor.tab_of("overview").add.click()
    assert window.workspace.session.document.report.values == before and not window.workspace.session.document.unsaved
    assert (
        window.workspace.session.view.editor.tab_of("unit")._lines["unit"].text()
        == window.workspace.session.document.report.unit
    )
    assert "只能看，不能改" in message(window)
    window.workspace.session.view.notices._bars[HELD].findChildren(type(window.workspace.session.view.found))[0].click()
    assert window.workspace.session.document.read_only
    holder.kill()
    holder.wait()
    window.workspace.session.view.notices._bars[HELD].findChildren(type(window.workspace.session.view.found))[0].click()
    assert not window.workspace.session.document.read_only and "（只读）" not in window.windowTitle()
    window.workspace.session.document.edit({NAME: 77}, "x")
    assert window.workspace.session.save() and load_draft(draft)[0].values[NAME] == 77


def test_of_a_damaged_draft_it_is_said_where_its_versions_are_and_one_of_them_opens(window, clerk, draft):
    window.workspace.open_actions.open_path(draft)
    session = window.workspace.session
    session.document.edit({NAME: 77}, "x")
    assert session.save()
    session.close()
    draft.write_bytes(draft.read_bytes()[:300] + b"\x00")
    window.workspace.open_actions.open_path(draft)
    (version,) = (draft.parent / "历史版本" / draft.stem).glob("*.toml")
    assert session.document is None and "以前存的 1 版还在" in clerk.told[-1] and str(version.parent) in clerk.told[-1]
    window.workspace.open_actions.open_path(version)
    assert session.document and session.document.path is None


def looked_at_while_the_holder_saved_and_left(window, clerk, draft, holder, number: int) -> None:
    clerk.held = "read_only"
    window.workspace.open_actions.open_path(draft)
    change_in_the_file(draft, **{NAME: number})
    holder.kill()
    holder.wait()


def test_what_was_saved_meanwhile_is_shown_when_it_is_ones_turn(window, clerk, draft, holder):
    looked_at_while_the_holder_saved_and_left(window, clerk, draft, holder, 31)
    window.workspace.session.view.notices._bars[HELD].findChildren(type(window.workspace.session.view.found))[0].click()
    assert window.workspace.session.document.report.values[NAME] == 31 and not window.workspace.session.document.unsaved


def test_a_copy_is_nobodys_file(window, clerk, draft, holder, tmp_path):
    clerk.held, clerk.target = "copy", tmp_path / "副本.toml"
    window.workspace.open_actions.open_path(draft)
    assert window.workspace.session.document.path is None and window.workspace.session.document.unsaved
    window.workspace.session.document.edit({NAME: 77}, "x")
    assert window.workspace.session.save() and load_draft(tmp_path / "副本.toml")[0].values[NAME] == 77
    assert load_draft(draft)[0].values[NAME] == 10


def test_a_read_only_draft_saved_elsewhere_can_be_changed_there(window, clerk, draft, holder, tmp_path):
    clerk.held, clerk.elsewhere, clerk.target = "read_only", True, tmp_path / "b.toml"
    window.workspace.open_actions.open_path(draft)
    assert window.workspace.session.save() and window.workspace.session.document.path == tmp_path / "b.toml"
    window.workspace.session.document.edit({NAME: 77}, "x")
    assert window.workspace.session.document.report.values[NAME] == 77 and lock_path(tmp_path / "b.toml").exists()


def test_what_the_holder_saves_can_be_looked_at(window, clerk, draft, holder):
    clerk.held = "read_only"
    window.workspace.open_actions.open_path(draft)
    change_in_the_file(draft, **{NAME: 500})
    watch = window.workspace.session.file_notices.watch
    watch.look()
    watch.finish()
    assert "旧的" in window.workspace.session.view.notices.text(FILE)
    window.workspace.session.view.notices._bars[FILE].findChildren(type(window.workspace.session.view.found))[0].click()
    assert window.workspace.session.document.report.values[NAME] == 500 and window.workspace.session.document.read_only


def test_a_read_only_draft_is_not_saved_over_what_its_holder_saved(window, clerk, draft, holder):
    looked_at_while_the_holder_saved_and_left(window, clerk, draft, holder, 88)
    clerk.target = draft
    assert (
        not window.workspace.session.save_as()
        and load_draft(draft)[0].values[NAME] == 88
        and "再试一次" in clerk.told[-1]
    )


def test_a_draft_that_turns_out_unreadable_keeps_nobody_out(window, draft, monkeypatch):
    from model.faults import Fault
    from ui.files import open_draft

    opened, calls = open_draft.OpenDocument.opened, []

    def once(path):
        calls.append(path)
        if len(calls) == 1:
            raise Fault("读不出来。")
        return opened(path)

    monkeypatch.setattr(open_draft.OpenDocument, "opened", once)
    window.workspace.open_actions.open_path(draft)
    assert window.workspace.session.document is None and not lock_path(draft).exists()


def test_a_lock_that_could_not_be_had_at_first_comes_with_the_save(window, draft, monkeypatch):
    from ui.files import open_draft

    monkeypatch.setattr(open_draft, "acquire_lock", lambda path: None)
    window.workspace.open_actions.open_path(draft)
    monkeypatch.undo()
    window.workspace.session.document.edit({NAME: 5}, "x")
    assert window.workspace.session.save() and lock_path(draft).exists()


def test_a_name_too_long_for_a_lock_has_one_all_the_same(tmp_path):
    draft = tmp_path / f"{'长' * 82}.toml"
    lock = acquire_lock(draft)
    with pytest.raises(DraftLocked):
        acquire_lock(draft)
    lock.release()


def test_nobodys_open_draft_is_saved_over(window, clerk, draft, holder):
    window.workspace.open_actions.show_example()
    clerk.target = draft
    data = draft.read_bytes()
    assert not window.workspace.session.save_as()
    assert "不能存成它" in clerk.told[-1] and draft.read_bytes() == data


def test_the_lock_goes_with_the_file_that_is_open(window, clerk, draft, tmp_path):
    window.workspace.open_actions.open_path(draft)
    assert lock_path(draft).exists()
    window.workspace.open_actions.open_path(draft)  # again
    assert lock_path(draft).exists() and clerk.asked == []
    clerk.target = tmp_path / "b.toml"
    assert window.workspace.session.save_as()
    assert not lock_path(draft).exists() and lock_path(clerk.target).exists()
    window.workspace.session.close()
    assert not lock_path(clerk.target).exists()


def test_one_file_by_two_names_is_one_file(window, clerk, draft, holder, tmp_path):
    link = tmp_path / "链接.toml"
    link.symlink_to(draft)
    window.workspace.open_actions.open_path(link)
    assert window.workspace.session.document is None and "打开着" in clerk.asked[-1]
    holder.kill()
    holder.wait()
    window.workspace.open_actions.open_path(draft)
    window.workspace.session.document.edit({NAME: 5}, "x")
    clerk.target = link
    assert window.workspace.session.save_as() and link.is_symlink() and load_draft(draft)[0].values[NAME] == 5
    assert window.workspace.session.document.path == draft and lock_path(draft).exists()
    window.workspace.open_actions.open_path(link)
    assert len(clerk.asked) == 1 and lock_path(draft).exists()
