"""The keys that go from cell to cell."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from model.form.form import load_form
from model.report.report import Report
from tests.clerk import type_number
from tests.ui.table.cells import HELD, KEYS, at, numbers, refusal, shown
from ui.document.open_document import OpenDocument
from ui.table.form_table import FormTable


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


def down(table, count: int, key=KEYS.Key_Return, held=HELD.NoModifier) -> list[str]:
    """Return the cells that a key leads to, one after another."""
    found = []
    for _ in range(count):
        QTest.keyClick(table, key, held)
        found.append(table.current.name.removeprefix("disclosure."))
    return found


BELOW = ["licences.decisions", "penalties.decisions", "coercions.decisions", "fees.amount"]


@pytest.mark.parametrize("column", ["issued", "repealed", "in_force"])
def test_enter_goes_on_below_where_the_next_block_has_fewer_columns(window, column):
    window.workspace.open_actions.new()
    table = at(shown(window, "disclosure"), f"disclosure.regulations.{column}")
    assert down(table, 5) == [f"normative_documents.{column}", *BELOW]
    assert down(table, 5, held=HELD.ShiftModifier) == [
        *reversed(BELOW[:-1]), f"normative_documents.{column}", f"regulations.{column}",
    ]  # fmt: skip
    assert down(table, 5, KEYS.Key_Down) == [f"normative_documents.{column}", *BELOW]
    assert down(table, 5, KEYS.Key_Up)[-2:] == [f"normative_documents.{column}", f"regulations.{column}"]


def test_typed_one_after_another_numbers_land_below_each_other(window):
    window.workspace.open_actions.new()
    table = at(shown(window, "disclosure"), "disclosure.normative_documents.repealed")
    type_number(table, "0")
    type_number(table, "12")
    assert numbers(table)["disclosure.licences.decisions"] == 12
    assert "disclosure.regulations.in_force" not in numbers(table)


def test_enter_goes_through_every_column_once_and_stays_at_the_end(window):
    window.workspace.open_actions.new()
    table = at(shown(window, "disclosure"), "disclosure.regulations.issued")
    way = [table.current.name.removeprefix("disclosure."), *down(table, 17)]
    assert way == [
        name
        for column in ("issued", "repealed", "in_force")
        for name in (f"regulations.{column}", f"normative_documents.{column}", *BELOW)
    ]
    back = down(table, 17, held=HELD.ShiftModifier)
    assert back == way[-2::-1]


def test_enter_goes_through_blocks_of_other_columns_in_the_older_edition(qtbot):
    form = load_form("2019")
    table = FormTable(OpenDocument(Report(form)), form.section("disclosure").grid)
    qtbot.addWidget(table)
    at(table, "disclosure.coercions.change")
    assert down(table, 2) == ["fees.items", "procurement.items"]
    at(table, "disclosure.coercions.decisions")
    assert down(table, 2) == ["fees.change", "procurement.amount"]


def test_enter_goes_down_a_column_of_totals(table):
    at(table, "requests.received.total")
    QTest.keyClick(table, KEYS.Key_Return)
    assert table.current.name == "requests.carried_in.total"


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
