"""What is said of a selection of cells: how many numbers are in it, and their sum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from model.form.grid import Cell
from model.report.cell_numbers import Number, number_shown


def selection_words(cells: Sequence[Cell], numbers: Mapping[str, Number]) -> str:
    """Return the count and the sum of the numbers in some cells, "" for less than two cells."""
    if len(cells) < 2:
        return ""
    found = [numbers[cell.name] for cell in cells if cell.name in numbers]
    totals = sum(bool(cell.total) for cell in cells)
    also = "（总计也加在内）" if 0 < totals < len(cells) else ""
    return f"选中 {len(cells)} 格　计数 {len(found)}　求和 {number_shown(sum(found))}{also}"
