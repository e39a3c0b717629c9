"""A section with a table: its refusals."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication

from tests.clerk import click, paste
from tests.ui.table.cells import at
from tests.ui.tabs import table


def place(widget) -> QRect:
    QApplication.processEvents()
    return QRect(widget.mapToGlobal(QPoint()), widget.size())


@pytest.mark.parametrize("name", ["requests.received.natural", "requests.carried_out.other"])
def test_a_refused_paste_says_why_beside_the_cell_and_moves_nothing(window, name):
    window.workspace.open_actions.show_example()
    cells = table(window, "requests")
    at(cells, name)
    before = place(cells), cells.cell_rect(cells.current)
    paste(cells, "很多")
    said = cells.parentWidget()._refusal
    assert said.isVisible() and "不是数字" in said.text()
    assert (place(cells), cells.cell_rect(cells.current)) == before
    current = cells.cell_rect(cells.current).translated(cells.viewport().mapToGlobal(QPoint()))
    assert not place(said).intersects(current)
    window.resize(911, 440)
    assert place(cells).contains(place(said))
    click(said)
    assert not said.isVisible() and said.text() == ""


def test_a_refusal_goes_with_the_next_input(window):
    window.workspace.open_actions.show_example()
    cells = table(window, "requests")
    at(cells, "requests.received.natural")
    paste(cells, "很多")
    paste(cells, "7")
    assert not cells.parentWidget()._refusal.isVisible()
