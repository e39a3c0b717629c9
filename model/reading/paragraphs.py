"""The lines of a PDF put together into paragraphs again, where a document has each of them for a paragraph of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from model.reading.formats.source_blocks import Line
from model.report.chinese_numerals import NUMERAL

SAME_ROW_PX = 10  # by which pieces of one line in two faces may differ in height
LEAST_INDENT_PX = 10  # lines that begin in one column differ by less, as places are rounded
LEAST_PROSE_WIDTH = 30  # of a line that tells how lines are broken; a Chinese character is 2 wide, a digit 1
LARGEST_FULL_WIDTH = 120  # of a line on paper
FULL_SHARE = 0.85  # of the usual width, from which a line is a full one
WIDEST_SHARE = 1.1
INDENT_WIDTH = 4  # of the first line of a paragraph
LEAST_FULL_LINES, LEAST_FULL_SHARE, LEAST_OPEN_SHARE = 4, 0.5, 0.6  # of a document that a PDF was made into
ENDS = ("。", "！", "？", "；", "：", "!", "?", ";", ":")
CLOSERS = "）)”’》」』】 "  # the end of a sentence may stand before them
PAUSES = ("，", "、")  # no paragraph ends with them
MOST_PIECES = 5  # of a line that a program parts at its pauses
INNER_MARK = re.compile("[，。；：]")  # that a sentence of more than one line has, and a title or a heading seldom
# What begins a heading, an item of a list or a note: 一、 （一） 1. （1） 1） ① ⑴ A. ● 第一， 第一条 一是 其一， 附件：
# The last is no more than the number of a page: 3, ·3·, 3/12.
ITEM = re.compile(
    rf"{NUMERAL}[、是]|[（(]\s*(?:{NUMERAL}|\d{{1,2}})\s*[)）]|\d{{1,2}}(?:[.．、](?!\d)|[)）])|[A-Z][.．、)）]"
    rf"|[①-⒛●•·◆■]|第{NUMERAL}(?:[，、]|条\s)|其{NUMERAL}[，、：:]|(?:附件\s*\d*|注)[：:]"
    r"|[^\w。；，、]{0,3}\d{1,3}(?:\s?/\s?\d{1,3})?[^\w。；，、]{0,3}$"
)
LABEL = re.compile(r"[\u4e00-\u9fff]{2,6}[：:]")  # 联系电话：
WIDE_GAP = re.compile(r"(?<=\w) {2,}(?=\d)|(?<=\d) {2,}(?=\w)")  # that a PDF's other face leaves around a number
# A heading that nothing but its gap parts from its text: behind the number that follows there is no gap.
HEAD = re.compile(rf"[（(]{NUMERAL}[)）][^\s。：:]{{1,25}} {{2,}}(?=\d+[^\s\d])")
NO_BREAK = "\u00a0"  # for each blank, where a program takes the page apart
NUMBER_ENDS = re.compile(r"\d[.,]?$")
FOREIGN = re.compile(r"[A-Za-z0-9]{2}")  # the letters where two pieces meet
LONGEST_WORD = 80  # characters of an address
ADDRESS_ENDS, ADDRESS_BEGINS = re.compile(r"[@./:][!-~]*$"), re.compile(rf"(?<![!-~])[!-~]{{0,{LONGEST_WORD}}}[@./:]")


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


def may_be_title(line: Line) -> bool:
    """Return whether a line whose place is unknown may be a heading, or one of a list of titles: no sentence begins in it."""
    text = line.text.rstrip()
    return line.spot is None and not INNER_MARK.search(text) and not text.endswith(PAUSES)


def joined(lines: Sequence[Line], usual: float, is_apart: Callable[[Line], bool] = may_be_title) -> list[Line]:
    """Return the lines of a text with those of each paragraph in one; `usual` is the width of its full lines.

    Where a page says how far left lines stand, those go on that stand further left than the first; elsewhere those behind
    which no sentence ends. Nothing goes on with a line that `is_apart`; a heading or an item of a list begins anew. Lines
    that may be a list stay as they are, and all do where `usual` is 0."""
    if not usual:
        return list(lines)
    runs = _runs(lines, usual, is_apart)
    found = [line for run in runs for line in ([_in_one(run)] if _is_paragraph(run, usual) else run)]
    return [replace(line, text=_narrowed(line.text.replace(NO_BREAK, " "))) for line in found]


def _runs(lines: Sequence[Line], usual: float, is_apart: Callable[[Line], bool]) -> Iterator[list[Line]]:
    """Yield the lines that go on with each other."""
    run: list[Line] = []
    for line in lines:
        if run and ((len(run) == 1 and is_apart(run[0])) or not _goes_on(run, line, usual)):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _goes_on(run: Sequence[Line], line: Line, usual: float) -> bool:
    """Return whether a line goes on with the paragraph that these begin."""
    first, last, text = run[0], run[-1].text.rstrip(), line.text.lstrip()
    if ITEM.match(text) or (LABEL.match(first.text.lstrip()) and LABEL.match(text)) or _are_numbers(last, text):
        return False
    is_open = last.endswith(PAUSES) or _is_full(run, usual)
    if first.spot and line.spot:
        return is_open and line.spot.left <= first.spot.left - LEAST_INDENT_PX
    return is_open and not _is_ended(last)


def _is_paragraph(run: Sequence[Line], usual: float) -> bool:
    """Return whether two of three say that lines are one text and no list: it ends, its last line is short, it has a mark within."""
    text = "".join(line.text for line in run).rstrip(CLOSERS)
    has_mark = INNER_MARK.search(text[:-1]) is not None
    return len(run) == 1 or _is_ended(text) + (not _is_full(run, usual)) + has_mark >= 2


def _is_full(run: Sequence[Line], usual: float) -> bool:
    """Return whether the last line is a full one, with those short pieces before it that a program parts at a pause."""
    least, width = FULL_SHARE * usual, _width(run[-1].text)
    for piece in islice(reversed(run), 1, MOST_PIECES):
        before = _width(piece.text)
        if width >= least or before >= least - INDENT_WIDTH or not piece.text.rstrip().endswith(PAUSES):
            break
        width += before
    return width + INDENT_WIDTH * (len(run) == 1) >= least


def _is_ended(text: str) -> bool:
    return text.rstrip(CLOSERS).endswith(ENDS)


def _in_one(lines: Sequence[Line]) -> Line:
    """Return lines, or pieces of one, as a single line."""
    texts = [line.text.strip() for line in lines]
    more = (f" {after}" if _are_apart(one, after) else after for one, after in pairwise(texts))
    return replace(lines[0], text="".join([texts[0], *more]))


def _are_apart(one: str, after: str) -> bool:
    """Return whether two numbers meet, or two foreign words that are no address."""
    if _are_numbers(one, after):
        return True
    is_address = ADDRESS_ENDS.search(one[-LONGEST_WORD:]) or ADDRESS_BEGINS.match(after[:LONGEST_WORD])
    return bool(FOREIGN.fullmatch(one[-1:] + after[:1])) and not is_address


def _are_numbers(one: str, after: str) -> bool:
    """Return whether two numbers meet, or two pieces of one: nothing says which."""
    return bool(NUMBER_ENDS.search(one[-2:])) and after[:1].isdecimal()


def _narrowed(text: str) -> str:
    """Return the text without the wide gaps around its numbers, except that behind a heading."""
    head = HEAD.match(text)
    begin = head.end() if head else 0
    return text[:begin] + WIDE_GAP.sub(" ", text[begin:])


def _width(text: str) -> int:
    text = WIDE_GAP.sub(" ", text.strip())
    return len(text) + sum(not letter.isascii() for letter in text)
