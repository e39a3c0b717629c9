"""F1 and 全年没有申请 in an open report."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget

from model.report.report import Part
from tests.clerk import KEYS, click, shortcut, write
from tests.ui.table.cells import HELD, at
from tests.ui.tabs import settle, table
from ui.basics.fields import PLACE_PROPERTY


@pytest.fixture
def view(window):
    window.workspace.open_actions.show_example()
    return window.workspace.session.view


def told(view) -> str:
    return view.help_actions.dialog.text.toPlainText()


def test_f1_tells_row_column_and_section_with_articles(window, view):
    at(table(window, "requests"), "requests.denied_deliberative.business")
    shortcut(window, "F1")
    assert view.help_actions.dialog.isVisible()
    for words in ("四类过程性信息", "《条例》第十六条", "不算：", "例：", "商业企业", "三、依申请公开", "结转下年度"):
        assert words in told(view)


def test_its_text_is_copied_with_the_keys_and_esc_closes_it(window, view):
    shortcut(window, "F1")
    dialog = view.help_actions.dialog
    QTest.keyClick(dialog.text, KEYS.Key_A, HELD.ControlModifier)
    QTest.keyClick(dialog.text, KEYS.Key_C, HELD.ControlModifier)
    assert "单位名称" in QGuiApplication.clipboard().text()
    QTest.keyClick(dialog.text, KEYS.Key_Escape)
    assert not dialog.isVisible()


def test_open_it_goes_on_with_the_cursor(window, view):
    cells = at(table(window, "requests"), "requests.received.natural")
    shortcut(window, "F1")
    at(cells, "requests.carried_out.natural")
    assert "四、结转下年度继续办理" in told(view)
    view.editor.show_tab_of("improvement")
    assert "存在的主要问题" in told(view)


def test_words_of_the_help_are_found_and_lead_to_the_row(window, view):
    shortcut(window, "Ctrl+F")
    bar = view.find_bar
    write(bar.words, "三安全")
    assert bar.told.isVisible() and bar.told.text() == "说明 1 处"
    QTest.keyClick(bar.words, KEYS.Key_Return)  # no text has these words
    cells = view.editor.tab_of("requests").table
    assert (
        view.editor.currentIndex() == view.editor.index_of("requests")
        and cells.current.name == "requests.denied_security_stability.natural"
    )
    bar.words.clear()
    write(bar.words, "公开")
    before = cells.current.name
    click(bar.told)
    click(bar.told)
    assert bar.words.hasFocus() and view.editor.place != before
    bar.words.clear()
    write(bar.words, "飞机")
    assert not bar.told.isVisible()


def new(window):
    window.workspace.open_actions.new()
    return window.workspace.session.document, window.workspace.session.view


def test_a_year_without_requests_is_filled_in_at_once_and_undone_at_once(window):
    document, view = new(window)
    document.edit({"year": 2025}, "填写")
    before = dict(document.report.values)
    window.menu_actions["quiet_year"].trigger()
    dialog = view.help_actions.quiet
    assert [box.isChecked() for box in dialog.tables.values()] == [True, True] and not dialog.others
    dialog.sentences[0][2].setPlainText("2025年，没有人来申请。")
    QTest.keyClick(dialog, KEYS.Key_Return)
    report = document.report
    assert all(report.values[name] == 0 for name in report.form.inputs if name.startswith(("requests", "disputes")))
    assert not any(name.startswith("disclosure") for name in report.values)
    part = next(part for part in report.parts("overview") if part.heading == "依申请公开")
    assert part.text.splitlines() == ["2025年，没有人来申请。", dialog.sentences[1][2].toPlainText()]
    assert "没有收取信息处理费" in report.parts("remarks")[0].text
    view.undo()
    assert document.report.values == before


def test_other_numbers_and_texts_stay_unless_it_is_ticked(window):
    document, view = new(window)
    document.edit({"requests.received.natural": 3}, "填写")
    window.menu_actions["quiet_year"].trigger()
    dialog = view.help_actions.quiet
    assert "1 格不是 0" in dialog.others["requests"].text() and not dialog.others["requests"].isChecked()
    assert not any(box.isChecked() for _, box, _ in dialog.sentences)  # a number speaks against them
    dialog.sentences[1][1].click()
    dialog.fill.click()
    assert document.report.values["requests.received.natural"] == 3
    assert document.report.values["requests.received.other"] == 0
    texts = document.report.parts("overview")
    assert any("行政复议" in part.text for part in texts)
    window.menu_actions["quiet_year"].trigger()
    dialog = view.help_actions.quiet
    assert [("已经有字" in box.text()) for _, box, _ in dialog.sentences] == [True, True, False]
    assert not dialog.tables["requests"].isEnabled()
    dialog.others["requests"].click()
    dialog.fill.click()
    assert document.report.values["requests.received.natural"] == 0
    assert document.report.parts("overview") == texts


def test_given_up_nothing_is_filled_in(window):
    document, view = new(window)
    before = dict(document.report.values)
    window.menu_actions["quiet_year"].trigger()
    QTest.keyClick(view.help_actions.quiet, KEYS.Key_Escape)
    assert document.report.values == before


def test_a_sentence_may_take_the_place_of_what_last_year_said_of_fees(window):
    document, view = new(window)
    document.edit({"remarks": (Part("信息处理费情况", "2020年没有收取信息处理费。"), Part("其他事项", "无。"))}, "填写")
    window.menu_actions["quiet_year"].trigger()
    dialog = view.help_actions.quiet
    sentence, box, field = dialog.sentences[-1]
    (instead,) = (dialog.replacing[sentence],)
    assert "信息处理费情况" in box.text() and "2020年没有收取" in instead.text()
    assert not box.isChecked() and not instead.isEnabled() and not instead.isChecked()
    box.click()
    instead.click()
    dialog.fill.click()
    assert document.report.parts("remarks") == (Part("信息处理费情况", field.toPlainText()), Part("其他事项", "无。"))


def test_what_is_found_is_marked_while_the_keys_stay_in_the_search_field(window, view, qtbot):
    shortcut(window, "Ctrl+F")
    bar = view.find_bar
    write(bar.words, "三安全")
    cells = at(table(window, "requests"), "requests.received.natural")
    cell = cells._document.report.form.cells["requests.denied_security_stability.natural"]
    bar.words.setFocus()
    cells.bring_into_sight(cell)
    before = cells.viewport().grab(cells.cell_rect(cell)).toImage()
    click(bar.told)
    assert bar.words.hasFocus() and cells.current is cell
    assert cells.viewport().grab(cells.cell_rect(cell)).toImage() != before


@pytest.mark.parametrize(("words", "place"), [("与公章一致", "unit"), ("重点领域做得怎么样", "overview[0].text")])
def test_a_field_that_is_found_by_its_help_is_marked_too(window, view, words, place):
    shortcut(window, "Ctrl+F")
    bar = view.find_bar
    write(bar.words, words)
    click(bar.told)
    (marked,) = (one for one in view.editor.findChildren(QWidget) if one.property("found"))
    assert marked.property(PLACE_PROPERTY) == place and bar.words.hasFocus()
    bar.close_bar()
    assert not marked.property("found")


def said(view) -> str:
    return view._said.text()


def test_what_was_filled_in_is_said_and_asked_for_again_that_it_is_there(window):
    document, view = new(window)
    document.edit({"year": 2025}, "填写")
    window.menu_actions["quiet_year"].trigger()
    view.help_actions.quiet.fill.click()
    count = sum(name.startswith(("requests", "disputes")) for name in document.report.form.inputs)
    assert said(view) == f"已填 {count} 格、3 句，可以撤销。"
    part = next(part for part in document.report.parts("overview") if part.heading == "依申请公开")
    assert part.text.count("2025年，") == 1  # only the sentence that begins it
    before = dict(document.report.values)
    view.help_actions.quiet = None
    window.menu_actions["quiet_year"].trigger()
    assert not view.help_actions.quiet.isVisible() and "已经填好了" in said(view)
    assert document.report.values == before
    view.undo()
    window.menu_actions["quiet_year"].trigger()
    assert view.help_actions.quiet.isVisible()


def test_with_nothing_ticked_it_is_said_that_nothing_was_filled_in(window):
    _, view = new(window)
    window.menu_actions["quiet_year"].trigger()
    dialog = view.help_actions.quiet
    for box in (*dialog.tables.values(), *(box for _, box, _ in dialog.sentences)):
        box.click()
    dialog.fill.click()
    assert "什么也没有填" in said(view)


def on_screen(cells) -> QRect:
    rect = cells.cell_rect(cells.current)
    return QRect(cells.viewport().mapToGlobal(rect.topLeft()), rect.size())


@pytest.mark.parametrize("size", [(1026, 532), (790, 600)])
def test_help_is_no_larger_than_its_text_and_leaves_the_current_cell_in_sight(window, view, size):
    window.resize(*size)
    cells = at(table(window, "requests"), "requests.received.other")
    settle()
    shortcut(window, "F1")
    dialog = view.help_actions.dialog
    settle()
    assert not dialog.frameGeometry().intersects(on_screen(cells))
    assert dialog.width() < size[0] * 0.76 and dialog.height() < size[1] * 0.76
    text, page = dialog.text, dialog.text.document().size().height()
    assert page <= text.viewport().height() + 4 or dialog.height() >= window.height() * 0.7
    assert text.viewport().height() <= page + 40
    for name in ("requests.carried_out.natural", "requests.carried_out.other", "requests.received.natural"):
        at(cells, name)
        settle()
        assert not dialog.frameGeometry().intersects(on_screen(cells))


def test_esc_closes_help_after_a_click_in_the_table_too(window, view):
    cells = at(table(window, "requests"), "requests.received.other")
    shortcut(window, "F1")
    assert view.help_actions.dialog.isVisible()
    click(cells.viewport())
    QTest.keyClick(cells, KEYS.Key_Escape)
    assert not view.help_actions.dialog.isVisible()


def test_in_a_narrow_window_all_that_is_ticked_can_be_read(window):
    document, view = new(window)
    document.edit({"remarks": (Part("信息处理费情况", "2020年没有收取信息处理费，" * 9),)}, "填写")
    window.menu_actions["quiet_year"].trigger()
    dialog = view.help_actions.quiet
    dialog.resize(660, 500)
    QTest.qWait(20)
    assert dialog.width() == 660 and dialog.findChild(QScrollArea).horizontalScrollBar().maximum() == 0
