"""Which of a run's values are the cells of a row, where the document does not say it by columns."""

from __future__ import annotations

from model.reading.tables.runs import Run, Value

MOST_PADDED_NUMBERS = 3  # numbers of a row that texts pad with almost as many strokes


def aligned(run: Run, count: int, may_begin_blank: bool) -> list[Value] | None:
    """Return the run's values as `count` cells, None where it is not certain which is which.

    `may_begin_blank`: whether a blank at the beginning is a cell, and cannot be the rest of a wide label."""
    values, numbers = run.values, run.numbers
    if not numbers:
        return [Value("")] * count if len(values) >= count else None
    if len(numbers) == count and _are_kept_apart(values, run):
        return numbers
    if count > 2 and len(values) >= 2 * count - (count > MOST_PADDED_NUMBERS):
        return None  # as many blanks as numbers: they may be another table's
    if len(numbers) == count and _stand_together(values, count):
        return numbers
    if count == 1 and len({value.text for value in numbers}) == 1 and len(numbers) == len(values):
        return numbers[:1]  # one cell over several columns, repeated in each
    if len(values) == count and (may_begin_blank or not values[0].is_blank):
        return values
    return None


def _stand_together(values: list[Value], count: int) -> bool:
    """Return whether blanks stand only before and behind the numbers."""
    first = next(place for place, value in enumerate(values) if not value.is_blank)
    return not any(value.is_blank for value in values[first : first + count])


def _are_kept_apart(values: list[Value], run: Run) -> bool:
    """Return whether there is a blank before every number: a stroke on a line of its own between the cells."""
    return not run.of_table and all(value.is_blank == (place % 2 == 0) for place, value in enumerate(values))
