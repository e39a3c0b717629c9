"""Text sections: parts, headings, pasting, counting, finding."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest

from model.report.report import Part
from tests.clerk import paste, shortcut, write

KEYS = Qt.Key


@pytest.fixture
def tab(window):
    window.workspace.open_actions.new()
    window.workspace.session.view.editor.setCurrentIndex(5)
    return window.workspace.session.view.editor.tab(5)


def headings(window) -> list[str]:
    return [part.heading for part in window.workspace.session.document.report.parts("improvement")]


def click(widget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def replacing(window, words: str, new: str):
    """The bar that replaces, with the words to look for and the new ones in it."""
    window.workspace.session.view.replace()
    bar = window.workspace.session.view.find_bar
    write(bar.words, words)
    write(bar.new, new)
    return bar


def test_parts_are_added_renamed_moved_and_removed(window, tab):
    click(tab.add)
    QTest.keyClicks(tab.cards[2].heading, "x")
    assert headings(window) == ["存在的主要问题", "改进情况", "x"]
    click(tab.cards[2].up)
    assert headings(window) == ["存在的主要问题", "x", "改进情况"]
    click(tab.cards[0].down)
    assert headings(window) == ["x", "存在的主要问题", "改进情况"]
    click(tab.cards[1].remove)
    assert headings(window) == ["x", "改进情况"]
    assert [card.heading.text() for card in tab.cards] == ["x", "改进情况"]
    for _ in range(5):
        window.workspace.session.view.undo()
    assert headings(window) == ["存在的主要问题", "改进情况"]
    assert len(tab.cards) == 2


def test_a_section_may_lose_its_last_part(window, tab):
    click(tab.cards[1].remove)
    click(tab.cards[0].remove)
    assert headings(window) == []
    click(tab.add)
    assert headings(window) == [""]


def test_what_is_typed_is_in_the_report_at_once_and_counted(window, tab):
    QTest.keyClicks(tab.cards[0].text, "ab c")
    assert window.workspace.session.document.report.parts("improvement")[0].text == "ab c"
    assert any(label.text() == "3 字" for label in tab.cards[0].findChildren(type(tab._total)))
    assert tab._total.text() == "共 3 字"


def test_word_brings_plain_paragraphs(window, tab):
    data = QMimeData()
    data.setHtml("<p style='color:red'><b>甲</b></p><p>乙</p>")
    data.setText("甲\r\n乙\r丙\x0b丁")
    tab.cards[0].text.insertFromMimeData(data)
    assert window.workspace.session.document.report.parts("improvement")[0].text == "甲\n乙\n丙\x0b丁"


def test_a_text_keeps_every_character_while_another_is_typed(window, tab):
    text = "甲\u00a0乙\t丙\u3000\U00020bb7\u200b"
    window.workspace.session.document.edit({"improvement": (Part("", text),)}, "x")
    cursor = tab.cards[0].text.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    tab.cards[0].text.setTextCursor(cursor)
    QTest.keyClicks(tab.cards[0].text, "z")
    assert window.workspace.session.document.report.parts("improvement")[0].text == text + "z"


def test_halves_of_characters_do_not_get_in(window, tab):
    paste(tab.cards[0].text, "a\ud800b")
    text = window.workspace.session.document.report.parts("improvement")[0].text
    text.encode("utf-8")
    assert text.startswith("a")
    assert text.endswith("b")


def test_typing_is_one_step_and_the_cursor_stays_where_the_change_was(window, tab):
    field = tab.cards[0].text
    paste(field, "一二三四")
    cursor = field.textCursor()
    cursor.setPosition(2)
    field.setTextCursor(cursor)
    QTest.keyClicks(field, "abc")
    assert field.toPlainText() == "一二abc三四"
    shortcut(window, "Ctrl+Z")
    assert field.toPlainText() in ("一二三四", "")


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
    tab = window.workspace.session.view.editor.tab(5)
    assert window.workspace.session.view.editor.currentIndex() == 5
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


def test_the_opening_is_generated_on_a_click_and_can_be_undone(window):
    window.workspace.open_actions.new()
    tab = window.workspace.session.view.editor.tab(0)
    QTest.keyClicks(tab._lines["unit"], "X")
    click(tab.generate)
    assert "X编制了" in tab.opening.toPlainText()
    window.workspace.session.view.undo()
    assert tab.opening.toPlainText() == ""


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


def test_a_number_typed_before_a_heading_gives_way_to_the_printed_one(window, tab):
    tab.cards[0].heading.selectAll()
    write(tab.cards[0].heading, "（三）问题")
    QTest.keyClick(tab.cards[0].heading, KEYS.Key_Return)
    assert headings(window)[0] == "问题"
    assert tab.cards[0]._number.text() == "（一）"


def test_deleting_and_pasting_are_steps_of_their_own(window, tab):
    field = tab.cards[0].text
    paste(field, "一段" * 100)
    write(field, "ab")
    field.selectAll()
    QTest.keyClick(field, KEYS.Key_Delete)
    assert field.toPlainText() == ""
    window.workspace.session.view.undo()
    assert field.toPlainText() == "一段" * 100 + "ab"
    window.workspace.session.view.undo()
    assert field.toPlainText() == "一段" * 100


def test_a_sentence_is_undone_at_a_time(window, tab):
    field = tab.cards[0].text
    for sentence in ("甲乙。", "丙丁。"):
        for letter in sentence:
            write(field, letter)
    window.workspace.session.view.undo()
    assert field.toPlainText() == "甲乙。"


def test_a_day_of_typing_does_not_pile_up(window):
    """Keystrokes that are one step to undo are one step in memory too."""
    import gc

    from ui.document.open_document import _SetValues

    window.workspace.open_actions.new()
    for count in range(1, 200):
        window.workspace.session.document.edit({"unit": "镇" * count}, "x", merge="unit")
    gc.collect()
    steps = [
        one
        for one in gc.get_objects()
        if isinstance(one, _SetValues) and one._document is window.workspace.session.document
    ]
    assert len(steps) <= window.workspace.session.document.stack.count() + 1
