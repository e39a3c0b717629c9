"""Last year's text beside this year's."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from model.draft.draft_file import load_draft
from model.draft.next_year import next_report
from model.report.report import Part, Report
from tests.samples import EXAMPLE
from ui.basics.theme import SCHEMES, colours
from ui.document.open_document import OpenDocument


def test_last_years_text_without_a_heading_is_shown_under_the_first_part(window, qtbot):
    last = Report(load_draft(EXAMPLE)[0].form, {"year": 2025, "overview": (Part("", "上年的一段话。"),)})
    window.workspace.session.show(OpenDocument(next_report(last, last.form)))
    window.workspace.session.view.editor.show_tab_of("overview")
    card = window.workspace.session.view.editor.tab_of("overview").cards[0]
    qtbot.waitUntil(card.reference.isVisible)
    assert "上年的一段话" in card.reference.shown


def test_last_years_text_takes_the_colours_of_another_look_at_once(started):
    started.workspace.session.view.editor.show_tab_of("overview")
    card = started.workspace.session.view.editor.tab_of("overview").cards[0]
    for look in ("dark", "contrast", "light"):
        started.appearance.choose_look(look)
        assert f"color:{SCHEMES[look].faint}" in card.reference.shown and "全年通过" in card.reference.shown


def test_last_years_text_stands_beside_an_empty_field_and_can_be_taken(started, qtbot):
    started.workspace.session.view.editor.show_tab_of("overview")
    card = started.workspace.session.view.editor.tab_of("overview").cards[0]
    qtbot.waitUntil(card.reference.isVisible)
    assert "全年通过" in card.reference.shown
    QTest.mouseClick(card.reference.take, Qt.MouseButton.LeftButton)
    assert card.text.toPlainText().startswith("全年通过")

    def taken() -> int:
        return [one.format.underlineColor().name() for one in card.text.extraSelections()].count(colours().accent)

    qtbot.waitUntil(lambda: taken() > 3)
    marked = taken()
    text = card.text.toPlainText().replace("318", "401")
    started.workspace.session.document.edit({"overview": (Part("主动公开", text),)}, "x")
    qtbot.waitUntil(lambda: taken() == marked - 1)
    started.workspace.session.view.undo()
    started.workspace.session.view.undo()
    qtbot.waitUntil(lambda: card.reference.isVisible())


def test_last_years_text_without_a_heading_is_taken_before_the_headed_parts(window, qtbot):
    form = load_draft(EXAMPLE)[0].form
    last = Report(form, {"year": 2025, "overview": (Part("", "上年的一段话。"), Part("主动公开", "公开了。"))})
    window.workspace.session.show(OpenDocument(next_report(last, form)))
    document, view = window.workspace.session.document, window.workspace.session.view
    assert [part.heading for part in document.report.parts("overview")] == ["", "主动公开"]
    document.edit({"overview": (Part("主动公开", "今年的话。"),)}, "x")
    view.editor.show_tab_of("overview")
    tab = view.editor.tab_of("overview")
    QTest.mouseClick(tab.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tab.cards[1].reference.isVisible())
    QTest.mouseClick(tab.cards[1].reference.take, Qt.MouseButton.LeftButton)
    assert [part.text for part in document.report.parts("overview")] == ["上年的一段话。", "今年的话。"]
    assert tab.cards[0].text.hasFocus()
    view.undo()
    assert [part.text for part in document.report.parts("overview")] == ["今年的话。", ""]


def test_last_years_text_can_be_taken_in_the_comparison_too_but_not_that_of_another_report(started, qtbot):
    started.workspace.session.view.editor.show_tab_of("overview")
    card = started.workspace.session.view.editor.tab_of("overview").cards[0]
    qtbot.waitUntil(card.reference.isVisible)
    started.menu_actions["compare"].trigger()
    assert card.reference.take.isVisible()
    started.workspace.session.document.compare(True, load_draft(EXAMPLE)[0])
    assert card.reference.isVisible() and not card.reference.take.isVisible()
    started.menu_actions["compare"].trigger()
    assert card.reference.take.isVisible()
    started.menu_actions["compare"].trigger()
    QTest.mouseClick(card.reference.take, Qt.MouseButton.LeftButton)
    assert card.text.toPlainText().startswith("全年通过")
