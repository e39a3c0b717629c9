"""The blocks of a document, independent of any file format, in printed order."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from model.form.grid import Cell, Grid


class Title(NamedTuple):
    """The report's title; it may break only between its lines."""

    lines: tuple[str, ...]


class Heading(NamedTuple):
    """A heading: level 1 is 一、, level 2 （一）, level 3 1."""

    level: int
    text: str


class Paragraph(NamedTuple):
    """A paragraph of running text; VT in it is a line break."""

    text: str


class Table(NamedTuple):
    """A printed table: its grid, and what each number cell shows, by the cell's name."""

    grid: Grid
    shown: dict[str, str]

    def words(self, cell: Cell) -> str:
        """Return what stands in that cell."""
        return self.shown[cell.name] if cell.name else cell.label


class PlainTable(NamedTuple):
    """A table that is not the form's: its rows, the first of them headings, and the widths of its columns in twips."""

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


class SignOff(NamedTuple):
    """The body's name and the date below the text."""

    unit: str
    date: date | None
    sealed: bool


Block = Title | Heading | Paragraph | Table | PlainTable | SignOff
