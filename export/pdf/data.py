"""A report as the data that resources/report.typ lays out. Lengths in it are in points."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Sequence
from datetime import date
from itertools import zip_longest
from typing import Any

from export.pdf.line_breaks import INDENT, TRACKING, Line, Width, lines
from export.table_layout import (
    BAND_COLOUR,
    MARGIN_TWIPS,
    PLAIN_ROW_HEIGHT_TWIPS,
    CellKind,
    TableLayout,
    cell_kind,
    fitted,
    number_size,
)
from export.text_layout import sign_off_lines, title_lines
from model.form.grid import Cell
from model.report.blocks import Heading, Paragraph, PlainTable, SignOff, Table, Title
from model.report.outline import Placed, printable
from model.report.report import Report

ROOM_TWIPS = 8845  # the width of the type area
BODY_CHARACTER_TWIPS, TITLE_CHARACTER_TWIPS = 314, 440
CELL_SIZE_HALF_POINTS, CELL_CHARACTER_TWIPS = 21, 210
TWIPS = 20  # to the point
BREAKS = re.compile("([\v\t])")
# What breaks by itself: blanks, and Chinese, Japanese and Korean letters, unless a blank without a break comes next.
BLANKS = " \t\n\v\u2000-\u2006\u2008-\u200b\u3000"
LETTERS = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
UNBREAKING = "\xa0\u2007\u200d\u202f\u2060\ufeff"
# A word longer than a line, such as a row of dashes, dots or underscores, may break anywhere.
LONG_WORD = re.compile(f"(?:[^{BLANKS}{LETTERS}]|[{LETTERS}](?=[{UNBREAKING}])){{29,}}")
# A mark over a letter that its face lacks would have Typst leave out the letter: it is set by itself.
MARKS = "\u0300-\u036f\u20d0-\u20ff"
BETWEEN = re.compile(f"(?<=.)(?=[^{MARKS}])", re.DOTALL)  # the letters of a word, each with its marks
LONE_MARK = re.compile(f"(?<=[^\0-\u024f\u1e00-\u1eff{MARKS}])[{MARKS}]")
FORBIDDEN = "\ufeff"  # PDF/A does not allow this mark, which nobody sees
REPLACEMENT = "〓"  # what Chinese printers set for a letter they lack


def report_data(
    placed: Sequence[Placed], report: Report, faces: dict[str, list[str]], missing: Collection[str], width: Width
) -> str:
    """Return the data of placed blocks as JSON; `missing` are letters that no face has: each shows as 〓.

    `width` returns the width of a letter of the running text in em."""
    blocks = [_block(one, follower, width, missing) for one, follower in zip_longest(placed, placed[1:])]
    data = {
        "title": " ".join(printable(report.title).split()),
        "author": printable(report.unit),
        "date": _date(report),
        "faces": faces,
        "blocks": _with_headings(blocks),
    }
    return as_set(json.dumps(data, ensure_ascii=False), missing)


def as_set(text: str, missing: Collection[str]) -> str:
    """Return a text as it is set where no face has the `missing` letters."""
    instead: dict[str, str | int | None] = {**dict.fromkeys(missing, REPLACEMENT), **dict.fromkeys(FORBIDDEN, "")}
    return text.translate(str.maketrans(instead))


def _date(report: Report) -> dict[str, int]:
    day = report.signed_on or date((report.year or 2000) + 1, 1, 1)
    return {"year": day.year, "month": day.month, "day": day.day}


def _block(one: Placed, follower: Placed | None, width: Width, missing: Collection[str]) -> dict[str, Any]:
    match one.block:
        case Title():
            lines = title_lines(one.block, ROOM_TWIPS, TITLE_CHARACTER_TWIPS)
            return {"kind": "title", "name": one.name, "pieces": _pieces("\v".join(lines))}
        case Heading(level, text):
            return {"kind": "heading", "name": one.name, "level": level, "pieces": _pieces(text)}
        case Paragraph(text):
            keep = follower is not None and isinstance(follower.block, SignOff)
            return {
                "kind": "paragraph",
                "name": one.name,
                "pieces": _broken(as_set(text, missing), width),
                "keep": keep,
            }
        case Table():
            return _table(one.block)
        case PlainTable():
            return _plain_table(one.block)
        case SignOff():
            return {"kind": "sign_off", "lines": _sign_off(one.block)}


def _with_headings(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the blocks with each heading before a table as a part of it: they move to the next page as one."""
    found: list[dict[str, Any]] = []
    for block in blocks:
        if block["kind"] == "table" and found and found[-1]["kind"] == "heading":
            block["heading"] = found.pop()
        found.append(block)
    return found


def _sign_off(sign_off: SignOff) -> list[dict[str, Any]]:
    names = ("unit", "signoff.date")
    lines = sign_off_lines(sign_off, ROOM_TWIPS, BODY_CHARACTER_TWIPS)
    return [
        {"name": name, "text": line.text, "right": line.right / TWIPS} for name, line in zip(names, lines, strict=False)
    ]


def _broken(text: str, width: Width) -> list[Any]:
    """Return running text in pieces: as `_pieces`, with LF where a line ends, and a line that is set closer with its tracking."""
    pieces: list[Any] = []
    for part in text.split("\v"):
        found = lines(part, width, 0.0 if pieces else INDENT)
        pieces += ["\v", *(piece for line in found for piece in (*_words(line), "\n"))]
        if pieces[-1] == "\n":
            del pieces[-1]
    return pieces[1:]


def _words(line: Line) -> list[Any]:
    words = _split(line.text)
    if line.tracking == TRACKING:
        return words
    return [word if word in ("", "\t") else {"text": word, "tracking": line.tracking} for word in words]


def _pieces(text: str) -> list[str]:
    """Return the text in pieces: words as they are, VT for a line break, TAB, and "" where a word is parted."""
    return _split(LONG_WORD.sub(lambda found: BETWEEN.sub("\0", found[0]), text))


def _split(text: str) -> list[str]:
    """Return the text in pieces as above, parted where it has NUL and before lone marks."""
    return [piece for part in BREAKS.split(LONE_MARK.sub("\0\\g<0>", text)) for piece in _parted(part)]


def _parted(part: str) -> list[str]:
    pieces = part.split("\0")
    return [found for piece in pieces for found in ("", piece)][1:] if part else []


def _table(table: Table) -> dict[str, Any]:
    layout = TableLayout(table, ROOM_TWIPS, CELL_CHARACTER_TWIPS)
    widths = layout.widths()
    return {
        "kind": "table",
        "widths": [width / TWIPS for width in widths],
        "heading_rows": table.grid.heading_rows,
        "row_height": layout.row_height / TWIPS,
        "cells": [_cell(layout, cell, widths) for cell in table.grid.cells],
    }


def _cell(layout: TableLayout, cell: Cell, widths: list[int]) -> dict[str, Any]:
    grid, width = layout.table.grid, sum(widths[cell.column : cell.column + cell.columns])
    left, right = layout.margins(cell, width, CELL_CHARACTER_TWIPS)
    text, usual = layout.table.words(cell), CELL_SIZE_HALF_POINTS
    return {
        "x": cell.column, "y": cell.row, "colspan": cell.columns, "rowspan": cell.rows, "name": cell.name,
        "left": left / TWIPS, "right": right / TWIPS, "centred": cell_kind(grid, cell) is not CellKind.LABEL,
        "size": (number_size(text, width, usual) if cell.name else usual) / 2,
        "fill": f"#{BAND_COLOUR}" if grid.is_band(cell) else "", "pieces": _pieces(text),
    }  # fmt: skip


def _plain_table(table: PlainTable) -> dict[str, Any]:
    return {
        "kind": "table",
        "widths": [width / TWIPS for width in fitted(table.widths, ROOM_TWIPS)],
        "heading_rows": 1,
        "row_height": PLAIN_ROW_HEIGHT_TWIPS / TWIPS,
        "cells": [_plain_cell(text, x, y) for y, row in enumerate(table.rows) for x, text in enumerate(row)],
    }


def _plain_cell(text: str, x: int, y: int) -> dict[str, Any]:
    margin = MARGIN_TWIPS / TWIPS
    return {
        "x": x, "y": y, "colspan": 1, "rowspan": 1, "name": "", "left": margin, "right": margin,
        "centred": x > 0 or y == 0, "size": CELL_SIZE_HALF_POINTS / 2, "fill": "", "pieces": _pieces(text),
    }  # fmt: skip
