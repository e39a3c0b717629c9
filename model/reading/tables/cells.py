"""The values of a form's cells out of runs of numbers; what is not certain is listed, not guessed."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from model.form.form import Form
from model.form.grid import Cell
from model.reading.tables.form_labels import CERTAIN, FormLabels, RowLabel
from model.reading.tables.groups import placed_groups
from model.reading.tables.headings import Headings, Pairs
from model.reading.tables.rows import Placed, may_be, may_go_on, placed
from model.reading.tables.runs import Run, Value, Words
from model.reading.tables.shapes import Shapes
from model.reading.tables.sums import adds_up, numbers_of
from model.reading.tables.unlabelled_rows import place_in_order, rows_apart
from model.report.cell_numbers import Number, NumberFault, number_given

MOST_ROWS_LISTED = 4  # rows that one run of numbers may be, if they are to be listed one by one
LONGEST_NUMBER_DIGITS = 40
SHORT_NUMBER_DIGITS = 8  # any cell takes a whole number of no more
LONGEST_LABEL_CHARACTERS = 40  # of a label with numbers stuck to it


class Source(NamedTuple):
    """Where a value was found, and what stood there."""

    where: str
    text: str


@dataclass(frozen=True)
class UncertainCell:
    """A cell or a fact that was seen but is not certain: its name, what stands there, and why it was not taken."""

    cell: str
    text: str
    reason: str


@dataclass
class Cells:
    """What was read of the tables: numbers by cell, totals included; None is a cell that is blank in the document."""

    numbers: dict[str, Number | None] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    open: dict[str, UncertainCell] = field(default_factory=dict)
    unrecognised: list[str] = field(default_factory=list)

    def put(self, cell: Cell, value: Value, source: Source) -> None:
        """Take a value for a cell, or list it as open."""
        name = cell.name
        try:
            number = _number(cell, value)
        except NumberFault as fault:
            self.leave_open(name, source, str(fault))
            return
        if name in self.open:
            return
        if self.numbers.setdefault(name, number) != number:
            self.leave_open(name, source, f"文档里出现了两次，数不一样（另一处：{self.sources[name].text}）。")
            return
        self.sources.setdefault(name, source)

    def leave_open(self, name: str, source: Source, reason: str) -> None:
        """List a cell as not certain; whatever was read for it before goes."""
        self.numbers.pop(name, None)
        self.sources.pop(name, None)
        self.open.setdefault(name, UncertainCell(name, source.text, reason))


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
    headings = Headings(labels, Shapes(labels.form, [(one.run, one.row) for one in found if one.row]))
    waiting: list[tuple[Run, list[RowLabel]]] = []  # what was not placed is listed when all else has been read
    texts, headed = {section.key for section in labels.form.text_sections}, set(zones)
    grouped = placed_groups([one.run for one in found if not one.row], labels, zones)
    for index, one in enumerate(found):
        if one.row and zones[one.run.block] in texts and one.row.section in headed:
            # Among the text of another section, though its own section is in the document.
            cells.unrecognised.append(f"{one.run.where}：{one.run.shown}")
        elif one.row:
            pairs, doubt = headings.pairs(one.run, one.row)
            _take(cells, one.run, pairs, doubt or _broken(pairs, found, index, grouped, labels), one.row)
        elif id(one.run) in grouped:
            pairs = list(grouped[id(one.run)])
            _take(cells, one.run, pairs, _broken(pairs, found, index, grouped, labels))
        elif one.run.numbers:
            waiting.append((one.run, may_be(found, index, labels)))
    for run, rows in waiting:
        _leave_gap_open(cells, run, rows)
    glued = [piece for piece in words if len(piece.text) < LONGEST_LABEL_CHARACTERS and zones[piece.block] not in texts]
    _take_glued(cells, glued, labels)
    _leave_groups_open(cells, [one.run for one in found if not one.row and id(one.run) not in grouped], labels, zones)
    stray = {id(run) for run in runs if run.of_table and run.numbers} - {id(one.run) for one in found}
    cells.unrecognised += [f"{run.where}：{run.shown}" for run in runs if id(run) in stray]
    _list_missing(cells, words, labels, due)
    return cells


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


def _leave_groups_open(cells: Cells, runs: Sequence[Run], labels: FormLabels, zones: Sequence[str]) -> None:
    """List the cells of a section without row labels as open where numbers in it fit nowhere."""
    for section in labels.form.sections:
        near = [run for run in runs if zones[run.block] == section.key and len(run.numbers) > 2]
        if not section.grid or section.grid.label_columns or not near:
            continue
        for cell in section.grid.numbers:
            if cell.name not in cells.numbers:
                cells.leave_open(cell.name, _source(near[0]), "这张表的数分不清是哪一格的。")


def _broken(pairs: Pairs, found: Sequence[Placed], index: int, grouped: Container[int], labels: FormLabels) -> str:
    """Return why the numbers of a run may go on below, "" where they do not, or where their own total proves them whole."""
    if not may_go_on(found, index, grouped) or _adds_up(pairs, labels.form):
        return ""
    return "后面另有认不出的数，这一行的数可能断成了两行。"


def _take(cells: Cells, run: Run, pairs: Pairs, doubt: str, row: RowLabel | None = None) -> None:
    """Take the values for their cells, or leave them open, the whole row where it has a label."""
    source = _source(run)
    for cell in (row.cells if row else [cell for cell, _ in pairs if cell]) if doubt else ():
        cells.leave_open(cell.name, source, doubt)
    for target, value in () if doubt else pairs:
        if target:
            cells.put(target, value, source)
        elif row and not value.is_blank:
            cells.unrecognised.append(f"{run.where}：{row.label} {value.text}（本版格式没有这一栏）")


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
        cells.unrecognised.append(f"{run.where}：{run.shown}")


def _take_glued(cells: Cells, words: Sequence[Words], labels: FormLabels) -> None:
    """Take numbers that are stuck to their label, which is certain only where the row has a single one."""
    for piece in words:
        label = piece.text.rstrip("0123456789.")
        digits = piece.text[len(label) :]
        if not digits:
            continue
        for row in [row for row in labels.rows if label.strip() in (row.label, *row.words)]:
            here = Source(piece.where, piece.text)
            for cell in row.cells:
                if len(row.cells) == 1:
                    cells.put(cell, Value(digits, digits), here)
                elif cell.name not in cells.numbers:
                    cells.leave_open(cell.name, here, "几个数连在一起，分不开。")


def _source(run: Run) -> Source:
    return Source(run.where, run.shown)


def _number(cell: Cell, value: Value) -> Number | None:
    if value.is_blank:
        return None
    if value.number.isdecimal() and len(value.number) <= SHORT_NUMBER_DIGITS and not value.unit:
        return int(value.number)  # as nearly all are
    if not value.number:
        raise NumberFault(f"“{value.text}”不是单独一个数。")
    if value.number.startswith("+") and not cell.signed:
        raise NumberFault(f"“{value.text}”像是比上年增加了多少。")
    if value.unit and (value.unit in ("万元", "元") or cell.decimal) and not (cell.decimal and value.unit == "万元"):
        raise NumberFault(f"“{value.text}”的单位与表上的不同。")
    if cell.total and value.number.isdecimal() and len(value.number) < 13:
        return int(value.number)  # a sum may be larger than what may be typed
    if len(value.number) > LONGEST_NUMBER_DIGITS:
        raise NumberFault("数字太大。")
    return number_given(int(value.number) if value.number.isdecimal() else Decimal(value.number), cell)
