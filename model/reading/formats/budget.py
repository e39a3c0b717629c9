"""How much a document may hold, and may make of itself while it is read, so that time and memory have an end.

A report has some hundred paragraphs, some hundred cells and some ten thousand letters; the limits are many times that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from model.faults import Fault
from model.reading.formats.source_blocks import Found, FoundTable

MARKUP, LINES, CELLS, LETTERS = "标记", "段落", "格子", "文字"
MOST = {
    MARKUP: (1_000_000, "处"),  # elements and attributes, as many as < and = tell
    LINES: (20_000, "段"),
    CELLS: (100_000, "个"),  # also those that a cell covers
    LETTERS: (1_000_000, "字"),  # also numbers before paragraphs, which no letter of the file may stand for
}
MOST_ATTRIBUTES = 1_000  # of one element of a page: libxml2 takes the square of their number
ATTRIBUTE = r"""
    [\t\n\f\r\ /]*+ [^\t\n\f\r\ />] [^\t\n\f\r\ />=]*+
    (?: [\t\n\f\r\ ]*+ = [\t\n\f\r\ ]*+ (?: "[^"]*+"? | '[^']*+'? | [^\t\n\f\r\ >]*+ ) )?+
"""
# A tag with its attributes, as a browser reads it; comments and scripts only look as if they had tags.
TAG = re.compile(
    rf"""
    <(?=[!a-z]) (?:
      !-- (?: -?> | .*? (?: --!?> | \Z ) )
      | (?: (script|style|title|textarea|xmp|iframe|noembed|noframes) (?=[\t\n\f\r\ />]) | [a-z][^\t\n\f\r\ />]*+ )
        (?: {ATTRIBUTE} ){{0,{MOST_ATTRIBUTES}}}+ (?P<more> {ATTRIBUTE} )?+
        (?(1) .*? (?: </\1 | \Z ) )
    )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
LARGEST_TEXT_BYTES = 10 * 1024 * 1024  # of a page or a text
REMEDY = "请看看是不是选错了文件；没有选错的话，请把其中的报告单独另存为一个 .docx，再试一次。"


class Budget:
    """What reading one document may still cost; all that takes part in it spends from the same one."""

    def __init__(self) -> None:
        self._left = {what: most for what, (most, _) in MOST.items()}

    def spend(self, what: str, amount: int) -> None:
        """Take an amount of MARKUP, LINES, CELLS or LETTERS. Raises Fault where more is asked for than is left."""
        self._left[what] -= amount
        if self._left[what] < 0:
            most, unit = MOST[what]
            raise Fault(f"它里面的{what}多得不正常，超过了 {most} {unit}，没有读。{REMEDY}")

    def counted(self, blocks: Iterable[Found]) -> Iterator[Found]:
        """Yield the blocks, each paid for as it comes. Raises Fault."""
        for block in blocks:
            if isinstance(block, FoundTable):
                self.spend(CELLS, sum(map(len, block.rows)) + len(block.rows))
                self.spend(LETTERS, sum(len(cell.text) for row in block.rows for cell in row))
            else:
                self.spend(LINES, 1 + block.text.count("\v"))
                self.spend(LETTERS, len(block.text))
            yield block


def refuse_large_text(size: int) -> None:
    """Refuse a page or a text of that size, in bytes or letters, where it is too large. Raises Fault."""
    if size > LARGEST_TEXT_BYTES:
        raise Fault(f"它超过 {LARGEST_TEXT_BYTES // 1024 // 1024} MB，作为网页或文字太大了，没有读。{REMEDY}")


def refuse_crowded_tags(page: str) -> None:
    """Refuse a page with a tag of more attributes than MOST_ATTRIBUTES. Raises Fault."""
    for tag in TAG.finditer(page):
        if tag["more"]:
            line = page.count("\n", 0, tag.start()) + 1
            raise Fault(f"网页代码第 {line} 行的“{tag[0][:12]}…”带的属性多得不正常，没有读。{REMEDY}")
