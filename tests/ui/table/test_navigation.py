"""The keys that go from cell to cell."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.clerk import type_number
from tests.ui.table.cells import HELD, KEYS, at, numbers, refusal, shown


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
