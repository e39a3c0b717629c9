"""The choice between two who changed one draft."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from model.draft.draft_file import load_draft, save_draft
from model.draft.next_year import next_report
from model.files.history import versions_of
from model.report.report import Confirmed, Notes, Part
from tests.samples import EXAMPLE
from tests.ui.drafts import NAME, OTHER, TOTAL, change_in_the_file, values
from ui.versions.history_dialog import bring_back
from ui.versions.merge_dialog import MergeDialog


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
    mine, theirs = (Notes(confirmed=(Confirmed("in-force", (NAME,), words),)) for words in ("我的", "别人的"))
    window.workspace.session.document.edit({NAME: 77}, "x", notes=mine)
    change_in_the_file(draft, theirs, requests__received__natural=88)

    def choose(dialog: MergeDialog) -> str:
        dialog.buttons["theirs"].click()
        return "save"

    clerk.merge = choose
    assert window.workspace.session.save() and load_draft(draft)[0].notes == theirs


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
        and name in window.workspace.session.document.report.notes.proposed
    )
    old = versions_of(draft, window.settings.data_folder)[-1]
    bring_back(window.workspace.session.document, load_draft(old.path)[0], "x")
    assert window.workspace.session.document.report.has_same_content(load_draft(old.path)[0])


def test_the_reasons_of_both_for_warnings_that_are_in_order_stay(window, clerk, draft):
    mine, theirs = (Confirmed("in-force", (name,), "说明") for name in (NAME, OTHER))
    window.workspace.open_actions.open_path(draft)
    window.workspace.session.document.edit({NAME: 77}, "x", notes=Notes(confirmed=(mine,)))
    change_in_the_file(draft, Notes(confirmed=(theirs,)), unit="甲")
    clerk.merge = lambda dialog: "save"
    assert window.workspace.session.save() and load_draft(draft)[0].notes.confirmed == (mine, theirs)


def test_notes_of_both_come_together_without_a_question_and_are_one_step_to_take_back(window, clerk, draft):
    mine, theirs = (Confirmed("in-force", (name,), "说明") for name in (NAME, OTHER))
    window.workspace.open_actions.open_path(draft)
    document = window.workspace.session.document
    document.edit_notes(Notes(confirmed=(mine,)), "核实无误")
    change_in_the_file(draft, Notes(printed={TOTAL: 5}, confirmed=(theirs,)))
    clerk.merge = lambda dialog: pytest.fail("asked")
    assert window.workspace.session.save()
    assert load_draft(draft)[0].notes == Notes(printed={TOTAL: 5}, confirmed=(mine, theirs)) == document.report.notes
    window.workspace.session.view.undo()
    assert document.report.notes == Notes(confirmed=(mine,))


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
