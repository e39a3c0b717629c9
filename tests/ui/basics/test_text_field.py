"""Text fields show all of their text, whatever comes in and whatever becomes of the window; long texts can be typed into."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from model.draft.toml_format import draft_data, draft_text
from model.findings.finding import WARNING
from model.form.form import load_form
from model.report.report import Part, new_report
from tests.clerk import KEYS, paste, write
from tests.ui.tabs import settle
from ui.basics.defaults import COMPARISON_DELAY_MS
from ui.basics.text_marks import MOST_MARKS_DRAWN

IMPROVEMENT = "improvement"
SENTENCE = "全年公开政府信息318条，其中财政预决算6条，受理依申请公开12件，均已按期答复。"


def paragraph(length: int) -> str:
    return (SENTENCE * (length // len(SENTENCE) + 1))[:length]


def opened(window, tmp_path, text: str, last: str = ""):
    """The field of a draft that was saved with a text in its last section but one, reopened."""
    report = new_report(load_form("2021"), 2021)
    report.values |= {"opening": text, "improvement": (Part("问题", text), Part("改进", ""))}
    if last:
        before = new_report(report.form, 2020)
        before.values["improvement"] = (Part("问题", last),)
        report.kept["last"] = {key: value for key, value in draft_data(before).items() if key != "draft"}
    path = tmp_path / "草稿.toml"
    path.write_text(draft_text(report), encoding="utf-8")
    window.workspace.open_actions.open_path(path)
    window.workspace.session.view.editor.show_tab_of("unit")
    settle()
    return window.workspace.session.view.editor.tab_of("unit").opening


def shown(window):
    window.workspace.session.view.editor.show_tab_of(IMPROVEMENT)
    settle()
    return window.workspace.session.view.editor.tab_of(IMPROVEMENT).cards[0].text


def assert_fits(field) -> None:
    """The last line is in the field, nothing can be scrolled away, and below it there is no more than a line."""
    assert field.isVisible()
    end = field.textCursor()
    end.movePosition(end.MoveOperation.End)
    line = field.cursorRect(end)
    seen = field.viewport().rect()
    assert seen.contains(line)
    assert field.verticalScrollBar().maximum() == field.verticalScrollBar().value() == 0
    assert seen.bottom() - line.bottom() <= line.height() or field.document().size().height() < 4


@pytest.mark.parametrize("length", [1, 200, 600, 2000, 20_000])
def test_a_reopened_paragraph_is_seen_to_its_end_at_every_width_and_size(window, tmp_path, length):
    assert_fits(opened(window, tmp_path, paragraph(length)))
    field = shown(window)
    assert_fits(field)
    for size in ((800, 600), (1600, 900), (620, 500), (1366, 700)):
        window.resize(*size)
        settle()
        assert_fits(field)
    for act in (
        window.appearance.larger,
        window.appearance.larger,
        window.appearance.smaller,
        window.appearance.normal,
    ):
        act()
        settle()
        assert_fits(field)


def test_a_field_in_a_tab_that_is_not_shown_is_right_when_it_is(window, tmp_path):
    opened(window, tmp_path, paragraph(600))
    field = shown(window)
    window.workspace.session.view.editor.show_tab_of("overview")
    settle()
    window.workspace.session.document.edit({"improvement": (Part("问题", paragraph(3000)),)}, "x")
    assert_fits(shown(window))
    window.workspace.session.view.editor.show_tab_of("overview")
    window.resize(700, 600)
    settle()
    assert_fits(shown(window))
    window.workspace.session.view.editor.show_tab_of("overview")
    window.appearance.larger()
    settle()
    assert_fits(shown(window))
    assert_fits(field)


def test_a_field_grows_and_shrinks_with_what_is_typed_pasted_and_undone(window, tmp_path):
    opened(window, tmp_path, paragraph(600))
    field = shown(window)
    heights = [field.height()]
    for act in (
        lambda: paste(field, paragraph(400)),
        lambda: QTest.keyClick(field, KEYS.Key_Return),
        lambda: write(field, "中文 English ①㎡ 𠮷"),
        lambda: paste(field, "一\n二\n三\n" + paragraph(300)),
        lambda: (field.selectAll(), QTest.keyClick(field, KEYS.Key_Delete)),
        window.workspace.session.view.undo,
        window.workspace.session.view.undo,
        window.workspace.session.view.redo,
    ):
        act()
        settle()
        assert_fits(field)
        heights.append(field.height())
    assert heights[1] > heights[0] > heights[5]


def test_what_is_measured_after_a_change_is_what_is_measured_anew(window, tmp_path):
    """Only the paragraphs that changed are measured; no place for a change may be left out."""
    opened(window, tmp_path, "\n".join(paragraph(length) for length in (10, 90, 300, 5, 120)))
    field = shown(window)
    size = field.document().characterCount() - 1
    for start, end, text in ((0, 0, "甲\n"), (5, 40, ""), (size // 2, size // 2, paragraph(200)), (0, 30, "\n\n乙\n"),
                             (3, 4, paragraph(99) + "\n" + paragraph(99)), (20, 200, "丙")):  # fmt: skip
        cursor = field.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        settle()
        assert_fits(field)
        height = field.height()
        field.hide()
        field.show()
        settle()
        assert field.height() == height
    cursor.movePosition(cursor.MoveOperation.End)
    cursor.deletePreviousChar()
    settle()
    assert_fits(field)


def test_a_field_is_laid_out_once_for_one_change_of_the_window(window, tmp_path):
    opened(window, tmp_path, paragraph(2000))
    field = shown(window)
    sizes = []
    old = field._heights.total
    field._heights.total = lambda: sizes.append(field.width()) or old()
    for act in (lambda: window.resize(900, 600), window.appearance.larger, window.appearance.normal):
        sizes.clear()
        act()
        settle()
        assert 1 <= len(sizes) <= 3  # the scroll bar of the page may come or go


def assert_cursor_in_sight(window) -> None:
    page = window.workspace.session.view.editor.tab_of(IMPROVEMENT)
    field = page.cards[0].text
    line = field.cursorRect()
    assert page.viewport().rect().contains(QRect(field.viewport().mapTo(page.viewport(), line.topLeft()), line.size()))


def test_the_line_that_is_typed_stays_in_sight(window, tmp_path):
    opened(window, tmp_path, paragraph(600))
    field = shown(window)
    field.setFocus()
    for key in [KEYS.Key_Return] * 60 + [KEYS.Key_Up] * 50:
        QTest.keyClick(field, key)
    settle()
    assert_cursor_in_sight(window)
    paste(field, paragraph(5000))
    settle()
    assert_cursor_in_sight(window)


def test_a_place_deep_in_a_long_text_is_brought_into_sight_from_another_tab(window, tmp_path):
    opened(window, tmp_path, paragraph(9000))
    window.workspace.session.view.go_to("improvement[0].text", 8000, 4)
    settle()
    assert_cursor_in_sight(window)


def test_last_years_text_is_seen_to_its_end(window, tmp_path):
    opened(window, tmp_path, "", last=paragraph(3000))
    shown(window)
    reference = window.workspace.session.view.editor.tab_of(IMPROVEMENT).cards[0].reference
    words = max(reference.findChildren(QLabel), key=lambda label: len(label.text()))
    for act in (lambda: window.resize(700, 600), window.appearance.larger, window.appearance.normal):
        act()
        settle()
        assert reference.isVisible()
        assert words.height() >= words.heightForWidth(words.width())


def test_a_long_notice_is_seen_to_its_end(window, tmp_path):
    opened(window, tmp_path, "")
    window.workspace.session.view.notices.show_one("x", paragraph(400), [("好", lambda: None)])
    words = next(
        label for label in window.workspace.session.view.notices.findChildren(QLabel) if len(label.text()) == 400
    )
    for act in (lambda: window.resize(700, 600), window.appearance.larger, window.appearance.normal):
        act()
        settle()
        assert words.height() >= words.heightForWidth(words.width())


def test_of_a_very_long_text_of_last_year_only_the_beginning_is_shown_and_that_is_said(window, tmp_path):
    opened(window, tmp_path, "", last=paragraph(200_000))
    shown(window)
    reference = window.workspace.session.view.editor.tab_of(IMPROVEMENT).cards[0].reference
    assert len(reference.shown) < 11_000 and "太长" in reference.shown
    reference.take.click()
    assert window.workspace.session.document.report.parts("improvement")[0].text == paragraph(200_000)


def test_of_many_marks_those_in_sight_are_drawn(window, tmp_path, qtbot):
    text = paragraph(20_000)
    opened(window, tmp_path, text, last=text.replace("6条", "7条"))
    field = shown(window)
    page = window.workspace.session.view.editor.tab_of(IMPROVEMENT)

    def drawn() -> list[int]:
        return [one.cursor.selectionStart() for one in field.extraSelections()]

    assert 0 in [start // 1000 for start in drawn()]
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: 19 in [start // 1000 for start in drawn()])
    assert len(drawn()) < text.count("318") * 2
    assert {text[start : start + 3] for start in drawn()} <= {"318", "12件"}


def test_marks_stand_under_their_words_beside_characters_of_two_units(window, tmp_path):
    opened(window, tmp_path, "𠮷𠮷全年公开318条。", last="全年公开318条。")
    field = shown(window)
    assert [one.cursor.selectedText() for one in field.extraSelections()] == ["318"]
    field.select(2, 4)
    assert field.textCursor().selectedText() == "全年公开"


LONG = {
    "one paragraph": paragraph(200_000),
    "paragraphs": "\n".join([SENTENCE] * 5000),
    "punctuation": "，。；：、！？“”（）《》…—,.;:!?()[]" * 8000,
    "punctuation that no line is broken in": "，。；“”,." * 20_000,
}


def test_pasted_or_opened_a_stretch_without_a_break_is_seen_to_its_end(window, tmp_path):
    opened(window, tmp_path, "甲\n" + "，。" * 5000)
    field = shown(window)
    assert_fits(field)
    field.selectAll()
    paste(field, "乙")
    window.workspace.session.view.undo()
    settle()
    assert_fits(field)
    window.workspace.session.document.edit({"improvement": (Part("", paragraph(500)),)}, "x")
    paste(field, "1" * 6000)
    settle()
    assert_fits(field)


def spent(field: QPlainTextEdit) -> float:
    """The time of the window's thread that a key takes until all is painted; the best of some."""
    times = []
    for _ in range(5):
        began = time.thread_time()
        QTest.keyClick(field, KEYS.Key_A)
        QApplication.processEvents()
        times.append(time.thread_time() - began)
    return min(times)


@pytest.mark.parametrize("kind", LONG)
def test_a_key_into_a_long_text_costs_what_the_bare_field_costs(window, tmp_path, kind):
    """Whatever else a key sets off, it is little beside Qt's own layout, and never grows faster than the text."""
    text = LONG[kind]
    opened(window, tmp_path, text, last=text.replace("6条", "7条"))
    field, bare = shown(window), QPlainTextEdit()
    bare.resize(field.width(), 600)
    bare.setPlainText(text)
    bare.show()
    for one in (bare, field):
        cursor = one.textCursor()
        cursor.setPosition(len(text) // 2)
        one.setTextCursor(cursor)
        settle()
    bare.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)  # the quickest there is
    settle()
    floor = spent(bare)
    bare.close()
    bare.deleteLater()
    field.setFocus()
    QTest.qWait(2 * COMPARISON_DELAY_MS)
    assert spent(field) <= 10 * (floor + 0.01)
    assert window.workspace.session.document.report.parts("improvement")[0].text.count("a") == 5


def test_of_thousands_of_marks_few_are_drawn_those_in_sight_and_findings_first(window):
    field = text_of("1，" * 20_000, window)
    field.mark([(2 * place, 1) for place in range(20_000)])
    assert len(field.extraSelections()) == MOST_MARKS_DRAWN
    field.flag([(2 * place, 1, WARNING) for place in range(50)])
    drawn = {one.cursor.selectionStart() for one in field.extraSelections()}
    assert len(field.extraSelections()) == MOST_MARKS_DRAWN and {2 * place for place in range(50)} <= drawn


def test_marks_that_are_the_same_are_not_drawn_again(window, monkeypatch):
    field = text_of("公开318条，收到5件。", window)
    field.mark([(2, 3)])
    field.flag([(8, 1, WARNING)])
    monkeypatch.setattr(field, "setExtraSelections", lambda _: pytest.fail("drawn again"))
    field.mark([(2, 3)])
    field.flag([(8, 1, WARNING)])


def test_a_key_in_a_long_section_makes_no_new_finding(window):
    window.workspace.open_actions.new()
    document = window.workspace.session.document
    text = "公开工作有序推进。" * 200
    document.edit({"overview": (Part("", text),)}, "x")
    window.workspace.session.view.live_checks.finish()
    told = []
    document.findings_changed.connect(lambda: told.append(1))
    for more in range(1, 10):
        document.edit({"overview": (Part("", text + "，" * more),)}, "x")
    assert told == [] and any("压缩" in one.message for one in document.checked.findings)


def text_of(text, window):
    """A field of the open report with that text."""
    window.workspace.open_actions.new()
    session = window.workspace.session
    session.document.edit({"overview": (Part("", text),)}, "x")
    session.view.go_to("overview[0].text")
    QApplication.processEvents()
    return session.view.editor.tab_of("overview").cards[0].text


def test_more_than_any_report_holds_is_not_pasted_and_that_is_said(window, tmp_path):
    field = opened(window, tmp_path, paragraph(600))
    said = []
    window.workspace.session.document.refused.connect(said.append)
    paste(field, paragraph(200_000))
    for part in (field, shown(window)):
        paste(part, paragraph(60_000))
    assert len(said) == 3 and all("没有粘贴" in words for words in said)
    assert window.workspace.session.document.report.text("opening") == paragraph(600)


def test_what_is_pasted_over_counts_no_longer(window, tmp_path):
    field = opened(window, tmp_path, paragraph(40_000))
    field.selectAll()
    paste(field, paragraph(50_000))
    assert window.workspace.session.document.report.text("opening") == paragraph(50_000)


def test_letters_that_nobody_sees_are_not_pasted_but_those_of_emoji_are(window, tmp_path):
    opened(window, tmp_path, "甲")
    field = shown(window)
    field.selectAll()
    paste(field, "文\u200b件\ufeff3\u00ad件，\u202e12\u202c件\r\n👨\u200d👩\u200d👧")
    assert field.content == "文件3件，12件\n👨\u200d👩\u200d👧"
