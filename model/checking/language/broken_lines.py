"""Lines that a converter broke in the middle of a sentence, joined again."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Joined:
    """A text without the breaks in its sentences; `breaks` are their places in it as it was."""

    text: str
    breaks: tuple[int, ...] = ()

    def origin(self, place: int) -> int:
        """Return where a place of this text was in the broken one."""
        return place + bisect_right(self._places, place)

    @property
    def _places(self) -> list[int]:
        return [at - count for count, at in enumerate(self.breaks)]


def joined(text: str) -> Joined:
    """Return the text with its lines joined where a converter broke them; as it is where nothing says so."""
    if text.count("\n") < LEAST_BREAKS:
        return Joined(text)
    breaks = tuple(found.start() for found in BREAK.finditer(text))
    if len(breaks) < LEAST_BREAKS:
        return Joined(text)
    ends = (0, *(at + 1 for at in breaks))
    return Joined("".join(text[begin:end] for begin, end in zip(ends, (*breaks, len(text)), strict=True)), breaks)
