"""The entry “县里的要求…” of the menu 检查: the county's file taken, gone by, looked at and dropped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu

from model.county.county import OF_COUNTY
from model.county.kept import COUNTY_FILE
from model.draft.draft_file import load_draft
from tests.clerk import click
from tests.model.county.files import EXAMPLE_COUNTY
from ui.dialogs import file_questions, message_boxes
from ui.dialogs.about_dialog import AboutDialog
from ui.dialogs.county_dialog import CountyDialog
from ui.document.open_document import OpenDocument


@dataclass
class Desk:
    """What the clerk picks and presses, and what was shown to her."""

    picks: Path | None = None
    presses: list[str] = field(default_factory=list)
    agrees: bool = True
    shown: list[str] = field(default_factory=list)
    asked: int = 0


@pytest.fixture
def sent(tmp_path) -> Path:
    """The county's file as it was sent."""
    path = tmp_path / "云溪县的要求.toml"
    path.write_bytes(EXAMPLE_COUNTY.read_bytes())
    return path


@pytest.fixture
def desk(monkeypatch) -> Desk:
    made = Desk()

    def ask(parent, folder):
        made.asked += 1
        return made.picks

    def run(dialog: CountyDialog) -> None:
        dialog.show()
        made.shown.append(dialog.text.toPlainText())
        click(dialog.buttons[made.presses.pop(0) if made.presses else "关闭"])

    monkeypatch.setattr(file_questions, "ask_county", ask)
    monkeypatch.setattr(message_boxes, "ask_drop_county", lambda parent, name: made.agrees)
    monkeypatch.setattr(CountyDialog, "exec", run)
    return made


@pytest.fixture
def choose(window, desk, qtbot) -> Callable[..., None]:
    """Chooses the menu entry and presses these buttons one after the other, then 关闭; all is checked then."""

    def chosen(*presses: str) -> None:
        desk.presses = list(presses)
        window.menu_actions["county"].trigger()
        assert desk.presses == []
        if window.session and window.session.view:
            window.session.view.live_checks.finish()

    return chosen


def of_county(window) -> set[str]:
    return {one.rule for one in window.session.document.checked.findings if one.rule in OF_COUNTY}


def test_the_entry_stands_in_the_menu_and_asks_for_the_file_once(window, desk, choose, sent):
    menu = next(menu for menu in window.menuBar().findChildren(QMenu) if menu.title().startswith("检查"))
    assert "县里的要求(&Q)…" in [action.text() for action in menu.actions()]
    choose()
    assert (desk.asked, desk.shown) == (1, [])  # nothing was picked
    desk.picks = sent
    choose()
    assert desk.asked == 2 and "“政务公开专区”一节" in desk.shown[0]
    choose()
    assert desk.asked == 2 and len(desk.shown) == 2


def test_the_findings_come_and_go_with_the_file(window, desk, choose, sent, example):
    window.workspace.session.open(example)
    window.session.view.live_checks.finish()
    before = example.checked
    desk.picks = sent
    choose()
    sent.unlink()
    assert of_county(window) == {"county-part", "county-mention"}
    desk.agrees = False
    choose("不再用它…")
    assert of_county(window)
    desk.agrees = True
    choose("不再用它…")
    assert of_county(window) == set() and example.checked == before
    assert not example.unsaved


def test_a_bad_file_is_told_nothing_is_installed_and_the_one_in_use_stays(window, clerk, desk, choose, sent, example):
    window.workspace.session.open(example)
    bad = sent.with_name("坏的.toml")
    bad.write_bytes(b'county = "a"\n[[part]]\nsection = "overview"\n')
    desk.picks = bad
    choose()
    assert "“坏的.toml”不能用作县里的要求。第 1 个 [[part]] 的 heading" in clerk.told[-1]
    assert desk.shown == [] and not (window.settings.data_folder / COUNTY_FILE.folder).exists()
    desk.picks = sent
    choose()
    desk.picks = bad
    choose("换一个文件…")
    assert len(clerk.told) == 2 and "政务公开专区" in desk.shown[-1] and of_county(window)


def test_a_report_opened_later_goes_by_it_and_names_it_once_saved(window, desk, choose, sent, draft):
    desk.picks = sent
    choose()
    window.open_path(draft)
    window.session.view.live_checks.finish()
    assert of_county(window)
    document = window.session.document
    assert not document.unsaved
    document.edit({"contact.office": "党政办公室"}, "x")
    assert window.session.save()
    report, data = load_draft(draft)
    assert report.text("county") == "云溪县" and 'county = "云溪县"' in data.decode()
    assert "优化营商环境".encode() not in data
    window.open_path(draft)
    assert not window.session.document.unsaved and not window.session.document.changed_by_others


def test_a_draft_of_another_county_is_told_and_follows_the_file_taken_over_it(window, desk, choose, sent, example):
    example.report.values["county"] = "青山县"
    window.workspace.session.open(example)
    window.session.view.live_checks.finish()
    assert of_county(window) == {"county-name"}
    desk.picks = sent
    choose()
    assert example.report.text("county") == "云溪县" and "county-name" not in of_county(window)
    example.stack.undo()
    window.session.view.live_checks.finish()
    assert example.report.text("county") == "青山县" and "county-name" in of_county(window)


def test_dropping_it_takes_its_name_out_of_the_open_report(window, desk, choose, sent, example):
    desk.picks = sent
    choose()
    example.report.values["county"] = "云溪县"
    window.workspace.session.open(example)
    choose("不再用它…")
    assert example.report.text("county") == "" and of_county(window) == set()


def test_a_file_taken_and_dropped_again_leaves_no_name_behind(window, desk, choose, sent, example):
    example.report.values["county"] = "青山县"
    window.workspace.session.open(example)
    other = sent.with_name("青山县.toml")
    other.write_text('county = "青山县"\n', encoding="utf-8")
    desk.picks = other
    choose()
    desk.picks = sent
    choose("换一个文件…", "不再用它…")
    assert example.report.text("county") == "" and of_county(window) == set()


def test_a_copy_that_got_lost_is_told_over_the_report_and_in_the_dialog(window, desk, choose, sent, example):
    desk.picks = sent
    choose()
    (window.settings.data_folder / COUNTY_FILE.folder / COUNTY_FILE.copy).write_bytes(b"\xff")
    window.workspace.session.open(example)
    said = window.session.view.notices.text("county")
    assert "没有按县里的要求检查" in said and "云溪县的要求.toml" in said
    choose("换一个文件…")
    assert "没有按县里的要求检查" in desk.shown[-2] and "政务公开专区" in desk.shown[-1]
    assert window.session.view.notices.text("county") == "" and of_county(window)


def test_whom_to_ask_stands_in_the_about_dialog_and_beside_the_findings(window, desk, choose, sent, example):
    assert "县里的要求" not in AboutDialog(window.settings, window).text.toPlainText()
    window.workspace.session.open(example)
    desk.picks = sent
    choose()
    asked = "有疑问请问县政府办公室政务公开股，电话0470-1234567。"
    assert f"按“云溪县”的要求检查，{asked}" in AboutDialog(window.settings, window).text.toPlainText()
    own = [one.message for one in example.checked.findings if one.rule in OF_COUNTY]
    assert own and all(message.endswith(asked) for message in own)


def test_a_read_only_report_is_checked_and_not_changed(window, desk, choose, sent, draft):
    document = OpenDocument.opened(draft)
    document.report.values["county"] = "青山县"
    document.make_read_only("别人开着。")
    window.workspace.session.open(document)
    desk.picks = sent
    choose()
    assert document.report.text("county") == "青山县" and "county-name" in of_county(window)
