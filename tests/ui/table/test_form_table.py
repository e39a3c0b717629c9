"""The tables: keys, selection, clipboard, and what a cell takes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.clerk import paste, type_number, write

KEYS, HELD = Qt.Key, Qt.KeyboardModifier
ALL = {"disclosure": 2, "requests": 3, "disputes": 4}


@pytest.fixture
def table(window):
    window.workspace.open_actions.new()
    return shown(window, "requests")


def shown(window, section: str):
    window.workspace.session.view.editor.setCurrentIndex(ALL[section])
    tab = window.workspace.session.view.editor.tab(ALL[section])
    tab.table.setFocus()
    return tab.table


def refusal(table) -> str:
    return table.parentWidget()._refusal.text()


def at(table, name: str):
    table.go_to(table._document.report.form.cells[name])
    return table


def numbers(table):
    return table._document.numbers


def test_a_digit_begins_to_type_and_enter_goes_down(table):
    type_number(table, "12")
    assert numbers(table)["requests.received.natural"] == 12
    assert numbers(table)["requests.received.total"] == 12
    assert table.current.name == "requests.carried_in.natural"


def test_tab_goes_right_over_the_total_into_the_next_row(table):
    at(table, "requests.received.other")
    type_number(table, "1", KEYS.Key_Tab)
    assert table.current.name == "requests.carried_in.natural"
    QTest.keyClick(table, KEYS.Key_Backtab)
    assert table.current.name == "requests.received.other"


def test_enter_goes_over_totals_and_to_the_top_of_the_next_column(table):
    at(table, "requests.other_remaining.natural")
    QTest.keyClick(table, KEYS.Key_Return)
    assert table.current.name == "requests.carried_out.natural"
    QTest.keyClick(table, KEYS.Key_Return)
    assert table.current.name == "requests.received.business"
    QTest.keyClick(table, KEYS.Key_Return, HELD.ShiftModifier)
    assert table.current.name == "requests.carried_out.natural"


def test_enter_goes_over_the_bands_into_the_next_block(window):
    window.workspace.open_actions.new()
    table = at(shown(window, "disclosure"), "disclosure.normative_documents.issued")
    for name in ("licences.decisions", "penalties.decisions", "coercions.decisions", "fees.amount"):
        type_number(table, "1")
        assert table.current.name == f"disclosure.{name}"


def test_tab_goes_through_the_groups_of_table_4(window):
    window.workspace.open_actions.new()
    table = at(shown(window, "disputes"), "disputes.review.pending")
    type_number(table, "1", KEYS.Key_Tab)
    assert table.current.name == "disputes.litigation_direct.upheld"


def test_arrows_move_and_with_shift_select(table):
    QTest.keyClick(table, KEYS.Key_Right)
    QTest.keyClick(table, KEYS.Key_Down)
    assert table.current.name == "requests.carried_in.business"
    type_number(table, "3", KEYS.Key_Up)
    assert table.current.name == "requests.received.business"
    QTest.keyClick(table, KEYS.Key_Right, HELD.ShiftModifier)
    QTest.keyClick(table, KEYS.Key_Down, HELD.ShiftModifier)
    QTest.keyClick(table, KEYS.Key_C, HELD.ControlModifier)
    assert QGuiApplication.clipboard().text() == "\t\n3\t"


def test_arrows_reach_totals_but_nobody_types_there(table):
    at(table, "requests.received.other")
    QTest.keyClick(table, KEYS.Key_Right)
    assert table.current.name == "requests.received.total"
    QTest.keyClicks(table, "5")
    assert table.editor is None
    assert "自动计算" in refusal(table)
    QTest.keyClick(table, KEYS.Key_Delete)
    assert numbers(table) == {}


def test_delete_empties_the_selection_as_one_step(window, table):
    table.fill_blanks()
    QTest.keyClick(table, KEYS.Key_A, HELD.ControlModifier)
    QTest.keyClick(table, KEYS.Key_Delete)
    assert numbers(table) == {}
    window.workspace.session.view.undo()
    assert len(numbers(table)) == 175


def test_esc_gives_up_what_was_typed(table):
    type_number(table, "4")
    at(table, "requests.received.natural")
    type_number(table, "77", KEYS.Key_Escape)
    assert table.editor is None
    assert numbers(table)["requests.received.natural"] == 4


def test_f2_and_a_double_click_edit_what_is_there(table):
    type_number(table, "45")
    at(table, "requests.received.natural")
    QTest.keyClick(table, KEYS.Key_F2)
    assert table.editor.text() == "45"
    QTest.keyClick(table.editor, KEYS.Key_Escape)
    centre = table.cell_rect(table.current).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert table.editor.text() == "45"


@pytest.mark.parametrize("text", ["-1", "1.5", "abc", "100000000"])
def test_what_is_no_count_cannot_be_committed_and_says_why(table, text):
    type_number(table, text)
    assert table.editor is not None
    assert "自然人" in refusal(table)
    assert numbers(table) == {}
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(table.viewport().width() - 5, 200))
    assert table.editor.text() == text
    QTest.keyClick(table.editor, KEYS.Key_Escape)
    assert numbers(table) == {}


def test_the_reason_stands_beside_the_cell(table):
    type_number(table, "1.5", leave=None)
    bubble = next(w for w in table.viewport().children() if getattr(w, "objectName", str)() == "bubble")
    assert bubble.isVisible()
    assert "整数" in bubble.text()
    assert abs(bubble.geometry().top() - table.editor.geometry().bottom()) < 10


def test_fees_take_decimals(window):
    window.workspace.open_actions.new()
    table = at(shown(window, "disclosure"), "disclosure.fees.amount")
    type_number(table, "0.350001")
    assert str(numbers(table)["disclosure.fees.amount"]) == "0.350001"


def test_full_width_digits_of_an_input_method_are_taken(table):
    event = QInputMethodEvent("", [])
    event.setCommitString("１６")
    QApplication.sendEvent(table, event)
    QTest.keyClick(table.editor, KEYS.Key_Return)
    assert numbers(table)["requests.received.natural"] == 16


def test_leaving_the_field_with_the_mouse_counts_as_typed(window, table):
    type_number(table, "8", leave=None)
    table.parentWidget().zeros.setFocus()
    assert numbers(table)["requests.received.natural"] == 8


def test_the_wheel_changes_no_number(table):
    table.fill_blanks()
    before = dict(numbers(table))
    place = QPointF(table.cell_rect(table.current).center())
    for target in (table.viewport(), table):
        event = QWheelEvent(
            place, table.mapToGlobal(place), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
            HELD.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(target, event)
    assert numbers(table) == before


def test_one_action_fills_the_empty_cells(window, table):
    type_number(table, "5")
    QTest.mouseClick(table.parentWidget().zeros, Qt.MouseButton.LeftButton)
    assert numbers(table)["requests.received.natural"] == 5
    assert numbers(table)["requests.carried_out.other"] == 0
    window.workspace.session.view.undo()
    assert numbers(table) == {"requests.received.natural": 5, "requests.received.total": 5}


def test_blocks_go_out_and_come_back(window, table):
    for name, text in (("received.natural", "3"), ("received.business", "4"), ("carried_in.natural", "5")):
        type_number(at(table, f"requests.{name}"), text)
    before = dict(numbers(table))
    QTest.keyClick(table, KEYS.Key_A, HELD.ControlModifier)
    QTest.keyClick(table, KEYS.Key_C, HELD.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied.split("\n")[0] == "3\t4\t\t\t\t\t7"
    QTest.keyClick(table, KEYS.Key_Delete)
    at(table, "requests.received.natural")
    paste(table, copied + "\n")
    assert numbers(table) == before


def test_a_table_with_bands_comes_back_too(window):
    window.workspace.open_actions.show_example()
    table = shown(window, "disclosure")
    before = dict(numbers(table))
    QTest.keyClick(table, KEYS.Key_A, HELD.ControlModifier)
    QTest.keyClick(table, KEYS.Key_X, HELD.ControlModifier)
    assert "disclosure.licences.decisions" not in numbers(table)
    copied = QGuiApplication.clipboard().text()
    at(table, "disclosure.regulations.issued")
    paste(table, copied)
    assert numbers(table) == before


def test_a_block_from_excel_is_taken(table):
    paste(table, "1,234\t２\r\n 3 \t\r\n")
    found = numbers(table)
    assert found["requests.received.natural"] == 1234
    assert found["requests.received.business"] == 2
    assert found["requests.carried_in.natural"] == 3
    assert "requests.carried_in.business" not in found


def test_one_value_fills_the_selection(table):
    QTest.keyClick(table, KEYS.Key_Right, HELD.ShiftModifier)
    paste(table, "6")
    assert numbers(table)["requests.received.natural"] == 6
    assert numbers(table)["requests.received.business"] == 6


@pytest.mark.parametrize(
    ("start", "text", "words"),
    [
        ("requests.received.natural", "1\t二\t3", "商业企业"),
        ("requests.received.natural", "1\n-2", "二、上年结转"),
        ("requests.received.natural", "1\t2\t3\t4\t5\t6\t9", "应是 21"),
        ("requests.received.other", "1\t1\t1", "超出"),
        ("requests.carried_out.natural", "1\n2", "超出"),
        ("requests.received.natural", '"1\n2"\t3', "自然人"),
        ("requests.received.natural", "", "没有文字"),
    ],
)
def test_what_does_not_fit_is_refused_whole(table, start, text, words):
    paste(at(table, start), text)
    assert words in refusal(table)
    assert numbers(table) == {}


def test_a_number_that_would_fall_on_a_label_is_refused(window):
    window.workspace.open_actions.new()
    table = at(shown(window, "disclosure"), "disclosure.normative_documents.issued")
    paste(table, "1\n2\n3\n4")
    assert "不是填数的格" in refusal(table)
    assert numbers(table) == {}


def test_headings_and_labels_stay_put_while_the_numbers_scroll(window, table):
    window.resize(800, 500)
    form = table._document.report.form
    heading = next(cell for cell in table._grid.cells if cell.label == "总计" and cell.row < 3)
    label = next(cell for cell in table._grid.cells if cell.label.startswith("四、"))
    number = form.cells["requests.carried_out.other"]
    tops = table.cell_rect(heading).top(), table.cell_rect(label).left()
    before = table.cell_rect(number)
    table.go_to(number)
    after = table.cell_rect(number)
    assert after.top() < before.top()
    assert after.left() < before.left()
    assert table.viewport().rect().contains(after)
    assert (table.cell_rect(heading).top(), table.cell_rect(label).left()) == tops


@pytest.mark.parametrize("scale", [1, 1.5])
def test_every_label_is_whole_and_8_digits_fit(window, table, scale):
    window.resize(int(1366 / scale), int(700 / scale))
    metrics = table.fontMetrics()
    for section in ALL:
        view = shown(window, section)
        for cell in view._grid.cells:
            rect = view.cell_rect(cell)
            if cell.name:
                assert rect.width() >= metrics.horizontalAdvance("88888888") + 4
            else:
                flags = int(Qt.TextFlag.TextWrapAnywhere)
                room = rect.adjusted(6, 2, -6, -2)
                needed = metrics.boundingRect(room.adjusted(0, 0, 0, 9999), flags, cell.label)
                assert needed.height() <= room.height()
                assert needed.width() <= room.width()


def test_a_refused_number_keeps_the_keys_until_it_is_mended(table):
    write(table, "1")
    QTest.keyClicks(table.editor, ".5")
    other = table.cell_rect(table._document.report.form.cells["requests.granted.natural"]).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=other)
    at(table, "requests.carried_out.natural")
    assert table.current.name == "requests.received.natural"
    assert table.editor.hasFocus() and table.editor.text() == "1.5"
    assert "requests.received.natural" not in numbers(table)
    QTest.keyClick(table.editor, KEYS.Key_Escape)
    at(table, "requests.carried_out.natural")
    type_number(table, "7")
    assert numbers(table)["requests.carried_out.natural"] == 7


def test_headings_scroll_along_where_they_would_leave_no_room(window, table):
    table.setFixedHeight(150)
    at(table, "requests.carried_out.natural")
    rect = table.cell_rect(table.current)
    assert table.viewport().rect().contains(rect.adjusted(0, 0, -1, -1))
    top = table.cell_rect(table._document.report.form.section("requests").grid.cells[0])
    assert top.bottom() < 0


@pytest.mark.parametrize("typed", ["12", "3..5"])
def test_what_is_taken_over_is_at_every_moment_in_the_report_or_pending(table, typed):
    document, name = table._document, table.current.name
    type_number(table, typed, leave=None)
    known = []
    document.touched.connect(lambda: known.append(name in document.report.values or name in document.pending))
    table.take_over()
    assert known and all(known) and name in document.report.values and document.pending == {}
