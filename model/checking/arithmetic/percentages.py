"""Percentages as they are written, and how exact they are meant to be."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal
from typing import NamedTuple

from model.checking.language.passages import Passage
from model.checking.language.wording import any_of
from model.report.chinese_numerals import DIGITS, ONES, number_of

# 65%, 百分之六十, 六成五, 三分之一
PERCENT = rf"""(?:
    \d{{1,9}}(?:\.\d{{1,9}})?%
|   百分之(?:\d{{1,9}}(?:\.\d{{1,9}})?|[零两{ONES}十百]{{1,5}}(?:点[零{ONES}]{{1,4}})?)
|   [两{ONES}]成[{ONES}半]?
|   [{ONES}十]分之[两{ONES}]
)"""
MAY_BE = re.compile(f"%|分之|[两{ONES}]成")  # stands in each of them
ROUGHLY_BEFORE = re.compile(rf"(?:{any_of('text-percent', 'roughly_before')})(?:为|达|到|了)?\s*$")
ROUGHLY_BEHIND = re.compile(rf"\s{{0,4}}(?:{any_of('text-percent', 'roughly_behind')})")
EXACT = Decimal("1e-9")  # what a calculation with many digits may be off


class Percent(NamedTuple):
    """A percentage; it is right for whatever is within `half`, half of its last digit. `words` are as it is written."""

    value: Decimal
    half: Decimal
    words: str

    def fits(self, value: Decimal) -> bool:
        """Return whether it is right for a value in per cent."""
        return abs(value - self.value) <= self.half + EXACT

    def rounded(self, value: Decimal) -> str:
        """Return a value as it would be printed in its place, with at least one digit behind the point."""
        return f"{value:.{max(1, -int(self.value.as_tuple().exponent))}f}"


def percent_of(words: str) -> Percent:
    """Return what is written: one text that PERCENT finds."""
    number = words.removeprefix("百分之").removesuffix("%")
    if "成" in words:
        tens, _, ones = words.partition("成")
        half = Decimal("0.5") if ones else Decimal(5)
        return Percent(number_of(tens) * 10 + (5 if ones == "半" else number_of(ones or "零")), half, words)
    if "分之" in number:
        below, _, above = number.partition("分之")
        return Percent((number_of(above) * 100 / number_of(below)).quantize(Decimal("0.1")), Decimal(2), words)
    if not number[0].isdigit():
        whole, _, part = number.partition("点")
        number = f"{number_of(whole)}.{''.join(str(DIGITS[digit]) for digit in part)}".rstrip(".")
    places = len(number.partition(".")[2])
    return Percent(Decimal(number), Decimal("0.5") * Decimal(10) ** -places, words)


def sentences_with_some(text: Passage) -> list[int]:
    """Return the numbers of the sentences of a passage in which there may be some."""
    places = [text.start + found.start() for found in MAY_BE.finditer(text.flat)]
    starts = [clauses[0].start if clauses else 0 for clauses in text.sentences] if places else []
    return sorted({max(0, bisect_right(starts, place) - 1) for place in places})


def is_rough(text: str, start: int, end: int) -> bool:
    """Return whether a percentage that stands there is said to be about so much, or more or less than that."""
    return bool(ROUGHLY_BEFORE.search(text, max(0, start - 8), start) or ROUGHLY_BEHIND.match(text, end))
