"""Text sections: parts, headings, pasting, counting, finding."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.report.report import Part
from tests.clerk import KEYS, click, paste, shortcut, write
from ui.basics.theme import colours


def headings(window) -> list[str]:
    return [part.heading for part in window.workspace.session.document.report.parts("improvement")]


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


def test_parts_are_numbered_in_order_those_faint_that_are_not_printed_yet(window, tab):
    numbers = [card._number for card in tab.cards]
    assert [(one.text(), one.isEnabled()) for one in numbers] == [("（一）", False), ("（二）", False)]
    write(tab.cards[1].text, "甲。")
    assert [(one.text(), one.isEnabled()) for one in numbers] == [("（一）", False), ("（二）", True)]
    assert "现在不印" in numbers[0].toolTip() and "现在印成（一）" in numbers[1].toolTip()
    write(tab.cards[0].text, "乙。")
    assert [(one.text(), one.isEnabled()) for one in numbers] == [("（一）", True), ("（二）", True)]
    assert not any(one.toolTip() for one in numbers)


def test_tab_leads_from_a_heading_to_its_text(window, tab):
    tab.cards[0].heading.setFocus()
    QTest.keyClick(tab.cards[0].heading, KEYS.Key_Tab)
    assert window.focusWidget() is tab.cards[0].text


def test_what_is_pasted_after_switching_to_a_page_goes_into_its_first_text_or_where_the_cursor_was(window):
    window.workspace.open_actions.new()
    editor = window.workspace.session.view.editor
    editor.show_tab_of("unit")
    shortcut(window, "Ctrl+PgDown")
    tab = editor.tab_of("overview")
    assert tab.cards[0].text.hasFocus()
    QTest.keyClicks(window.focusWidget(), "ab")
    part = window.workspace.session.document.report.parts("overview")[0]
    assert (part.heading, part.text) == ("主动公开", "ab")
    tab.cards[1].heading.setFocus()
    shortcut(window, "Ctrl+PgDown")
    shortcut(window, "Ctrl+PgUp")
    assert tab.cards[1].heading.hasFocus()


def test_enter_held_down_on_a_button_presses_it_once(window, tab):
    tab.cards[0].remove.setFocus()
    for repeated in (False, True, True):
        press = QKeyEvent(QKeyEvent.Type.KeyPress, KEYS.Key_Return, Qt.KeyboardModifier.NoModifier, "", repeated)
        QApplication.sendEvent(window.focusWidget(), press)
    assert headings(window) == ["改进情况"]


def test_the_keys_come_back_to_a_text_not_to_a_button_that_had_them(window, tab):
    tab.cards[1].remove.setFocus()
    shortcut(window, "Ctrl+PgDown")
    shortcut(window, "Ctrl+PgUp")
    assert tab.cards[0].text.hasFocus()


def test_enter_presses_the_small_buttons_of_a_part_too(window, tab):
    count = len(tab.cards)
    tab.cards[0].below.setFocus()
    QTest.keyClick(tab.cards[0].below, KEYS.Key_Return)
    assert len(tab.cards) == count + 1


def test_what_offers_sentences_and_last_years_text_looks_like_a_button(started, qtbot):
    started.workspace.session.view.editor.show_tab_of("overview")
    card = started.workspace.session.view.editor.tab_of("overview").cards[0]
    qtbot.waitUntil(card.reference.isVisible)
    for made in (card.sentences, card.reference.take):
        picture = made.grab().toImage()
        edges = {picture.pixelColor(x, picture.height() // 2).name() for x in (0, picture.width() - 1)}
        assert edges == {colours().border}
