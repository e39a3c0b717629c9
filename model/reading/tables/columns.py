"""Which columns of the form the words before a row name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from model.reading.formats.words import core, number
from model.reading.tables.form_labels import FormLabels
from model.reading.tables.runs import Words

LONGEST_HEADING_CHARACTERS = 14  # of a column that the form does not have
LONGEST_TORN_HEADING_CHARACTERS = 19  # of one that the form has, with what stands in it
MOST_HEADING_PIECES = 3  # that a heading is torn into
# Columns that the form does not have: numbers of rows, remarks, other years, sums and shares.
EXTRA_COLUMN = re.compile(
    r"序号|编号|备注|说明|上年|去年|上期|同期|同比|增减|增长|比重|占比|小计|合计|本年数|(?:19|20)\d\d"
)


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
            column = labels.column(section, text) if len(text) <= LONGEST_TORN_HEADING_CHARACTERS else ""
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
