"""Typing over a number that last year's report fixes: nothing typed is lost, and nothing is changed unasked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QToolTip, QWidget

from model.draft.next_year import next_report
from tests.clerk import click, paste, type_number
from tests.ui.table.cells import KEYS, at, numbers, shown
from ui.dialogs import message_boxes
from ui.document.open_document import OpenDocument

NAME, BELOW = "requests.carried_in.natural", "requests.granted.natural"
IN_FORCE = "disclosure.normative_documents.in_force"
ASKED = message_boxes.ask_overwrite_carried  # the real box; the fixture of the clerk answers instead of it
Answer = Callable[[QMessageBox], object]


@pytest.fixture
def table(window, last, form):
    """Table 3 of this year's report, at a number from last year's, which is 31."""
    last.values["requests.carried_out.natural"] = 31
    window.workspace.session.show(OpenDocument(next_report(last, form), is_new_work=True))
    table = at(shown(window, "requests"), NAME)
    assert numbers(table)[NAME] == 31
    return table


@pytest.fixture
def answer(window, monkeypatch):
    """Has the clerk do something in the real box, which is given up if that does not answer it."""
    monkeypatch.setattr(message_boxes, "ask_overwrite_carried", ASKED)
    said: list[str] = []

    def answer_by(*acts: Answer) -> list[str]:
        left = [*acts, lambda box: box.done(0)]

        def act() -> None:
            box = QApplication.activeModalWidget()
            if isinstance(box, QMessageBox):
                said.append(box.text())
                left.pop(0)(box)

        clock.timeout.connect(act)
        clock.start(20)
        return said

    clock = QTimer(window)
    yield answer_by
    clock.stop()


def key(code: Qt.Key) -> Answer:
    return lambda box: QTest.keyClick(box.focusWidget() or box, code)


def press(words: str) -> Answer:
    return lambda box: click(next(one for one in box.buttons() if one.text() == words))


def test_typing_is_asked_about_once_it_is_done(table, clerk):
    clerk.overwrites_carried = True
    type_number(table, "30", leave=None)
    assert table.editor.text() == "30" and clerk.asked == []
    QTest.keyClick(table.editor, KEYS.Key_Return)
    assert numbers(table)[NAME] == 30 and table.current.name == BELOW
    assert len(clerk.asked) == 1
    assert all(words in clerk.asked[0] for words in ("上年报告", "31", "30"))


def test_the_same_number_is_not_asked_about(table, clerk):
    type_number(table, "31", KEYS.Key_Tab)
    assert clerk.asked == [] and table.editor is None and table.current.name != NAME


@pytest.mark.parametrize("code", [KEYS.Key_Return, KEYS.Key_Tab, KEYS.Key_Down, KEYS.Key_Up])
def test_a_change_that_is_not_wanted_leaves_the_number_and_the_cell(table, clerk, code):
    type_number(table, "30", code)
    assert len(clerk.asked) == 1 and table.editor is None
    assert numbers(table)[NAME] == 31 and table.current.name == NAME and table.hasFocus()


def test_enter_and_digits_typed_on_do_not_answer(table, answer):
    defaults = []
    look = lambda box: defaults.extend(one for one in box.buttons() if one.isDefault())  # noqa: E731
    said = answer(look, key(KEYS.Key_Return), key(KEYS.Key_1), key(KEYS.Key_Return), key(KEYS.Key_Space), press("改"))
    type_number(table, "30")
    assert numbers(table)[NAME] == 30 and len(said) == 6 and defaults == []


def test_the_box_in_which_enter_does_nothing_says_how_to_answer_and_tab_and_enter_do(table, answer):
    told = []
    answer(lambda box: told.append(box.informativeText()), key(KEYS.Key_Tab), key(KEYS.Key_Return))
    type_number(table, "30")
    assert "按 Tab" in told[0] and numbers(table)[NAME] == 30


def test_esc_in_the_box_restores_the_number(table, answer):
    answer(key(KEYS.Key_Escape))
    type_number(table, "30")
    assert numbers(table)[NAME] == 31 and table.current.name == NAME and table._document.pending == {}


def test_tab_and_enter_answer_by_keys(table, answer):
    answer(key(KEYS.Key_Tab), key(KEYS.Key_Return))
    type_number(table, "30")
    assert numbers(table)[NAME] == 30


def test_the_focus_that_the_box_takes_does_not_ask_again(table, answer):
    said = answer(press("改"))
    type_number(table, "30", leave=None)
    table.parentWidget().zeros.setFocus()
    QTest.qWait(300)
    assert numbers(table)[NAME] == 30 and len(said) == 1


def test_a_click_on_another_cell_asks_before_it_goes_there(table, clerk):
    type_number(table, "30", leave=None)
    place = table.cell_rect(table._document.report.form.cells[BELOW]).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(clerk.asked) == 1 and numbers(table)[NAME] == 31 and table.current.name == NAME


def test_a_lost_focus_is_asked_about_after_the_click_that_took_it(qtbot, table, clerk):
    clerk.overwrites_carried = True
    type_number(table, "30", leave=None)
    table.parentWidget().zeros.setFocus()
    qtbot.waitUntil(lambda: table.editor is None)
    assert numbers(table)[NAME] == 30 and len(clerk.asked) == 1


@pytest.mark.parametrize("wanted", [True, False])
@pytest.mark.parametrize("leave", ["tab", "save", "close", "export"])
def test_what_is_done_with_the_report_asks_first(window, table, clerk, tmp_path, leave, wanted):
    clerk.overwrites_carried, clerk.target, clerk.unfinished = wanted, tmp_path / "今年.toml", False
    session, editor = window.workspace.session, window.workspace.session.view.editor
    type_number(table, "30", leave=None)
    acts = {
        "tab": lambda: editor.show_tab_of("unit"), "save": session.save,
        "close": session.confirm_close, "export": window.workspace.document_actions.export,
    }  # fmt: skip
    acts[leave]()
    assert sum("上年带来的是" in words for words in clerk.asked) == 1
    assert numbers(table)[NAME] == (30 if wanted else 31)


def test_a_number_that_may_be_changed_is_not_asked_about_again(window, table, clerk):
    clerk.overwrites_carried = True
    type_number(table, "30")
    at(table, NAME)
    type_number(table, "29")
    window.workspace.session.view.undo()
    window.workspace.session.view.undo()
    assert numbers(table)[NAME] == 31
    at(table, NAME)
    type_number(table, "28")
    assert numbers(table)[NAME] == 28 and len(clerk.asked) == 1


def test_undo_takes_back_what_is_being_typed_unasked_and_nothing_before_it(window, table, clerk):
    at(table, BELOW)
    type_number(table, "5")
    at(table, NAME)
    type_number(table, "30", leave=None)
    window.workspace.session.view.undo()
    assert clerk.asked == [] and numbers(table)[NAME] == 31 and numbers(table)[BELOW] == 5


def test_what_is_typed_is_in_the_recovery_copy_while_the_question_waits(table, monkeypatch):
    known = []
    monkeypatch.setattr(
        message_boxes, "ask_overwrite_carried",
        lambda *asked: known.append(dict(table._document.pending)),
    )  # fmt: skip
    type_number(table, "30")
    assert known == [{NAME: 30}]


def test_a_report_that_is_closed_while_the_question_waits_keeps_what_was_typed(window, table, monkeypatch):
    monkeypatch.setattr(message_boxes, "ask_overwrite_carried", lambda *asked: window.workspace.session.commit())
    type_number(table, "30")
    assert numbers(table)[NAME] == 30


@pytest.mark.parametrize("wanted", [True, False])
def test_emptying_and_pasting_name_the_number_too(table, clerk, wanted):
    clerk.overwrites_carried = wanted
    QTest.keyClick(table, KEYS.Key_Delete)
    assert numbers(table).get(NAME) == (None if wanted else 31)
    assert "31" in clerk.asked[0] and "清空" in clerk.asked[0]
    if not wanted:
        paste(table, "12")
        assert numbers(table)[NAME] == 31 and "31" in clerk.asked[1] and "12" in clerk.asked[1]


def test_the_tool_tip_stands_at_its_cell(window, table, qtbot):
    window.resize(911, 490)
    table.show_tool_tip()
    qtbot.waitUntil(QToolTip.isVisible)
    tip = next(one for one in QApplication.topLevelWidgets() if one.inherits("QTipLabel") and one.isVisible())
    cell = table.cell_rect(table.current)
    assert "照抄" in QToolTip.text().replace("\n", "")
    assert tip.width() < table.width() * 0.6
    assert abs(tip.x() - table.viewport().mapToGlobal(cell.bottomLeft()).x()) < 40
    QToolTip.hideText()


def test_the_keys_are_with_the_table_again_after_the_question(window, table, monkeypatch, qtbot):
    other = QWidget()
    qtbot.addWidget(other)

    def ask(*asked):  # the window is not active yet when the box has closed
        other.show()
        other.activateWindow()
        qtbot.waitUntil(other.isActiveWindow)
        return False

    monkeypatch.setattr(message_boxes, "ask_overwrite_carried", ask)
    type_number(table, "30")
    assert window.focusWidget() is table and table.current.name == NAME


@pytest.mark.parametrize("wanted", [True, False])
def test_of_a_pasted_block_only_the_carried_numbers_wait_for_the_answer(table, clerk, wanted):
    clerk.overwrites_carried = wanted
    received, refused = "requests.received.natural", []
    table.refused.connect(refused.append)
    at(table, received)
    paste(table, "7\n8")
    assert (numbers(table)[received], numbers(table)[NAME]) == (7, 8 if wanted else 31)
    assert len(clerk.asked) == 1 and refused == ["", *["上年带来的 1 个数没有改，其余的格改了。"] * (not wanted)]
    table._document.stack.undo()
    assert received not in numbers(table) and numbers(table)[NAME] == 31


def test_the_question_about_a_block_says_what_becomes_of_the_rest(table, answer):
    told = []
    answer(lambda box: told.append(box.informativeText()), press("不改"))
    at(table, "requests.received.natural")
    paste(table, "7\n8")
    assert told and "其余的格照样改" in told[0] and numbers(table)["requests.received.natural"] == 7


def test_a_proposed_number_is_typed_over_unasked(window, table, clerk):
    proposed = at(shown(window, "disclosure"), IN_FORCE)
    assert proposed.current.name in table._document.sources
    type_number(proposed, "99")
    assert clerk.asked == [] and numbers(table)[IN_FORCE] == 99
