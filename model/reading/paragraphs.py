"""The lines of a PDF put together into paragraphs again, where a document has each of them for a paragraph of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from model.reading.formats.source_blocks import Line
from model.reading.texts import is_of_site
from model.report.chinese_numerals import NUMERAL

SAME_ROW_PX = 10  # by which pieces of one line in two faces may differ in height
LEAST_PROSE_WIDTH = 30  # of a line that tells how lines are broken; a Chinese character is 2 wide, a digit 1
LARGEST_FULL_WIDTH = 120  # of a line on paper
FULL_SHARE = 0.85  # of the usual width, from which a line is a full one
WIDEST_SHARE = 1.1
INDENT_WIDTH = 4  # of the first line of a paragraph
LEAST_FULL_LINES, LEAST_FULL_SHARE, LEAST_OPEN_SHARE = 4, 0.5, 0.6  # of a document that a PDF was made into
ENDS = ("。", "！", "？", "；", "：", "!", "?", ";", ":")
CLOSERS = "）)”’》」』】 "  # the end of a sentence may stand before them
PAUSES = ("，", "、")  # no paragraph ends with them
# What begins a heading or an item of a list: 一、 （一） 1. （1） ① 第一，
ITEM = re.compile(
    rf"{NUMERAL}、|[（(]\s*(?:{NUMERAL}|\d{{1,2}})\s*[)）]|\d{{1,2}}[.．、](?!\d)|[①-⑳]|第{NUMERAL}[，、]"
)
WIDE_GAP = re.compile(r"(?<=\w) {2,}(?=\d)|(?<=\d) {2,}(?=\w)")  # that a PDF's other face leaves around a number
NO_BREAK = "\u00a0"  # for each blank, where a program takes the page apart
FOREIGN = re.compile(r"(?!\d\d)[A-Za-z0-9]{2}")  # the letters where two pieces meet; digits are of one number


def in_rows(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with those pieces put together that stand beside each other on a page: each face has its own."""
    rows: list[list[Line]] = []
    for line in lines:
        if rows and _is_beside(rows[-1][-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_in_one(row) if len(row) > 1 else row[0] for row in rows]


def _is_beside(piece: Line, line: Line) -> bool:
    """Return whether a line stands on the same page as a piece, as high, and further right."""
    if not piece.spot or not line.spot or piece.place[:-1] != line.place[:-1]:
        return False
    return abs(piece.spot.top - line.spot.top) <= SAME_ROW_PX and piece.spot.left < line.spot.left


def usual_width(lines: Sequence[Line]) -> float:
    """Return how wide the full lines are of a text that is broken into lines as on paper, 0 where it is not.

    In such a text most lines are about as wide, and most of these end within a sentence."""
    prose = sorted((width, line.text) for line in lines if (width := _width(line.text)) >= LEAST_PROSE_WIDTH)
    if not prose:
        return 0.0
    usual = prose[len(prose) * 9 // 10][0]
    full = [text for width, text in prose if FULL_SHARE * usual <= width <= WIDEST_SHARE * usual]
    still_open = sum(not _is_ended(text) for text in full)
    is_broken = (
        usual <= LARGEST_FULL_WIDTH
        and len(full) >= max(LEAST_FULL_LINES, LEAST_FULL_SHARE * len(prose))
        and still_open >= LEAST_OPEN_SHARE * len(full)
    )
    return float(usual) if is_broken else 0.0


def joined(lines: Sequence[Line], usual: float) -> list[Line]:
    """Return the lines of a text with those of each paragraph in one; `usual` is the width of its full lines.

    A heading, an item of a list and what a site puts above an article stay by themselves, and so does what follows the end of a sentence, unless it stands
    further left than its paragraph begins. Where `usual` is 0, all stay as they are."""
    if not usual:
        return list(lines)
    found = map(_in_one, _paragraphs(lines, usual))
    return [replace(line, text=WIDE_GAP.sub(" ", line.text.replace(NO_BREAK, " "))) for line in found]


def _paragraphs(lines: Sequence[Line], usual: float) -> Iterator[list[Line]]:
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and not _goes_on(paragraph, line, usual):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _goes_on(paragraph: Sequence[Line], line: Line, usual: float) -> bool:
    """Return whether a line goes on with the paragraph that these begin."""
    first, last = paragraph[0], paragraph[-1].text.rstrip()
    if ITEM.match(line.text.lstrip()) or is_of_site(first.text):
        return False
    if last.endswith(PAUSES):
        return True
    is_outdented = first.spot is not None and line.spot is not None and line.spot.left < first.spot.left
    width = _width(last) + INDENT_WIDTH * (len(paragraph) == 1)
    return width >= FULL_SHARE * usual and (is_outdented or not _is_ended(last))


def _is_ended(text: str) -> bool:
    return text.rstrip(CLOSERS).endswith(ENDS)


def _in_one(lines: Sequence[Line]) -> Line:
    """Return lines, or pieces of one, as a single line; foreign words do not run into each other."""
    texts = [line.text.strip() for line in lines]
    more = (f" {after}" if FOREIGN.fullmatch(one[-1:] + after[:1]) else after for one, after in pairwise(texts))
    return replace(lines[0], text="".join([texts[0], *more]))


def _width(text: str) -> int:
    text = WIDE_GAP.sub(" ", text.strip())
    return len(text) + sum(not letter.isascii() for letter in text)
