"""In which columns the rows of a table stand: where all stand in the same, a blank at the beginning is a cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from model.form.form import Form
from model.reading.tables.form_labels import RowLabel
from model.reading.tables.runs import Run
from model.reading.tables.sums import blanks_add_up

Shape = tuple[str, int, tuple[int, ...]]  # section, block, the columns in which a row has its values
OF_TEXT = -1  # in the place of a block


class Shapes:
    """The columns of the rows of each section, table by table, and of those in text, where they are counted."""

    def __init__(self, form: Form, rows: Sequence[tuple[Run, RowLabel]]) -> None:
        self._form, self._rows = form, rows

    @cached_property
    def _all(self) -> Mapping[tuple[str, int], set[Shape]]:
        """The shapes of the rows that have at least all their cells, by section and block."""
        found: dict[tuple[str, int], set[Shape]] = {}
        for run, row in self._rows:
            if len(run.values) >= len(row.cells):
                shape = _shape_of(run, row)
                found.setdefault(shape[:2], set()).add(shape)
        return found

    @cached_property
    def _begun(self) -> frozenset[Shape]:
        """The shapes of rows that begin with a number."""
        return frozenset(_shape_of(run, row) for run, row in self._rows if not run.values[0].is_blank)

    def are_those_of(self, run: Run, row: RowLabel) -> bool:
        """Return whether a row has just its cells, in the columns in which all others have theirs.

        In text, where a blank may get lost, its total must agree too."""
        shape = _shape_of(run, row)
        if len(run.values) != len(row.cells) or shape not in self._begun or self._all.get(shape[:2]) != {shape}:
            return False
        return run.of_table or blanks_add_up(self._form, row.names, run.values)


def is_under(run: Run, row: RowLabel, places: Mapping[str, int]) -> bool:
    """Return whether just a row's cells stand under their headings in a table, as far as those are known: two or more."""
    if not run.of_table or len(run.values) != len(row.cells):
        return False
    keys = [cell.column_key for cell in row.cells]
    under = [value.column == places[key] for key, value in zip(keys, run.values, strict=True) if key in places]
    return len(under) > 1 and all(under)


def _shape_of(run: Run, row: RowLabel) -> Shape:
    if run.of_table:
        return row.section, run.block, tuple(value.column for value in run.values)
    return row.section, OF_TEXT, tuple(range(len(run.values)))
