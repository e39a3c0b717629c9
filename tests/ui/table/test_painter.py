"""What is drawn into a cell."""

from __future__ import annotations

from collections import Counter
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontInfo, QFontMetrics, QImage, QPainter

from tests.ui.basics.test_theme import contrast
from ui.basics.theme import LIGHT, SCHEMES
from ui.table.layout import LAST_FONT_SCALE
from ui.table.painter import FROM_NOTHING, TablePainter

CELL = "disputes.review.upheld"


def drawn(form, font, this: int | None, last: int | None, width: int = 82) -> list[tuple[str, QRect, int]]:
    """The texts that are drawn into a cell of a comparison: each with its rectangle and its own width."""
    picture = QImage(200, 60, QImage.Format.Format_RGB32)
    real = QPainter(picture)
    real.setFont(font)
    painter, texts = Mock(wraps=real), []

    def draw_text(rect, flags, words):
        texts.append((words, rect, real.fontMetrics().horizontalAdvance(words)))

    painter.drawText = draw_text
    grid, cell = form.section("disputes").grid, form.cells[CELL]
    numbers = {name: number for name, number in {CELL: this}.items() if number is not None}
    before = {name: number for name, number in {CELL: last}.items() if number is not None}
    rect = QRect(0, 0, width, 42)
    TablePainter(grid, LIGHT, before).draw(painter, cell, rect, rect, numbers, {}, False)
    real.end()
    return [one for one in texts if one[0]]


@pytest.mark.parametrize(
    ("this", "last", "texts"),
    [
        (4, 0, ["4", "▲", FROM_NOTHING]),
        (0, 4, ["0", "▼", "4"]),
        (4, 3, ["4", "△", "3"]),
        (3, 4, ["3", "▽", "4"]),
        (0, 0, ["0", "0"]),
        (None, 0, ["0"]),
        (4, None, ["4"]),
    ],
)
def test_the_mark_of_a_change_is_no_sign_of_last_years_number(form, window, this, last, texts):
    found = drawn(form, window.font(), this, last)
    assert [words for words, *_ in found] == texts
    if len(found) == 3:
        (_, mark, mark_width), (_, number, number_width) = found[1:]
        assert mark.left() + mark_width + 2 <= number.center().x() - number_width // 2


@pytest.mark.parametrize("look", SCHEMES)
@pytest.mark.parametrize("name", [CELL, "disputes.review.total"])
def test_last_years_number_can_be_read_in_every_look(form, window, look, name):
    grid, cell, font = form.section("disputes").grid, form.cells[name], window.font()
    rect = QRect(0, 0, 82, int(QFontMetrics(font).height() * (1 + LAST_FONT_SCALE)) + 4)
    picture = QImage(rect.size(), QImage.Format.Format_RGB32)
    real = QPainter(picture)
    real.setFont(font)
    painter, sizes = Mock(wraps=real), []
    painter.setFont = lambda one: (sizes.append(QFontInfo(one).pixelSize()), real.setFont(one))
    TablePainter(grid, SCHEMES[look], {name: 38}).draw(painter, cell, rect, rect, {}, {}, False)
    real.end()
    assert min(sizes) >= 12
    below = [
        picture.pixelColor(x, y).name() for x in range(10, 72) for y in range(rect.height() // 2, rect.height() - 3)
    ]
    ground = Counter(below).most_common(1)[0][0]
    assert max(contrast(one, ground) for one in below) >= 4.5


@pytest.mark.parametrize("width", [58, 82])
def test_eight_digits_stand_in_the_narrowest_cell(form, window, width):
    for _, rect, needed in drawn(form, window.font(), 99_999_999, 12_345_678, width):
        assert needed <= rect.width() + 1
