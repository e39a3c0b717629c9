"""The column headings that stand over a row of numbers, and which cell each of its values belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from model.form.grid import Cell
from model.reading.formats.words import core, number
from model.reading.tables.align import aligned
from model.reading.tables.form_labels import FormLabels, RowLabel
from model.reading.tables.runs import Run, Value, Words
from model.reading.tables.sums import adds_up, numbers_of

LONGEST_HEADING_CHARACTERS = 14
MOST_HEADING_PIECES = 3
# Columns that the form does not have: numbers of rows, remarks, other years, sums and shares.
EXTRA_COLUMN = re.compile(
    r"序号|编号|备注|说明|上年|去年|上期|同期|同比|增减|增长|比重|占比|小计|合计|本年数|(?:19|20)\d\d"
)

Pairs = list[tuple[Cell | None, Value]]


@dataclass(frozen=True)
class Seen:
    """The headings seen last in a section, from left to right: each column's name and its place (-1: unknown).

    `doubt` says why they cannot be trusted, `foreign` whether headings stand among them that the form does not have."""

    columns: tuple[tuple[str, int], ...] = ()
    doubt: str = ""
    foreign: bool = False
    taken: frozenset[int] = frozenset()  # the columns that have any heading
    is_torn: bool = False  # the form's own headings over several lines of text: their order says nothing
    as_read: tuple[str, ...] = ()  # the columns' names as their headings are read, row by row

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each column, where all are known and different."""
        found = dict(self.columns)
        return found if len(found) == len(self.columns) and min(found.values(), default=-1) >= 0 else {}


class Headings:
    """Remembers, section by section, the headings seen last."""

    def __init__(self, labels: FormLabels) -> None:
        self._labels = labels
        self._seen: dict[str, Seen] = {}
        self._extra: set[str] = set()  # sections whose tables have columns that the form does not have

    def pairs(self, run: Run, row: RowLabel) -> tuple[Pairs, str]:
        """Return the run's values with their cells (None: a column that this edition does not have), or why it is not certain."""
        words = [piece for piece in run.words[:-1] if piece.row != run.row]
        if row.is_money and any("元" in piece.text and "万元" not in piece.text for piece in words):
            return [], "金额的单位不是万元。"
        if has_extra(words, self._labels):
            self._extra.add(row.section)
        new = columns_in(words, row.section, self._labels)
        if new:
            self._seen[row.section] = self._read(new, words, row)
        seen = self._seen.get(row.section, Seen())
        own = row.by_column
        if seen.doubt and own.keys() & {name for name, _ in seen.columns}:
            return self._by_sums(run, row, seen, seen.doubt) if seen.is_torn else ([], seen.doubt)
        places = seen.places
        by_place = {value.column: value for value in run.values}
        if own.keys() <= places.keys() and min(by_place, default=0) >= 0:
            is_beside = run.of_table and not seen.taken.issuperset(value.column for value in run.values if value.text)
            if not is_beside and all(places[name] in by_place for name in own):
                return [(own.get(name), by_place[place]) for name, place in places.items() if place in by_place], ""
            if is_beside or (len(own) > 1 and (run.of_table or len(run.numbers) != len(seen.columns))):
                return self._by_sums(run, row, seen, "数的位置与列名对不上。")
        return self._in_order(run, row, own, seen)

    def _by_sums(self, run: Run, row: RowLabel, seen: Seen, doubt: str) -> tuple[Pairs, str]:
        """Return the values from left to right where the columns are in doubt, if the row's own totals prove it."""
        is_ordered = self._is_in_order(seen.as_read, [cell.column_key for cell in row.cells], row.section)
        values = [value for value in run.values if not value.is_blank]
        is_whole = len(values) == len(run.values) == len(row.cells)
        if is_ordered and is_whole and adds_up(self._labels.form, numbers_of(row.names, values)):
            return list(zip(row.cells, values, strict=True)), ""
        return [], doubt

    def _is_in_order(self, names: Sequence[str], own: Sequence[str], section: str) -> bool:
        """Return whether columns are named in the form's order, from left to right or as its headings are read row by row."""
        return _is_within(names, own) or _is_within(names, self._labels.reading_orders[section])

    def _in_order(self, run: Run, row: RowLabel, own: Mapping[str, Cell], seen: Seen) -> tuple[Pairs, str]:
        """Return the values from left to right, where nothing speaks against it."""
        names = [name for name, _ in seen.columns]
        known = own.keys() & set(names)
        if row.section in self._extra:
            return self._by_sums(run, row, seen, "表上有格式以外的栏，数的位置分不清。")
        if known and seen.foreign:
            return [], "列名里有认不出的。"
        if known and len(set(names)) < len(names):
            return [], "列名有重复的。"
        is_other = known and not set(names) <= own.keys()  # of another edition, or wholly of this one
        if is_other and len(names) < len(own):
            return [], "列名与格式不同。"
        targets = [own.get(name) for name in names] if is_other or own.keys() <= set(names) else list(row.cells)
        values = aligned(run, len(targets), may_begin_blank=self._labels.label_columns[row.section] == 1)
        if values is None:
            return [], f"这一行应有 {len(targets)} 个数，文档里有 {len(run.numbers)} 个，或者分不清哪个是空的。"
        return list(zip(targets, values, strict=True)), ""

    def _read(self, new: list[tuple[str, Words]], words: Sequence[Words], row: RowLabel) -> Seen:
        """Return the headings as columns from left to right, as far as the document shows it."""
        placed = tuple((name, piece.column) for name, piece in new)
        rows = {piece.row for _, piece in new}
        taken = frozenset(piece.column for piece in words if piece.row in rows)
        if row.section in self._labels.headings_in_one_row:
            return Seen(placed, foreign=self._has_foreign(new, words), taken=taken, as_read=tuple(dict(new)))
        if all(piece.of_table for _, piece in new):
            return Seen(tuple(sorted(placed, key=lambda pair: pair[1])), taken=taken, as_read=tuple(dict(new)))
        own = [cell.column_key for cell in row.cells]
        names = [name for name, _ in new]
        over_groups = any(core(piece.text) in self._labels.group_headings for piece in words)
        if len({piece.row for _, piece in new}) == 1 and not over_groups and sorted(names) == sorted(own):
            return Seen(tuple((name, -1) for name in names))
        # In text, headings over several rows come in the form's reading order, not in that of its columns.
        if self._is_in_order(names, own, row.section):
            return Seen()
        is_torn = len(rows) > 2 and len(set(names)) == len(names) and not self._has_foreign(new, words)
        return Seen(placed, "列名的次序与格式不同。", is_torn=is_torn)

    def _has_foreign(self, new: list[tuple[str, Words]], words: Sequence[Words]) -> bool:
        """Return whether a heading that no form has stands in a row with those that one has.

        Pieces of theirs do not count."""
        rows, first = {piece.row for _, piece in new}, words.index(new[0][1])
        beside = [piece for piece in words if piece.row in rows] + list(words[first:])
        return any(core(piece.text) not in self._labels.known_text for piece in beside)


def columns_in(words: Sequence[Words], section: str, labels: FormLabels) -> list[tuple[str, Words]]:
    """Return the section's columns that the words name, in reading order, each with its first piece."""
    found = []
    place = 0
    beginnings = labels.beginnings.get(section, frozenset())
    while place < len(words):
        if core(words[place].text) not in beginnings:
            place += 1
            continue
        for count in range(min(MOST_HEADING_PIECES, len(words) - place), 0, -1):
            text = "".join(piece.text for piece in words[place : place + count])
            column = labels.column(section, text) if len(text) < 20 else ""
            if column:
                found.append((column, words[place]))
                place += count - 1
                break
        place += 1
    return found


def has_extra(words: Sequence[Words], labels: FormLabels) -> bool:
    """Return whether a heading among the words is of a column that the form does not have, such as 备注."""
    short = (piece.text for piece in words if len(piece.text) <= LONGEST_HEADING_CHARACTERS)
    return any(EXTRA_COLUMN.search(text) and core(text) not in labels.known and not number(text) for text in short)


def _is_within(names: Sequence[str], order: Sequence[str]) -> bool:
    """Return whether the names come in that order, each once, some of them left out."""
    rest = iter(order)
    return all(name in rest for name in names)
