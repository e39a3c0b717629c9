"""Findings in the window: marks, tab counts, the panel, mends, confirmations, the export's question, the 自查表."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTreeWidget

from model.draft.draft_file import load_draft
from model.report.report import Notes, Part
from tests.clerk import click, shortcut, type_number, write
from tests.document_reader import WordFile
from tests.model.checking.reports import QUIET, QUIET_TEXT
from tests.ui.findings.reports import CARRIED, buttons, item_of, lines, opened, places
from tests.ui.tabs import settle
from ui.basics.theme import apply_theme
from ui.dialogs import message_boxes
from ui.findings.findings_tree import FINDING_ROLE

KEYS = Qt.Key


def test_a_clean_report_says_so(window, qtbot):
    view = opened(window, qtbot)
    assert view.found.text() == "检查：没有问题"
    shortcut(window, "F8")
    assert view.panel.isVisible() and "没有发现问题" in view.panel._title.text()


def test_an_error_shows_while_it_is_typed_and_goes_when_it_is_mended(window, qtbot):
    view = opened(window, qtbot, **QUIET)
    view.editor.show_tab_of("requests")
    table = view.editor.tab_of("requests").table
    table.go_to(table._grid.numbers[0])
    type_number(table, "11")
    assert view.editor.tabText(view.editor.index_of("requests")) == "三、依申请公开 ✕1"
    assert set(table._flags) == {
        f"requests.{row}.natural" for row in ("received", "carried_in", "handled", "carried_out")
    }
    assert "差 1" in table.tool_tip_of(window.workspace.session.document.report.form.cells[CARRIED])
    assert table.hasFocus()
    view.undo()
    assert view.editor.tabText(view.editor.index_of("requests")) == "三、依申请公开" and table._flags == {}


def test_the_worst_comes_first_and_f8_goes_from_place_to_place(window, qtbot):
    view = opened(
        window,
        qtbot,
        signoff__date=None,
        disclosure__penalties__decisions=10,
        **QUIET | {CARRIED.replace(".", "__"): 3},
    )
    shortcut(window, "F8")
    qtbot.waitUntil(lambda: view.editor.currentIndex() == view.editor.index_of("requests"))
    assert [line[0] for line in lines(view.panel)] == ["三", "✕", "✕", "基", "○"]
    table = view.editor.tab_of("requests").table
    assert table.current.name in (CARRIED, "requests.received.natural")
    shortcut(window, "F8")
    shortcut(window, "F8")
    qtbot.waitUntil(lambda: view.editor.currentIndex() == view.editor.index_of("unit"))
    shortcut(window, "Shift+F8")
    qtbot.waitUntil(lambda: view.editor.currentIndex() == view.editor.index_of("requests"))


def test_one_change_for_several_findings_is_offered_first_and_can_be_undone(window, qtbot):
    view = opened(window, qtbot, requests__carried_in__natural=3, **QUIET)
    view.findings()
    assert (
        view.panel.joint.isVisible() and "2 处相符" in view.panel.joint.text() and "改为 2" in view.panel.joint.text()
    )
    qtbot.waitUntil(lambda: view.panel.joint.height() > 9)
    QTest.mouseClick(view.panel.joint, Qt.MouseButton.LeftButton)
    assert window.workspace.session.document.report.values[CARRIED] == 2
    assert lines(view.panel) == [] and not view.panel.joint.isVisible()
    view.undo()
    assert window.workspace.session.document.report.values[CARRIED] == 3 and len(lines(view.panel)) == 3


def test_a_text_is_marked_in_place_and_mended_by_a_button(window, qtbot):
    text = "今年的话。工作走上标准化化的轨道,考核、评议、责任追究都做了。"
    view = opened(window, qtbot, overview=(Part("主动公开", text),))
    view.editor.show_tab_of("overview")
    card = view.editor.tab_of("overview").cards[0]
    marks = [(m.cursor.selectionStart(), m.cursor.selectedText()) for m in card.text.extraSelections()]
    assert sorted(marks) == [(text.index("化化"), "化化"), (text.index(","), ",")]
    view.findings()
    view.panel.tree.setCurrentItem(item_of(view.panel, "重复"))
    buttons(view.panel)["照此改正"].click()
    assert "标准化的轨道" in window.workspace.session.document.report.parts("overview")[0].text
    qtbot.waitUntil(lambda: len(card.text.extraSelections()) == 1)
    view.undo()
    assert window.workspace.session.document.report.parts("overview")[0].text == text


@pytest.mark.parametrize("at", ["工作走上", "标准化化", "的轨道", "责任追究"])
def test_a_mend_and_its_undo_leave_the_caret_between_the_same_words(window, qtbot, at):
    text = "今年的话。工作走上标准化化的轨道，考核、评议、责任追究都做了。"
    view = opened(window, qtbot, overview=(Part("主动公开", text),))
    view.editor.go_to("overview[0].text", text.index(at), 0)
    field = view.editor.tab_of("overview").cards[0].text
    assert field.cursor_place == text.index(at)
    view.panel.tree.setCurrentItem(item_of(view.panel, "重复"))
    field.select(text.index(at), 0)
    buttons(view.panel)["照此改正"].click()
    mended = field.content
    place = field.cursor_place
    assert mended != text and mended[place : place + 2] == text[text.index(at) :][:2]
    view.undo()
    assert field.content == text and field.cursor_place == text.index(at)


def test_a_mend_never_takes_back_what_was_typed_since(window, qtbot):
    text = "今年的话。工作走上标准化化的轨道，考核、评议、责任追究都做了。"
    view = opened(window, qtbot, overview=(Part("主动公开", text), Part("其他", "别的话。")))
    view.panel.tree.setCurrentItem(item_of(view.panel, "重复"))
    window.workspace.session.document.edit(
        {"overview": (Part("主动公开", text + "刚写的一句。"), Part("其他", "别的话。"))}, "x"
    )
    buttons(view.panel)["照此改正"].click()
    mended = window.workspace.session.document.report.parts("overview")[0].text
    assert mended.endswith("刚写的一句。")
    window.workspace.session.document.edit({"overview": (Part("其他", "别的话。"), Part("主动公开", text))}, "x")
    for shown in buttons(view.panel).values():
        shown.click()
    assert window.workspace.session.document.report.parts("overview")[0].text == "别的话。"


def test_every_finding_has_its_line(window, qtbot):
    view = opened(window, qtbot, overview=(Part("主动公开", "全年公开很多。"),))
    findings = window.workspace.session.document.checked.findings
    shown = [line[:1] for line in lines(view.panel)]
    assert len(findings) == 3 and sorted(set(shown)) == ["▲", "○", "一"]
    assert len([line for line in shown if line != "一"]) == len(findings)


def test_a_text_that_is_long_on_purpose_is_kept_by_confirming_the_hint(window, qtbot, monkeypatch):
    monkeypatch.setattr(message_boxes, "ask_reason", lambda parent, finding: "县里要求写全")
    text = "今年考核、评议、责任追究的事都写在这里。" * 80
    view = opened(window, qtbot, overview=(Part("主动公开", text),))
    document = window.workspace.session.document
    view.panel.tree.setCurrentItem(item_of(view.panel, "不超过 1000 字"))
    buttons(view.panel)["核实无误…"].click()
    view.live_checks.finish()
    assert not [one for one in document.checked.findings if "不超过 1000 字" in one.message]
    assert [by.reason for _, by in document.checked.confirmed] == ["县里要求写全"]
    document.edit({"overview": (Part("主动公开", text + "又写了一些。" * 20),)}, "x")
    view.live_checks.finish()
    assert [one for one in document.checked.findings if "不超过 1000 字" in one.message]


def test_a_hint_that_something_is_missing_is_ended_by_writing_it(window, qtbot):
    view = opened(window, qtbot, signoff__date=None)
    view.panel.tree.setCurrentItem(item_of(view.panel, "成文日期"))
    assert "核实无误…" not in buttons(view.panel)


def test_undoing_a_confirmation_stays_where_the_clerk_is(window, qtbot, monkeypatch):
    monkeypatch.setattr(message_boxes, "ask_reason", lambda parent, finding: "代市里填")
    view = opened(window, qtbot, disclosure__regulations__issued=1, disclosure__regulations__in_force=1, **QUIET)
    view.editor.show_tab_of("disclosure")
    view.panel.tree.setCurrentItem(item_of(view.panel, "规章"))
    buttons(view.panel)["核实无误…"].click()
    view.undo()
    assert view.editor.currentIndex() == view.editor.index_of("disclosure")


def test_a_button_of_the_panel_takes_over_the_cell_being_typed_first(window, qtbot):
    view = opened(window, qtbot, requests__carried_in__natural=3, **QUIET)
    view.findings()
    qtbot.waitUntil(lambda: view.panel.joint.height() > 9)
    view.editor.show_tab_of("requests")
    table = view.editor.tab_of("requests").table
    table.go_to(window.workspace.session.document.report.form.cells["requests.received.business"])
    type_number(table, "9", leave=None)
    QTest.mouseClick(view.panel.joint, Qt.MouseButton.LeftButton)
    assert window.workspace.session.document.report.values["requests.received.business"] == 9


def test_a_click_selects_the_words_it_speaks_of(window, qtbot):
    view = opened(window, qtbot, overview=(Part("主动公开", "全年行政处罚10件。考核、评议、责任追究。"),))
    view.findings()
    item = item_of(view.panel, "行政处罚10件")
    view.panel.tree.itemClicked.emit(item, 0)
    field = view.editor.tab_of("overview").cards[0].text
    qtbot.waitUntil(lambda: field.textCursor().selectedText() == "全年行政处罚10件")


def test_going_on_leaves_no_selection_behind(window, qtbot):
    words = "全年行政处罚10件"
    view = opened(
        window,
        qtbot,
        overview=(
            Part("主动公开", f"{words}。依申请公开、信息管理、平台建设、监督保障、撤回、考核、评议、责任追究。"),
            Part("其他", f"{words}。"),
        ),
    )
    view.editor.show_tab_of("overview")
    first, second = (card.text for card in view.editor.tab_of("overview").cards)
    shortcut(window, "F8")
    qtbot.waitUntil(lambda: first.textCursor().hasSelection())
    shortcut(window, "F8")
    qtbot.waitUntil(lambda: second.textCursor().selectedText() == words)
    assert not first.textCursor().hasSelection()


def test_typing_keeps_the_focus_and_the_line_that_was_chosen(window, qtbot):
    view = opened(
        window, qtbot, overview=(Part("主动公开", "全年行政处罚10件。考核、评议、责任追究。"),), signoff__date=None
    )
    view.findings()
    view.panel.tree.setCurrentItem(item_of(view.panel, "成文日期"))
    view.editor.show_tab_of("overview")
    field = view.editor.tab_of("overview").cards[0].text
    field.setFocus()
    before = dict(view.panel.tree.items)
    write(field, "又写")
    qtbot.waitUntil(lambda: not view.live_checks.is_busy)
    assert field.hasFocus()
    assert view.panel.tree.currentItem().data(0, FINDING_ROLE).shown.finding.rule == "blank"
    assert all(view.panel.tree.items[key] is item for key, item in before.items() if key in view.panel.tree.items)


def test_a_confirmed_warning_is_kept_listed_and_comes_back_when_it_changes(window, qtbot, clerk, tmp_path, monkeypatch):
    monkeypatch.setattr(message_boxes, "ask_reason", lambda parent, finding: "代市里填")
    view = opened(window, qtbot, disclosure__regulations__issued=1, disclosure__regulations__in_force=1, **QUIET)
    view.findings()
    view.panel.tree.setCurrentItem(item_of(view.panel, "规章"))
    buttons(view.panel)["核实无误…"].click()
    assert lines(view.panel)[0] == "已核实（1）" and view.found.text() == "检查：没有问题"
    clerk.target = tmp_path / "a.toml"
    assert window.workspace.session.save()
    window.workspace.open_actions.open_path(clerk.target)
    view = window.workspace.session.view
    view.live_checks.finish()
    assert lines(view.panel)[0] == "已核实（1）"
    window.workspace.session.document.edit(
        {"disclosure.regulations.issued": 2, "disclosure.regulations.in_force": 2}, "x"
    )
    assert view.editor.tabText(view.editor.index_of("disclosure")) == "二、主动公开 ▲1"
    window.workspace.session.document.stack.undo()
    view.panel.tree.setCurrentItem(item_of(view.panel, "规章"))
    buttons(view.panel)["取消核实"].click()
    assert view.editor.tabText(view.editor.index_of("disclosure")) == "二、主动公开 ▲1"


def test_a_reason_left_empty_confirms_nothing(window, qtbot, monkeypatch):
    monkeypatch.setattr(message_boxes, "ask_reason", lambda parent, finding: "")
    view = opened(window, qtbot, disclosure__regulations__issued=1, disclosure__regulations__in_force=1, **QUIET)
    view.panel.tree.setCurrentItem(item_of(view.panel, "规章"))
    buttons(view.panel)["核实无误…"].click()
    assert (
        not window.workspace.session.document.report.notes.confirmed and not window.workspace.session.document.unsaved
    )


def test_a_total_that_a_document_printed_wrong_can_be_let_go(window, qtbot):
    view = opened(window, qtbot, Notes(printed={"requests.handled.natural": 61}))
    view.panel.tree.setCurrentItem(item_of(view.panel, "61"))
    buttons(view.panel)["以算出的为准"].click()
    assert lines(view.panel) == [] and window.workspace.session.document.report.notes.printed == {}
    view.undo()
    assert len(lines(view.panel)) == 2


def test_the_export_asks_with_what_was_found_and_goes_there(window, qtbot, clerk, tmp_path):
    view = opened(window, qtbot, requests__carried_in__natural=3, signoff__date=None, **QUIET)
    clerk.unfinished = False
    clerk.target = tmp_path / "a.docx"
    window.workspace.document_actions.export()
    assert any(line.startswith("✕") and "不平" in line for line in clerk.asked)
    assert any("成文日期" in line for line in clerk.asked)
    assert view.editor.currentIndex() == view.editor.index_of("requests") and not clerk.target.exists()
    clerk.unfinished = True
    window.workspace.document_actions.export()
    assert clerk.target.exists()


def test_errors_never_stand_in_the_way_of_saving(window, qtbot, clerk, tmp_path):
    opened(window, qtbot, requests__carried_in__natural=3)
    clerk.target = tmp_path / "a.toml"
    assert window.workspace.session.save() and load_draft(clerk.target)[0].values[CARRIED] == 3


def test_the_sheet_is_exported(window, qtbot, clerk, tmp_path):
    opened(window, qtbot, requests__carried_in__natural=3)
    clerk.target = tmp_path / "自查表.docx"
    window.workspace.document_actions.export_sheet()
    (table,) = WordFile(clerk.target.read_bytes()).tables
    assert any("✕" in row[2] for row in table)


def test_the_details_of_a_finding_begin_with_its_first_word_in_a_small_window(window, qtbot):
    window.resize(911, 466)
    view = opened(window, qtbot, **{CARRIED.replace(".", "__"): 3})
    shortcut(window, "F8")
    click(view.panel.line.said)
    text = view.panel.details.text
    qtbot.waitUntil(lambda: text.verticalScrollBar().maximum() > 0)  # it is longer than the room for it
    assert text.cursorRect(QTextCursor(text.document())).top() >= 0


@pytest.mark.parametrize("height", [1000, 981, 800, 720])
def test_beside_the_report_the_list_has_the_room_that_its_details_leave_and_shows_whole_rows(window, qtbot, height):
    wrong = "全年主动公开政府信息10条，，依申请公开。。撤回的也记了,2023年办结5件。" * 9
    parts = tuple(Part(heading, f"{heading}{wrong}") for heading in ("主动公开", "依申请公开", "监督保障"))
    window.resize(1920, height)
    view = opened(window, qtbot, overview=parts, contact__telephone="12", **{CARRIED.replace(".", "__"): 3})
    shortcut(window, "F8")
    view.panel.tree.expandAll()
    settle()
    tree, details = view.panel.tree, view.panel.details
    for _ in range(4):
        text, area = details.text, details.parentWidget()
        row = tree.sizeHintForRow(0)
        assert tree.height() % row == 0
        assert text.verticalScrollBar().maximum() == 0, "the details are whole"
        assert area.height() - details.sizeHint().height() <= 2, "and take no more than they need"
        free = view.panel.height() - tree.mapTo(view.panel, tree.rect().bottomLeft()).y() - area.height()
        assert free < row + 30, "all else is the list's"
        shortcut(window, "F8")
        settle()


@pytest.mark.parametrize("place", ["requests.received.natural", "overview[0].text"])
def test_closed_from_its_list_the_panel_returns_the_keys_to_the_report(window, place):
    window.workspace.open_actions.show_example()
    view = window.workspace.session.view
    view.go_to(place)
    field = window.focusWidget()
    view.findings()
    view.panel.findChild(QTreeWidget).setFocus()
    assert window.focusWidget() is not field
    view.findings()
    assert window.focusWidget() is field


def test_from_a_field_with_findings_f8_goes_through_its_own_first(window, qtbot):
    wrong = "全年主动公开政府信息10条，，依申请公开。。撤回的也记了。"
    parts = (Part("主动公开", QUIET_TEXT), Part("依申请公开", wrong))
    view = opened(window, qtbot, overview=parts, contact__telephone="12", **{CARRIED.replace(".", "__"): 3})
    view.editor.show_tab_of("overview")
    text = view.editor.tab_of("overview").cards[1].text
    own = [one for one in window.workspace.session.document.checked.findings if one.cells[0] == "overview[1].text"]
    assert len(own) > 1
    gone = places(view)
    for _ in own:
        text.setFocus()
        shortcut(window, "F8")
        settle()
    assert sorted(gone) == sorted((one.cells[0], one.start, one.length) for one in own)
    shortcut(window, "F8")
    settle()
    assert gone[-1][0] != "overview[1].text"
    for name in ("contact.telephone", "overview[1].text"):
        view.go_to(name)
        settle()
        shortcut(window, "F8")
        settle()
        assert gone[-1][0] == name


def test_f8_comes_to_every_finding_from_whichever_field_it_starts(window, qtbot):
    parts = (Part("主动公开", QUIET_TEXT + "，，"), Part("依申请公开", "申请，，的。。"))
    view = opened(window, qtbot, overview=parts, contact__telephone="12", **{CARRIED.replace(".", "__"): 3})
    every = {one.cells[0] for one in window.workspace.session.document.checked.findings}
    for name in sorted(every):
        view.go_to(name)
        gone = places(view)
        for _ in range(3 * len(window.workspace.session.document.checked.findings)):
            shortcut(window, "F8")
            settle()
        assert {place[0] for place in gone} == every, name


def test_f8_leads_to_an_error_that_has_just_come_before_what_is_less(window, qtbot):
    parts = (Part("主动公开", QUIET_TEXT + "，，"), Part("依申请公开", "申请，，的。。"))
    view = opened(window, qtbot, overview=parts, signoff__date=None)
    gone = places(view)
    shortcut(window, "F8")
    settle()
    assert gone[-1][0] == "signoff.date"
    document = window.workspace.session.document
    for number in (3, 4):  # also where it comes again
        view.go_to("requests.received.business")
        document.edit({CARRIED: number}, "x")
        view.live_checks.finish()
        errors = [one for one in document.checked.findings if one.severity == "error"]
        assert errors
        for _ in errors:
            shortcut(window, "F8")
            settle()
            assert gone[-1] in [one.place for one in errors]
        assert set(gone[-len(errors) :]) == {one.place for one in errors}
        shortcut(window, "F8")
        settle()
        assert gone[-1] not in [one.place for one in errors]
        document.edit({CARRIED: 2}, "x")
        view.live_checks.finish()


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_the_current_line_has_a_frame_while_the_list_has_the_keys(window, qtbot, dressed, look):
    view = opened(window, qtbot, **QUIET | {CARRIED.replace(".", "__"): 3, "signoff__date": None})
    apply_theme(dressed, look, 100)
    view.findings()
    tree, lines = view.panel.tree, [one for one in view.panel.tree.items.values() if one.text(0)[0] in "三✕"]
    for line in lines:  # a heading, and what can be selected
        tree.setCurrentItem(line)
        settle()
        box = tree.visualItemRect(line)
        edge = [(box.center().x() + across, box.top() + 1) for across in range(20)]
        images = []
        for holder in (tree, view.panel.details.text):
            holder.setFocus()
            settle()
            picture = tree.viewport().grab().toImage()
            images.append([picture.pixelColor(*point).name() for point in edge])
        assert len(set(images[0])) == 1 and set(images[0]).isdisjoint(images[1])
    apply_theme(dressed, "light", 100)


@pytest.mark.parametrize("words", ["一处改正，2 处相符", "照此改正", "全部改正（2 处）"])
def test_what_a_button_of_the_panel_mends_leaves_the_keys_in_the_panel(window, qtbot, words):
    text = f"2024年1月1日起的数据如下。工作走上标准化化的轨道，{QUIET_TEXT}"
    parts = (Part("主动公开", text), Part("其他", "2024年1月1日起的数据如下。"))
    view = opened(window, qtbot, overview=parts, requests__carried_in__natural=3)
    view.findings()
    for line in list(view.panel.tree.items.values()):
        view.panel.tree.setCurrentItem(line)
        settle()
        pressed = next((one for one in view.panel.findChildren(QPushButton) if one.text().startswith(words)), None)
        if pressed and pressed.isVisible():
            break
    before = window.workspace.session.document.report
    pressed.setFocus()
    QTest.keyClick(pressed, KEYS.Key_Space)
    view.live_checks.finish()
    settle()
    assert window.workspace.session.document.report is not before
    assert window.focusWidget() is view.panel.details.text
