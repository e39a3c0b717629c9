"""The words by which a form's rows and columns are found in a document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from model.form.form import Form
from model.form.grid import Cell
from model.reading.formats.words import core, is_part_of, number

CERTAIN, LIKELY = 2.0, 1.0
TAILS = (
    "情况",
    "数量",
    "件数",
    "数",
    "件",
    "决定",
    "决定数量",
    "万元",
    "单位件",
    "单位万元",
    "的",
)  # that say nothing more than the label does
LEAST_LEFT_SHARE = 0.6  # of the characters of a label that is known without the others
SHORTEST_LABEL_CHARACTERS = 4  # that tell a row apart when the rest of its label is missing


@dataclass(frozen=True, eq=False)
class RowLabel:
    """A row of numbers: its cells in column order, and the words that name it in this or another edition."""

    section: str
    row: str
    cells: tuple[Cell, ...]
    label: str
    words: tuple[str, ...]
    order: int

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the row's cells, in column order."""
        return tuple(cell.name for cell in self.cells)

    @cached_property
    def by_column(self) -> Mapping[str, Cell]:
        """The row's cells by the keys of their columns."""
        return {cell.column_key: cell for cell in self.cells}

    @cached_property
    def is_money(self) -> bool:
        """Whether one of its numbers may have decimals."""
        return any(cell.decimal for cell in self.cells)


@dataclass(frozen=True, eq=False)
class FormLabels:
    """All that is printed on a form's tables, by its core (see words.core)."""

    form: Form
    rows: tuple[RowLabel, ...]
    columns: dict[str, dict[str, str]]  # section -> heading -> the column's name in a cell's name
    words: frozenset[str]  # every label
    group_headings: frozenset[str]  # headings that stand over several columns
    headings_in_one_row: frozenset[str]  # sections whose column headings stand side by side
    every_heading: frozenset[str]  # of all editions
    label_columns: dict[str, int]  # section -> how many columns of labels its rows have
    reading_orders: dict[str, list[str]]  # section -> its columns as their headings are read, row by row

    @cached_property
    def known(self) -> frozenset[str]:
        """Every label of this form and every column heading of any."""
        return self.words | self.every_heading

    @cached_property
    def beginnings(self) -> dict[str, frozenset[str]]:
        """For each section all that its column headings begin with, "" and the whole headings too."""
        return {
            section: frozenset(word[:end] for word in words for end in range(len(word) + 1))
            for section, words in self.columns.items()
        }

    @cached_property
    def known_text(self) -> str:
        """All of them in one, for finding pieces of them."""
        return "".join(self.known)

    @cached_property
    def _rows_by_word(self) -> dict[str, list[RowLabel]]:
        words = {word for row in self.rows for word in row.words}
        return {word: [row for row in self.rows if word in row.words] for word in words}

    def rows_like(self, text: str) -> tuple[float, list[RowLabel]]:
        """Return the rows that a label may mean and how sure that is: CERTAIN and above if it can be no other."""
        return _rows_like(self, text)

    def candidates(self, word: str) -> Sequence[RowLabel]:
        """Return the rows that have this word, all rows if none has it."""
        return self._rows_by_word.get(word) or self.rows

    def score(self, word: str, numbering: str, row: RowLabel) -> float:
        """Return how well the words fit a row's label: whole, cut, with characters lost, or with others in their place."""
        same_number = 0.5 if numbering and numbering == number(row.label) else 0.0
        if word in row.words:
            is_heading_too = word in self.columns[row.section] and not same_number
            return LIKELY + 0.9 if is_heading_too else CERTAIN + 1 + same_number
        best = 0.0
        for own in row.words:
            if len(word) >= SHORTEST_LABEL_CHARACTERS and word in own:
                best = max(best, CERTAIN + 0.4)
            elif len(own) >= SHORTEST_LABEL_CHARACTERS and word.startswith(own) and word[len(own) :] in TAILS:
                best = max(best, CERTAIN + 0.3)
            elif len(word) >= SHORTEST_LABEL_CHARACTERS and _is_cut(word, own):
                best = max(best, CERTAIN + 0.2)
            elif same_number and _differ_in_one(word, own):
                best = max(best, LIKELY + 0.1)
            elif same_number and len(word) > 2 and set(word) <= set(own):
                best = max(best, LIKELY)
        return best + same_number / 10 if best else 0.0

    def column(self, section: str, text: str) -> str:
        """Return the name of the column of a section that a heading names, "" if it names none."""
        return self.columns.get(section, {}).get(core(text), "")

    def column_like(self, section: str, text: str) -> str:
        """Return the only column of a section whose heading a text is with characters lost, "" if it is none's.

        Where headings stand over several rows, a text may be the rest of another."""
        return _column_like(self, section, core(text)) if section in self.headings_in_one_row else ""


@lru_cache(maxsize=4096)  # the same labels come in every document
def _rows_like(labels: FormLabels, text: str) -> tuple[float, list[RowLabel]]:
    word = core(text)
    if not word:
        return 0.0, []
    scores = [(labels.score(word, number(text), row), row) for row in labels.candidates(word)]
    best = max(score for score, _ in scores)
    found = [row for score, row in scores if score == best and score > 0]
    return (min(best, LIKELY) if len(found) > 1 else best), found


@lru_cache(maxsize=1024)
def _column_like(labels: FormLabels, section: str, word: str) -> str:
    if len(word) < SHORTEST_LABEL_CHARACTERS:
        return ""
    keys = {key for own, key in labels.columns[section].items() if _is_cut(word, own)}
    return keys.pop() if len(keys) == 1 else ""


def _is_cut(word: str, own: str) -> bool:
    """Return whether a word is another one with characters lost."""
    return len(word) >= LEAST_LEFT_SHARE * len(own) and is_part_of(word, own)


def _differ_in_one(one: str, other: str) -> bool:
    """Return whether two words are the same but for one character, as where a character was misread."""
    return (
        len(one) == len(other) >= SHORTEST_LABEL_CHARACTERS
        and sum(a != b for a, b in zip(one, other, strict=True)) == 1
    )
