"""What stands in a document before anybody knows what it means: lines and tables, in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Spot(NamedTuple):
    """Where a line stands on a page that puts every line into its place, in pixels from the page's corner."""

    left: int
    top: int


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or a line of a text file; VT in it is a line break.

    `level` is that of a heading style (1 and up, 0: none), `style` the name of a style that says what the paragraph is
    (title, sign-off), `place` the chain of elements around it on a web page, outermost first, `spot` where it stands on a
    page made of a PDF, None if nothing says so."""

    text: str
    where: str
    level: int = 0
    style: str = ""
    place: tuple[int, ...] = ()
    spot: Spot | None = None


class FoundCell(NamedTuple):
    """A cell in the row in which it begins, with the number of its first column."""

    text: str
    column: int


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table; each row holds the cells that begin in it.

    `first` is the number of its first row, where it is a piece of a longer one."""

    rows: tuple[tuple[FoundCell, ...], ...]
    where: str
    place: tuple[int, ...] = ()
    first: int = 1

    @property
    def text(self) -> str:
        """All words of it, for saying what was left out."""
        return " ".join(cell.text for row in self.rows for cell in row if cell.text)


Found = Line | FoundTable
TITLE, SIGN_OFF = "title", "signoff"
PICTURE = "[图]"  # what stands in a cell that holds a picture and no words
