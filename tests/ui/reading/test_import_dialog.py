"""The card on which the clerk looks at what was read, corrects it and takes it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton

from model.draft.draft_file import load_draft
from model.draft.next_year import needed_next_year
from model.form.form import editions, load_form
from model.reading.document import read_bytes, read_document
from model.report.report import Report
from tests.clerk import click, paste, type_number, write
from tests.model.reading.pages import page_of
from tests.samples import EXAMPLE, SHARED
from tests.ui.cards import KEYS, doubtful_page, said_of, table_at, type_into
from tests.ui.tabs import settle
from ui.basics.fields import LineField
from ui.basics.theme import apply_theme
from ui.reading.import_dialog import ImportDialog
from ui.table.form_table import FormTable
from ui.view.tab_bar import TabListButton

CARRIED_OUT = [f"requests.carried_out.{lane}" for lane in ("natural", "business", "research")]
NO_TABLES = SHARED / "cases" / "reading" / "F02a-tables-are-pictures.docx"


@pytest.fixture
def show(window, clerk):
    """Shows a card of a page, with the keys."""

    def shown(page: bytes | str, may_fill: bool = False) -> ImportDialog:
        data = page.encode() if isinstance(page, str) else page
        card = ImportDialog(read_bytes(data), "上年.html", may_fill, window)
        card.show()
        card.activateWindow()
        QApplication.processEvents()  # until it has the keys
        return card

    return shown


def test_the_card_shows_the_forms_tables_with_what_was_read_beside_its_source(show):
    card = show(doubtful_page())
    assert "没有要核对的" in card.headline.text()
    for name, number in load_draft(EXAMPLE)[0].numbers().items():
        assert card.document.numbers[name] == number
    said = said_of(card, "requests.carried_out.natural")
    assert "读到的是 2" in said and "四、结转下年度" in said and "表格" in said
    assert card.tabs.tab(4).findChild(QPlainTextEdit) is None  # a table and nothing else


def test_what_this_year_needs_comes_first_and_nothing_else_is_among_it(show):
    card = show(doubtful_page())
    assert card.tabs.tabText(0) == "今年要用的数" and card.tabs.currentIndex() == 0
    form = load_form("2021")
    lasts = {carry.last for carry in form.carries} & set(form.inputs)
    tables = card.tabs.currentWidget().findChildren(FormTable)
    names = {cell.name for table in tables for cell in table._grid.inputs}
    assert names == lasts
    assert {cell.label for table in tables for cell in table._grid.cells} >= {"现行有效件数", "四、结转下年度继续办理"}
    assert all(table.height() >= table.whole_height for table in tables)


def test_of_an_older_edition_this_year_needs_what_the_newest_has_cells_for(show):
    older = load_form("2019")
    report = Report(older, {"unit": "青禾镇人民政府", "year": 2020} | dict.fromkeys(older.inputs, 1))
    card = show(page_of(report))
    assert card.report.form is older and card.tabs.tabText(0) == "今年要用的数"
    names = [cell.name for table in card.tabs.currentWidget().findChildren(FormTable) for cell in table._grid.inputs]
    assert names == list(needed_next_year(older, load_form(editions()[-1])))


def test_a_cell_on_the_first_page_is_the_one_in_its_table(show):
    card = show(doubtful_page(carried_out__natural="约2"))
    type_into(card, CARRIED_OUT[0], "7")
    card.tabs.setCurrentIndex(4)
    table = card.tabs.tab(4).table
    assert table._document.cell_text(CARRIED_OUT[0]) == "7" and CARRIED_OUT[0] not in table._flags


def test_the_headline_counts_what_is_open_and_goes_on_counting(show):
    card = show(doubtful_page(carried_out__natural="约2", granted__business="／"))
    assert "还有 2 处要核对，其中 1 处今年要用" in card.headline.text()
    type_into(card, CARRIED_OUT[0], "2")
    assert "还有 1 处要核对。" in card.headline.text()
    card._undo()
    assert "还有 2 处要核对" in card.headline.text() and card.tabs.currentIndex() == 0
    card._redo()
    type_into(card, "requests.granted.business", "2")
    assert "没有要核对的" in card.headline.text()


def test_the_next_key_goes_through_what_is_open_what_this_year_needs_first(show):
    card = show(doubtful_page(carried_out__natural="约2", granted__business="／", received__natural="约10"))
    open_cells = [CARRIED_OUT[0], "requests.received.natural", "requests.granted.business"]
    places = []
    for _ in range(4):
        QTest.keyClick(card.focusWidget(), KEYS.Key_F8)
        places.append(card.focusWidget().current.name)
    assert places == [*open_cells, open_cells[0]] and card.tabs.currentIndex() == 0
    QTest.keyClick(card.focusWidget(), KEYS.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert card.focusWidget().current.name == open_cells[-1]


def test_an_open_cell_is_marked_and_says_what_stood_there_and_why(show):
    card = show(doubtful_page(granted__business="／"))
    table = table_at(card, "requests.granted.business")
    assert "requests.granted.business" in table._flags and "／" in table.tool_tip_of(table.current)
    said = card.said.toPlainText()
    assert "／" in said and "不是单独一个数" in said and "对照原文" in said
    assert card.said.property("open") and said == table.accessibleDescription()


def test_a_correction_settles_a_total_that_disagreed(show):
    card = show(doubtful_page(carried_in__natural="约2", handled__natural=61, granted__total="", handled__total=""))
    type_into(card, "requests.carried_in.natural", "2")
    assert "61" in said_of(card, "requests.handled.natural") and "按各项相加是 10" in card.said.toPlainText()
    assert "还有 1 处" in card.headline.text() and card.report.notes.printed == {"requests.handled.natural": 61}
    granted = card.document.numbers["requests.granted.natural"]
    type_into(card, "requests.granted.natural", str(51 + int(granted)))
    assert "没有要核对的" in card.headline.text() and not card.report.notes.printed


def test_a_total_that_a_correction_makes_disagree_is_marked_until_that_is_undone(show):
    card = show(doubtful_page())
    total = "requests.carried_out.total"
    printed = int(card.document.numbers[total])
    type_into(card, CARRIED_OUT[1], "3")
    assert "还有 1 处要核对" in card.headline.text() and card.report.notes.printed == {total: printed}
    QTest.keyClick(card.focusWidget(), KEYS.Key_F8)
    table = card.focusWidget()
    assert total in table._flags
    assert f"印的总计是 {printed}，按各项相加是 {printed + 3}" in said_of(card, total)
    card._undo()
    assert "没有要核对的" in card.headline.text() and not card.report.notes.printed


def test_what_stays_as_it_is_can_be_marked_as_checked_and_open_again(show, qtbot):
    card = show(doubtful_page(handled__natural=61))
    said_of(card, "requests.handled.natural")
    QTest.keyClick(card.focusWidget(), KEYS.Key_K, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: "没有要核对的" in card.headline.text())
    assert card.report.notes.printed == {"requests.handled.natural": 61}
    card.seen.click()
    assert "还有 1 处" in card.headline.text()


def test_a_block_is_pasted_as_in_the_main_window_and_undone_in_one_step(show):
    card = show(doubtful_page(carried_out__natural="约2", carried_out__business="约3"))
    table = table_at(card, CARRIED_OUT[0])
    paste(table, "4\t5\t6")
    assert [card.document.numbers[name] for name in CARRIED_OUT] == [4, 5, 6]
    paste(table, "4\t五个\t6")
    assert [card.document.numbers[name] for name in CARRIED_OUT] == [4, 5, 6]
    QTest.keyClick(table, KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert CARRIED_OUT[0] not in card.document.numbers and card.document.numbers[CARRIED_OUT[2]] == 0


def test_a_number_that_is_none_keeps_the_card_open_until_it_is_mended(show, clerk):
    card = show(doubtful_page())
    table = table_at(card, "requests.carried_out.business")
    write(table, "1")
    write(table.editor, "O")
    card.buttons["next"].click()
    assert card.choice == "" and card.isVisible()
    assert "1O" in card.said.toPlainText() and "还有 1 处" in card.headline.text()
    type_into(card, "requests.carried_out.business", "10")
    QTest.keyClick(card, KEYS.Key_Return)
    assert card.choice == ""
    card.reject()
    assert "改正过的内容" in clerk.told[-1] and card.isVisible()
    card.buttons["next"].click()
    assert card.choice == "next" and card.report.values["requests.carried_out.business"] == 10


def test_closing_asks_about_what_was_typed_also_where_it_is_still_in_the_cell(show, clerk):
    card = show(doubtful_page())
    QTest.keyClick(table_at(card, CARRIED_OUT[0]), KEYS.Key_Escape)
    assert not card.isVisible() and not clerk.told
    card = show(doubtful_page())
    write(table_at(card, CARRIED_OUT[0]), "8")
    card.close()
    assert card.isVisible() and "改正过的内容" in clerk.told[-1] and card.report.values[CARRIED_OUT[0]] == 8
    clerk.gives_up = True
    card.close()
    assert not card.isVisible() and card.choice == ""


def test_facts_that_were_not_found_are_fields_to_fill_in(show):
    card = show("<p>一、总体情况</p><p>本年没有新情况。</p>" + doubtful_page().decode().partition("总体情况")[2])
    open_facts = [name for name in ("unit", "year") if name not in card.report.values]
    assert open_facts and f"还有 {len(open_facts)} 处要核对" in card.headline.text()
    for name, text in (("unit", "青禾镇人民政府"), ("year", "2024")):
        type_into(card, name, text)
    assert "没有要核对的" in card.headline.text()
    assert (card.report.unit, card.report.year) == ("青禾镇人民政府", 2024)
    QTest.keyClick(card.focusWidget(), KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert card.report.year is None and "还有 1 处要核对" in card.headline.text()


def test_a_year_that_is_none_is_not_taken(show):
    card = show(doubtful_page())
    type_into(card, "year", "22")
    card.buttons["next"].click()
    assert card.choice == "" and "22" in card.said.toPlainText()
    type_into(card, "year", "2022")
    card.buttons["next"].click()
    assert card.choice == "next" and card.report.year == 2022


def test_the_texts_are_shown_as_they_were_read(show):
    card = show(doubtful_page())
    section = card.document.report.form.text_sections[0]
    card.tabs.go_to(section.key)
    assert card.tabs.currentWidget().findChild(QPlainTextEdit).toPlainText() == card.report.parts(section.key)[0].text
    assert card.said.toPlainText() == ""  # no cell has the keys any more


def test_no_button_of_a_text_leads_nowhere(show, window):
    card = show(doubtful_page())
    card.tabs.show_tab_of("overview")
    settle()
    words = [made.text() for made in card.tabs.currentWidget().findChildren(QPushButton) if made.isVisible()]
    assert words and "常用句…" not in words
    window.workspace.open_actions.show_example()
    window.workspace.session.view.editor.show_tab_of("overview")
    page = window.workspace.session.view.editor.currentWidget()
    assert "常用句…" in [made.text() for made in page.findChildren(QPushButton) if made.isVisible()]


def test_what_was_not_read_stands_on_the_second_page(show):
    card = show(doubtful_page())
    card.tabs.setCurrentIndex(1)
    page = card.tabs.currentWidget().findChild(QPlainTextEdit)
    assert "主办单位" in page.toPlainText() and page.isReadOnly()


def test_the_card_leaves_what_was_read_as_it_was(show, clerk):
    reading = read_bytes(doubtful_page())
    before = dict(reading.report.values)
    card = ImportDialog(reading, "上年.html", False)
    card.show()
    type_into(card, CARRIED_OUT[0], "9")
    clerk.gives_up = True
    card.reject()
    assert reading.report.values == before


def test_enter_presses_the_button_that_has_the_focus_only(show):
    card = show(doubtful_page())
    QTest.keyClick(card, KEYS.Key_Return)
    assert card.isVisible()
    card.buttons["next"].setFocus()
    QTest.keyClick(card.buttons["next"], KEYS.Key_Return)
    assert card.choice == "next"


@pytest.mark.parametrize("scale", [100, 150])
def test_the_card_fits_a_small_screen(show, dressed, scale):
    apply_theme(dressed, "light", scale)
    try:
        card = show(doubtful_page(granted__business="／"), may_fill=True)
        assert card.minimumSizeHint().width() <= 911 and card.minimumSizeHint().height() <= 440
    finally:
        apply_theme(dressed, "light", 100)


def test_every_button_and_field_has_a_name(show):
    card = show(doubtful_page(), may_fill=True)
    card.tabs.tab(1)
    for one in (*card.findChildren(QPushButton), *card.findChildren(LineField)):
        assert one.accessibleName() or (isinstance(one, QPushButton) and one.text()), one
    assert card.said.accessibleName()


@pytest.mark.skipif(not NO_TABLES.exists(), reason="the cases are not here")
def test_a_document_whose_tables_are_pictures_is_filled_in_on_the_card(window, clerk):
    card = ImportDialog(read_document(NO_TABLES), NO_TABLES.name, False, window)
    card.show()
    assert "还有 200 处要核对，其中 8 处今年要用" in card.headline.text()
    paste(table_at(card, CARRIED_OUT[0]), "1\t0\t0\t0\t0\t0")
    assert "还有 194 处要核对" in card.headline.text() or "还有 193 处要核对" in card.headline.text()
    card.buttons["next"].click()
    assert card.report.values[CARRIED_OUT[0]] == 1


def test_notes_on_the_whole_reading_stand_on_the_first_page(window, clerk):
    reading = read_bytes(doubtful_page())
    reading.notes.append("文档里有 2 份报告，读的是第 1 份。")
    card = ImportDialog(reading, "上年.html", False, window)
    assert any(reading.notes[0] == one.text() for one in card.tabs.tab(0).findChildren(QLabel))


EMPTY = "<html><body><h1>青禾镇人民政府政府信息公开工作年度报告</h1><p>一、总体情况</p><p>做了工作。</p></body></html>"


@pytest.mark.parametrize("choice", ["next", "open"])
def test_a_document_without_numbers_and_year_is_not_taken_unasked(show, clerk, choice):
    clerk.takes_reading = False
    card = show(EMPTY)
    assert "没有读到年度" in card.headline.text()
    card.buttons[choice].click()
    assert card.isVisible() and card.choice == ""
    assert any("哪一年" in line for line in clerk.asked) and any("一个数也没有读到" in line for line in clerk.asked)
    assert card.focusWidget().objectName() == "year"
    write(card.focusWidget(), "2024")
    assert card.report.year == 2024 and "没有读到年度" not in card.headline.text()
    clerk.asked.clear()
    clerk.takes_reading = True
    card.buttons[choice].click()
    assert card.choice == choice and len(clerk.asked) == 1 and "一个数也没有读到" in clerk.asked[0]


def test_filling_in_needs_no_year_of_its_own_and_what_was_read_whole_is_taken_unasked(show, clerk):
    card = show(EMPTY, may_fill=True)
    card.buttons["fill"].click()
    assert card.choice == "fill" and len(clerk.asked) == 1
    clerk.asked.clear()
    card = show(doubtful_page())
    card.buttons["next"].click()
    assert card.choice == "next" and clerk.asked == []


@pytest.mark.parametrize(("around", "said"), [(["首页"], "（“没有读入的”一页连同说明共 3 条）"), ([], "")])
def test_the_headline_says_what_the_tab_counts(window, around, said):
    reading = read_bytes(doubtful_page())
    reading.unrecognised, reading.left_out, reading.notes = ["甲", "乙"], around, []
    card = ImportDialog(reading, "上年.html", False, window)
    assert f"另有 2 行没有认出{said}。" in card.headline.text()
    assert card.tabs.tabText(1) == f"没有读入的（{2 + len(around)}）"


@pytest.mark.parametrize("around", ["<p>附件下载 12 次</p>", "<table><tr><td>浏览次数</td><td>12</td></tr></table>"])
def test_a_line_that_was_not_read_is_listed_once(around):
    reading = read_bytes(doubtful_page().decode().replace("</body>", f"{around}</body>").encode())
    words = "附件下载" if "附件" in around else "浏览次数"
    assert sum(words in line for line in [*reading.unrecognised, *reading.left_out]) == 1


def test_after_enter_the_next_place_is_the_one_that_enter_has_come_to(show):
    card = show(
        doubtful_page(
            **{f"carried_out__{lane}": f"约{n}" for n, lane in enumerate(("natural", "business", "research"), 2)}
        )
    )
    assert len(card._open) >= 3
    table = table_at(card, CARRIED_OUT[0])
    type_number(table, "3")
    assert card._place == CARRIED_OUT[1] and table.current.name == CARRIED_OUT[1]
    QTest.keyClick(card.focusWidget(), KEYS.Key_F8)
    assert card._place == CARRIED_OUT[1] and "就是这一处" in card.said.toPlainText()
    QTest.keyClick(card.focusWidget(), KEYS.Key_F8)
    assert card._place == CARRIED_OUT[2] and "就是这一处" not in card.said.toPlainText()


def test_with_nothing_left_the_next_place_is_greyed_and_its_key_says_so(show):
    card = show(doubtful_page())
    assert card._open == [] and not card.next.isEnabled()
    QTest.keyClick(card.focusWidget(), KEYS.Key_F8)
    assert "没有要核对的了" in card.said.toPlainText()
    card._step(1)
    assert card.said.toPlainText().count("没有要核对的了") == 1


def test_what_was_corrected_is_said_and_marked_until_it_is_undone(show):
    card = show(doubtful_page(carried_out__natural=0))
    table = table_at(card, CARRIED_OUT[0])
    place = table.cell_rect(table.current).bottomLeft() + QPoint(4, -1)
    type_into(card, CARRIED_OUT[1], "1")  # which takes the frame of the current cell away
    before = table.grab().toImage()
    type_into(card, CARRIED_OUT[0], "5")
    marked = table.grab().toImage()
    table.go_to(next(cell for cell in table.grid.inputs if cell.name == CARRIED_OUT[0]))
    assert "读到的是 0" in card.said.toPlainText() and "现在填的是 5" in card.said.toPlainText()
    assert marked.pixelColor(place) != before.pixelColor(place)
    card._undo()
    assert "改过了" not in card.said.toPlainText() and not card.document.is_corrected(CARRIED_OUT[0])


@pytest.mark.parametrize("code", [KEYS.Key_Down, KEYS.Key_Return, KEYS.Key_Tab])
def test_the_keys_lead_from_the_last_row_of_a_small_table_to_the_next_table(show, code):
    card = show(doubtful_page())
    first, second = card.tabs.currentWidget().findChildren(FormTable)[:2]
    first.setFocus()
    first.go_to(first.grid.inputs[-1])
    type_number(first, "3", code)
    assert card.focusWidget() is second and second.current == second.grid.inputs[0]
    type_number(second, "4", None)
    assert first._document.report.values[first.grid.inputs[-1].name] == 3
    second.cancel_editing()
    QTest.keyClick(second, KEYS.Key_Up)
    assert card.focusWidget() is first and first.current == first.grid.inputs[-1]


def test_on_a_small_screen_what_was_not_read_is_in_sight_and_every_page_can_be_reached(window):
    window.resize(911, 440)  # 1366 × 768 at 150 %
    reading = read_bytes(doubtful_page())
    reading.unrecognised = ["附件下载 12 次"]
    card = ImportDialog(reading, "上年.html", True, window)
    card.resize(911, 440)
    card.show()
    settle()
    tabs, bar = card.tabs, card.tabs.tabBar()
    place = next(index for index in range(bar.count()) if bar.tabText(index).startswith("没有读入的"))
    seen = bar.visibleRegion().boundingRect()
    assert seen.contains(bar.tabRect(place).adjusted(0, 0, -4, 0))
    button = tabs.findChild(TabListButton)
    assert button.isVisible()
    for entry in button.made_menu().actions():
        entry.trigger()
        settle()
        assert bar.tabText(tabs.currentIndex()) == entry.text()
    click(button)
    QApplication.activePopupWidget().close()
    tabs.setCurrentIndex(place)
    settle()
    page = tabs.currentWidget().findChild(QPlainTextEdit)
    assert "附件下载 12 次" in page.toPlainText() and page.visibleRegion().boundingRect().height() > 100
    card.reject()
