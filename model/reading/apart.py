"""Headings and texts that stand in one with what follows them, taken apart."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from model.form.section import Section
from model.reading.formats.source_blocks import Found, FoundTable, Line
from model.reading.formats.words import core

RUN_IN = re.compile(r"[。：:\s]+")  # between a heading and the text that follows on its line
LEAST_HEADINGS = 2  # of sections, in a table that holds more than one of them


def with_headings_apart(blocks: Sequence[Found], sections: Sequence[Section]) -> list[Found]:
    """Return the blocks, with a section's heading on a line of its own where its text is run in with it (一、总体情况。2024年…).

    A table that holds the whole report, headings and texts too, becomes lines and tables."""
    found: list[Found] = []
    for block in blocks:
        if isinstance(block, FoundTable):
            found += _table_apart(block, sections)
        elif cut := 0 if block.level else _end_of_heading(block.text, sections):
            behind = RUN_IN.sub("", block.text[cut:], 1)
            found += [replace(block, text=block.text[:cut]), replace(block, text=behind)]
        else:
            found.append(block)
    return found


def _end_of_heading(text: str, sections: Sequence[Section]) -> int:
    """Return where a heading of the form ends that a line begins with, number and all, and goes on behind.

    0: nowhere."""
    begin = text.lstrip()
    for section in sections:
        if begin.startswith(section.heading):
            end = text.index(section.heading) + len(section.heading)
            behind = RUN_IN.match(text, end)
            return end if behind and behind.end() < len(text) else 0
    return 0


def _table_apart(table: FoundTable, sections: Sequence[Section]) -> list[Found]:
    """Return a table as it is; one with headings of several sections as lines, and the rows of each section's own table."""
    named = {core(section.heading): section for section in sections}
    heads = {place: named.get(core(row[0].text)) for place, row in enumerate(table.rows) if len(row) == 1}
    if len({head.key for head in heads.values() if head}) < LEAST_HEADINGS:
        return [table]
    is_text = _are_text(table, heads)
    found: list[Found] = []
    for text, places in itertools.groupby(range(len(table.rows)), key=is_text.__getitem__):
        first, *rest = places
        if text:
            found += [line for place in (first, *rest) for line in _lines(table, place)]
        else:
            found.append(replace(table, rows=table.rows[first : first + 1 + len(rest)], first=first + 1))
    return found


def _are_text(table: FoundTable, heads: Mapping[int, Section | None]) -> list[bool]:
    """Return for each row whether it is a heading, or a single cell in a section that is no table or before the first."""
    found = []
    section: Section | None = None
    for place, row in enumerate(table.rows):
        section = heads.get(place) or section
        is_own = section is not None and section.grid is not None
        found.append(bool(heads.get(place)) or (len(row) == 1 and not is_own))
    return found


def _lines(table: FoundTable, place: int) -> Iterator[Line]:
    where = f"{table.where}第 {place + 1} 行"
    texts = (text for cell in table.rows[place] for text in cell.text.split("\n"))
    return (Line(text, where, place=table.place) for text in texts if text.strip())
