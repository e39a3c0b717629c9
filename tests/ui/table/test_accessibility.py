"""A table's objects for assistive technology, asked as a screen reader asks, and what it is told."""

from __future__ import annotations

import logging
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from model.report.report import Unfinished
from tests.clerk import type_number
from tests.ui.table.cells import at
from ui.table import accessibility

TEXTS, ROLES, EVENTS = QAccessible.Text, QAccessible.Role, QAccessible.Event


@pytest.fixture
def told(monkeypatch):
    """What assistive technology is told, as if some were there."""
    events: list[tuple[QAccessible.Event, str]] = []

    def note(event) -> None:
        about = event.accessibleInterface()
        events.append((event.type(), about.text(TEXTS.Name)))

    listening = SimpleNamespace(
        isActive=lambda: True, updateAccessibility=note, queryAccessibleInterface=QAccessible.queryAccessibleInterface,
        Event=QAccessible.Event, uniqueId=QAccessible.uniqueId,
        deleteAccessibleInterface=QAccessible.deleteAccessibleInterface,
        registerAccessibleInterface=QAccessible.registerAccessibleInterface,
        Role=QAccessible.Role,
    )  # fmt: skip
    monkeypatch.setattr(accessibility, "QAccessible", listening)
    return events


def object_of(table):
    return QAccessible.queryAccessibleInterface(table)


def cell_of(table, name: str):
    cell = table.grid.cells.index(next(one for one in table.grid.cells if one.name == name))
    return object_of(table).child(cell)


def test_no_cell_is_made_before_it_is_asked_for(table):
    type_number(table, "5")
    assert not object_of(table)._made


def test_a_table_has_all_its_cells(table):
    made = object_of(table)
    assert (made.role(), made.childCount()) == (ROLES.Table, len(table.grid.cells))
    assert made.text(TEXTS.Name) == "三、收到和处理政府信息公开申请情况"
    for place in range(made.childCount()):
        assert made.indexOfChild(made.child(place)) == place and made.child(place).parent() is made
    assert made.child(-1) is None and made.child(made.childCount()) is None


def test_a_cell_has_its_labels_and_its_value_and_a_blank_one_is_blank(table):
    cell = cell_of(table, "requests.received.natural")
    assert cell.text(TEXTS.Name) == "一、本年新收政府信息公开申请数量，自然人"
    assert (cell.text(TEXTS.Value), cell.textInterface().text(0, -1)) == ("", "")
    type_number(at(table, "requests.received.natural"), "12")
    assert cell.text(TEXTS.Value) == "12" and cell.textInterface().characterCount() == 2


def test_a_total_can_only_be_read(table):
    for name, total in (("requests.received.total", True), ("requests.received.natural", False)):
        state = cell_of(table, name).state()
        assert (bool(state.readOnly), bool(state.editable)) == (total, not total)


def test_what_is_wrong_with_a_cell_is_its_description(window, table):
    document = window.workspace.session.document
    document.edit({"requests.received.natural": Unfinished("3..5")}, "填写")
    window.workspace.session.view.live_checks.finish()
    cell = cell_of(table, "requests.received.natural")
    assert cell.text(TEXTS.Value) == "3..5" and "3..5" in cell.text(TEXTS.Description)


def test_a_proposed_number_says_so(started):
    view = started.workspace.session.view
    view.editor.show_tab_of("requests")
    cell = cell_of(view.editor.tab_of("requests").table, "requests.carried_in.natural")
    assert "由上年报告" in cell.text(TEXTS.Description)


def test_a_cell_is_found_where_it_is_painted(table):
    cell = cell_of(table, "requests.received.natural")
    middle: QPoint = cell.rect().center()
    assert object_of(table).childAt(middle.x(), middle.y()) is cell


def test_the_current_cell_has_the_focus(table, told, qtbot):
    at(table, "requests.carried_in.business")
    name = "二、上年结转政府信息公开申请数量，法人或其他组织，商业企业"
    qtbot.waitUntil(lambda: (EVENTS.Focus, name) in told)
    assert object_of(table).focusChild().text(TEXTS.Name) == name
    assert cell_of(table, "requests.carried_in.business").state().focused


def test_new_values_are_told_where_somebody_has_read_the_old_ones(table, told):
    for name in ("requests.received.natural", "requests.received.total"):
        cell_of(table, name)
    type_number(at(table, "requests.received.natural"), "12")
    changed = [name for kind, name in told if kind == EVENTS.TextUpdated]
    assert sorted(changed) == ["一、本年新收政府信息公开申请数量，总计", "一、本年新收政府信息公开申请数量，自然人"]


def test_the_table_stays_the_same_object_when_a_cell_is_typed_into(table):
    made = object_of(table)
    type_number(table, "5")
    assert object_of(table) is made


def test_the_editor_has_the_name_of_its_cell_and_says_what_is_wrong(table):
    type_number(at(table, "requests.received.natural"), "-", leave=None)
    assert table.editor.accessibleName() == "一、本年新收政府信息公开申请数量，自然人"
    assert "不是数字" in table.editor.accessibleDescription()


def test_an_error_while_answering_is_logged_and_goes_no_further(table, monkeypatch, caplog):
    cell = cell_of(table, "requests.received.natural")
    monkeypatch.setattr(type(table), "name_of", lambda view, cell: 1 / 0)
    with caplog.at_level(logging.CRITICAL + 1):
        assert cell.text(TEXTS.Name) == ""


def test_objects_go_with_their_window(window, table):
    for place in range(object_of(table).childCount()):
        object_of(table).child(place).text(TEXTS.Name)
    ids = [QAccessible.uniqueId(made) for made in table.accessible._made.values()]
    window.workspace.session.document.stack.setClean()
    window.workspace.open_actions.new()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [QAccessible.accessibleInterface(one) for one in ids] == [None] * len(ids)
