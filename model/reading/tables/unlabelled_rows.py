"""Rows of numbers without a label of their own, which the form's order and its sums allow in one place only.

What converters make of a page often keeps the numbers of a table and loses the words beside them, or joins several rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby

from model.reading.formats.words import core
from model.reading.tables.form_labels import FormLabels, RowLabel
from model.reading.tables.rows import Placed
from model.reading.tables.runs import Run
from model.reading.tables.sums import adds_up, numbers_of, sums_agree


def rows_apart(runs: Sequence[Run], labels: FormLabels) -> Iterator[Run]:
    """Yield the runs.

    One that holds several rows of the form one after the other, each with its own total, is cut up."""
    for run in runs:
        length = next((length for length in _lengths(labels) if _is_of_rows(run, length, labels)), len(run.values))
        if length == len(run.values):
            yield run
            continue
        yield replace(run, values=run.values[:length], is_cut=True)
        for place in range(length, len(run.values), length):
            yield replace(run, words=[], values=run.values[place:][:length], has_own_words=False)


@cache
def _lengths(labels: FormLabels) -> list[int]:
    """Return how many cells the rows with a total of their own have, the shortest first."""
    return sorted({len(row.cells) for row in labels.rows if adds_up(labels.form, dict.fromkeys(row.names, 0))})


def _is_of_rows(run: Run, length: int, labels: FormLabels) -> bool:
    """Return whether a run is two rows or more of that length, with a total at the same place in each."""
    if len(run.values) < 2 * length or len(run.values) % length or len(run.numbers) != len(run.values):
        return False
    row = next(row for row in labels.rows if len(row.cells) == length)
    chunks = [run.values[place : place + length] for place in range(0, len(run.values), length)]
    return all(adds_up(labels.form, numbers_of(row.names, values)) for values in chunks)


def place_in_order(found: Sequence[Placed], labels: FormLabels) -> None:
    """Give rows without labels their place where exactly as many of the form's are missing, and all sums agree."""
    for has_row, stretch in groupby(range(len(found)), key=lambda index: found[index].row is not None):
        places = list(stretch)
        if has_row:
            continue
        runs = [found[place] for place in places]
        for rows in _missing(found, places[0], places[-1], labels):
            if _fit(runs, rows, labels) and sums_agree(labels.form, _numbers(found, runs, rows)):
                for one, row in zip(runs, rows, strict=True):
                    one.row = row
                break


def _missing(found: Sequence[Placed], first: int, last: int, labels: FormLabels) -> Iterator[list[RowLabel]]:
    """Yield the rows that may be missing between two places: those between their neighbours, or a section from or to its end."""
    before = found[first - 1].row if first else None
    after = found[last + 1].row if last + 1 < len(found) else None
    for section in dict.fromkeys(row.section for row in labels.rows):
        low = before.order if before and before.section == section else -1
        high = after.order if after and after.section == section else len(labels.rows)
        yield [row for row in labels.rows if row.section == section and low < row.order < high]


def _fit(runs: Sequence[Placed], rows: Sequence[RowLabel], labels: FormLabels) -> bool:
    """Return whether each run has just the numbers of the row in its place, and no words that name another."""
    return len(runs) == len(rows) and all(
        len(one.run.numbers) == len(one.run.values) == len(row.cells) and _may_be(one, row, labels)
        for one, row in zip(runs, rows, strict=True)
    )


def _may_be(one: Placed, row: RowLabel, labels: FormLabels) -> bool:
    """Return whether nothing before the numbers speaks against a row: its own label, or nothing but words of the form's table."""
    if one.may_be:
        return row in one.may_be
    if one.run.has_own_words or not one.run.words:
        return not one.run.has_own_words
    word = core(one.run.words[-1].text)
    return word in labels.known_text or word in {core(section.heading) for section in labels.form.sections}


def _numbers(found: Sequence[Placed], runs: Sequence[Placed], rows: Sequence[RowLabel]) -> dict[str, int | None]:
    """Return the whole numbers of the rows as they would stand, together with those of the section that have their place."""
    placed = [(one.run, one.row) for one in found if one.row and one.row.section == rows[0].section]
    numbers: dict[str, int | None] = {}
    for run, row in [*placed, *((one.run, row) for one, row in zip(runs, rows, strict=True))]:
        numbers |= numbers_of(row.names, run.values)
    return numbers
