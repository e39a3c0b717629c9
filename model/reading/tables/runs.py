"""Runs of numbers with the words before them: the rows of a table, however the document writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count, repeat
from typing import NamedTuple

from model.reading.formats.source_blocks import PICTURE, Found, FoundCell, FoundTable
from model.reading.formats.words import unmarked, visible
from model.report.cell_numbers import PLAIN_WIDTH

NUMBER = re.compile(r"[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[-+]?[0-9]+(?:\.[0-9]+)?")
WITH_UNIT = re.compile(rf"(?P<number>{NUMBER.pattern})\s*(?P<unit>件|宗|份|条|起|个|项|万元|元)")
# What stands in a cell for a number and is none: a stroke, 无, a number with a word, a note or a mark behind it or in it,
# how much more or less it is than last year, a picture.
ODD = re.compile(
    r"[-—－–/／\\*○〇]{1,3}|暂?无|零|\d+\s*/\s*\d+"
    r"|(?:[-—－–增减↑↓]{1,2}|增加|减少)\s*\d[\d,]*(?:\.\d+)?%?"
    r"|\^?[\dOoIl]{1,6}|\.\d{1,6}"  # struck through before it, letters that a scanner took for digits, the rest of a number
    r"|\d[\d,]*(?:[¹²³⁰-⁹]|[^\w\s%％°.,:/、；;）)年月日件号\-—–－]){1,3}\d*"
    + "|"
    + re.escape(PICTURE)
    + r"|(?:约|共|近)?\d[\d,]*(?:\.\d+)?(?: \d+)*\s*(?:[\u4e00-\u9fff]{1,3}|[①-⑳#*。]|\^.{1,9})?(?:\s*[（(].{0,40})?"
)
PAGE_NUMBER = re.compile(
    r"\s*[-—－–]\s*\d{1,3}\s*[-—－–]\s*|\s*第\s*\d{1,3}\s*页[\s，,/／（(]*(?:共\s*\d{1,3}\s*页[\s)）]*)?"
)
RULE = frozenset(" \t|:+=-")  # what a line is drawn of
# The same in full width, or as boxes are drawn: strokes down, strokes across, corners and crossings.
DRAWN = (
    dict.fromkeys(map(ord, "｜│┃║┆┇┊┋"), "|")
    | dict.fromkeys(map(ord, "─━═┄┅┈┉"), "-")
    | dict.fromkeys([*range(0x250C, 0x254C), *range(0x2552, 0x256D)], "+")
)
DRAWING = re.compile(f"[{''.join(map(chr, DRAWN))}]")
YEAR = re.compile(r"(?:19|20)\d\d\s*年度?")
LONGEST_TABLE_LINE_CHARACTERS = 80  # of a line that can still be part of a table
SENTENCE = re.compile("[。；]")
BLANKS = re.compile(r"\s{2,}|\t")
OTHER_BLANK = re.compile(r"[^\S\t\v\n]")


class Value(NamedTuple):
    """What stands in a cell: `number` where it is one (as text, plain width), otherwise blank or something odd."""

    text: str
    number: str = ""
    unit: str = ""
    column: int = -1

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands there."""
        return not self.text


@dataclass(slots=True)
class Words:
    """A piece of text that is no value, the column it begins in (-1: unknown) and the number of its row in the document."""

    text: str
    column: int
    row: int
    where: str
    block: int
    of_table: bool = False


@dataclass(slots=True)
class Run:
    """Values that stand together; `words` are all since the run before, the nearest last."""

    words: list[Words]
    values: list[Value]
    where: str
    row: int
    block: int
    of_table: bool = False
    has_own_words: bool = False
    shown: str = field(default="")
    is_cut: bool = False  # whether rows without labels follow that stood in one with it

    @property
    def numbers(self) -> list[Value]:
        """The values that are not blank."""
        return [value for value in self.values if not value.is_blank]


def runs_of(blocks: Sequence[Found], begin: int = 0) -> tuple[list[Run], list[Words]]:
    """Return the runs of numbers of the blocks from number `begin` on, in order, and the words that stand after the last."""
    collected = _Collector()
    row = 0
    for block, found in enumerate(blocks):
        if block < begin:
            continue
        if isinstance(found, FoundTable):
            for number, cells in enumerate(found.rows, found.first):
                row += 1
                collected.add_row(cells, f"{found.where}第 {number} 行", row, block)
        else:
            for line in found.text.split("\v"):
                row += 1
                collected.add_line(line, found.where, row, block)
    return collected.runs, collected.words


@lru_cache(maxsize=2048)  # most cells say 0 or nothing
def value_of(text: str) -> Value | None:
    """Return the value that a cell's text is, None if it is words."""
    plain = visible(text).translate(PLAIN_WIDTH).replace("\xa0", " ").strip()
    if not plain:
        return Value("")
    if NUMBER.fullmatch(plain):
        return Value(text.strip(), plain.replace(",", ""))
    found = WITH_UNIT.fullmatch(plain)
    if found:
        return Value(text.strip(), found["number"].replace(",", ""), found["unit"])
    return Value(text.strip()) if ODD.fullmatch(plain) and not YEAR.fullmatch(plain) else None


@lru_cache(maxsize=4096)
def value_at(text: str, column: int) -> Value | None:
    """Return the value that the text of a cell in that column is, None if it is words."""
    value = value_of(text)
    return value and Value(value.text, value.number, value.unit, column)


class _Collector:
    """Puts words and values together as they come."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.words: list[Words] = []
        self._open = False  # whether a value of the next line may go on with the last run

    def add_row(self, cells: Sequence[FoundCell], where: str, row: int, block: int) -> None:
        """Take a row of a real table: its words, then its values."""
        values: list[Value] = []
        own = False
        shown = _shown([cell.text for cell in cells])
        for cell in cells:
            value = value_at(cell.text, cell.column)
            if value is None:
                values = values if own else []  # a number before the label is the row's own
                if any(other.text for other in values):
                    self._begin(values, where, row, block, of_table=True, own=own, shown=shown)
                values, own = [], True
                self.words.append(Words(cell.text, cell.column, row, where, block, of_table=True))
            else:
                values.append(value)
        if any(value.text for value in values) or (own and values):
            self._begin(values, where, row, block, of_table=True, own=own, shown=shown)
        self._open = False

    def add_line(self, text: str, where: str, row: int, block: int) -> None:
        """Take a line of text, which may be a row, a cell, or a piece of one."""
        line = text.translate(DRAWN) if DRAWING.search(text) else text
        if not line.strip() or PAGE_NUMBER.fullmatch(line) or _is_rule(line):
            return
        pieces = list(pieces_of(line))
        shown = _shown([line])  # once: a line may hold thousands of runs
        own = False
        alone = len(pieces) == 1
        values: list[Value] = []
        columns = repeat(-1) if alone or "|" not in line else count()
        for piece, column in zip(pieces, columns, strict=False):
            value = value_at(piece, column)
            if value is not None:
                values.append(value)
                continue
            if len(values) == 1 and not own:
                values = []  # a number before the label is the row's own
            if values:
                self._take(values, shown, where, row, block, own, alone=False)
                values = []
            self.words.append(Words(piece, column, row, where, block))
            own, self._open = True, False
        if values:
            self._take(values, shown, where, row, block, own, alone)
        if own and not values:
            self._open = True

    def _take(self, values: list[Value], shown: str, where: str, row: int, block: int, own: bool, alone: bool) -> None:
        """Begin a run, or go on with one whose cells stand on a line each."""
        if not own and len(values) == 1 and alone and self._open and not self.words and self.runs:
            self.runs[-1].values += values
            self.runs[-1].shown += f" {values[0].text or '□'}"
            return
        if not own and alone and not self.words and values[0].is_blank:
            return
        if not own and self.words and len(values) == 1:
            shown = f"{self.words[-1].text.strip()} {values[0].text or '□'}"
        self._begin(values, where, row, block, of_table=False, own=own, shown=shown)
        self._open = alone or (own and len(values) == 1 and values[0].is_blank)

    def _begin(
        self, values: list[Value], where: str, row: int, block: int, *, of_table: bool, own: bool, shown: str
    ) -> None:
        self.runs.append(Run(self.words, values, where, row, block, of_table, own, shown))
        self.words = []


def pieces_of(text: str) -> Iterator[str]:
    """Yield the cells of a line: between pipes, tabs or wide gaps; numbers behind a label one by one."""
    text = visible(unmarked(text))
    text = text if text.isprintable() else OTHER_BLANK.sub(" ", text)
    if len(text) > LONGEST_TABLE_LINE_CHARACTERS and "|" not in text and not BLANKS.search(text.strip()):
        yield text
        return
    if "|" in text:
        yield from _between_pipes(text)
    elif "\t" in text:
        yield from (cell.strip() for cell in text.split("\t"))
    else:
        for piece in BLANKS.split(text.strip()):
            yield from _numbers_apart(piece)


def _between_pipes(text: str) -> list[str]:
    """Return the cells of a line; before the first pipe and behind the last is one only if something stands there."""
    cells = text.strip().split("|")
    cells = cells[not cells[0].strip() :]
    cells = cells[: len(cells) - (bool(cells) and not cells[-1].strip())]
    return [cell.strip() for cell in cells] or [""]


def _numbers_apart(piece: str) -> Iterator[str]:
    """Yield the words of a piece, a sentence as one, and the numbers behind them one by one."""
    words = piece.split(" ")
    ends = len(words)
    while ends and value_of(words[ends - 1]):
        ends -= 1
    if SENTENCE.search(piece):
        yield " ".join(words[:ends])
    else:
        yield from words[:ends]
    yield from words[ends:]


def _is_rule(text: str) -> bool:
    return "---" in text and RULE.issuperset(text)


def _shown(texts: Sequence[str]) -> str:
    return " ".join(" ".join(text.split()) or "□" for text in texts)[:120]
