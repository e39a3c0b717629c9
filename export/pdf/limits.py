"""How much text is set as a PDF, so that it takes some seconds at most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from export.pdf.data import LONE_MARK, LONG_WORD
from export.pdf.letters import letters_of
from model.faults import Fault
from model.report.blocks import Heading, Title
from model.report.outline import Placed

MOST_LETTERS = 200_000  # many times the longest report; Typst takes two seconds for them
MOST_LINES = 4_500  # half of them headings: a second, and 480 MB in the preview
MOST_UNBROKEN_LETTERS = 10_000  # of words longer than a line; Typst takes more than a hundred times as long for each
MOST_HEADING_LETTERS = 8_000  # PDF/A has room for 32,767 bytes in a bookmark, up to four a letter
SHOWN_LETTERS = 12
REMEDY = "请看看是不是多粘贴了文字，删去多余的；要照原样印出来，请导出 Word 文档。"


def refuse_boundless(placed: Sequence[Placed]) -> None:
    """Refuse blocks that hold more text than can be set in some seconds. Raises Fault."""
    texts = [letters_of(one) for one in placed]
    letters, lines = sum(map(len, texts)), len(texts) + sum(text.count("\v") for text in texts)
    if letters > MOST_LETTERS or lines > MOST_LINES:
        much = f"全文有 {letters} 字" if letters > MOST_LETTERS else f"全文有 {lines} 行"
        raise Fault(f"没有排成 PDF：{much}，太多了。{REMEDY}")
    for one, text in zip(placed, texts, strict=True):
        if isinstance(one.block, Title | Heading) and len(text) > MOST_HEADING_LETTERS:
            raise Fault(f"没有排成 PDF：标题“{text[:SHOWN_LETTERS]}…”有 {len(text)} 字，太长了。{REMEDY}")
    unbroken = list(_unbroken(texts))
    if sum(map(len, unbroken)) > MOST_UNBROKEN_LETTERS:
        raise Fault(
            f"没有排成 PDF：文字里有一长串连在一起的字母、数字或符号（“{unbroken[0][:SHOWN_LETTERS]}…”），太长了。{REMEDY}"
        )


def _unbroken(texts: Iterable[str]) -> Iterable[str]:
    return (found[0] for text in texts for parted in (LONG_WORD, LONE_MARK) for found in parted.finditer(text))
