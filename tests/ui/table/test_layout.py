"""Where everything stands, at any size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt

from tests.ui.table.cells import ALL, at, shown
from ui.table.layout import ANYWHERE, BETWEEN_WORDS, PADDING_X_PX, lay_out


def test_headings_and_labels_stay_put_while_the_numbers_scroll(window, table):
    window.resize(700, 500)
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
    metrics = table.fontMetrics()
    for section in ALL:
        view = shown(window, section)
        for cell in view._grid.cells:
            rect = view.cell_rect(cell)
            if cell.name:
                assert rect.width() >= metrics.horizontalAdvance("88888888") + 4
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
