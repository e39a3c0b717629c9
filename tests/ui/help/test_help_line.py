"""The line under a tab: it follows the cursor, costs one line, and can be switched off."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from model.form.help import FACTS
from tests.clerk import KEYS, click
from tests.ui.tabs import field, settle, table


@pytest.fixture
def view(window):
    window.workspace.open_actions.show_example()
    return window.workspace.session.view


def line_of(view):
    return next(line for line in view.help_lines if line.parentWidget().isVisible())


def choose(window, name: str) -> None:
    window.menu_actions[name].trigger()


def test_it_follows_the_current_cell(window, view):
    cells = table(window, "requests")
    cells.setFocus()
    assert line_of(view).whole.startswith("本年1月1日至12月31日收到的申请")
    assert "自然人" in line_of(view).whole
    QTest.keyClick(cells, KEYS.Key_Down)
    assert line_of(view).whole.startswith("上年年底没办完")
    QTest.keyClick(cells, KEYS.Key_Right)
    assert "商业企业" in line_of(view).whole and "F1" in line_of(view).text()


def test_it_says_what_a_field_and_a_text_are_for(window, view):
    field(window, "contact.postcode").setFocus()
    assert "邮政编码" in line_of(view).whole
    view.editor.tab_of("unit").opening.setFocus()
    assert "一、总体情况" in line_of(view).whole
    view.editor.show_tab_of("overview")
    view.editor.tab_of("overview").cards[1].text.setFocus()
    assert line_of(view).whole.startswith("收到多少件申请")


def test_every_field_has_help(view):
    assert view.editor.tab_of("unit")._named.keys() == set(FACTS)


def test_what_does_not_fit_is_cut_off_and_in_the_tip(window, view):
    cells = table(window, "requests")
    window.resize(911, 440)
    settle()
    cells.go_to(cells.grid.inputs[3])
    line = line_of(view)
    assert line.fontMetrics().horizontalAdvance(line.text()) <= line.width()
    assert line.whole.partition("　（F1")[0] in line.toolTip()


def test_it_costs_one_line_and_table_three_still_shows_rows(window, view):
    window.resize(911, 440)  # what 1366 x 768 leaves at 150 %
    cells = table(window, "requests")

    def rows() -> int:
        settle()
        seen = cells.viewport().rect()
        return len({cell.row for cell in cells.grid.inputs if seen.contains(cells.cell_rect(cell))})

    with_it, height = rows(), cells.height()
    assert with_it >= 3
    choose(window, "help_line")
    assert rows() - with_it <= 1
    assert 0 < cells.height() - height <= window.fontMetrics().height() + 4


def test_switched_off_it_stays_off_in_all_tabs_and_the_next_window(window, view, settings):
    table(window, "requests")
    choose(window, "help_line")
    view.editor.show_tab_of("disclosure")
    assert not any(line.isVisible() for line in view.help_lines)
    assert not settings.help_line and not window.menu_actions["help_line"].isChecked()
    window.workspace.session.document.stack.setClean()
    window.workspace.open_actions.new()
    assert not any(line.isVisible() for line in window.workspace.session.view.help_lines)
    choose(window, "help_line")
    assert settings.help_line and window.workspace.session.view.help_lines[0].isVisible()


def test_a_screen_reader_gets_it_with_the_cell_when_it_asks(window, view):
    cells = table(window, "requests")
    place = next(n for n, cell in enumerate(cells.grid.cells) if cell.name == "requests.denied_deliberative.natural")
    cell = QAccessible.queryAccessibleInterface(cells).child(place)
    assert "讨论记录" in cell.text(QAccessible.Text.Help)
    assert "讨论记录" not in cell.text(QAccessible.Text.Description)


def test_a_click_shows_all_of_it(window, view):
    table(window, "requests")
    click(line_of(view))
    assert view.help_actions.dialog.isVisible()


@pytest.mark.parametrize("width", [911, 700, 500])
def test_however_long_the_words_the_way_to_all_of_them_can_be_read(window, view, width):
    cells = table(window, "requests")
    window.resize(width, 440)
    settle()
    for cell in cells.grid.inputs:
        cells.go_to(cell)
        line = line_of(view)
        assert line.text().endswith("（F1 看全部）")
        assert line.fontMetrics().horizontalAdvance(line.text()) <= line.width() - line._margins_px
