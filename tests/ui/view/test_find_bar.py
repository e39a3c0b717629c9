"""Finding and replacing from the bar."""

from __future__ import annotations

from PySide6.QtTest import QTest

from model.report.report import Part
from tests.clerk import KEYS, click, shortcut, write


def replacing(window, words: str, new: str):
    """The bar that replaces, with the words to look for and the new ones in it."""
    window.workspace.session.view.replace()
    bar = window.workspace.session.view.find_bar
    write(bar.words, words)
    write(bar.new, new)
    return bar


def test_find_goes_from_text_to_text_and_typing_stays_in_the_bar(window, qtbot):
    window.workspace.open_actions.show_example()
    shortcut(window, "Ctrl+F")
    bar = window.workspace.session.view.find_bar
    write(bar.words, "公开")
    names = []
    bar.found.connect(lambda match: names.append(match.name))
    before = dict(window.workspace.session.document.report.values)
    for _ in range(30):
        QTest.keyClick(bar.words, KEYS.Key_Return)
    assert {"opening", "overview[0].text", "remarks[1].text"} <= set(names)
    assert window.workspace.session.document.report.values == before
    match_tab = window.workspace.session.view.editor.tab(window.workspace.session.view.editor.currentIndex())
    assert match_tab is not None


def test_the_place_found_is_selected(window):
    window.workspace.open_actions.show_example()
    shortcut(window, "Ctrl+F")
    window.workspace.session.view.find_bar.words.setText("方言")
    window.workspace.session.view.find_bar.go(1)
    tab = window.workspace.session.view.editor.tab_of("improvement")
    assert window.workspace.session.view.editor.currentIndex() == window.workspace.session.view.editor.index_of(
        "improvement"
    )
    assert tab.cards[1].text.textCursor().selectedText() == "方言"


def test_replace_all_is_one_step(window):
    window.workspace.open_actions.show_example()
    before = dict(window.workspace.session.document.report.values)
    shortcut(window, "Ctrl+H")
    window.workspace.session.view.find_bar.words.setText("青禾")
    window.workspace.session.view.find_bar.new.setText("金穗")
    click(window.workspace.session.view.find_bar.all)
    assert "青禾" not in window.workspace.session.document.report.text("opening")
    assert "金穗" in window.workspace.session.document.report.parts("overview")[0].text
    window.workspace.session.view.undo()
    assert window.workspace.session.document.report.values == before


def test_replace_one_changes_one_and_goes_on(window):
    window.workspace.open_actions.show_example()
    shortcut(window, "Ctrl+H")
    window.workspace.session.view.find_bar.words.setText("青禾")
    window.workspace.session.view.find_bar.new.setText("金穗")
    window.workspace.session.view.find_bar.go(1)
    click(window.workspace.session.view.find_bar.one)
    opening = window.workspace.session.document.report.text("opening")
    assert opening.count("金穗") == 1
    assert "青禾" in opening


def test_esc_closes_the_bar(window):
    window.workspace.open_actions.show_example()
    shortcut(window, "Ctrl+F")
    assert window.workspace.session.view.find_bar.isVisible()
    QTest.keyClick(window.workspace.session.view.find_bar.words, KEYS.Key_Escape)
    assert not window.workspace.session.view.find_bar.isVisible()


def test_replacing_one_by_one_goes_past_what_was_put_in(window, tab):
    window.workspace.session.document.edit(
        {"overview": None, "improvement": (Part("", "公开一，公开二，公开三。"),)}, "x"
    )
    bar = replacing(window, "公开", "信息公开")
    click(bar.next)
    for _ in range(3):
        click(bar.one)
    assert (
        window.workspace.session.document.report.parts("improvement")[0].text == "信息公开一，信息公开二，信息公开三。"
    )


def test_a_place_that_has_moved_is_looked_for_again_before_it_is_replaced(window, tab):
    window.workspace.session.document.edit({"improvement": (Part("", "甲1 甲2 甲3 甲4"),)}, "x")
    bar = replacing(window, "甲", "乙")
    click(bar.next)
    click(bar.next)
    window.workspace.session.document.edit({"improvement": (Part("", "甲2 甲3 甲4"),)}, "x")
    click(bar.one)
    assert window.workspace.session.document.report.parts("improvement")[0].text == "甲2 甲3 甲4"


def test_headings_are_searched_and_replaced_too(window, tab):
    window.workspace.session.document.edit({"improvement": (Part("甲镇问题", "甲镇"),)}, "x")
    bar = replacing(window, "甲镇", "乙镇")
    click(bar.next)
    assert tab.cards[0].heading.selectedText() == "甲镇"
    click(bar.all)
    assert window.workspace.session.document.report.parts("improvement") == (Part("乙镇问题", "乙镇"),)
