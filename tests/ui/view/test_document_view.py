"""Tabs and the bar below them."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolBar, QToolTip

from tests.clerk import click, shortcut
from tests.model.checking.reports import QUIET
from tests.ui.findings.reports import CARRIED, opened
from tests.ui.tabs import settle, table, write_fact
from ui.basics.theme import apply_theme


def test_the_tabs_are_those_of_the_form(window):
    window.workspace.open_actions.new()
    titles = [
        window.workspace.session.view.editor.tabText(index)
        for index in range(window.workspace.session.view.editor.count())
    ]
    assert titles == [
        "总览",
        "基本信息",
        *(section.tab for section in window.workspace.session.document.report.form.sections),
    ]


def test_the_status_bar_says_what_is_empty_and_leads_there(window, qtbot):
    window.workspace.open_actions.show_example()
    assert window.workspace.session.view.open_places.text() == "全部填好了。"
    cells = table(window, "requests")
    cells.go_to(window.workspace.session.document.report.form.cells["requests.granted.legal"])
    cells.clear_selection()
    window.workspace.session.view.editor.show_tab_of("unit")
    qtbot.waitUntil(lambda: "三、依申请公开：1 格" in window.workspace.session.view.open_places.text())
    QTest.mouseClick(window.workspace.session.view.open_places, Qt.MouseButton.LeftButton)
    assert cells.current.name == "requests.granted.legal"
    assert (
        window.workspace.session.view.editor.tabText(window.workspace.session.view.editor.currentIndex())
        == "三、依申请公开"
    )


def test_a_gap_in_the_opening_counts_as_empty(window, qtbot):
    window.workspace.open_actions.new()
    write_fact(window, "unit", "甲镇人民政府")
    QTest.mouseClick(window.workspace.session.view.editor.tab_of("unit").generate, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "开头语里的“____”" in window.workspace.session.view.open_places.text())


def test_what_is_opened_is_checked_by_itself_as_soon_as_it_is_shown(window, qtbot):
    window.workspace.open_actions.new()
    view = window.workspace.session.view
    assert view.found.text() == ""
    qtbot.waitUntil(lambda: view.found.text() not in ("", "检查：没有问题"))
    assert window.workspace.session.document.checked.findings


def test_f8_right_after_opening_goes_to_a_finding(window, qtbot):
    window.workspace.open_actions.new()
    shortcut(window, "F8")
    view = window.workspace.session.view
    assert view.panel.isVisible() and view.panel.tree.currentItem()
    assert view.found.text().startswith("检查：")
    assert view._said.text() == ""


def test_the_panel_opens_below_the_tabs_and_the_tools_say_what_they_are(window):
    window.workspace.open_actions.show_example()
    view = window.workspace.session.view
    shortcut(window, "F8")
    assert view.panel.mapTo(view, QPoint()).y() > view.editor.mapTo(view, QPoint()).y()
    assert view.panel.width() == view.editor.width()
    tools = window.findChild(QToolBar)
    assert tools.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    page = view.editor.tab_of("unit")
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert page.horizontalScrollBarPolicy() == off and page.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert page.opening.verticalScrollBarPolicy() == page.opening.horizontalScrollBarPolicy() == off


def test_a_notice_comes_below_what_is_being_clicked_on(window):
    window.workspace.open_actions.show_example()
    view = window.workspace.session.view
    settle()
    before = view.editor.mapTo(window, QPoint())
    view.notices.show_one("x", "文件不见了。", [("另存为…", lambda: None)])
    settle()
    assert view.notices.isVisible() and view.editor.mapTo(window, QPoint()) == before


def test_the_findings_stand_beside_the_report_where_there_is_room_for_both(window):
    window.workspace.open_actions.show_example()
    view = window.workspace.session.view
    shortcut(window, "F8")
    window.resize(1920, 1000)
    settle()
    assert view.panel.mapTo(view, QPoint()).x() > view.editor.mapTo(view, QPoint()).x()
    assert view.panel.height() == view.editor.height()
    cells = table(window, "requests")
    settle()
    assert not cells.horizontalScrollBar().maximum() and not cells.verticalScrollBar().maximum()
    window.resize(1366, 700)
    settle()
    assert view.panel.width() == view.editor.width()


def test_in_a_low_window_the_status_line_and_the_findings_are_whole(window):
    window.workspace.open_actions.new()
    view = window.workspace.session.view
    shortcut(window, "F8")
    window.resize(911, 440)
    settle()
    assert (window.width(), window.height()) == (911, 440)
    for part in (view.open_places, view.found, view.panel.line):
        assert part.visibleRegion().boundingRect() == part.rect()
    click(view.panel.line.said)
    settle()
    for part in (view.open_places, view.found, view.panel, view.panel.tree):
        assert part.visibleRegion().boundingRect() == part.rect()
    cells = table(window, "requests")
    cells.go_to(cells._grid.inputs[-1])
    settle()
    assert cells.viewport().visibleRegion().boundingRect().contains(cells.cell_rect(cells.current))


def test_the_status_line_says_as_much_as_it_has_room_for(window, qtbot):
    window.workspace.open_actions.new()
    places = window.workspace.session.view.open_places
    qtbot.waitUntil(lambda: places.text().startswith("未填 — "))
    every = places.accessibleName()
    window.resize(1920, 700)
    settle()
    assert places.text() == every
    window.resize(911, 440)
    settle()
    assert places.text().endswith(" 处") and every.startswith(places.text().partition("　等")[0])
    assert places.fontMetrics().horizontalAdvance(places.text()) < places.width()


@pytest.mark.parametrize("zoom", [100, 150])
def test_a_message_that_is_too_long_for_the_lower_edge_is_read_whole_over_the_page(window, qtbot, zoom):
    view = opened(window, qtbot, **QUIET | {CARRIED.replace(".", "__"): 3})
    window.settings.look, window.settings.scale = "light", zoom
    apply_theme(QApplication.instance(), "light", zoom)
    window.resize(911, 440)
    shortcut(window, "F8")
    settle()
    height, words = view.editor.height(), "这份草稿只能看，不能改。" * 8
    view.show_message(words)
    settle()
    said = view._long_message
    assert window.width() == 911 and view.editor.height() == height
    assert said.text() == words and said.visibleRegion().boundingRect() == said.rect()
    assert said.height() >= said.heightForWidth(said.width())
    assert not view._said.isVisible() and not view._said.toolTip()
    # What else stands at the lower edge keeps its fewest words.
    assert view.open_places.text() and "…" not in view.open_places.text()
    assert view.found.visibleRegion().boundingRect() == view.found.rect()
    view.show_message("全部填好了。")
    settle()
    assert not said.isVisible() and view._said.text() == view._said.accessibleName() == "全部填好了。"
    view._said._end.timeout.emit()
    assert not view._said.isVisible() and not view._said.accessibleName()


def test_of_a_saved_draft_only_the_path_is_shortened(window, qtbot):
    view = opened(window, qtbot)
    window.resize(911, 440)
    path = "/home/clerk/" + "信息公开" * 30 + "/年报.toml"
    view.show_message(f"已保存：{path}　（有 3 处写得不对，照样存着，改好以前不算数）", path)
    settle()
    shown = view._said.text() or view._long_message.text()
    assert shown.startswith("已保存：/home") and shown.endswith("改好以前不算数）")


def test_a_step_to_a_finding_takes_the_place_of_what_was_said_before(window, qtbot):
    view = opened(window, qtbot, **QUIET | {CARRIED.replace(".", "__"): 3})
    window.resize(911, 490)
    view.show_message("小字是上年的数。" * 8)
    shortcut(window, "F8")
    settle()
    assert not view._said.isVisible() and "不平" in view.panel.line.said.text()


def test_shift_f2_says_so_where_a_cell_has_no_findings(window, qtbot):
    view = opened(window, qtbot, **QUIET | {CARRIED.replace(".", "__"): 3})
    cells = table(window, "disputes")
    QTest.keyClick(cells, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    assert view._said.isVisible() and view._said.text() == "这一格没有发现问题。"
    assert not QToolTip.isVisible()
    view._said.clear()
    cells = table(window, "requests")
    cells.go_to(view.editor._document.report.form.cells[CARRIED])
    QTest.keyClick(cells, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    assert "不平" in QToolTip.text() and not view._said.isVisible()
    QToolTip.hideText()


def test_in_a_low_window_the_findings_take_one_line_and_leave_the_table_its_rows(window, qtbot):
    view = opened(window, qtbot, **QUIET | {CARRIED.replace(".", "__"): 3})
    window.resize(911, 490)  # 1366 × 768 at 150 %, without the title bar
    view.editor.show_tab_of("requests")
    shortcut(window, "F8")
    settle()
    cells = view.editor.tab_of("requests").table
    top, bottom = cells._layout.frozen_height, cells.viewport().height()
    rows = {
        cell.row
        for cell in cells.grid.numbers
        if top <= cells.cell_rect(cell).top() <= cells.cell_rect(cell).bottom() <= bottom
    }
    assert len(rows) >= 7 and not cells.horizontalScrollBar().maximum()
    assert view.panel.line.isVisible() and not view.panel.isVisible()
    assert "不平" in view.panel.line.said.whole and "不平" in view.panel.line.said.toolTip()
    # What is wrong can be read to its end; it is the place that is shortened.
    said = view.panel.line.said.text()
    assert said.startswith("✕ “自然人”这一列不平：") and re.search(r"差 \d+$", said), said
    assert view.open_places.text() == "全部填好了。"


def test_findings_that_were_folded_or_unfolded_stay_so(window, qtbot):
    view = opened(window, qtbot, **QUIET | {CARRIED.replace(".", "__"): 3})
    window.resize(911, 490)
    shortcut(window, "F8")
    settle()
    click(view.panel.line.said)
    settle()
    assert view.panel.isVisible() and not view.panel.line.isVisible() and view.panel.tree.hasFocus()
    shortcut(window, "F8")
    settle()
    assert view.panel.isVisible()
    view.panel.folded.emit()
    window.resize(1366, 700)
    settle()
    assert view.panel.line.isVisible() and not view.panel.isVisible() and view.panel.line.said.hasFocus()
    view.panel.line.closed.emit()
    assert not view.shows_findings
    shortcut(window, "F8")
    assert view.panel.line.isVisible()
    view.panel.line.said.setFocus()
    view.panel.line.closed.emit()
    assert not view.shows_findings and view.editor.currentWidget().isAncestorOf(window.focusWidget())


@pytest.mark.parametrize("folded", [True, False])
def test_a_saved_file_is_told_on_one_line_beside_the_findings(window, qtbot, folded):
    view = opened(window, qtbot, **QUIET | {CARRIED.replace(".", "__"): 3})
    window.resize(911, 490)
    if folded:
        shortcut(window, "F8")
    settle()
    height = view.editor.height()
    path = "/home/somebody/Documents/政府信息公开工作/年度报告/青山镇人民政府2026年政府信息公开工作年度报告.toml"
    view.show_message(f"已保存：{path}", path)
    settle()
    assert view.editor.height() == height and window.width() == 911
    said = view._said
    assert said.text().startswith("已保存：/") and "…" in said.text() and said.text().endswith("年度报告.toml")
    assert said.fontMetrics().horizontalAdvance(said.text()) <= said.width()
    assert path in said.toolTip()


def test_without_findings_f8_says_so_once_and_offers_nothing_to_click_on(window, qtbot):
    view = opened(window, qtbot)
    shortcut(window, "F8")
    settle()
    assert "没有发现问题" in view.panel._title.text()
    assert not view._said.isVisible() and view.panel.details.text.toPlainText() == ""


def test_without_findings_the_folded_line_does_not_say_again_what_stands_beside_it(window, qtbot):
    view = opened(window, qtbot)
    window.resize(911, 490)
    shortcut(window, "F8")
    settle()
    said = [one.text() for one in (view.open_places, view.panel.line.said, view._said, view.found) if one.isVisible()]
    assert view.panel.line.isVisible() and said == ["全部填好了。", "检查结果", "检查：没有问题"]


def test_an_opening_of_blanks_counts_as_empty(window, qtbot):
    window.workspace.open_actions.new()
    window.workspace.session.document.edit({"opening": " 　\n"}, "x")
    qtbot.waitUntil(lambda: "开头语" in window.workspace.session.view.open_places.toolTip().partition("\n")[0])


@pytest.mark.parametrize("height", [490, 700])
def test_ctrl_f8_shows_the_findings_whole_with_the_keys_and_hides_them(window, qtbot, height):
    view = opened(window, qtbot, **QUIET | {CARRIED.replace(".", "__"): 3})
    window.resize(911, height)
    view.go_to(CARRIED)
    cells = window.focusWidget()
    for _ in range(2):
        shortcut(window, "Ctrl+F8")
        settle()
        assert view.panel.isVisible() and not view.panel.line.isVisible() and view.panel.tree.hasFocus()
        shortcut(window, "Ctrl+F8")
        assert not view.shows_findings and window.focusWidget() is cells
    shortcut(window, "F8")
    view.panel.folded.emit()
    assert view.panel.line.isVisible()
    shortcut(window, "Ctrl+F8")
    assert view.panel.isVisible() and view.panel.tree.hasFocus()
    shortcut(window, "Ctrl+F8")
    assert not view.shows_findings and window.focusWidget() is cells


@pytest.mark.parametrize("place", ["contact.email", CARRIED, "overview[1].text"])
def test_esc_outside_the_page_leads_back_to_the_field(window, qtbot, place):
    view = opened(window, qtbot, **QUIET | {CARRIED.replace(".", "__"): 3, "signoff__date": None})
    view.findings()
    view.panel.tree.setCurrentItem(next(one for key, one in view.panel.tree.items.items() if key[0] == "blank"))
    view.go_to(place)
    field = window.focusWidget()
    panel = view.panel
    for outside in (panel.tree, panel.details.text, view.editor.tabBar(), view.found, view.open_places):
        outside.setFocus()
        assert window.focusWidget() is not field
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
        assert window.focusWidget() is field and view.shows_findings
