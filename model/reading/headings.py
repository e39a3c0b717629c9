"""The column headings that stand over a row of numbers, and the cells that they make of it."""

from __future__ import annotations

from collections.abc import Sequence

from model.grid import Cell
from model.reading.form_labels import FormLabels, RowLabel
from model.reading.runs import Run, Words
from model.reading.words import core

PIECES = 3  # a heading may come in so many pieces


class Headings:
    """Remembers, section by section, the headings seen last."""

    def __init__(self, labels: FormLabels) -> None:
        self._labels = labels
        self._seen: dict[str, list[str]] = {}

    def targets(self, run: Run, row: RowLabel) -> list[Cell | None]:
        """The cells that the run's values go to, in order; None for a column that this edition does not have."""
        new = columns_in(run.words, row.section, self._labels)
        if new:
            over_groups = any(core(piece.text) in self._labels.group_headings for piece in run.words)
            self._seen[row.section] = self._order(new, row, over_groups)
        seen = self._seen.get(row.section, [])
        own = {cell.name.split(".")[2]: cell for cell in row.cells}
        if len(seen) < len(own) or len(set(seen)) < len(seen) or not own.keys() & set(seen):
            return list(row.cells)
        return [own.get(column) for column in seen]

    def _order(self, new: list[tuple[str, Words]], row: RowLabel, over_groups: bool) -> list[str]:
        """The columns from left to right; none where headings over several rows do not show it."""
        if row.section in self._labels.headings_in_one_row:
            return [column for column, _ in new]
        if all(piece.column >= 0 for _, piece in new):
            new = sorted(new, key=lambda pair: pair[1].column)
        elif over_groups or len({piece.row for _, piece in new}) > 1:
            return []
        columns = [column for column, _ in new]
        return columns if set(columns) == {cell.name.split(".")[2] for cell in row.cells} else []


def columns_in(words: Sequence[Words], section: str, labels: FormLabels) -> list[tuple[str, Words]]:
    """The section's columns that the words name, in reading order, each with its first piece."""
    found = []
    place = 0
    while place < len(words):
        for count in range(min(PIECES, len(words) - place), 0, -1):
            text = "".join(piece.text for piece in words[place : place + count])
            column = labels.column(section, text) if len(text) < 20 else ""
            if column:
                found.append((column, words[place]))
                place += count - 1
                break
        place += 1
    return found
