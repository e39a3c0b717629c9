"""Finding and replacing from the bar."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from model.report.report import Part
from tests.clerk import KEYS, click, shortcut, write
from tests.ui.tabs import table
from ui.search.citations_dialog import CitationsDialog
from ui.view.text_tab import TextTab


def replacing(window, words: str, new: str):
    """The bar that replaces, with the words to look for and the new ones in it."""
    window.workspace.session.view.replace()
    bar = window.workspace.session.view.find_bar
    write(bar.words, words)
    write(bar.new, new)
    return bar


@pytest.fixture
def asked(monkeypatch):
    """What the dialog listed; it ticks the places whose lines have `ticks` in them and is closed by `answer`."""

    class Asked:
        ticks, answer, lines, said = "nothing", "replace", (), ""

    def run(dialog: CitationsDialog) -> int:
        dialog.show()
        items = [dialog.list.item(at) for at in range(dialog.list.count())]
        Asked.lines = tuple(item.text() for item in items)
        Asked.said = dialog.findChild(QLabel).text()
        for item in items:
            if Asked.ticks in item.text():
                item.setCheckState(Qt.CheckState.Checked)
        click(getattr(dialog, Asked.answer))
        return dialog.result()

    monkeypatch.setattr(CitationsDialog, "exec", run)
    return Asked


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


def test_a_place_of_the_form_is_marked_until_another_is_found(window):
    window.workspace.open_actions.show_example()
    shortcut(window, "Ctrl+F")
    view = window.workspace.session.view
    write(view.find_bar.words, "办公室")
    click(view.find_bar.told)
    marked = view.editor.currentWidget().findChildren(QWidget)
    assert any(widget.property("found") for widget in marked)
    QTest.keyClick(view.find_bar.words, KEYS.Key_Return)
    assert not any(widget.property("found") for widget in marked)


def test_replace_all_is_one_step(window, asked):
    asked.ticks = "青禾"
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


def test_after_the_bar_the_keys_are_at_what_was_found_or_where_they_were(window):
    window.workspace.open_actions.show_example()
    view = window.workspace.session.view
    view.go_to("requests.received.natural")
    table = window.focusWidget()
    write(table, "8")
    shortcut(window, "Ctrl+F")
    QTest.keyClick(view.find_bar.words, KEYS.Key_Escape)
    assert window.focusWidget() is table
    shortcut(window, "Ctrl+F")
    write(view.find_bar.words, "方言")
    QTest.keyClick(view.find_bar.words, KEYS.Key_Return)
    QTest.keyClick(view.find_bar.words, KEYS.Key_Escape)
    assert window.focusWidget() is view.editor.currentWidget().findChild(TextTab).cards[1].text


@pytest.mark.parametrize("words", ["", "方言", "三安全"])
def test_the_keys_that_find_on_never_lead_into_a_bar_that_is_closed(window, words):
    window.workspace.open_actions.show_example()
    bar = window.workspace.session.view.find_bar
    if words:
        shortcut(window, "Ctrl+F")
        write(bar.words, words)
        QTest.keyClick(bar.words, KEYS.Key_Escape)
    shortcut(window, "F3")
    assert bar.words.hasFocus() and bar.words.isVisible() and not bar.new.isVisible()


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


CITED = "2021年，按国办公开办函〔2021〕30号、《青禾镇目录（2021年版）》办理，2021年全年完成。"
RUNNING = "2022年，按国办公开办函〔2021〕30号、《青禾镇目录（2021年版）》办理，2022年全年完成。"


def text(window) -> str:
    return window.workspace.session.document.report.parts("improvement")[0].text


def test_other_documents_names_stay_unless_they_are_ticked(window, tab, asked):
    window.workspace.session.document.edit({"improvement": (Part("问题", CITED),)}, "x")
    bar = replacing(window, "2021", "2022")
    click(bar.all)
    assert text(window) == RUNNING and "已替换 2 处，2 处没有换" in bar.count.text()
    assert len(asked.lines) == 2 and "文号" in asked.lines[0] and "〔2021〕30号" in asked.lines[0]
    assert "“五、问题与改进”的“问题”" in asked.lines[1] and "文件名称" in asked.lines[1]
    window.workspace.session.view.undo()
    asked.ticks = "文件名称"
    click(bar.all)
    assert text(window) == RUNNING.replace("2021年版", "2022年版")
    window.workspace.session.view.undo()
    asked.answer = "cancel"
    click(bar.all)
    assert text(window) == CITED


def test_where_all_places_are_such_and_none_is_ticked_it_is_said_that_none_was_replaced(window, tab, asked):
    window.workspace.session.document.edit({"improvement": (Part("", "见国办公开办函〔2021〕30号。"),)}, "x")
    bar = replacing(window, "2021", "2022")
    click(bar.all)
    assert text(window) == "见国办公开办函〔2021〕30号。" and "1 处没有换" in bar.count.text()
    assert "其余" not in asked.said


def test_such_a_place_in_the_opening_is_listed_too(window, tab, asked):
    window.workspace.session.document.edit({"opening": CITED}, "x")
    click(replacing(window, "2021", "2022").all)
    assert window.workspace.session.document.report.text("opening") == RUNNING
    assert asked.lines[0].startswith("开头语")


def test_without_such_places_nothing_is_asked(window, tab, asked):
    window.workspace.session.document.edit({"improvement": (Part("", "2021年，2021年。"),)}, "x")
    click(replacing(window, "2021", "2022").all)
    assert text(window) == "2022年，2022年。" and asked.lines == ()


def test_one_by_one_such_a_place_is_told_before_it_is_replaced(window, tab):
    window.workspace.session.document.edit({"improvement": (Part("", CITED),)}, "x")
    bar = replacing(window, "2021", "2022")
    click(bar.next)
    click(bar.one)
    click(bar.one)
    assert text(window) == CITED.replace("2021", "2022", 1) and "文号" in bar.count.text()
    click(bar.next)
    click(bar.one)
    click(bar.one)
    assert text(window) == CITED.replace("2021年", "2022年", 2).replace("2022年全年", "2021年全年")


def test_esc_leads_to_what_was_found_and_without_that_back_to_where_the_keys_were(window):
    window.workspace.open_actions.show_example()
    view = window.workspace.session.view
    view.go_to("contact.email")
    before = window.focusWidget()
    view.search()
    QTest.keyClick(view.find_bar.words, KEYS.Key_Escape)
    assert window.focusWidget() is before
    view.search()
    write(view.find_bar.words, "政务公开")
    QTest.keyClick(view.find_bar.words, KEYS.Key_Return)
    QTest.keyClick(view.find_bar.words, KEYS.Key_Escape)
    assert window.focusWidget().textCursor().selectedText() == "政务公开"
    before = table(window, "requests")
    view.search()
    QTest.keyClick(view.find_bar.words, KEYS.Key_Escape)
    assert window.focusWidget() is before


def test_tab_leads_from_the_words_to_the_new_ones_and_then_to_the_buttons(window):
    window.workspace.open_actions.show_example()
    view = window.workspace.session.view
    view.replace()
    bar, reached = view.find_bar, [view.find_bar.words]
    for _ in range(5):
        QTest.keyClick(reached[-1], KEYS.Key_Tab)
        reached.append(window.focusWidget())
    assert reached == [bar.words, bar.new, bar.next, bar.previous, bar.one, bar.all]


def test_enter_in_the_new_words_replaces_one_and_goes_on_but_held_down_no_more(window, tab):
    window.workspace.session.document.edit({"overview": None, "improvement": (Part("", "甲1 甲2 甲3 甲4"),)}, "x")
    bar = replacing(window, "甲", "乙")
    bar.new.setFocus()
    QTest.keyClick(bar.new, KEYS.Key_Return)
    assert "甲1" in text(window) and bar.count.text().startswith("第 1 处")
    QTest.keyClick(bar.new, KEYS.Key_Return)
    assert text(window) == "乙1 甲2 甲3 甲4" and bar.new.hasFocus()
    QTest.keyClick(bar.new, KEYS.Key_Enter)
    assert text(window) == "乙1 乙2 甲3 甲4"
    held = QKeyEvent(QEvent.Type.KeyPress, KEYS.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    QApplication.sendEvent(bar.new, held)
    QTest.keyClick(bar.new, KEYS.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert text(window) == "乙1 乙2 甲3 甲4"
