"""One undo for everything, values and notes alike."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.draft.draft_file import load_draft, save_draft
from model.draft.next_year import next_report
from model.report.report import Confirmed, Notes
from tests.clerk import shortcut, type_number
from tests.samples import EXAMPLE
from tests.ui.tabs import KEYS, field, table, write_fact
from ui.document.open_document import OpenDocument

IN_FORCE, ISSUED = "disclosure.normative_documents.in_force", "disclosure.normative_documents.issued"


@pytest.fixture
def following(qapp: QApplication, form) -> OpenDocument:
    """The report that follows the example, in which 现行有效 is proposed."""
    return OpenDocument(next_report(load_draft(EXAMPLE)[0], form))


def test_one_undo_for_everything_in_the_order_of_doing(window):
    window.workspace.open_actions.new()
    before = dict(window.workspace.session.document.report.values)
    write_fact(window, "unit", "甲镇人民政府")
    cells = table(window, "requests")
    type_number(cells, "5")
    type_number(cells, "7", leave=None)
    shortcut(window, "Ctrl+Z")
    assert cells.editor is None
    assert "requests.carried_in.natural" not in window.workspace.session.document.numbers
    assert window.workspace.session.document.numbers["requests.received.natural"] == 5
    shortcut(window, "Ctrl+Z")
    assert window.workspace.session.document.numbers == {}
    shortcut(window, "Ctrl+Z")
    assert window.workspace.session.document.report.values == before
    assert window.workspace.session.view.editor.currentIndex() == window.workspace.session.view.editor.index_of("unit")
    assert field(window, "unit").text() == ""
    assert not window.isWindowModified()
    for _ in range(3):
        shortcut(window, "Ctrl+Y")
    assert window.workspace.session.document.numbers["requests.carried_in.natural"] == 7


def test_ctrl_z_pressed_inside_any_field_is_the_windows(window, qtbot):
    window.workspace.open_actions.new()
    for widget in (field(window, "unit"), window.workspace.session.view.editor.tab_of("unit").opening):
        widget.setFocus()
        before = dict(window.workspace.session.document.report.values)
        QTest.keyClicks(widget, "abc")
        assert window.workspace.session.document.report.values != before
        QTest.keyClick(widget, KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert window.workspace.session.document.report.values == before
    cells = table(window, "requests")
    type_number(cells, "5", leave=None)
    QTest.keyClick(cells.editor, KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert cells.editor is None
    assert window.workspace.session.document.numbers == {}


def test_a_number_typed_over_a_proposal_is_one_step_and_the_proposal_comes_back_with_it(following):
    before = following.report
    following.edit({IN_FORCE: 40}, "x")
    after = following.report
    assert IN_FORCE not in after.notes.proposed and following.stack.count() == 1
    following.stack.undo()
    assert following.report == before
    following.stack.redo()
    assert following.report == after
    following.stack.undo()
    following.edit({ISSUED: 3}, "x")
    assert following.report.values[IN_FORCE] == before.values[IN_FORCE] + 3


def test_a_confirmation_is_a_step_that_can_be_taken_back_and_done_again(following):
    before, changed = following.report, []
    notes = Notes(before.notes.proposed, confirmed=(Confirmed("in-force", (IN_FORCE,), "集中清理"),))
    following.changed.connect(changed.append)
    following.edit_notes(notes, "核实无误")
    assert following.unsaved and following.report.notes == notes and following.report.values == before.values
    following.stack.undo()
    assert following.report == before and not following.unsaved
    following.stack.redo()
    assert following.report.notes == notes and changed == [set()] * 3
    following.edit_notes(notes, "核实无误")
    assert following.stack.count() == 1


def test_values_and_a_confirmation_set_together_are_one_step(following):
    before = following.report
    notes = Notes(before.notes.proposed, confirmed=(Confirmed("in-force", (IN_FORCE,), "集中清理"),))
    following.edit({ISSUED: 3}, "x", notes=notes)
    after = following.report
    assert after.notes == notes and after.values[IN_FORCE] == before.values[IN_FORCE] + 3
    assert following.stack.count() == 1
    following.stack.undo()
    assert following.report == before
    following.stack.redo()
    assert following.report == after


def test_values_and_notes_are_never_seen_half_changed(following):
    before, seen = following.report, []
    following.touched.connect(lambda: seen.append(following.report))
    following.edit({IN_FORCE: 40}, "x")
    (after,) = seen
    assert before.values[IN_FORCE] == 8 and IN_FORCE in before.notes.proposed
    assert after.values[IN_FORCE] == 40 and IN_FORCE not in after.notes.proposed


def test_a_confirmation_taken_back_leaves_the_tab_that_is_shown(window):
    window.workspace.session.show(OpenDocument.opened(EXAMPLE))
    document, editor = window.workspace.session.document, window.workspace.session.view.editor
    editor.show_tab_of("requests")
    document.edit_notes(Notes(confirmed=(Confirmed("in-force", (IN_FORCE,), "集中清理"),)), "核实无误")
    shortcut(window, "Ctrl+Z")
    assert document.report.notes == Notes() and editor.currentIndex() == editor.index_of("requests")
    document.stack.setClean()


def test_a_draft_that_is_read_anew_brings_its_notes(window, draft):
    document = OpenDocument.opened(draft)
    report = load_draft(draft)[0]
    report.notes = Notes((IN_FORCE,), {"requests.handled.natural": 61})
    save_draft(draft, report)
    document.reload(None)
    assert document.report == report
