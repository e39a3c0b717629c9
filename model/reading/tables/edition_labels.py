"""The labels of an edition of the form, with what the other editions call the same rows and columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import count

from model.form.form import Form
from model.form.grid import Cell, Grid
from model.form.renamed import renames
from model.form.section import Section
from model.reading.formats.words import core
from model.reading.tables.form_labels import FormLabels, RowLabel


def labels_among(form: Form, forms: Sequence[Form]) -> FormLabels:
    """Return the labels of one of several editions."""
    return labels_of(form, tuple(other for other in forms if other is not form))


@cache
def labels_of(form: Form, others: tuple[Form, ...]) -> FormLabels:
    """Return the labels of a form; where another edition calls the same cell by another name, that name counts too."""
    grids = _grids(form)
    columns = {section.key: _columns(form, others, section) for section, _ in grids}
    return FormLabels(
        form,
        rows=tuple(_rows(form, others)),
        columns=columns,
        words=_labels(form),
        group_headings=frozenset(word for _, grid in grids for word in _group_headings(grid)),
        headings_in_one_row=frozenset(section.key for section, grid in grids if _has_one_heading_row(grid)),
        every_heading=frozenset(word for heads in columns.values() for word in heads),
        label_columns={section.key: grid.label_columns for section, grid in grids},
        reading_orders={section.key: _reading_order(grid) for section, grid in grids},
    )


def _rows(form: Form, others: Sequence[Form]) -> Iterator[RowLabel]:
    """Yield the rows that have a label, in printed order, each with all words for it that name no other."""
    words, order = _labels(form), count()
    for section, grid in _grids(form):
        for cells in _number_rows(grid):
            label = _leaf(grid, cells[0])
            known = spellings(label)
            for other in others:
                known += [word for word in _other_words(form, other, cells) if word not in words]
            every = tuple(dict.fromkeys(known))
            yield RowLabel(section.key, cells[0].row_key, tuple(cells), label, every, next(order))


def _group_headings(grid: Grid) -> Iterator[str]:
    """Yield the headings that stand over several columns."""
    for cell in grid.cells:
        if cell.label and cell.columns > 1 and cell.row < grid.heading_rows and cell.column >= grid.label_columns:
            yield core(cell.label)


def spellings(label: str) -> list[str]:
    """Return a label whole, and without a remark in brackets behind it."""
    head = label.split("（")[0] if not label.startswith("（") else label[:4] + label[4:].split("（")[0]
    return [word for word in dict.fromkeys([core(label), core(head)]) if word]


def _grids(form: Form) -> list[tuple[Section, Grid]]:
    return [(section, section.grid) for section in form.sections if section.grid]


def _labels(form: Form) -> frozenset[str]:
    cells = [cell for _, grid in _grids(form) for cell in grid.cells if cell.label]
    return frozenset(word for cell in cells for word in spellings(cell.label))


def _number_rows(grid: Grid) -> list[list[Cell]]:
    """Return the number cells of each row that has a label on its left."""
    rows: dict[int, list[Cell]] = {}
    for cell in grid.numbers:
        if grid.label_columns:
            rows.setdefault(cell.row, []).append(cell)
    return list(rows.values())


def _leaf(grid: Grid, cell: Cell) -> str:
    beside = [grid.at(cell.row, column) for column in range(cell.column)]
    return next((label.label for label in reversed(beside) if label.label), "")


def _other_words(form: Form, other: Form, row: Sequence[Cell]) -> list[str]:
    """Return what another edition calls a row."""
    places = renames(form, other).cells
    names = {name for cell in row for name in places.get(cell.name, ())}
    rows = (
        (grid, cells[0]) for _, grid in _grids(other) for cells in _number_rows(grid) if names & {c.name for c in cells}
    )
    return [word for grid, cell in rows for word in spellings(_leaf(grid, cell))]


def _columns(form: Form, others: Sequence[Form], section: Section) -> dict[str, str]:
    """Return the headings of a section's columns, each with the column's key.

    What another edition calls a column counts too."""
    found: dict[str, str] = {}
    for word, key in _headings(section, {}):
        found.setdefault(word, key)
    for other in others:
        places = renames(form, other)
        own = {old: name.split(".")[2] for name, olds in places.cells.items() for old in olds}
        for former in places.sections.get(section.key, ()):
            for word, key in _headings(other.section(former), own):
                found.setdefault(word, key)
    return found


def _headings(section: Section, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the headings over a section's numbers, each with the key of the column, or the one that `names` gives for the cell."""
    for cell in section.grid.numbers if section.grid else ():
        above = section.grid.heading_of(cell) if section.grid else None
        for word in spellings(above.label) if above else ():
            yield word, names.get(cell.name, cell.column_key)


def _reading_order(grid: Grid) -> list[str]:
    above = {cell.column_key: grid.heading_of(cell) for cell in reversed(grid.numbers)}
    places = {name: (head.row, head.column) for name, head in above.items() if head}
    return sorted(places, key=lambda name: places[name])


def _has_one_heading_row(grid: Grid) -> bool:
    return all((cell_above := grid.heading_of(cell)) is None or cell_above.rows == 1 for cell in grid.numbers)
