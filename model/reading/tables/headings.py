"""The column headings that stand over a row of numbers, and which cell each of its values belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from model.form.grid import Cell
from model.reading.formats.words import core, number
from model.reading.tables.align import aligned
from model.reading.tables.form_labels import FormLabels, RowLabel
from model.reading.tables.runs import Run, Value, Words
from model.reading.tables.shapes import Shapes, is_under
from model.reading.tables.sums import adds_up, blanks_add_up, numbers_of

LONGEST_HEADING_CHARACTERS = 14
MOST_HEADING_PIECES = 3
RUNNING_HEAD_ENDS = ("报告", "年报")  # of the title that stands on every page
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
    block: int = -1
    taken: frozenset[int] = frozenset()  # the columns that have a heading, apart from those over several of them
    repeats: frozenset[int] = frozenset()  # those over which the heading on their left stands again
    is_torn: bool = False  # the form's own headings over several lines of text: their order says nothing
    as_read: tuple[str, ...] = ()  # the columns' names as their headings are read, row by row

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each column, where all are known and different."""
        found = dict(self.columns)
        return found if len(found) == len(self.columns) and min(found.values(), default=-1) >= 0 else {}


class Headings:
    """Remembers, section by section, the headings seen last."""

    def __init__(self, labels: FormLabels, shapes: Shapes) -> None:
        self._labels = labels
        self._seen: dict[str, Seen] = {}
        self._extra: set[str] = set()  # sections whose tables have columns that the form does not have
        self._shapes = shapes

    def pairs(self, run: Run, row: RowLabel) -> tuple[Pairs, str]:
        """Return the run's values with their cells (None: a column that this edition does not have), or why it is not certain."""
        words = [piece for piece in run.words[:-1] if piece.row != run.row]
        if row.is_money and any("元" in piece.text and "万元" not in core(piece.text) for piece in words):
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
        by_place = {value.column: value for value in run.values}
        if seen.repeats and any(_differs(by_place, column) for column in seen.repeats):
            return [], "列名有重复的。"
        if own.keys() <= seen.places.keys() and min(by_place, default=0) >= 0:
            return self._by_place(run, row, by_place, seen)
        return self._in_order(run, row, own, seen)

    def _by_place(self, run: Run, row: RowLabel, by_place: Mapping[int, Value], seen: Seen) -> tuple[Pairs, str]:
        """Return the values that stand under the headings of the row's cells."""
        own, places = row.by_column, seen.places
        is_beside = not seen.taken.issuperset(value.column for value in run.values if value.text)
        if not is_beside and all(places[name] in by_place for name in own):
            if not self._is_proved(row, by_place, places):
                return [], "列名的次序与格式不同。"
            return [(own.get(name), by_place[place]) for name, place in places.items() if place in by_place], ""
        if run.block != seen.block and list(places) == list(own) and self._shapes.are_those_of(run, row):
            return list(zip(row.cells, run.values, strict=True)), ""  # the rest of a table that a page has cut
        if is_beside or (len(own) > 1 and (run.of_table or len(run.numbers) != len(seen.columns))):
            return self._by_sums(run, row, seen, "数的位置与列名对不上。")
        return self._in_order(run, row, own, seen)

    def _is_proved(self, row: RowLabel, by_place: Mapping[int, Value], places: Mapping[str, int]) -> bool:
        """Return whether headings stand in the form's order, or the row's total shows that the others are right.

        One that is lost moves all behind it."""
        own = list(row.by_column)
        is_ordered = [name for name in places if name in own] == own
        if is_ordered or not self._has_total(row):
            return True
        return blanks_add_up(self._labels.form, row.names, [by_place[places[name]] for name in own])

    def _has_total(self, row: RowLabel) -> bool:
        return adds_up(self._labels.form, dict.fromkeys(row.names, 0))

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
        begins = self._labels.label_columns[row.section] == 1 or (
            run.values[0].is_blank and len(targets) == len(row.cells) and self._is_in_place(run, row, seen)
        )
        values = aligned(run, len(targets), may_begin_blank=begins)
        if values is None:
            return [], f"这一行应有 {len(targets)} 个数，文档里有 {len(run.numbers)} 个，或者分不清哪个是空的。"
        return list(zip(targets, values, strict=True)), ""

    def _is_in_place(self, run: Run, row: RowLabel, seen: Seen) -> bool:
        return is_under(run, row, dict(seen.columns)) or self._shapes.are_those_of(run, row)

    def _read(self, new: list[tuple[str, Words]], words: Sequence[Words], row: RowLabel) -> Seen:
        """Return the headings as columns from left to right, as far as the document shows it."""
        placed = tuple((name, piece.column) for name, piece in new)
        rows = {piece.row for _, piece in new}
        taken = frozenset(
            piece.column for piece in words if piece.row in rows and core(piece.text) not in self._labels.group_headings
        )
        if row.section in self._labels.headings_in_one_row:
            foreign = self._has_foreign(new, words, row.section)
            repeats = self._repeats(
                new, [piece for piece in words if piece.of_table and piece.row in rows], row.section
            )
            return Seen(
                placed, foreign=foreign, block=new[0][1].block, taken=taken, repeats=repeats, as_read=tuple(dict(new))
            )
        if all(piece.of_table for _, piece in new):
            columns = tuple(sorted(placed, key=lambda pair: pair[1]))
            return Seen(columns, block=new[0][1].block, taken=taken, as_read=tuple(dict(new)))
        own = [cell.column_key for cell in row.cells]
        names = [name for name, _ in new]
        over_groups = any(core(piece.text) in self._labels.group_headings for piece in words)
        if len({piece.row for _, piece in new}) == 1 and not over_groups and sorted(names) == sorted(own):
            return Seen(tuple((name, -1) for name in names))
        # In text, headings over several rows come in the form's reading order, not in that of its columns.
        if self._is_in_order(names, own, row.section):
            return Seen()
        is_torn = len(rows) > 2 and len(set(names)) == len(names) and not self._has_foreign(new, words, row.section)
        return Seen(placed, "列名的次序与格式不同。", is_torn=is_torn)

    def _repeats(self, new: Sequence[tuple[str, Words]], words: Sequence[Words], section: str) -> frozenset[int]:
        """Return the columns of a table over which a heading stands again that is one of another column."""
        named = {piece.column for piece in words if self._labels.column(section, piece.text)}
        return frozenset(named - {piece.column for _, piece in new})

    def _has_foreign(self, new: list[tuple[str, Words]], words: Sequence[Words], section: str) -> bool:
        """Return whether a heading that no form has stands in a row with those that one has.

        Pieces of theirs do not count."""
        rows, first = {piece.row for _, piece in new}, words.index(new[0][1])
        beside = [piece for piece in words if piece.row in rows]
        beside += [piece for piece in words[first:] if not piece.text.endswith(RUNNING_HEAD_ENDS)]
        return any(not self._is_heading(piece.text, section) for piece in beside)

    def _is_heading(self, text: str, section: str) -> bool:
        return core(text) in self._labels.known_text or bool(self._labels.column_like(section, text))


def _differs(values: Mapping[int, Value], column: int) -> bool:
    """Return whether something else stands in a column than in the one on its left."""
    return column in values and values[column].text not in ("", values.get(column - 1, Value("")).text)


def columns_in(words: Sequence[Words], section: str, labels: FormLabels) -> list[tuple[str, Words]]:
    """Return the section's columns that the words name, in reading order, each with its first piece."""
    found = []
    place = 0
    beginnings = labels.beginnings.get(section, frozenset())
    is_level = section in labels.headings_in_one_row
    while place < len(words):
        if core(words[place].text) not in beginnings:
            if is_level and (column := labels.column_like(section, words[place].text)):
                found.append((column, words[place]))
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
    return list(_once(found, is_level)) if found and found[0][1].of_table else found


def _once(found: Sequence[tuple[str, Words]], also_beside: bool) -> Iterator[tuple[str, Words]]:
    """Yield the columns of tables whose merged cells came apart once: each repeats its words below, or beside, itself."""
    seen: set[tuple[str, int]] = set()
    for name, piece in found:
        place = (name, piece.column)
        is_repeated = place in seen or (also_beside and (name, piece.column - 1) in seen)
        if not piece.of_table or not is_repeated:
            yield name, piece
        seen.add(place)


def has_extra(words: Sequence[Words], labels: FormLabels) -> bool:
    """Return whether a heading among the words is of a column that the form does not have, such as 备注."""
    short = (piece.text for piece in words if len(piece.text) <= LONGEST_HEADING_CHARACTERS)
    return any(EXTRA_COLUMN.search(text) and core(text) not in labels.known and not number(text) for text in short)


def _is_within(names: Sequence[str], order: Sequence[str]) -> bool:
    """Return whether the names come in that order, each once, some of them left out."""
    rest = iter(order)
    return all(name in rest for name in names)
