"""Plain paragraphs and tables of a Word document, read in one pass over what counts in them.

Most documents hold no others, and this is several times as quick as reading them with care (word.py)."""

from __future__ import annotations

import re
from typing import Any

from model.reading.formats.source_blocks import FoundCell
from model.reading.formats.word_styles import OF_RUNS, VAL, W, small_number

ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
P, TABLE, ROW, CELL, TEXT, BREAK = (f"{W}{name}" for name in ("p", "tbl", "tr", "tc", "t", "br"))
MERGE, SPAN, INDENT = f"{W}vMerge", f"{W}gridSpan", f"{W}gridBefore"
MERGE_ACROSS = f"{W}hMerge"
FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
SYMBOL = f"{W}sym"
MARKS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\v", f"{W}noBreakHyphen": "-", f"{W}softHyphen": "\u00ad"}
WIDEST_CELL_COLUMNS = 200
# What makes more of a paragraph than its runs one after the other, and more of a table than its cells.
WRAPPERS = (
    *(f"{W}{name}" for name in ("ins", "del", "moveTo", "moveFrom", "sdt", "drawing", "pict", "object", "ruby")),
    *(f"{W}{name}" for name in ("fldChar", "tbl", "cellDel")),
    *OF_RUNS,
    ALTERNATIVES,
    MERGE_ACROSS,
)
SHOWN = frozenset([TEXT, FORMULA, SYMBOL, BREAK, *MARKS, *WRAPPERS])
STRUCTURE = (ROW, CELL, P, MERGE, SPAN, INDENT, *SHOWN)


def plain_text(paragraph: Any) -> str | None:
    """Return the text of a paragraph, None where it takes more care."""
    pieces = []
    for (
        element
    ) in paragraph.iterdescendants():  # to tell lxml all the tags would take longer than to go by a few others
        if element.tag in SHOWN:
            piece = written(element)
            if piece is None:
                return None
            pieces.append(piece)
    return "".join(pieces)


def plain_rows(table: Any) -> tuple[tuple[FoundCell, ...], ...] | None:
    """Return the rows of a table, None where it takes more care; a cell's paragraphs are lines of it."""
    rows = _Rows()
    for element in table.iterdescendants(*STRUCTURE):
        act = ACTS.get(element.tag)
        if act:
            act(rows, element)
        elif (piece := written(element)) is None:
            return None
        else:
            rows.pieces.append(piece)
    rows.end_row()
    return tuple(map(tuple, rows.found))


def written(element: Any) -> str | None:
    """Return what an element writes into its paragraph, None if more than its own text must be looked at."""
    tag = element.tag
    if tag in (TEXT, FORMULA):
        return element.text or ""
    if tag == SYMBOL:
        return _letter(element.get(f"{W}char") or "")
    if tag == BREAK:
        return "" if element.get(f"{W}type") in ("page", "column") else "\v"
    return MARKS.get(tag)


def _letter(code: str) -> str:
    """Return the letter with that number in hexadecimal digits, "" if there is none."""
    return chr(int(code, 16)) if re.fullmatch("[0-9A-Ca-cE-Fe-f][0-9A-Fa-f]{3}", code) else ""


class _Rows:
    """The rows so far, and of the cell that is being read its text, first column, width and whether it begins here."""

    def __init__(self) -> None:
        self.found: list[list[FoundCell]] = []
        self.pieces: list[str] = []
        self._column = self._width = self._paragraphs = 0
        self._begins = False

    def end_row(self, _element: Any = None) -> None:
        """End the last row; what follows belongs to another."""
        self.end_cell()
        self.found += [[]] if _element is not None else []
        self._column = self._width = 0
        self._begins = False

    def end_cell(self, _element: Any = None) -> None:
        """End the last cell; what follows belongs to another."""
        if self._begins:
            self.found = self.found or [[]]  # a cell that stands in no row makes one
            self.found[-1].append(FoundCell("".join(self.pieces), self._column))
        self._column += self._width
        self.pieces, self._width, self._paragraphs, self._begins = [], 1, 0, True

    def paragraph(self, _element: Any) -> None:
        """Begin a paragraph; after the first it is a line of its own."""
        if self._paragraphs:
            self.pieces.append("\n")
        self._paragraphs += 1

    def words(self, element: Any) -> None:
        """Put the words of a run behind those before it."""
        self.pieces.append(element.text or "")

    def merge(self, element: Any) -> None:
        """Note whether the cell goes on from the row above, and so does not begin here."""
        self._begins = element.get(VAL) == "restart"

    def span(self, element: Any) -> None:
        """Note how many columns the cell takes."""
        self._width = min(small_number(element.get(VAL) or "", 1), WIDEST_CELL_COLUMNS)

    def indent(self, element: Any) -> None:
        """Note how many columns the row leaves out at its beginning."""
        self._column = min(small_number(element.get(VAL) or "", 0), WIDEST_CELL_COLUMNS)


ACTS = {
    ROW: _Rows.end_row, CELL: _Rows.end_cell, P: _Rows.paragraph, TEXT: _Rows.words,
    MERGE: _Rows.merge, SPAN: _Rows.span, INDENT: _Rows.indent,
}  # fmt: skip
