"""The columns that headings name, whole or in pieces."""

from __future__ import annotations

import pytest

from model.form.form import load_form
from model.form.grid import Grid
from model.reading.document import read_bytes
from model.report.report import Report
from tests.model.reading.pages import page_of


def flat(grid: Grid, numbers: dict) -> str:
    """A table whose merged cells came apart, as a spreadsheet's do: each place repeats the words, a wide number stands first."""
    rows = []
    for row in range(grid.rows):
        cells = [grid.at(row, column) for column in range(grid.columns)]
        texts = [str(numbers.get(cell.name, "")) if cell.name else cell.label for cell in cells]
        doubled = [cell.name and cell is before for before, cell in zip([None, *cells], cells, strict=False)]
        rows.append("".join(f"<td>{'' if twice else text}</td>" for text, twice in zip(texts, doubled, strict=True)))
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_merged_cells_that_came_apart_are_read(edition):
    form = load_form(edition)
    report = Report(form, {"year": int(edition), "unit": "某镇人民政府"})
    report.values |= {name: index for index, name in enumerate(form.inputs, 1)}
    reading = read_bytes(page_of(report, flat).encode())
    assert reading.cells == report.numbers() and not reading.open


@pytest.mark.parametrize("extra", ["备注", "上年", "同比增减"])
def test_a_column_that_the_form_does_not_have_leaves_numbers_open_that_may_be_its_own(extra):
    text = f"二、主动公开政府信息情况\n信息内容 本年处理决定数量 {extra}\n行政处罚 5 7\n"
    reading = read_bytes(text.encode(), ".txt")
    assert not reading.cells and "disclosure.penalties.decisions" in {entry.cell for entry in reading.open}
