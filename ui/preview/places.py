"""Which field a place on a page shows, and what marks a field on its pages. Lengths are in points from a page's top left corner."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from PySide6.QtCore import QRectF

from export.pdf.document import FieldPlace
from model.report.outline import LINE_ENDS, printable
from model.report.report import Report
from ui.preview.page_layout import PAGE_POINTS

LINE, BASE_LINE = 28.95, 20.24  # a line of the text, and how far below its upper edge its base line is
ROW = 17.0  # of a table, whose rows are higher where their words take more
SAME_ROW = 3.0
TYPE_TOP, TYPE_BOTTOM = 104.9, PAGE_POINTS.height() - 99.2
BAR_LEFT, BAR_WIDTH = 66.0, 4.0  # what marks a text, in the margin
STANDING_ALONE = ("unit", "signoff.date")  # whose place is their upper edge
WITH_ANOTHER = {"year": "unit", "signoff.seal": "signoff.date"}  # fields that are printed with another one


class Spot(NamedTuple):
    """A field, and the character of its text to go to."""

    name: str
    start: int = 0


class Mark(NamedTuple):
    """What marks a part of a field: the number of its page counted from 0, and where."""

    page: int
    box: QRectF
    is_cell: bool


def spot_at(places: Sequence[FieldPlace], report: Report, page: int, x: float, y: float) -> Spot | None:
    """Return the field that is shown at a point of a page counted from 0, or the nearest before it; None if there is none."""
    named = [one for one in places if one.name]
    before = [one for one in named if (one.page, top_of(one)) <= (page + 1, y)]
    if not before:
        return Spot(named[0].name) if named else None
    last = max(before, key=lambda one: (one.page, top_of(one)))
    row = [one for one in before if one.page == last.page and abs(top_of(one) - top_of(last)) < SAME_ROW]
    row.sort(key=lambda one: one.x)
    there = next((one for one in reversed(row) if one.x <= x), row[0]) if last.page == page + 1 else row[-1]
    return Spot(there.name, _paragraph_start(_text(report, there.name), _number_of(there, named)))


def top_of(place: FieldPlace) -> float:
    """Return the upper edge of the line that a place is in."""
    return place.y if place.width or place.name in STANDING_ALONE else place.y - BASE_LINE


def _text(report: Report, name: str) -> str:
    return dict(report.texts()).get(name, "")


def _number_of(place: FieldPlace, places: Sequence[FieldPlace]) -> int:
    """Return how many paragraphs of the same text stand before a place."""
    return [one for one in places if one.name == place.name].index(place)


def _paragraph_start(text: str, number: int) -> int:
    """Return where a printed paragraph begins in its text, 0 if it has no such one; blank lines are not printed."""
    begin = 0
    for end in [*LINE_ENDS.finditer(text), None]:
        line = text[begin : end.start() if end else None]
        if printable(line).strip():
            if not number:
                return begin + len(line) - len(line.lstrip())
            number -= 1
        begin = end.end() if end else begin
    return 0


def marks_of(places: Sequence[FieldPlace], name: str) -> list[Mark]:
    """Return what marks a field: the room of its number, or a bar beside the lines of its text. Nothing marks no field, ""."""
    shown = WITH_ANOTHER.get(name, name)
    return [
        mark
        for one, after in zip_longest(places, places[1:])
        if shown and one.name == shown  # the form's own headings have no name
        for mark in ([_cell_mark(one)] if one.width else _bars(one, after))
    ]


def _cell_mark(place: FieldPlace) -> Mark:
    return Mark(place.page - 1, QRectF(place.x, place.y, place.width, ROW), True)


def _bars(place: FieldPlace, after: FieldPlace | None) -> list[Mark]:
    """Return a bar for each page that a text stands on, as far as what comes after it."""
    end_page, end = (after.page, top_of(after)) if after else (place.page, 0.0)
    marks = []
    for page in range(place.page, end_page + 1):
        top = top_of(place) if page == place.page else TYPE_TOP
        bottom = end if page == end_page else TYPE_BOTTOM
        if place.name in STANDING_ALONE:
            bottom = max(top + LINE, bottom - LINE)  # the line after the title is blank
        if bottom - top > ROW:
            marks.append(Mark(page - 1, QRectF(BAR_LEFT, top, BAR_WIDTH, bottom - top), False))
        if place.name in STANDING_ALONE:
            break
    return marks
