"""Tables without row labels (复议、诉讼): one row of numbers for all groups, or one for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, islice

from model.form.grid import Cell, Grid
from model.reading.formats.words import core
from model.reading.tables.align import aligned
from model.reading.tables.form_labels import FormLabels
from model.reading.tables.headings import columns_in, has_extra
from model.reading.tables.runs import Run, Value, Words
from model.reading.tables.sums import numbers_of, sums_agree

Pairs = list[tuple[Cell, Value]]


def placed_groups(runs: Sequence[Run], labels: FormLabels, zones: Sequence[str]) -> dict[int, Pairs]:
    """Return for each run (by its id) that fills such a table or one of its groups: its cells with their values."""
    found: dict[int, Pairs] = {}
    for section in labels.form.sections:
        if section.grid and not section.grid.label_columns:
            if any(has_extra(run.words, labels) for run in runs if zones[run.block] in ("", section.key)):
                continue
            near = [run for run in runs if _is_near(run, section.key, section.grid, labels, zones[run.block])]
            found |= dict(_placed(near, section.key, section.grid, labels))
    return found


def _placed(runs: Sequence[Run], key: str, grid: Grid, labels: FormLabels) -> Iterator[tuple[int, Pairs]]:
    groups = _groups(grid)
    for run in runs:
        run.values = _under_headings(run, key, len(grid.numbers), labels)
    whole = [run for run in runs if _fits(run, len(grid.numbers))]
    if whole and not _named_in_order(whole[0], grid):
        return
    order = _order(whole[0], key, grid, labels) if whole else ()
    if order is None:
        return  # the headings of two tables side by side, or one of them is lost
    if whole:
        cells = [cell for name in groups for cell in _ordered(groups[name], order)]
        yield from ((id(run), _pairs(cells, run)) for run in whole)
        return
    if pieces := _in_pieces(runs, grid, labels):
        yield from pieces
        return
    parts = [run for run in runs if any(_fits(run, len(cells)) for cells in groups.values())]
    named = {id(run): _named(run, grid) for run in parts}
    in_order = len(parts) == len(groups) and not any(named.values())
    for run, name in zip(parts, groups, strict=False) if in_order else ((run, named[id(run)]) for run in parts):
        order = _order(run, key, grid, labels)
        if name and order is not None and _fits(run, len(groups[name])):
            yield id(run), _pairs(_ordered(groups[name], order), run)


def _under_headings(run: Run, key: str, count: int, labels: FormLabels) -> list[Value]:
    """Return a table's row without the blanks beside its headings, where it has one for each of the form's columns."""
    places = {piece.column for _, piece in columns_in(run.words, key, labels) if piece.of_table}
    beside = [value for value in run.values if value.column not in places]
    is_wide = run.of_table and len(places) == count and all(value.is_blank for value in beside)
    return [value for value in run.values if value.column in places] if is_wide else run.values


def _in_pieces(runs: Sequence[Run], grid: Grid, labels: FormLabels) -> list[tuple[int, Pairs]]:
    """Return the runs that together are one row of all groups: just as many numbers, and all totals agree."""
    names = [cell.name for cell in grid.numbers]
    for first in range(len(runs)):
        near = runs[first : first + len(names)]  # each has a number at least
        ends = accumulate(len(run.values) for run in near)
        pieces = near[: next((count for count, end in enumerate(ends, 1) if end == len(names)), 0)]
        values = [value for run in pieces for value in run.values]
        if sums_agree(labels.form, numbers_of(names, values)):
            cells = iter(grid.numbers)
            return [(id(run), list(zip(islice(cells, len(run.values)), run.values, strict=True))) for run in pieces]
    return []


def _is_near(run: Run, key: str, grid: Grid, labels: FormLabels, zone: str) -> bool:
    """Return whether the run stands in the section, or under its headings: the section's own heading may be missing."""
    if zone == key:
        return True
    return bool(_named(run, grid)) or len(columns_in(run.words, key, labels)) >= 3


@cache
def _groups(grid: Grid) -> Mapping[str, Sequence[Cell]]:
    groups: dict[str, list[Cell]] = {}
    for cell in grid.numbers:
        groups.setdefault(cell.row_key, []).append(cell)
    return groups


def _named(run: Run, grid: Grid) -> str:
    """Return the group that a run's own label names, or the only one that the words before it name; "" if none."""
    named = [(name, piece) for piece in run.words for name in _groups_in(piece, grid)]
    is_certain = len({name for name, _ in named}) == 1 or (named and run.has_own_words and named[-1][1].row == run.row)
    return named[-1][0] if is_certain else ""


def _groups_in(piece: Words, grid: Grid) -> list[str]:
    word = core(piece.text)
    return [name for name, own in _group_words(grid).items() if own in word != ""]


def _named_in_order(run: Run, grid: Grid) -> bool:
    """Return whether the words before the run name the groups in the form's order, as far as they name them."""
    said = "".join(core(piece.text) for piece in run.words)
    places = [said.find(word) for word in _group_words(grid).values()]
    named = [place for place in places if place >= 0]
    return named == sorted(named)


@cache
def _group_words(grid: Grid) -> Mapping[str, str]:
    """Return what stands over each group, by the group's name; "" where nothing does."""
    return {name: "".join(map(core, grid.labels_of(cells[0])[-2:-1])) for name, cells in _groups(grid).items()}


def _fits(run: Run, count: int) -> bool:
    """Return whether the run has exactly so many cells."""
    return bool(run.numbers) and aligned(run, count, may_begin_blank=True) is not None


def _pairs(cells: Sequence[Cell], run: Run) -> Pairs:
    values = aligned(run, len(cells), may_begin_blank=True)
    assert values is not None
    return list(zip(cells, values, strict=True))


def _order(run: Run, key: str, grid: Grid, labels: FormLabels) -> Sequence[str] | None:
    """Return the order in which the words before a run name the columns of each group: all the same, or the form's with some lost.

    None where they name them in no such way."""
    named = [column for column, _ in columns_in(run.words, key, labels)]
    groups = _groups(grid)
    form = [cell.column_key for cell in next(iter(groups.values()))]
    chunks = [named[place : place + len(form)] for place in range(0, len(named), len(form))]
    if 0 < len(chunks) <= len(groups) and all(chunk == chunks[0] for chunk in chunks) and set(chunks[0]) == set(form):
        return chunks[0]
    rest = iter([cell.column_key for cells in groups.values() for cell in cells])
    return form if all(column in rest for column in named) else None


def _ordered(cells: Sequence[Cell], order: Sequence[str]) -> Sequence[Cell]:
    """Return the cells of a group in an order of their columns, () for the form's."""
    own = {cell.column_key: cell for cell in cells}
    return [own[column] for column in order] if order else cells
