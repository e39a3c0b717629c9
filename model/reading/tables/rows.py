"""Which row of the form a run of numbers belongs to: by its label, or by a place that leaves no choice."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field

from model.reading.formats.words import core
from model.reading.tables.form_labels import CERTAIN, FormLabels, RowLabel
from model.reading.tables.runs import Run, Words

MOST_LABEL_PIECES = 5
LONGEST_LABEL_CHARACTERS = 60  # of a label, with what stands around it
EXACT = CERTAIN + 1
NEAREST_LINES = 3  # of a row that is broken over lines
FARTHEST_NEIGHBOUR_RUNS = 60  # a neighbour that is farther away says nothing


@dataclass(slots=True)
class Placed:
    """A run and its row; while that is not certain, the rows it may be."""

    run: Run
    score: float = 0.0
    may_be: list[RowLabel] = field(default_factory=list)
    row: RowLabel | None = None
    has_stray: bool = False  # whether a number without words stands right behind
    has_stray_near: bool = False  # whether one stands in the next lines, other words between


def placed(runs: Sequence[Run], labels: FormLabels) -> list[Placed]:
    """Return every run with its row, None where the document does not say for certain."""
    found = list(_matched(runs, labels))
    for one in found:
        if one.score >= EXACT and len(one.may_be) == 1:
            one.row = one.may_be[0]
    for index, one in enumerate(found):
        if not one.row and one.score >= CERTAIN and len(one.may_be) == 1:
            one.row = one.may_be[0] if _fits(found, index, one.may_be[0]) else None
    waiting = [index for index, one in enumerate(found) if not one.row]
    while [index for index in waiting if _settle(found, index, labels)]:
        waiting = [index for index in waiting if not found[index].row]
    return found


def _matched(runs: Sequence[Run], labels: FormLabels) -> Iterator[Placed]:
    """Yield the runs with the rows they may be; blanks that only pad a row of headings hand their words on."""
    words: list[Words] = []
    last: Placed | None = None
    for run in runs:
        score, rows = _like(run, labels)
        is_padding = not run.numbers and score < CERTAIN
        is_stray = score < CERTAIN and len(run.numbers) == 1 and not run.has_own_words
        if is_padding or is_stray:
            if last and is_stray:
                last.has_stray |= not words and not run.words
                last.has_stray_near |= run.row - last.run.row <= NEAREST_LINES + len(last.run.values)
            words += run.words
            continue
        run.words, words = words + run.words, []
        last = Placed(run, score, rows)
        yield last


def may_go_on(found: Sequence[Placed], index: int, grouped: Container[int]) -> bool:
    """Return whether numbers that belong nowhere stand right behind a row of text; `grouped` are the runs in tables without labels.

    Narrow cells break a long number over two lines: 1586 as 158 and 6."""
    one = found[index]
    if one.run.of_table:
        return False
    behind = found[index + 1] if index + 1 < len(found) else None
    is_loose = behind is not None and not behind.row and id(behind.run) not in grouped
    has_total = one.row is not None and any(cell.total for cell in one.row.cells)
    return (
        one.has_stray
        or (has_total and one.has_stray_near)
        or (behind is not None and is_loose and behind.run.row - one.run.row <= NEAREST_LINES)
    )


def _gap(found: Sequence[Placed], index: int, labels: FormLabels) -> list[RowLabel]:
    """Return the rows of the form that are missing between the placed runs right before and right after this one."""
    before, after = _neighbour(found, index, -1), _neighbour(found, index, 1)
    if not before or not after or before.section != after.section:
        return []
    return [row for row in labels.rows if before.order < row.order < after.order]


def may_be(found: Sequence[Placed], index: int, labels: FormLabels) -> list[RowLabel]:
    """Return the rows that an unplaced run may be: those that its label names, otherwise all between its neighbours."""
    if found[index].may_be:
        return found[index].may_be
    before, after = _neighbour(found, index, -1), _neighbour(found, index, 1)
    beside = before or after
    section = beside.section if beside else ""
    low = before.order if before and before.section == section else -1
    high = after.order if after and after.section == section else len(labels.rows)
    return [row for row in labels.rows if row.section == section and low < row.order < high]


def _like(run: Run, labels: FormLabels) -> tuple[float, list[RowLabel]]:
    """Return the rows that the words before the numbers may name, the nearest words first."""
    best: tuple[float, list[RowLabel]] = (0.0, [])
    if run.is_cut and not run.has_own_words:
        return best  # all labels stand before all numbers: the nearest is not the first row's
    for text in _labels_before(run):
        score, rows = labels.rows_like(text)
        if score > best[0]:
            best = score, rows
        if best[0] >= EXACT:
            break
    return best


def _labels_before(run: Run) -> Iterator[str]:
    text = ""
    for piece in reversed(run.words[-MOST_LABEL_PIECES:]):
        text = piece.text.strip() + text
        if len(text) > LONGEST_LABEL_CHARACTERS and len("".join(text.split())) > LONGEST_LABEL_CHARACTERS:
            return
        yield text


def _settle(found: Sequence[Placed], index: int, labels: FormLabels) -> bool:
    """Give a run the only row that its place leaves; return whether it did."""
    one = found[index]
    if one.row:
        return False
    missing = _gap(found, index, labels)
    if one.may_be:
        rows = [row for row in one.may_be if row in missing]
    else:
        alone = _is_next_to(found, index) and len(missing) == 1
        whole = alone and len(one.run.numbers) == len(missing[0].cells) > 1 and _is_torn(one.run, missing[0])
        rows = missing if whole else []
    one.row = rows[0] if len(rows) == 1 else None
    return one.row is not None


def _is_torn(run: Run, row: RowLabel) -> bool:
    """Return whether nothing but a shred of the row's own label stands before its numbers."""
    return not run.words or set(core(run.words[-1].text)) <= set(core(row.label))


def _fits(found: Sequence[Placed], index: int, row: RowLabel) -> bool:
    """Return whether a row stands in the form's order among those that are placed already."""
    before, after = _neighbour(found, index, -1), _neighbour(found, index, 1)
    return not (before and before.section == row.section and before.order >= row.order) and not (
        after and after.section == row.section and after.order <= row.order
    )


def _neighbour(found: Sequence[Placed], index: int, step: int) -> RowLabel | None:
    place = index + step
    while 0 <= place < len(found) and abs(place - index) < FARTHEST_NEIGHBOUR_RUNS:
        if row := found[place].row:
            return row
        place += step
    return None


def _is_next_to(found: Sequence[Placed], index: int) -> bool:
    """Return whether the runs right before and right after are placed."""
    return 0 < index < len(found) - 1 and bool(found[index - 1].row and found[index + 1].row)
