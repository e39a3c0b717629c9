"""Last year's report in, this year's started from it, the two side by side: in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from model.draft.draft_file import load_draft, save_draft
from model.faults import Fault
from model.form.form import editions, load_form
from model.reading.document import read_document
from model.report.report import Confirmed, Notes, Unfinished
from tests.clerk import paste, type_number
from tests.model.reading.pages import page_of
from tests.recovery_copies import copies_in
from tests.samples import EXAMPLE
from tests.ui.cards import KEYS, Decided, doubtful_page, said_of, shown, type_into
from ui.dialogs import message_boxes
from ui.document import autosave
from ui.reading.import_dialog import ImportDialog
from ui.window import import_actions

CARRIED, IN_FORCE = "requests.carried_in.natural", "disclosure.normative_documents.in_force"


def test_this_year_starts_from_last_years_document(window, clerk, card, document):
    before = document.read_bytes()
    clerk.draft = document
    QTest.mouseClick(window.start.next_year, Qt.MouseButton.LeftButton)
    report = window.workspace.session.document.report
    assert report.year == 2026 and report.values[CARRIED] == 2 and report.values[IN_FORCE] == 8
    assert window.workspace.session.document.path is None and not clerk.told
    assert document.read_bytes() == before


def test_a_cancelled_card_opens_nothing(window, clerk, card, document, monkeypatch):
    monkeypatch.setattr(Decided, "decision", "")
    clerk.draft = document
    window.workspace.open_actions.next_year()
    window.workspace.open_actions.open_path(document)
    assert window.workspace.session.document is None


@pytest.mark.parametrize("decision", ["next", "open", ""])
def test_the_copy_of_a_reading_goes_once_it_is_taken_or_given_up(
    window, qtbot, clerk, card, document, monkeypatch, decision
):
    class Watched(Decided):
        def exec(self) -> int:
            self.show()
            type_into(self, "requests.carried_out.natural", "77")
            qtbot.waitUntil(lambda: bool(list(copies_in(folder, load_form, editions()))))
            (copy,) = copies_in(folder, load_form, editions())
            assert copy.read_from == document.name and copy.report.values["requests.carried_out.natural"] == 77
            return super().exec()

    folder = window.settings.recovery_folder
    clerk.gives_up = True
    monkeypatch.setattr(Watched, "decision", decision)
    monkeypatch.setattr(import_actions, "ImportDialog", Watched)
    window.workspace.open_actions.open_path(document)
    left = list(copies_in(folder, load_form, editions()))
    assert [copy.read_from for copy in left] == [""] * bool(decision)  # that of the new document is there already


def test_a_document_is_read_into_the_open_report_as_one_step(window, clerk, card, document, monkeypatch):
    monkeypatch.setattr(Decided, "decision", "fill")
    window.workspace.open_actions.new()
    before = dict(window.workspace.session.document.report.values)
    window.workspace.open_actions.open_path(document)
    assert window.workspace.session.document.numbers["requests.received.total"] == 14
    assert window.workspace.session.document.report.parts("overview")[0].text.startswith("全年通过")
    window.workspace.session.view.undo()
    assert window.workspace.session.document.report.values == before


def test_a_correction_on_the_card_counts_and_a_wrong_one_does_not(window, clerk, card, document, monkeypatch):
    monkeypatch.setattr(Decided, "decision", "open")
    monkeypatch.setattr(Decided, "corrections", {"requests.carried_out.natural": "７"})
    window.workspace.open_actions.open_path(document)
    assert window.workspace.session.document.report.values["requests.carried_out.natural"] == 7
    clerk.target = document.with_suffix(".toml")
    assert window.workspace.session.save()
    assert load_draft(clerk.target)[0].values["requests.carried_out.natural"] == 7


def test_a_total_that_was_printed_wrong_stays_with_the_report_until_it_is_filled_in_elsewhere(
    window, clerk, card, tmp_path, monkeypatch
):
    monkeypatch.setattr(Decided, "decision", "open")
    page, total = tmp_path / "a.html", "requests.handled.natural"
    page.write_bytes(doubtful_page(handled__natural=61))
    window.workspace.open_actions.open_path(page)
    clerk.target = tmp_path / "a.toml"
    assert window.workspace.session.save() and load_draft(clerk.target)[0].notes == Notes(printed={total: 61})
    window.workspace.open_actions.open_path(clerk.target)
    assert window.workspace.session.document.report.notes.printed == {total: 61}

    monkeypatch.setattr(Decided, "decision", "fill")
    window.workspace.open_actions.new()
    document = window.workspace.session.document
    before, confirmed = document.report, (Confirmed("in-force", (IN_FORCE,), "说明"),)
    document.edit_notes(Notes(confirmed=confirmed), "核实无误")
    window.workspace.open_actions.open_path(page)
    assert document.report.notes == Notes(printed={total: 61}, confirmed=confirmed)
    window.workspace.session.view.undo()
    assert document.report.values == before.values and document.report.notes == Notes(confirmed=confirmed)


def test_an_open_total_is_told_and_not_asked_for(window, clerk, card, tmp_path, monkeypatch):
    page = tmp_path / "a.html"
    page.write_bytes(doubtful_page(received__total="约14", received__natural="约10"))
    shown_card = ImportDialog(read_document(page), "a", False)
    assert "2 处要核对" in shown_card.headline.text()
    assert "各项相加" in said_of(shown_card, "requests.received.total")
    monkeypatch.setattr(Decided, "decision", "open")
    monkeypatch.setattr(Decided, "corrections", {"requests.received.natural": "10"})
    window.workspace.open_actions.open_path(page)
    clerk.target = tmp_path / "a.toml"
    assert window.workspace.session.save() and load_draft(clerk.target)[0].numbers()["requests.received.total"] == 14


def test_a_total_that_is_open_is_settled_with_its_addends(window, clerk, tmp_path):
    page = tmp_path / "a.html"
    page.write_bytes(doubtful_page(received__total="约14", received__natural="约10"))
    shown_card = ImportDialog(read_document(page), "a", False, window)
    shown_card.show()
    type_into(shown_card, "requests.received.natural", "10")
    assert "没有要核对的" in shown_card.headline.text()


def test_what_was_filled_in_on_the_card_is_in_the_new_report(window, clerk, card, tmp_path, monkeypatch):
    page = tmp_path / "a.html"
    page.write_bytes(doubtful_page(carried_out__natural="约2"))
    monkeypatch.setattr(
        Decided, "corrections", {"requests.carried_out.natural": "6", "unit": "青山镇人民政府", "year": "2023"}
    )
    clerk.draft = page
    window.workspace.open_actions.next_year()
    document = window.workspace.session.document
    assert (document.report.year, document.report.unit) == (2024, "青山镇人民政府")
    assert document.report.values[CARRIED] == 6 and CARRIED in document.sources
    assert document.last.values["requests.carried_out.natural"] == 6 and document.last.year == 2023


def test_corrections_stay_where_the_open_report_may_not_be_left(window, clerk, document, monkeypatch):
    shown_cards = []

    class Kept(Decided):
        def exec(self) -> int:
            shown_cards.append(self)
            return super().exec()

    monkeypatch.setattr(import_actions, "ImportDialog", Kept)
    window.workspace.open_actions.new()
    window.workspace.session.document.edit({"unit": "某镇人民政府"}, "x")
    clerk.draft = document
    window.workspace.open_actions.next_year()
    assert window.workspace.session.document.report.unit == "某镇人民政府"
    assert shown_cards[0] is shown_cards[1]


def test_a_report_that_was_read_is_unsaved_work(window, clerk, card, document):
    clerk.draft = document
    window.workspace.open_actions.next_year()
    assert window.workspace.session.document.unsaved and not window.workspace.session.confirm_close()
    assert clerk.asked


def test_filling_in_names_what_it_replaces(started, clerk, card, document, monkeypatch):
    monkeypatch.setattr(Decided, "decision", "fill")
    clerk.replaces = False
    started.workspace.open_actions.open_path(document)
    assert started.workspace.session.document.report.year == 2026
    assert "报告年度：2026 → 2025" in clerk.asked
    assert any("联系电话" in line for line in clerk.asked) is False
    started.workspace.session.document.edit({"contact.telephone": "7654321", "opening": "自己写的开头。"}, "x")
    started.workspace.open_actions.open_path(document)
    assert any("联系电话：7654321" in line for line in clerk.asked)
    assert any("开头语：自己写的开头。" in line for line in clerk.asked)
    clerk.replaces = True
    started.workspace.open_actions.open_path(document)
    assert started.workspace.session.document.report.year == 2025


def test_looking_at_a_proposal_does_not_stop_it(started):
    table = shown(started, "disclosure")
    cells = started.workspace.session.document.report.form.cells
    table.go_to(cells[IN_FORCE])
    QTest.keyClick(table, KEYS.Key_F2)
    QTest.keyClick(table.editor, KEYS.Key_Return)
    table.go_to(cells["disclosure.normative_documents.issued"])
    type_number(table, "3")
    assert started.workspace.session.document.numbers[IN_FORCE] == 11


def test_an_empty_clipboard_is_told(window, clerk):
    QGuiApplication.clipboard().clear()
    window.workspace.open_actions.paste_report()
    assert "剪贴板" in clerk.told[-1]


def test_what_was_copied_from_a_page_is_read(window, clerk, card, monkeypatch):
    monkeypatch.setattr(Decided, "decision", "open")
    data = QMimeData()
    data.setHtml(page_of(load_draft(EXAMPLE)[0]))
    data.setText("x")
    QGuiApplication.clipboard().setMimeData(data)
    window.workspace.open_actions.paste_report()
    assert window.workspace.session.document.numbers["requests.received.total"] == 14
    QGuiApplication.clipboard().setText("没有报告")
    window.workspace.open_actions.paste_report()
    assert "没有认出年度报告" in clerk.told[-1]


def test_a_file_that_is_no_report_is_told_and_leaves_all_as_it_was(window, clerk, card, tmp_path):
    path = tmp_path / "a.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 99)
    window.workspace.open_actions.new()
    open_before = window.workspace.session.document
    window.workspace.open_actions.open_path(path)
    assert "另存为 .docx" in clerk.told[-1] and window.workspace.session.document is open_before


def test_a_carried_number_asks_before_it_is_changed(started, clerk):
    table = shown(started, "requests")
    table.go_to(started.workspace.session.document.report.form.cells[CARRIED])
    assert "四、结转下年度继续办理 · 自然人" in table.tool_tip_of(table.current)
    for act in (
        lambda: type_number(table, "9"),
        lambda: QTest.keyClick(table, KEYS.Key_Delete),
        lambda: paste(table, "9"),
    ):
        act()
        assert started.workspace.session.document.report.values[CARRIED] == 2 and table.editor is None
    assert len(clerk.asked) == 3
    clerk.overwrites_carried = True
    type_number(table, "9")
    assert started.workspace.session.document.report.values[CARRIED] == 9
    assert table.source_of(started.workspace.session.document.report.form.cells[CARRIED]) == ""
    started.workspace.session.view.undo()
    assert started.workspace.session.document.report.values[CARRIED] == 2


def test_what_is_in_force_follows_in_the_window_and_undo_takes_both_back(started):
    table = shown(started, "disclosure")
    cells = started.workspace.session.document.report.form.cells
    table.go_to(cells["disclosure.normative_documents.issued"])
    type_number(table, "3")
    assert started.workspace.session.document.numbers[IN_FORCE] == 11
    started.workspace.session.view.undo()
    assert started.workspace.session.document.numbers[IN_FORCE] == 8
    table.go_to(cells[IN_FORCE])
    type_number(table, "20")
    table.go_to(cells["disclosure.normative_documents.issued"])
    type_number(table, "3")
    assert started.workspace.session.document.numbers[IN_FORCE] == 20
    started.workspace.session.view.undo()
    started.workspace.session.view.undo()
    table.go_to(cells["disclosure.normative_documents.issued"])
    type_number(table, "1")
    assert started.workspace.session.document.numbers[IN_FORCE] == 9


def test_a_report_with_last_years_in_it_is_saved_and_opened_again(started, clerk, tmp_path):
    clerk.target = tmp_path / "今年.toml"
    assert started.workspace.session.save()
    Path(clerk.draft).unlink()
    started.workspace.open_actions.open_path(clerk.target)
    assert started.workspace.session.document.last.numbers()["requests.carried_out.natural"] == 2
    assert CARRIED in started.workspace.session.document.sources


@pytest.mark.parametrize("goes_on", [False, True])
def test_what_is_no_valid_value_in_last_years_draft_is_named_before_this_year_begins(
    window, clerk, tmp_path, monkeypatch, goes_on
):
    last = load_draft(EXAMPLE)[0]
    last.values |= {"requests.carried_out.natural": Unfinished("十二"), "signoff.date": Unfinished("1月")}
    save_draft(tmp_path / "上年.toml", last)
    asked = []

    def press(box: QMessageBox) -> int:
        asked.append(f"{box.text()}\n{box.informativeText()}")
        assert box.defaultButton().text() == "先不新建"
        box.show()
        words = "仍然新建" if goes_on else "先不新建"
        next(button for button in box.buttons() if button.text() == words).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    clerk.draft = tmp_path / "上年.toml"
    window.workspace.open_actions.next_year()
    (said,) = asked
    label = last.form.label("requests.carried_out.natural")
    assert "有 2 处写得不对" in said and f"“{label}”写的是“十二”" in said and "“成文日期”写的是“1月”" in said
    assert (window.workspace.session.document is not None) == goes_on
    if goes_on:
        assert CARRIED not in window.workspace.session.document.report.values


def test_many_wrong_values_are_counted(window, monkeypatch):
    asked = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.informativeText()) or 0)
    assert not message_boxes.ask_leave_behind(window, "上年.toml", [f"第 {number} 处" for number in range(40)])
    assert "第 11 处\n…还有 28 处" in asked[0]


def test_a_copy_of_a_reading_that_cannot_be_written_is_told_in_the_dialog(
    window, qtbot, clerk, card, document, monkeypatch
):
    class Watched(Decided):
        def exec(self) -> int:
            self.show()
            type_into(self, "requests.carried_out.natural", "77")
            qtbot.waitUntil(lambda: "磁盘满了" in self.headline.text())
            return super().exec()

    def refuse(path, data):
        raise Fault("磁盘满了。")

    monkeypatch.setattr(autosave, "write_copy", refuse)
    monkeypatch.setattr(Watched, "decision", "")
    monkeypatch.setattr(import_actions, "ImportDialog", Watched)
    window.workspace.open_actions.open_path(document)
    assert list(copies_in(window.settings.recovery_folder, load_form, editions())) == []
