"""Findings in the window: marks, tab counts, the panel, mends, confirmations, the export's question, the 自查表."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from model.draft.draft_file import load_draft
from model.draft.next_year import LAST
from model.report.report import Notes, Part
from tests.clerk import shortcut, type_number, write
from tests.document_reader import WordFile
from tests.model.checking.reports import QUIET
from tests.samples import EXAMPLE
from ui.dialogs import message_boxes
from ui.document.open_document import OpenDocument
from ui.view.findings_panel import FindingsPanel
from ui.view.findings_tree import FINDING_ROLE

KEYS = Qt.Key
CARRIED = "requests.carried_in.natural"
LAST_DATA = {"edition": "2021", "year": 2024, "requests": {"carried_out": {"natural": 2}}}


def opened(window, qtbot, notes: Notes | None = None, **values: object):
    """The window with the example changed, last year's 结转 beside it, everything checked."""
    report = load_draft(EXAMPLE)[0]
    new = report.values | {name.replace("__", "."): value for name, value in values.items()}
    values = {name: value for name, value in new.items() if value is not None}
    report = replace(report, values=values, kept={LAST: LAST_DATA}, notes=notes or report.notes)
    window.workspace.session.show(OpenDocument(report))
    window.workspace.session.view.live_checks.finish()
    return window.workspace.session.view


def lines(panel: FindingsPanel) -> list[str]:
    groups = [panel.tree.topLevelItem(place) for place in range(panel.tree.topLevelItemCount())]
    return [
        line
        for group in groups
        for line in (group.text(0), *(group.child(i).text(0) for i in range(group.childCount())))
    ]


def item_of(panel: FindingsPanel, words: str):
    return next(item for item in panel.tree.items.values() if words in item.text(0))


def buttons(panel: FindingsPanel) -> dict[str, QPushButton]:
    found = [panel.details.buttons.itemAt(place).widget() for place in range(panel.details.buttons.count())]
    return {button.text(): button for button in found if button}


def test_a_clean_report_says_so(window, qtbot):
    view = opened(window, qtbot)
    assert view.found.text() == "检查：没有问题"
    shortcut(window, "F8")
    assert view.panel.isVisible() and "没有发现问题" in view.panel._title.text()


def test_an_error_shows_while_it_is_typed_and_goes_when_it_is_mended(window, qtbot):
    view = opened(window, qtbot, **QUIET)
    view.editor.setCurrentIndex(3)
    table = view.editor.tab(3).table
    table.go_to(table._grid.numbers[0])
    type_number(table, "11")
    assert view.editor.tabText(3) == "三、依申请公开 ✕1"
    assert set(table._flags) == {
        f"requests.{row}.natural" for row in ("received", "carried_in", "handled", "carried_out")
    }
    assert "差 1" in table.tool_tip_of(window.workspace.session.document.report.form.cells[CARRIED])
    assert table.hasFocus()
    view.undo()
    assert view.editor.tabText(3) == "三、依申请公开" and table._flags == {}


def test_the_worst_comes_first_and_f8_goes_from_place_to_place(window, qtbot):
    view = opened(
        window,
        qtbot,
        signoff__date=None,
        disclosure__penalties__decisions=10,
        **QUIET | {CARRIED.replace(".", "__"): 3},
    )
    shortcut(window, "F8")
    qtbot.waitUntil(lambda: view.editor.currentIndex() == 3)
    assert [line[0] for line in lines(view.panel)] == ["三", "✕", "✕", "基", "○"]
    table = view.editor.tab(3).table
    assert table.current.name in (CARRIED, "requests.received.natural")
    shortcut(window, "F8")
    shortcut(window, "F8")
    qtbot.waitUntil(lambda: view.editor.currentIndex() == 0)
    shortcut(window, "Shift+F8")
    qtbot.waitUntil(lambda: view.editor.currentIndex() == 3)


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
    view.editor.setCurrentIndex(1)
    card = view.editor.tab(1).cards[0]
    marks = [(m.cursor.selectionStart(), m.cursor.selectedText()) for m in card.text.extraSelections()]
    assert sorted(marks) == [(text.index("化化"), "化化"), (text.index(","), ",")]
    view.findings()
    view.panel.tree.setCurrentItem(item_of(view.panel, "重复"))
    buttons(view.panel)["照此改正"].click()
    assert "标准化的轨道" in window.workspace.session.document.report.parts("overview")[0].text
    qtbot.waitUntil(lambda: len(card.text.extraSelections()) == 1)
    view.undo()
    assert window.workspace.session.document.report.parts("overview")[0].text == text


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
    assert len(window.workspace.session.document.checked.findings) == 3
    assert [line[:1] for line in lines(view.panel)] == ["一", "○", "○", "○"]


def test_undoing_a_confirmation_stays_where_the_clerk_is(window, qtbot, monkeypatch):
    monkeypatch.setattr(message_boxes, "ask_reason", lambda parent, finding: "代市里填")
    view = opened(window, qtbot, disclosure__regulations__issued=1, disclosure__regulations__in_force=1, **QUIET)
    view.editor.setCurrentIndex(2)
    view.panel.tree.setCurrentItem(item_of(view.panel, "规章"))
    buttons(view.panel)["核实无误…"].click()
    view.undo()
    assert view.editor.currentIndex() == 2


def test_a_button_of_the_panel_takes_over_the_cell_being_typed_first(window, qtbot):
    view = opened(window, qtbot, requests__carried_in__natural=3, **QUIET)
    view.findings()
    qtbot.waitUntil(lambda: view.panel.joint.height() > 9)
    view.editor.setCurrentIndex(3)
    table = view.editor.tab(3).table
    table.go_to(window.workspace.session.document.report.form.cells["requests.received.business"])
    type_number(table, "9", leave=None)
    QTest.mouseClick(view.panel.joint, Qt.MouseButton.LeftButton)
    assert window.workspace.session.document.report.values["requests.received.business"] == 9


def test_a_click_selects_the_words_it_speaks_of(window, qtbot):
    view = opened(window, qtbot, overview=(Part("主动公开", "全年行政处罚10件。考核、评议、责任追究。"),))
    view.findings()
    item = item_of(view.panel, "行政处罚10件")
    view.panel.tree.itemClicked.emit(item, 0)
    field = view.editor.tab(1).cards[0].text
    qtbot.waitUntil(lambda: field.textCursor().selectedText() == "全年行政处罚10件")


def test_going_on_leaves_no_selection_behind(window, qtbot):
    words = "全年行政处罚10件"
    view = opened(
        window, qtbot, overview=(Part("主动公开", f"{words}。考核、评议、责任追究。"), Part("其他", f"{words}。"))
    )
    view.editor.setCurrentIndex(1)
    first, second = (card.text for card in view.editor.tab(1).cards)
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
    view.editor.setCurrentIndex(1)
    field = view.editor.tab(1).cards[0].text
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
    assert view.editor.tabText(2) == "二、主动公开 ▲1"
    window.workspace.session.document.stack.undo()
    view.panel.tree.setCurrentItem(item_of(view.panel, "规章"))
    buttons(view.panel)["取消核实"].click()
    assert view.editor.tabText(2) == "二、主动公开 ▲1"


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
    assert view.editor.currentIndex() == 3 and not clerk.target.exists()
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


@pytest.mark.parametrize("look", ["light", "dark"])
def test_marks_are_dark_enough(look):
    from ui.basics.theme import DARK, LIGHT

    shades = LIGHT if look == "light" else DARK
    assert all(contrast(colour, shades.paper) >= 4.5 for colour in (shades.wrong, shades.warn))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours [WCAG 2.1, 1.4.3]."""

    def light(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_details_of_a_finding_begin_with_its_first_word_in_a_small_window(window, qtbot):
    window.resize(911, 466)
    view = opened(window, qtbot, **{CARRIED.replace(".", "__"): 3})
    shortcut(window, "F8")
    text = view.panel.details.text
    qtbot.waitUntil(lambda: text.verticalScrollBar().maximum() > 0)  # it is longer than the room for it
    assert text.cursorRect(QTextCursor(text.document())).top() >= 0


def places(view) -> list[tuple[str, int, int]]:
    """Where the panel leads from now on, added to as it does."""
    gone: list[tuple[str, int, int]] = []
    view.panel.place_requested.connect(lambda *place: gone.append(place))
    return gone


def test_f8_goes_on_behind_what_was_mended(window, qtbot):
    slip = "工作走上标准化化的轨道。"
    text = f"考核、评议、责任追究都做了。{slip * 4}"
    view = opened(window, qtbot, overview=(Part("主动公开", text),))
    gone = places(view)
    shortcut(window, "F8")
    shortcut(window, "F8")
    buttons(view.panel)["照此改正"].click()
    view.live_checks.finish()
    shortcut(window, "F8")
    starts = [place for place, mark in enumerate(text) if mark == "化" and text[place + 1] == "化"]
    qtbot.waitUntil(lambda: len(gone) == 3)
    assert [start for _, start, _ in gone] == [starts[0], starts[1], starts[2] - 1]
    shortcut(window, "F8")
    shortcut(window, "F8")
    qtbot.waitUntil(lambda: len(gone) == 5)
    assert [start for _, start, _ in gone[3:]] == [starts[3] - 1, starts[0]]


def test_f8_goes_on_at_once_and_shift_f8_back(window, qtbot):
    slip = "工作走上标准化化的轨道。"
    view = opened(window, qtbot, overview=(Part("主动公开", f"考核、评议、责任追究都做了。{slip * 3}"),))
    gone = places(view)
    for keys, wanted in (("F8", 1), ("F8", 2)):
        shortcut(window, keys)
        qtbot.waitUntil(lambda: len(gone) == wanted)  # noqa: B023
    buttons(view.panel)["照此改正"].click()  # and not waiting for the check
    shortcut(window, "F8")
    qtbot.waitUntil(lambda: len(gone) == 3)
    assert gone[2][1] > gone[1][1]
    view.live_checks.finish()
    shortcut(window, "Shift+F8")
    qtbot.waitUntil(lambda: len(gone) == 4)
    assert gone[3] == gone[0]


def test_f8_goes_on_behind_what_was_confirmed(window, qtbot, monkeypatch):
    monkeypatch.setattr(message_boxes, "ask_reason", lambda parent, finding: "是别的事")
    words = ("全年行政处罚10件。", "全年行政许可11件。", "全年行政强制12件。")
    text = f"考核、评议、责任追究都做了。{''.join(words)}"
    view = opened(window, qtbot, overview=(Part("主动公开", text),))
    gone = places(view)
    shortcut(window, "F8")
    buttons(view.panel)["核实无误…"].click()
    shortcut(window, "F8")
    qtbot.waitUntil(lambda: len(gone) == 2)
    assert [text[start:].startswith(word[:4]) for (_, start, _), word in zip(gone, words, strict=False)] == [True] * 2


STALE = "2024年1月1日起的数据如下。"


def test_the_same_wrong_year_is_one_line_that_opens_up_and_all_are_mended_in_one_step(window, qtbot):
    text = "考核、评议、责任追究都做了。" + STALE * 151
    view = opened(window, qtbot, overview=(Part("主动公开", text), Part("其他", STALE)))
    view.findings()
    head, row = (view.panel.tree.topLevelItem(0), view.panel.tree.topLevelItem(0).child(0))
    assert head.text(0) == "一、总体情况 · 提醒 152 处" and row.text(0).startswith("▲ 同样的 152 处：")
    assert head.childCount() == 1 and not row.isExpanded()
    assert row.data(0, Qt.ItemDataRole.AccessibleTextRole).startswith("提醒，同样的 152 处：")
    view.panel.tree.setCurrentItem(row)
    assert "同样的有 152 处" in view.panel.details.text.toPlainText()
    buttons(view.panel)["全部改正（152 处）"].click()
    document = window.workspace.session.document
    assert [part.text.count("2025年") for part in document.report.parts("overview")] == [151, 1]
    view.live_checks.finish()
    assert not any("2024年" in line for line in lines(view.panel))
    view.undo()
    assert [part.text for part in document.report.parts("overview")] == [text, STALE]


def test_f8_goes_from_place_to_place_among_those_that_say_the_same(window, qtbot):
    view = opened(window, qtbot, overview=(Part("主动公开", STALE), Part("其他", STALE + STALE)))
    gone = places(view)
    for wanted in (1, 2, 3):
        shortcut(window, "F8")
        qtbot.waitUntil(lambda: len(gone) == wanted)  # noqa: B023
    assert [(name, start) for name, start, _ in gone[:3]] == [
        ("overview[0].text", 0),
        ("overview[1].text", 0),
        ("overview[1].text", len(STALE)),
    ]
    assert view.panel.tree.currentItem().parent().isExpanded()


def test_the_arrow_keys_open_a_line_up_and_enter_goes_there(window, qtbot):
    view = opened(window, qtbot, overview=(Part("主动公开", STALE), Part("其他", STALE)))
    gone = places(view)
    view.findings()
    tree = view.panel.tree
    tree.setFocus()
    for key in (KEYS.Key_Home, KEYS.Key_Down, KEYS.Key_Right, KEYS.Key_Down, KEYS.Key_Down):
        QTest.keyClick(tree, key)
    assert view.panel.details.text.toPlainText().startswith("“一、总体情况”的“其他”")
    QTest.keyClick(tree, KEYS.Key_Return)
    qtbot.waitUntil(lambda: gone[-1:] == [("overview[1].text", 0, len("2024年"))])


def test_no_hint_stands_before_an_error(window, qtbot):
    view = opened(
        window, qtbot, overview=(Part("主动公开", "工作走上标准化化的轨道。"),),
        requests__carried_in__natural=3, disclosure__regulations__issued=1,
    )  # fmt: skip
    shapes = [line[0] for line in lines(view.panel) if line[0] in "✕▲○"]
    assert shapes == sorted(shapes, key="✕▲○".index) and set(shapes) >= {"✕", "○"}
