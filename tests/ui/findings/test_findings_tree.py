"""The list of findings: those that say the same in one line, and where F8 goes on after a mend."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from model.report.report import Part
from tests.clerk import shortcut
from tests.ui.findings.reports import REST, buttons, lines, opened, places
from ui.dialogs import message_boxes

KEYS = Qt.Key


def test_f8_goes_on_behind_what_was_mended(window, qtbot):
    slip = "工作走上标准化化的轨道。"
    text = f"考核、评议、责任追究都做了。{slip * 4}"
    view = opened(window, qtbot, overview=(Part("主动公开", text), REST))
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
    view = opened(window, qtbot, overview=(Part("主动公开", f"考核、评议、责任追究都做了。{slip * 3}"), REST))
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
    view = opened(window, qtbot, overview=(Part("主动公开", text), REST))
    gone = places(view)
    shortcut(window, "F8")
    buttons(view.panel)["核实无误…"].click()
    shortcut(window, "F8")
    qtbot.waitUntil(lambda: len(gone) == 2)
    assert [text[start:].startswith(word[:4]) for (_, start, _), word in zip(gone, words, strict=False)] == [True] * 2


STALE = "2024年1月1日起的数据如下。"


def test_the_same_wrong_year_is_one_line_that_opens_up_and_all_are_mended_in_one_step(window, qtbot):
    text = "考核、评议、责任追究都做了。" + STALE * 151
    view = opened(window, qtbot, overview=(Part("主动公开", text), Part("其他", STALE), REST))
    view.findings()
    head, row = (view.panel.tree.topLevelItem(0), view.panel.tree.topLevelItem(0).child(0))
    assert head.text(0) == "一、总体情况 · 提醒 152 处" and row.text(0).startswith("▲ 同样的 152 处：")
    assert head.childCount() == 1 and not row.isExpanded()
    assert row.data(0, Qt.ItemDataRole.AccessibleTextRole).startswith("提醒，同样的 152 处：")
    view.panel.tree.setCurrentItem(row)
    assert "同样的有 152 处" in view.panel.details.text.toPlainText()
    buttons(view.panel)["全部改正（152 处）"].click()
    document = window.workspace.session.document
    assert [part.text.count("2025年") for part in document.report.parts("overview")] == [151, 1, 0]
    view.live_checks.finish()
    assert not any("2024年" in line for line in lines(view.panel))
    view.undo()
    assert [part.text for part in document.report.parts("overview")[:2]] == [text, STALE]


def test_f8_goes_from_place_to_place_among_those_that_say_the_same(window, qtbot):
    view = opened(window, qtbot, overview=(Part("主动公开", STALE), Part("其他", STALE + STALE), REST))
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
    view = opened(window, qtbot, overview=(Part("主动公开", STALE), Part("其他", STALE), REST))
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
