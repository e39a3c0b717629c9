"""The keyboard alone: from the start page to the exported document, and to everything that a mouse can point at."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton, QToolTip, QWidget

from model.report.cell_numbers import number_shown
from model.report.fact_values import fact_shown
from model.report.report import CONTACT
from tests.clerk import paste, write
from tests.document_reader import WordFile, assert_is_whole
from tests.samples import main_report
from ui.dialogs.export_boxes import ask_export_unfinished, tell_exported
from ui.dialogs.file_questions import ask_target
from ui.view.facts_tab import LEVEL_WORDS

KEYS, CONTROL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
pytestmark = pytest.mark.qt_log_ignore("plugin does not support", extend=True)
NONE = Qt.KeyboardModifier.NoModifier
GO_ON = ("完成", "仍然导出")
MOST_STEPS = 80  # with Tab, to anything on a tab


def focused() -> QWidget:
    widget = QApplication.focusWidget() or QApplication.activeWindow()
    assert widget
    return widget


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(focused(), key, held)


def tab_to(is_there: Callable[[QWidget], bool]) -> None:
    """Presses Tab until the focus is where it is wanted."""
    for _ in range(MOST_STEPS):
        if is_there(focused()):
            return
        press(KEYS.Key_Tab)
    pytest.fail(f"Tab goes round without it; it ended at {focused()}")


def named(name: str) -> Callable[[QWidget], bool]:
    return lambda widget: name in (widget.accessibleName(), widget.objectName(), getattr(widget, "text", str)())


def fill_facts(report) -> None:
    for name in ("unit", "year"):
        fill_line(name, fact_shown(report.values.get(name)))
    tab_to(named("level"))
    press(KEYS.Key_Down, times=list(LEVEL_WORDS).index(report.text("level")))
    for name in (f"contact.{key}" for key in CONTACT):
        fill_line(name, fact_shown(report.values.get(name)))
    tab_to(named("开头语"))
    paste(focused(), report.text("opening"))
    fill_line("signoff.date", fact_shown(report.values.get("signoff.date")))


def fill_line(name: str, text: str) -> None:
    tab_to(named(name))
    press(KEYS.Key_A, CONTROL)
    press(KEYS.Key_Delete)
    write(focused(), text)


def fill_table(section, numbers) -> None:
    for cell in section.grid.inputs:
        for digit in number_shown(numbers[cell.name]):
            QTest.keyClicks(focused(), digit)
        press(KEYS.Key_Tab)


def fill_texts(parts, tab) -> None:
    while len(tab.cards) > len(parts):
        tab_to(lambda widget: widget is tab.cards[-1].remove)
        press(KEYS.Key_Space)
    while len(tab.cards) < len(parts):
        tab_to(named("添加小节"))
        press(KEYS.Key_Space)
    for number, part in enumerate(parts, 1):
        fill_line(f"第 {number} 小节的小标题", part.heading)
        press(KEYS.Key_Tab)
        tab_to(lambda widget, number=number: widget is tab.cards[number - 1].text)
        paste(focused(), part.text)


@pytest.fixture
def dialogs(monkeypatch, window):
    """The real dialogs, in place of the answers of other tests."""
    for real in (ask_target, ask_export_unfinished, tell_exported):
        monkeypatch.setattr(f"{real.__module__}.{real.__name__}", real)


def answered(act: Callable[[], None], path) -> list[str]:
    """Does something and answers whatever dialog comes meanwhile with keys; returns what they were."""
    seen: list[str] = []

    def answer() -> None:
        dialog, field = QApplication.activeModalWidget(), QApplication.focusWidget()
        if dialog is None or field is None or not dialog.isAncestorOf(field):
            return  # not before it has the keys
        seen.append(type(dialog).__name__)
        if isinstance(field, QLineEdit):
            press(KEYS.Key_A, CONTROL)
            write(field, str(path))
            press(KEYS.Key_Return)
        else:
            tab_to(lambda widget: isinstance(widget, QPushButton) and widget.text() in GO_ON)
            press(KEYS.Key_Space)

    again = QTimer()  # as long as it takes until the first one comes
    again.timeout.connect(answer)
    again.start(100)
    act()
    again.stop()
    return seen


def test_a_report_is_filled_in_and_exported_with_keys_only(window, dialogs, tmp_path):
    report = main_report()
    tab_to(lambda widget: widget is window.start.new)
    press(KEYS.Key_Space)
    editor = window.workspace.session.view.editor
    fill_facts(report)
    for section in report.form.sections:
        press(KEYS.Key_Tab, CONTROL)
        assert editor.currentIndex() == editor.index_of(section.key)
        if section.grid:
            fill_table(section, report.numbers())
        else:
            fill_texts(report.parts(section.key), editor.tab_of(section.key))
    assert window.workspace.session.document.report.values == report.values
    seen = answered(lambda: press(KEYS.Key_E, CONTROL), tmp_path / "报告.docx")
    assert "QFileDialog" in seen and "ScrollingBox" in seen
    assert_is_whole(WordFile((tmp_path / "报告.docx").read_bytes()), report)


@pytest.fixture
def view(window):
    """A report with a warning, and the focus in table 3."""
    window.workspace.open_actions.show_example()
    view = window.workspace.session.view
    view.go_to("requests.received.natural")
    window.workspace.session.document.edit({"disclosure.regulations.issued": 1}, "填写")
    view.live_checks.finish()
    return view


def test_f6_leads_round_all_areas_and_back(view):
    press(KEYS.Key_F8)
    table = view.editor.tab(view.editor.currentIndex()).table
    assert table.hasFocus()
    areas = []
    for _ in range(5):
        press(KEYS.Key_F6)
        areas.append(focused())
    assert areas[0] is view.panel.tree
    assert areas[-1] is table and view.found in areas and view.editor.tabBar() in areas
    press(KEYS.Key_F6, SHIFT)
    assert focused() is view.editor.tabBar()


def test_enter_on_a_finding_leads_to_its_place(view, qtbot):
    press(KEYS.Key_F8)
    view.editor.show_tab_of("improvement")
    tab_to(lambda widget: widget is view.panel.tree)
    press(KEYS.Key_Return)
    qtbot.waitUntil(lambda: view.editor.currentIndex() == view.editor.index_of("disclosure"))


def test_what_can_be_done_about_a_finding_can_be_done_with_keys(window, view):
    view.findings()
    line = next(line for line in view.panel.tree.items.values() if line.text(0).startswith("▲"))
    view.panel.tree.setCurrentItem(line)
    QApplication.processEvents()  # which shows the new buttons
    tab_to(named("核实无误…"))
    QTimer.singleShot(100, answer_reason)
    press(KEYS.Key_Space)
    assert "代市里填报" in [one.reason for one in window.workspace.session.document.report.notes.confirmed]


def answer_reason() -> None:
    write(focused(), "代市里填报")
    press(KEYS.Key_Return)


def test_where_a_number_comes_from_is_shown_with_a_key(started):
    view = started.workspace.session.view
    view.go_to("requests.carried_in.natural")
    press(KEYS.Key_F2, SHIFT)
    assert "由上年报告" in QToolTip.text()


def test_nothing_that_can_be_pressed_is_out_of_reach(view):
    view.findings()
    buttons = [one for one in view.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
    assert [one.text() for one in buttons if not one.focusPolicy() & Qt.FocusPolicy.TabFocus] == []
