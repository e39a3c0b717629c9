"""Where the counts of table 2 come from: the field under the table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.draft.draft_file import load_draft, save_draft
from tests.clerk import write
from tests.samples import EXAMPLE
from tests.ui.table.cells import at, shown

KEYS = Qt.Key
LICENCES, DOCUMENTS = "disclosure_sources.licences", "disclosure_sources.normative_documents"


@pytest.fixture
def table(window):
    window.workspace.open_actions.show_example()
    return at(shown(window, "disclosure"), "disclosure.licences.decisions")


def source(table):
    return table.parentWidget().source


def test_the_field_is_that_of_the_row_with_the_current_cell(table):
    document, field = table._document, source(table).field
    write(field, "审批局台账，126 件")
    assert document.report.values[LICENCES] == "审批局台账，126 件"
    at(table, "disclosure.normative_documents.repealed")
    assert field.text() == "" and "行政规范性文件" in field.accessibleName()
    write(field, "司法局")
    at(table, "disclosure.licences.decisions")
    assert field.text() == "审批局台账，126 件" and "行政许可" in field.accessibleName()
    document.stack.undo()
    assert DOCUMENTS not in document.report.values and LICENCES in document.report.values


def test_keys_go_to_the_field_and_back_to_the_table(table, window):
    QTest.keyClick(table, KEYS.Key_Q, Qt.KeyboardModifier.AltModifier)
    field = source(table).field
    assert QApplication.focusWidget() is field
    write(field, "a")
    QTest.keyClick(field, KEYS.Key_Return)
    assert QApplication.focusWidget() is table


def test_undo_in_another_tab_shows_whose_source_it_took_back(table, window):
    write(source(table).field, "台账")
    at(table, "disclosure.fees.amount")
    editor = window.workspace.session.view.editor
    editor.show_tab_of("unit")
    editor.show_changes_of(table._document.stack.undo)
    assert editor.currentWidget().isAncestorOf(table)
    assert "行政许可" in source(table).field.accessibleName() and source(table).field.text() == ""


def test_what_was_taken_over_from_last_year_is_said_to_be_until_it_is_accepted_or_changed(window, clerk, tmp_path):
    path, last = tmp_path / "上年.toml", load_draft(EXAMPLE)[0]
    last.values |= {LICENCES: "审批局台账", DOCUMENTS: "司法局"}
    save_draft(path, last)
    clerk.draft = path
    window.workspace.open_actions.next_year()
    table = at(shown(window, "disclosure"), "disclosure.licences.decisions")
    own, document = source(table), table._document
    assert own.field.text() == "审批局台账" and "上年" in own.field.accessibleDescription()
    QTest.keyClick(own.field, KEYS.Key_Return)
    assert own.field.accessibleDescription() == "" and LICENCES not in document.report.notes.proposed
    at(table, "disclosure.normative_documents.issued")
    assert "上年" in own.field.accessibleDescription()
    write(own.field, "，3 件")
    assert own.field.accessibleDescription() == "" and document.report.values[DOCUMENTS] == "司法局，3 件"


def test_other_tables_have_no_such_field(window):
    window.workspace.open_actions.show_example()
    assert source(shown(window, "requests")) is None


def test_esc_leads_back_to_the_table_and_keeps_what_was_written(table):
    field = source(table).field
    field.setFocus()
    write(field, "政务中心")
    QTest.keyClick(field, KEYS.Key_Escape)
    assert table.hasFocus() and table._document.report.values[LICENCES] == "政务中心"
