"""常用句 in the window: put into a text, following the table, left alone once edited, kept for the next year."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from model.draft.draft_file import load_draft
from model.report.report import Part
from model.sentences.offered import OWN
from model.sentences.own import FILE_NAME, own_sentences
from tests.clerk import KEYS, click, shortcut, type_number, write
from tests.ui.tabs import settle, table
from ui.document.open_document import OpenDocument

SECTION, PART = "overview", 1  # 依申请公开
RECEIVED = "requests.received.natural"


@pytest.fixture
def card(window, example):
    window.workspace.session.show(example)
    return text_card(window, SECTION, PART)


def text_card(window, section: str, part: int):
    editor = window.workspace.session.view.editor
    editor.go_to(f"{section}[{part}].text")
    return editor.tab(editor.currentIndex()).cards[part]


def offered(window):
    return window.workspace.session.view.sentence_actions.dialog


def put(window, words: str) -> str:
    """Takes the sentence with these words; returns how it was said."""
    dialog = offered(window)
    place = next(place for place in range(dialog.list.count()) if words in dialog.list.item(place).text())
    dialog.list.setCurrentRow(place)
    said = dialog.chosen.said
    QTest.keyClick(dialog.list, KEYS.Key_Return)
    return said


def received(window, number: str) -> None:
    shown = table(window, "requests")
    shown.go_to(next(cell for cell in shown._grid.numbers if cell.name == RECEIVED))
    type_number(shown, number)


def text(window) -> str:
    return window.workspace.session.document.report.parts(SECTION)[PART].text


def test_a_sentence_goes_where_the_cursor_is_and_follows_its_number_in_one_step(window, card):
    document = window.workspace.session.document
    before, number = text(window), document.report.values[RECEIVED]
    card.text.moveCursor(QTextCursor.MoveOperation.End)
    shortcut(window, "Ctrl+J")
    said = put(window, "新收政府信息公开申请")
    assert text(window) == before + said and card.text.cursor_place == len(text(window))
    steps = document.stack.index()
    received(window, str(number + 7))
    follows = said.replace(f"新收政府信息公开申请{document.numbers['requests.received.total'] - 7}", "")
    assert follows != said and f"申请{document.numbers['requests.received.total']}件，上年结转" in text(window)
    assert document.stack.index() == steps + 1
    window.workspace.session.view.undo()
    assert text(window) == before + said and document.report.values[RECEIVED] == number
    window.workspace.session.view.redo()
    assert f"申请{document.numbers['requests.received.total']}件，上年结转" in text(window)


@pytest.mark.parametrize("after", ["", "另外还有一些话。"])
def test_the_caret_stays_between_the_same_words_when_a_sentence_follows_its_number(window, card, after):
    card.text.moveCursor(QTextCursor.MoveOperation.End)
    shortcut(window, "Ctrl+J")
    put(window, "新收政府信息公开申请")
    write(card.text, after)
    before = card.text.content
    for place in (0, len(before) - len(after), len(before)):
        card.text.select(place, 0)
        left, right = before[max(0, place - 3) : place], before[place : place + 3]
        received(window, "123")
        changed = card.text.content
        assert changed != before
        here = card.text.cursor_place
        assert changed[max(0, here - 3) : here] == left and changed[here : here + 3] == right
        window.workspace.session.view.undo()
        assert card.text.content == before and card.text.cursor_place == place


def test_an_edited_sentence_is_left_alone(window, card):
    card.text.moveCursor(QTextCursor.MoveOperation.Start)
    click(card.sentences)
    said = put(window, "新收政府信息公开申请")
    card.text.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(card.text, KEYS.Key_Delete)
    received(window, "77")
    assert text(window).startswith(said[1:])
    assert window.workspace.session.document.report.notes.kept_sentences == ()


def test_what_follows_goes_on_after_saving_and_opening(window, card, tmp_path):
    shortcut(window, "Ctrl+J")
    put(window, "新收政府信息公开申请")
    window.workspace.session.document.save(tmp_path / "草稿.toml")
    window.workspace.session.show(OpenDocument.opened(tmp_path / "草稿.toml"))
    received(window, "88")
    whole = window.workspace.session.document.numbers["requests.received.total"]
    assert f"新收政府信息公开申请{whole}件" in text(window)
    assert load_draft(tmp_path / "草稿.toml")[0].notes.kept_sentences


def test_typing_the_year_takes_the_sentence_along_and_undo_takes_it_back(window, card):
    document = window.workspace.session.document
    shortcut(window, "Ctrl+J")
    put(window, "新收政府信息公开申请")
    before = text(window)
    for year in ("202", "2026"):
        document.edit({"year": int(year)}, "修改报告年度", merge="year")
    assert text(window) == before.replace("2025年，本机关新收", "2026年，本机关新收", 1)
    while document.report.year != 2025:
        window.workspace.session.view.undo()
    assert text(window) == before


def test_a_selection_is_kept_for_the_next_report_and_can_be_deleted(window, card, settings, clerk):
    shortcut(window, "Ctrl+J")
    said = put(window, "新收政府信息公开申请")
    place = text(window).index(said)
    card.text.select(place, len(said))
    shortcut(window, "Ctrl+Shift+J")
    (kept,) = own_sentences(settings.data_folder)
    assert "{requests.received.all_applicants}" in kept.text
    shortcut(window, "Ctrl+J")
    dialog = offered(window)
    assert dialog.chosen.whose == OWN and dialog.chosen.said == said and dialog.delete.isEnabled()
    count = dialog.list.count()
    click(dialog.delete)
    assert dialog.list.count() == count - 1 and own_sentences(settings.data_folder) == ()
    assert not dialog.delete.isEnabled()
    dialog.reject()
    assert clerk.told == []


def test_without_a_text_or_a_selection_it_says_what_to_do(window, card):
    view = window.workspace.session.view
    shortcut(window, "Ctrl+Shift+J")
    assert "选中" in view._said.text()
    table(window, "requests")
    shortcut(window, "Ctrl+J")
    assert "请先点一下" in view._said.text()


def test_a_file_that_cannot_be_read_is_told_and_the_other_sentences_are_offered(window, card, settings, clerk):
    (settings.data_folder / FILE_NAME).write_text("坏", encoding="utf-8")
    shortcut(window, "Ctrl+J")
    assert FILE_NAME in clerk.told[0] and offered(window).list.count() > 3
    offered(window).reject()


def test_characters_beyond_the_first_plane_before_the_cursor_are_counted_as_one(window, card):
    document = window.workspace.session.document
    parts = document.report.parts(SECTION)
    document.edit({SECTION: (*parts[:PART], type(parts[PART])("依申请公开", "𠮷镇"), *parts[PART + 1 :])}, "改")
    card.text.select(1, 0)
    shortcut(window, "Ctrl+J")
    said = put(window, "新收政府信息公开申请")
    assert text(window) == f"𠮷{said}镇"


def test_only_a_sentence_that_begins_its_part_starts_with_the_year(window, card):
    document = window.workspace.session.document
    shortcut(window, "Ctrl+J")
    assert put(window, "新收政府信息公开申请").startswith("本机关")
    parts = list(document.report.parts(SECTION))
    parts[PART] = replace(parts[PART], text="")
    document.edit({SECTION: tuple(parts)}, "清空")
    shortcut(window, "Ctrl+J")
    assert "（一般的）是" in next(one.text() for one in offered(window).findChildren(QLabel) if "一般的" in one.text())
    assert put(window, "新收政府信息公开申请").startswith(f"{document.report.year}年，本机关")


def test_what_is_put_in_from_a_heading_comes_into_sight(window, card):
    window.resize(911, 420)
    page = window.workspace.session.view.editor.tab_of(SECTION)
    window.workspace.session.document.edit(
        {SECTION: (Part("主动公开", "已经写的一行。\n" * 20), Part("依申请公开", ""))}, "x"
    )
    settle()
    page.cards[0].heading.setFocus()
    page.verticalScrollBar().setValue(0)
    window.workspace.session.view.sentence_actions.offer()
    dialog = offered(window)
    page.cards[0].text.moveCursor(QTextCursor.MoveOperation.End)
    page.verticalScrollBar().setValue(0)
    dialog.list.setCurrentRow(0)
    QTest.keyClick(dialog.list, KEYS.Key_Return)
    settle()
    field = page.cards[0].text
    assert page.rect().contains(field.cursorRect().translated(field.mapTo(page, QPoint())).center())
