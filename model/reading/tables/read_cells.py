"""The values of a form's cells out of runs of numbers, by the rows and columns that they belong to."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from model.form.form import Form
from model.form.grid import Cell
from model.reading.tables.cells import Cells, Source, UncertainCell
from model.reading.tables.form_labels import CERTAIN, FormLabels, RowLabel
from model.reading.tables.groups import Pairs as GroupPairs
from model.reading.tables.groups import placed_groups
from model.reading.tables.headings import Headings, Pairs
from model.reading.tables.rows import Placed, may_be, may_go_on, placed
from model.reading.tables.runs import Run, Value, Words
from model.reading.tables.shapes import Shapes
from model.reading.tables.sums import adds_up, numbers_of
from model.reading.tables.unlabelled_rows import place_in_order, rows_apart

MOST_ROWS_LISTED = 4  # rows that one run of numbers may be, if they are to be listed one by one
LONGEST_LABEL_CHARACTERS = 40  # of a label with numbers stuck to it


def read_cells(
    runs: Sequence[Run], rest: Sequence[Words], labels: FormLabels, zones: Sequence[str], due: frozenset[str]
) -> Cells:
    """Return the cells that the runs fill, and the words behind the last run.

    `zones` gives for each block the section whose heading stands before it, `due` those that the document must hold."""
    cells = Cells()
    words = [*(piece for run in runs for piece in run.words), *rest]
    runs = list(rows_apart(runs, labels))
    found = placed(runs, labels)
    place_in_order(found, labels)
    grouped = placed_groups([one.run for one in found if not one.row], labels, zones)
    _take_placed(cells, found, grouped, labels, zones)
    _leave_unplaced_open(cells, found, grouped, labels)
    texts = _texts(labels)
    _take_glued(cells, [piece for piece in words if zones[piece.block] not in texts], labels)
    _leave_groups_open(cells, [one.run for one in found if not one.row and id(one.run) not in grouped], labels, zones)
    stray = {id(run) for run in runs if run.of_table and run.numbers} - {id(one.run) for one in found}
    cells.unrecognised += [_told(run) for run in runs if id(run) in stray]
    _list_missing(cells, words, labels, due)
    return cells


def _take_placed(
    cells: Cells, found: Sequence[Placed], grouped: Mapping[int, GroupPairs], labels: FormLabels, zones: Sequence[str]
) -> None:
    """Take the runs that have their row or their groups."""
    headings = Headings(labels, Shapes(labels.form, [(one.run, one.row) for one in found if one.row]))
    texts, headed = _texts(labels), set(zones)
    for index, one in enumerate(found):
        if one.row and zones[one.run.block] in texts and one.row.section in headed:
            # Among the text of another section, though its own section is in the document.
            cells.unrecognised.append(_told(one.run))
        elif one.row:
            pairs, doubt = headings.pairs(one.run, one.row)
            _take(cells, one.run, pairs, doubt or _broken(pairs, found, index, grouped, labels), one.row)
        elif id(one.run) in grouped:
            pairs = list(grouped[id(one.run)])
            _take(cells, one.run, pairs, _broken(pairs, found, index, grouped, labels))


def _leave_unplaced_open(cells: Cells, found: Sequence[Placed], grouped: Container[int], labels: FormLabels) -> None:
    """List what was not placed, when all else has been read."""
    for index, one in enumerate(found):
        if not one.row and id(one.run) not in grouped and one.run.numbers:
            _leave_gap_open(cells, one.run, may_be(found, index, labels))


def _texts(labels: FormLabels) -> frozenset[str]:
    return frozenset(section.key for section in labels.form.text_sections)


def _told(run: Run) -> str:
    return f"{run.where}：{run.shown}"


def _take(cells: Cells, run: Run, pairs: Pairs, doubt: str, row: RowLabel | None = None) -> None:
    """Take the values for their cells, or leave them open, the whole row where it has a label."""
    source = _source(run)
    if doubt:
        for cell in row.cells if row else [cell for cell, _ in pairs if cell]:
            cells.leave_open(cell.name, source, doubt)
        return
    for target, value in pairs:
        if target:
            cells.put(target, value, source)
        elif row and not value.is_blank:
            cells.unrecognised.append(f"{run.where}：{row.label} {value.text}（本版格式没有这一栏）")


def _broken(pairs: Pairs, found: Sequence[Placed], index: int, grouped: Container[int], labels: FormLabels) -> str:
    """Return why the numbers of a run may go on below, "" where they do not, or where their own total proves them whole."""
    if not may_go_on(found, index, grouped) or _adds_up(pairs, labels.form):
        return ""
    return "后面另有认不出的数，这一行的数可能断成了两行。"


def _adds_up(pairs: Pairs, form: Form) -> bool:
    own = [(cell, value) for cell, value in pairs if cell]
    return adds_up(form, numbers_of([cell.name for cell, _ in own], [value for _, value in own]))


def _leave_gap_open(cells: Cells, run: Run, missing: Sequence[RowLabel]) -> None:
    """List the rows as open that numbers without a certain label may be."""
    rows = [row for row in missing if len(row.cells) >= len(run.numbers) > 1]
    rows = [row for row in rows if any(name not in cells.numbers for name in row.names)]
    rows = rows if len(rows) <= MOST_ROWS_LISTED else []
    for row in rows:
        for name in row.names:
            if name not in cells.numbers:
                cells.leave_open(name, _source(run), "这一行数前面的行名认不清。")
    if not rows:
        cells.unrecognised.append(_told(run))


def _take_glued(cells: Cells, words: Sequence[Words], labels: FormLabels) -> None:
    """Take numbers that are stuck to their label, which is certain only where the row has a single one."""
    for piece in words:
        label = piece.text.rstrip("0123456789.")
        digits = piece.text[len(label) :]
        if not digits or len(piece.text) >= LONGEST_LABEL_CHARACTERS:
            continue
        for row in [row for row in labels.rows if label.strip() in (row.label, *row.words)]:
            here = Source(piece.where, piece.text)
            for cell in row.cells:
                if len(row.cells) == 1:
                    cells.put(cell, Value(digits, digits), here)
                elif cell.name not in cells.numbers:
                    cells.leave_open(cell.name, here, "几个数连在一起，分不开。")


def _leave_groups_open(cells: Cells, runs: Sequence[Run], labels: FormLabels, zones: Sequence[str]) -> None:
    """List the cells of a section without row labels as open where numbers in it fit nowhere."""
    for section in labels.form.sections:
        near = [run for run in runs if zones[run.block] == section.key and len(run.numbers) > 2]
        if not section.grid or section.grid.label_columns or not near:
            continue
        for cell in section.grid.numbers:
            if cell.name not in cells.numbers:
                cells.leave_open(cell.name, _source(near[0]), "这张表的数分不清是哪一格的。")


def _list_missing(cells: Cells, words: Sequence[Words], labels: FormLabels, due: frozenset[str]) -> None:
    """List what was not read of the tables that the document holds, or must hold."""
    missing: list[tuple[Cell, str]] = []
    for section in labels.form.sections:
        own = section.grid.numbers if section.grid else []
        is_seen = any(cell.name in cells.numbers or cell.name in cells.open for cell in own)
        reason = "文档里没有认出这一格。" if is_seen else "文档里没有认出这张表。"
        if is_seen or section.key in due:
            missing += [(cell, reason) for cell in own if cell.name not in cells.numbers]
    shown = _rows_of_words(words, labels) if missing else {}
    for cell, reason in missing:
        text = shown.get(cell.name.rpartition(".")[0], "")
        cells.open.setdefault(cell.name, UncertainCell(cell.name, text, "不是单独一个数。" if text else reason))


def _rows_of_words(words: Sequence[Words], labels: FormLabels) -> dict[str, str]:
    """Return by section and row what stands beside the row's label, where it is no number."""
    rows: dict[int, list[str]] = {}
    for piece in words:
        if len(piece.text) < LONGEST_LABEL_CHARACTERS:
            rows.setdefault(piece.row, []).append(piece.text)
    found = {}
    for texts in rows.values():
        score, named = labels.rows_like(texts[-2]) if len(texts) > 1 else (0.0, [])
        if score >= CERTAIN and len(named) == 1 and not labels.rows_like(texts[-1])[1]:
            found[f"{named[0].section}.{named[0].row}"] = texts[-1]
    return found


def _source(run: Run) -> Source:
    return Source(run.where, run.shown)
