"""Lines that a converter broke in the middle of a sentence, joined again."""

from __future__ import annotations

import re

from model.checking.language.replaced import Replaced, replaced

LEAST_BREAKS = 2  # one line that ends without a mark may be a heading
# Behind a full line without a mark that ends a sentence; or before what begins no line.
BREAK = re.compile(
    r"""
    (?:
        (?<= [\u4e00-\u9fff\d，、（“][\u4e00-\u9fff\d，、（“])
        (?<= [^\n]{20})
        \n (?![ \t\u3000]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[、.．）)]|第?[一二三四五六七八九十]是))
    |   \n (?=[ \t]{0,40}[，。；：、）％%]|[ \t]{0,40}[件条份个][，。；、）])
    )""",
    re.VERBOSE,
)


def joined(text: str) -> Replaced | None:
    """Return the text with its lines joined where a converter broke them; None where nothing says so."""
    breaks = list(BREAK.finditer(text)) if text.count("\n") >= LEAST_BREAKS else []
    return replaced(text, breaks, lambda _: "") if len(breaks) >= LEAST_BREAKS else None
