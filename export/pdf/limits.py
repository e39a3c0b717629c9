"""How much text is set as a PDF, so that it takes some seconds at most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from export.pdf.data import LONE_MARK, LONG_WORD
from export.pdf.letters import letters_of, place_of
from model.faults import UNSEEN, Fault
from model.report.blocks import Heading, Title
from model.report.outline import LONGEST_HEADING_LETTERS, Placed, one_line
from model.report.report import Report

MOST_LETTERS = 200_000  # many times the longest report; Typst takes two seconds for them
MOST_LINES = 4_500  # half of them headings: a second, and 480 MB in the preview
MOST_UNBROKEN_LETTERS = 10_000  # of words longer than a line; Typst takes more than a hundred times as long for each
SHOWN_LETTERS = 12
REMEDY = "请看看是不是多粘贴了文字，删去多余的；要照原样印出来，请导出 Word 文档。"


def refuse_boundless(placed: Sequence[Placed], report: Report) -> None:
    """Refuse blocks of a report that hold more text than can be set in some seconds. Raises Fault."""
    texts = [letters_of(one) for one in placed]
    letters, lines = sum(map(len, texts)), len(texts) + sum(text.count("\v") for text in texts)
    if letters > MOST_LETTERS or lines > MOST_LINES:
        much = f"全文有 {letters} 字" if letters > MOST_LETTERS else f"全文有 {lines} 行"
        raise Fault(f"没有排成 PDF：{much}，太多了。{REMEDY}")
    for one, text in zip(placed, texts, strict=True):
        if isinstance(one.block, Title | Heading) and len(text) > LONGEST_HEADING_LETTERS:
            raise Fault(f"没有排成 PDF：标题“{text[:SHOWN_LETTERS]}…”有 {len(text)} 字，太长了。{REMEDY}")
    _refuse_unbroken(placed, texts, report)


def _refuse_unbroken(placed: Sequence[Placed], texts: Sequence[str], report: Report) -> None:
    left = MOST_UNBROKEN_LETTERS
    for one, text in zip(placed, texts, strict=True):
        for row in _unbroken(text):
            left -= len(row)
            if left < 0:
                raise Fault(f"没有排成 PDF：{place_of(report, one.name)}里有{_what(row)}，太长了。{REMEDY}")


def _what(row: str) -> str:
    seen = UNSEEN.sub("", row)
    if not seen.strip():
        return "一长串看不见的字符"
    return f"一长串连在一起的字母、数字或符号（“{one_line(seen[:SHOWN_LETTERS], SHOWN_LETTERS)}…”）"


def _unbroken(text: str) -> Iterator[str]:
    return (found[0] for parted in (LONG_WORD, LONE_MARK, UNSEEN) for found in parted.finditer(text))
