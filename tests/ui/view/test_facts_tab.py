"""The basic facts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.report.fact_labels import CONTACT_NAMES
from tests.clerk import KEYS, click, shortcut, write
from tests.ui.findings.reports import opened
from tests.ui.tabs import field, settle, write_fact
from ui.dialogs.opening_dialog import OpeningDialog


def test_an_opening_is_not_generated_from_a_year_that_is_none(window):
    window.workspace.open_actions.new()
    write_fact(window, "year", "205")
    QTest.mouseClick(window.workspace.session.view.editor.tab_of("unit").generate, Qt.MouseButton.LeftButton)
    assert "opening" not in window.workspace.session.document.report.values
    window.workspace.session.view.undo()
    assert field(window, "year").text() == str(window.workspace.session.document.report.year)


def test_the_opening_is_generated_on_a_click_and_can_be_undone(window):
    window.workspace.open_actions.new()
    tab = window.workspace.session.view.editor.tab_of("unit")
    QTest.keyClicks(tab._lines["unit"], "X")
    click(tab.generate)
    assert "X编制了" in tab.opening.toPlainText()
    window.workspace.session.view.undo()
    assert tab.opening.toPlainText() == ""


def answer(act) -> list[OpeningDialog]:
    """What the dialog shows when it comes, answered by `act`."""
    shown = []

    def do() -> None:
        dialog = QApplication.activeModalWidget()
        shown.append([field.toPlainText() for field in dialog.texts.fields])
        act(dialog)

    QTimer.singleShot(0, do)
    return shown


OWN = "我镇的开头语，是自己写的。"


def test_an_opening_of_ones_own_is_replaced_only_when_that_is_wanted(window):
    window.workspace.open_actions.new()
    tab, document = window.workspace.session.view.editor.tab_of("unit"), window.workspace.session.document
    write_fact(window, "unit", "青禾镇人民政府")
    write(tab.opening, OWN)
    for keep in (lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return), lambda dialog: dialog.reject()):
        shown = answer(keep)
        click(tab.generate)
        assert shown[0][0] == OWN and "青禾镇人民政府编制了" in shown[0][1]
        assert document.report.text("opening") == tab.opening.toPlainText() == OWN
    answer(lambda dialog: click(dialog.replace))
    click(tab.generate)
    assert "青禾镇人民政府编制了" in tab.opening.toPlainText()
    window.workspace.session.view.undo()
    assert tab.opening.toPlainText() == OWN


def test_a_generated_opening_is_made_anew_without_a_question(window):
    window.workspace.open_actions.new()
    tab = window.workspace.session.view.editor.tab_of("unit")
    click(tab.generate)
    write_fact(window, "unit", "青禾镇人民政府")
    click(tab.generate)
    assert "青禾镇人民政府编制了" in tab.opening.toPlainText()


def test_enter_goes_from_field_to_field(window):
    window.workspace.open_actions.new()
    seen = []
    for _ in range(8):
        seen.append(window.focusWidget().objectName())
        QTest.keyClick(window.focusWidget(), KEYS.Key_Return)
    assert seen == ["unit", "year", "level", *CONTACT_NAMES]
    assert window.focusWidget() is window.workspace.session.view.editor.tab_of("unit").opening
    QTest.keyClick(window.focusWidget(), KEYS.Key_Return)
    assert window.workspace.session.document.report.text("opening") == "\n"
    field(window, "signoff.date").setFocus()
    write(field(window, "signoff.date"), "2026.1.8")
    QTest.keyClick(field(window, "signoff.date"), KEYS.Key_Return)
    assert window.focusWidget() is window.workspace.session.view.editor.tab_of("unit")._seal
    assert field(window, "signoff.date").text() == "2026年1月8日"


def test_no_field_moves_when_a_sentence_says_what_is_wrong_with_one(window):
    window.workspace.open_actions.show_example()
    window.resize(911, 440)
    for name, wrong in (("year", "22"), ("signoff.date", "2026年2月30日")):
        settle()
        below = [place(window, other) for other in window.workspace.session.view.editor.tab_of("unit")._lines]
        write_fact(window, name, wrong)
        settle()
        assert window.workspace.session.view.editor.tab_of("unit")._faults[name].isVisible()
        assert below == [place(window, other) for other in window.workspace.session.view.editor.tab_of("unit")._lines]


def place(window, name: str) -> QPoint:
    return field(window, name).mapTo(window.workspace.session.view.editor.tab_of("unit").widget(), QPoint())


def test_a_field_with_a_finding_is_marked_and_says_what_it_is(window, qtbot):
    view = opened(window, qtbot, contact__telephone="12", contact__postcode="1", opening="另一个镇人民政府2024年")
    telephone = field(window, "contact.telephone")
    settle()
    assert telephone._flag.text() == "▲1" and telephone._flag.isVisible() and "电话" in telephone.toolTip()
    assert telephone.rect().contains(telephone._flag.geometry())
    write_fact(window, "contact.telephone", "0470-8942932")
    view.live_checks.finish()
    assert not telephone._flag.isVisible() and telephone.toolTip() == ""
    assert "▲" in view.editor.tab_of("unit")._opening_found.text()


def test_the_opening_comes_into_sight_when_it_was_generated(window):
    window.workspace.open_actions.new()
    window.resize(911, 440)
    settle()
    tab = window.workspace.session.view.editor.tab_of("unit")
    write_fact(window, "unit", "青禾镇人民政府")
    tab.generate.click()  # by keys, from wherever the page stands
    settle()
    assert not tab.opening.visibleRegion().isEmpty()


def test_enter_and_tab_both_select_what_stands_in_the_next_field(window):
    window.workspace.open_actions.new()
    tab = window.workspace.session.view.editor.tab_of("unit")
    for before, name in (("unit", "year"), ("contact.office", "contact.telephone")):
        write_fact(window, name, "2024")
        for key in (KEYS.Key_Return, KEYS.Key_Tab):
            field(window, before).setFocus()
            QTest.keyClick(field(window, before), key)
            QTest.keyClicks(tab.focusWidget(), "2021")
            assert field(window, name).text() == "2021"


@pytest.mark.parametrize(("unit", "told"), [("云溪县青禾镇人民政府", "乡、镇"), ("某某", "看不出来"), ("", "")])
def test_the_level_says_what_the_name_of_the_unit_tells(window, unit, told):
    window.workspace.open_actions.new()
    tab = window.workspace.session.view.editor.tab_of("unit")
    write_fact(window, "unit", unit)
    assert tab._level.currentText().startswith("按单位名称判断") and told in tab._level.currentText()


def test_the_line_of_help_says_what_the_field_of_a_button_is(window):
    window.workspace.open_actions.new()
    view = window.workspace.session.view
    page = view.editor.tab_of("unit")
    view.editor.go_to("unit")
    settle()
    (line,) = [one for one in view.help_lines if one.isVisible()]
    of_unit = line.whole
    for button, name in ((page.generate, "opening"), (page.today, "signoff.date")):
        view.editor.go_to(name)
        own = line.whole
        view.editor.go_to("unit")
        button.setFocus()
        assert line.whole == own != of_unit


@pytest.mark.parametrize("name", ["contact.email", "signoff.date"])
def test_the_field_that_is_spoken_of_stays_in_sight_when_the_findings_unfold(window, name, qtbot):
    window.workspace.open_actions.show_example()
    window.resize(911, 490)
    write_fact(window, name, "abc")
    view = window.workspace.session.view
    view.live_checks.finish()
    shortcut(window, "F8")
    view.go_to(name)
    settle()
    assert view.panel.line.isVisible()
    click(view.panel.line.said)
    settle()
    page = view.editor.tab_of(name)
    shown = field(window, name)
    assert view.panel.isVisible() and view.panel.tree.hasFocus()
    assert (
        page.viewport()
        .rect()
        .contains(shown.geometry().translated(shown.parentWidget().mapTo(page.viewport(), QPoint())).center())
    )


def test_the_stretch_of_the_opening_that_is_spoken_of_comes_into_sight_and_is_mended_there(window):
    window.workspace.open_actions.show_example()
    window.resize(911, 490)
    document, view = window.workspace.session.document, window.workspace.session.view
    document.edit({"opening": document.report.text("opening").replace("2025年", "2024年")}, "x")
    view.live_checks.finish()
    shortcut(window, "F8")
    settle()
    page = view.editor.tab_of("opening")
    page.verticalScrollBar().setValue(0)
    click(view.panel.line.said)
    settle()
    cursor = page.opening.cursorRect().translated(page.opening.mapTo(page, QPoint()))
    assert view.panel.isVisible() and page.rect().contains(cursor)
    assert page.opening.textCursor().selectedText() == "2024"
