"""The words around a place in a text, up to the marks that end them: what they say, and which years they name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from model.checking.language.wording import any_of
from model.report.chinese_numerals import TYPED_YEAR, year_of

YEAR = re.compile(
    rf"""
    (?=[12１２一二两]) (?<![\d〔\[])                       # not in 〔2024〕3号
    (?:
        (?:19|20)\d\d
        (?= \s*年
        |   [.．/-](?: 0?1[.．/-]0?1 | 12[.．/-]31 )(?!\d)  # 2024.1.1, 2024-12-31
        )
    |   {TYPED_YEAR}(?=年)
    |   2\d (?<!\d\d\d)                                   # 23年我镇, at the head of a clause, or with a day
        (?: (?<![^，。；：！？\s（(]\d\d)(?=年(?:{any_of("stale-year", "behind_short")})) | (?=年(?:0?1月0?1日|12月31日)) )
    )""",
    re.VERBOSE,
)
SENTENCE_ENDS, PART_ENDS, CLAUSE_ENDS = "。！？\n", "；。！？\n", "，。；！？：\n"


def year_named(found: re.Match[str]) -> int:
    """Return the year that YEAR has found; 23 is 2023."""
    named = year_of(found[0])
    return named + 2000 if named < 100 else named


@dataclass(frozen=True)
class Words:
    """A sentence or a clause of a plain text; what it says is found out once for all years in it."""

    flat: str
    start: int
    end: int
    _says: dict[re.Pattern[str], bool] = field(default_factory=dict)

    @cached_property
    def years(self) -> set[int]:
        """The years it names."""
        return {year_named(found) for found in YEAR.finditer(self.flat[self.start : self.end])}

    def says(self, words: re.Pattern[str]) -> bool:
        """Return whether such words stand in it."""
        if words not in self._says:
            self._says[words] = bool(words.search(self.flat, self.start, self.end))
        return self._says[words]


def words_around(last: Words, place: int, ends: str) -> Words:
    """Return the words between two marks around a place: the last ones, if it still stands in them."""
    if last.start <= place < last.end:
        return last
    flat = last.flat
    start = max(flat.rfind(mark, 0, place) for mark in ends) + 1
    end = min((at for mark in ends if (at := flat.find(mark, place)) >= 0), default=len(flat))
    return Words(flat, start, end)
