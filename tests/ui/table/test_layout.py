"""Where everything stands, at any size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from tests.clerk import write
from tests.ui.table.cells import ALL, at, shown
from tests.ui.tabs import settle
from ui.table.layout import ANYWHERE, BETWEEN_WORDS, PADDING_X_PX, SMALL_FONT_SCALE, lay_out


def test_headings_and_labels_stay_put_while_the_numbers_scroll(window, table):
    window.resize(700, 500)
    table.setFixedWidth(520)
    form = table._document.report.form
    heading = next(cell for cell in table._grid.cells if cell.label == "总计" and cell.row < 3)
    label = next(cell for cell in table._grid.cells if cell.label.startswith("四、"))
    number = form.cells["requests.carried_out.other"]
    tops = table.cell_rect(heading).top(), table.cell_rect(label).left()
    before = table.cell_rect(number)
    table.go_to(number)
    after = table.cell_rect(number)
    assert after.top() < before.top()
    assert after.left() < before.left()
    assert table.viewport().rect().contains(after)
    assert (table.cell_rect(heading).top(), table.cell_rect(label).left()) == tops


@pytest.mark.parametrize("scale", [1, 1.5])
def test_every_label_is_whole_and_8_digits_fit(window, table, scale):
    window.resize(int(1366 / scale), int(700 / scale))
    metrics, small = table.fontMetrics(), QFont(table.font())
    small.setPointSizeF(small.pointSizeF() * SMALL_FONT_SCALE)  # which they are drawn in where the columns are narrow
    for section in ALL:
        view = shown(window, section)
        for cell in view._grid.cells:
            rect = view.cell_rect(cell)
            if cell.name:
                assert rect.width() >= QFontMetrics(small).horizontalAdvance("88888888") + 4
            else:
                flags = int(Qt.TextFlag.TextWrapAnywhere)
                room = rect.adjusted(6, 2, -6, -2)
                needed = metrics.boundingRect(room.adjusted(0, 0, 0, 9999), flags, cell.label)
                assert needed.height() <= room.height()
                assert needed.width() <= room.width()


def test_headings_scroll_along_where_they_would_leave_no_room(window, table):
    table.setFixedHeight(130)
    at(table, "requests.carried_out.natural")
    rect = table.cell_rect(table.current)
    assert table.viewport().rect().contains(rect.adjusted(0, 0, -1, -1))
    top = table.cell_rect(table._document.report.form.section("requests").grid.cells[0])
    assert top.bottom() < 0


def test_no_line_of_a_label_begins_with_a_comma_and_what_is_too_narrow_is_still_broken(window, form):
    metrics = window.fontMetrics()
    for section in form.sections:
        for room in (500, 700, 900, 1100) if section.grid else ():
            layout = lay_out(section.grid, metrics, room)
            for cell in (cell for cell in section.grid.cells if cell.label):
                width = layout.rect(cell).width() - 2 * PADDING_X_PX
                flag = ANYWHERE if cell in layout.broken else BETWEEN_WORDS
                assert metrics.boundingRect(QRect(0, 0, width, 10_000), flag, cell.label).width() <= max(
                    width, metrics.horizontalAdvance("国")
                )
                assert cell not in layout.broken or width < 8 * metrics.horizontalAdvance("国")


@pytest.mark.parametrize("section", ALL)
def test_on_a_small_screen_no_table_leads_beyond_the_right_edge(window, section):
    window.workspace.open_actions.new()
    window.resize(911, 440)  # 1366 × 768 at 150 %
    settle()
    view = shown(window, section)
    settle()
    assert view.horizontalScrollBar().maximum() == 0
    last = max(view.grid.cells, key=lambda cell: cell.column + cell.columns)
    assert view.cell_rect(last).right() <= view.viewport().width()


def test_no_heading_ends_in_a_character_alone(window):
    window.workspace.open_actions.new()
    window.resize(911, 440)
    view = shown(window, "disputes")
    settle()
    metrics = view.fontMetrics()
    for cell in (cell for cell in view.grid.cells if len(cell.label) == 4):
        free = 2 * (PADDING_X_PX + view._layout.indents.get(cell, 0))
        in_a_line = (view.cell_rect(cell).width() - free) // metrics.horizontalAdvance("国")
        assert in_a_line == 2 or in_a_line >= 4, cell.label


def test_a_cell_in_sight_stays_there_when_the_window_gets_smaller(window):
    window.workspace.open_actions.new()
    view = at(shown(window, "requests"), "requests.carried_out.other")
    window.resize(700, 440)
    settle()
    assert view.viewport().rect().contains(view.cell_rect(view.current).adjusted(0, 0, -1, -1))


def test_the_editor_is_as_wide_as_what_is_typed_and_stays_in_the_table(window):
    window.workspace.open_actions.new()
    window.resize(911, 440)
    for name in (
        "disputes.review.upheld",
        "disputes.litigation_direct.upheld",
        "disputes.litigation_after_review.pending",
    ):
        view = at(shown(window, "disputes"), name)
        write(view, "9")
        write(view.editor, "9999999")
        assert view.editor.width() >= view.fontMetrics().horizontalAdvance("99999999") + 12
        assert view.viewport().rect().contains(view.editor.geometry())
        view.cancel_editing()


@pytest.mark.parametrize("points", [9, 10.5, 12, 13.5, 18])
def test_no_label_is_cut_off_in_any_width_or_size_of_letters(window, form, points):
    font = QFont(window.font())
    font.setPointSizeF(points)
    metrics = QFontMetrics(font)
    for section in form.sections:
        for room in range(500, 1400, 9) if section.grid else ():
            layout = lay_out(section.grid, metrics, room)
            for cell in (cell for cell in section.grid.cells if cell.label):
                drawn = layout.rect(cell).adjusted(0, 2, 0, -2)
                drawn.setWidth(drawn.width() - 2 * (PADDING_X_PX + layout.indents[cell]))
                flag = ANYWHERE if cell in layout.broken else BETWEEN_WORDS
                needed = metrics.boundingRect(QRect(0, 0, drawn.width(), 10_000), flag, cell.label)
                assert needed.height() <= drawn.height(), (cell.label, room)
