"""The row labels and column headings that are copied along with numbers, and are left out when they are pasted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from model.faults import Fault
from model.form.grid import Cell, Grid

ONLY_NUMBERS = "请选准左上角的格，或者只复制数字，不带左边的行名和上面的栏名。"
NUMBER = re.compile(r"[\d\s.,，．+＋－-]+[^\W\d_]{0,2}\s*")  # with a unit too, which is refused with its own words
FEWEST_LETTERS = 2  # of a label that is only a part of the printed one

Block = Sequence[Sequence[str]]


class Trimmed(NamedTuple):
    """The rows of a block without its labels, and how many rows above and columns beside were left out."""

    rows: Block
    above: int = 0
    beside: int = 0


def without_labels(grid: Grid, rows: Block, top: int, left: int) -> Trimmed:
    """Return what is to be pasted at a slot of a block that may begin with headings above and labels beside its numbers.

    Raises Fault if they are not those of the place, or if it cannot be told where the numbers begin."""
    first = next((number for number, row in enumerate(rows) if any(map(_is_number, row))), None)
    if first is None or not any(is_text(word) for row in rows for word in row):
        return Trimmed(rows)
    beside = _label_columns(grid, rows[first:], left)
    above = max((number + 1 for number in range(first) if any(map(is_text, rows[number][beside:]))), default=0)
    trimmed = Trimmed([row[beside:] for row in rows[above:]], above, beside)
    _refuse_others(grid, rows, trimmed, top, left)
    return trimmed


def _label_columns(grid: Grid, rows: Block, left: int) -> int:
    """Return how many columns of labels stand before the numbers; blank columns between may be either."""
    width = max(map(len, rows))
    columns = [[row[column] for row in rows if column < len(row)] for column in range(width)]
    first = next(column for column in range(width) if any(map(_is_number, columns[column])))
    texts = [column for column in range(first) if any(map(is_text, columns[column]))]
    if not texts or texts[-1] + 1 == first:
        return first if texts else 0
    inputs = len({cell.column for cell in grid.inputs if cell.column >= left})
    fitting = [count for count in range(texts[-1] + 1, first + 1) if width - count in (grid.columns - left, inputs)]
    if len(fitting) != 1:
        word = next(word.strip() for word in columns[texts[-1]] if is_text(word))
        raise Fault(f"“{word[:12]}”是文字，分不清它右边的数从哪一列起，没有粘贴。{ONLY_NUMBERS}")
    return fitting[0]


def _refuse_others(grid: Grid, rows: Block, trimmed: Trimmed, top: int, left: int) -> None:
    """Raise Fault if what was left out names another row or column than the one it is pasted at."""
    for down, row in zip(range(top, grid.rows), rows[trimmed.above :], strict=False):
        cell = next((cell for cell in grid.numbers if cell.row == down and cell.column >= left), None)
        _refuse_other(row[: trimmed.beside], cell, grid.row_labels_of(cell) if cell else ())
    for along in range(min(max(map(len, rows)) - trimmed.beside, grid.columns - left)):
        over = [row[along + trimmed.beside] for row in rows[: trimmed.above] if along + trimmed.beside < len(row)]
        cell = next((cell for cell in grid.numbers if cell.covers(top, left + along)), None)
        _refuse_other(over, cell, [label.label for label in grid.headings_of(cell)] if cell else ())


def _refuse_other(words: Iterable[str], cell: Cell | None, labels: Sequence[str]) -> None:
    said = [word.strip() for word in words if is_text(word)]
    if said and cell and labels and not any(_is_same(said[-1], label) for label in labels):
        raise Fault(f"复制来的“{said[-1][:12]}”会落在“{labels[-1]}”上，没有粘贴。{ONLY_NUMBERS}")


def _is_same(word: str, label: str) -> bool:
    """Return whether a word is a printed label, or the gist of one."""
    one, other = sorted(("".join(filter(str.isalpha, text)) for text in (word, label)), key=len)
    return one == other or (len(one) >= FEWEST_LETTERS and one in other)


def is_text(word: str) -> bool:
    """Return whether a word from the clipboard is none that was meant as a number."""
    return not _is_number(word) and any(map(str.isalpha, word))


def _is_number(word: str) -> bool:
    return any(map(str.isdigit, word)) and NUMBER.fullmatch(word) is not None
