"""Years as texts write them, and what tells which year a clause speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.checking.language.wording import any_of
from model.report.chinese_numerals import ONES, ZEROS, year_of

YEAR = re.compile(rf"(?<!\d)(?:(?:19|20)\d\d|[二一][〇○零0九][〇○零0{ONES}]{{2}})年(?:度)?")
NOW = re.compile(any_of("year-of-clause", "now"))
BEFORE = re.compile(any_of("year-of-clause", "before"))
LATER = re.compile(any_of("year-of-clause", "later"))
COMPARED = re.compile(any_of("year-of-clause", "compared"))


def written(year: int) -> str:
    """Return the year in digits or numerals, any of the usual zeros: a regular expression, to stand in brackets, or alone."""
    words = "".join(f"[{ZEROS}]" if digit == "0" else ONES[int(digit) - 1] for digit in str(year))
    return f"{year}年(?:度)?|{words}年(?:度)?"


def turns_to(text: str, left: str, year: int) -> bool | None:
    """Return whether a clause turns to another year than the one reported on, or back to it; None: neither.

    `left` is the text without the words of the tables (上年结转 speaks of this year's). A comparison turns nowhere."""
    if NOW.search(text) or any(year_of(found[0][:4]) == year for found in _years(text)):
        return False
    is_other = any(_years(left)) or BEFORE.search(left) or LATER.search(left)
    return True if is_other and not COMPARED.search(text) else None


def _years(text: str) -> Iterator[re.Match[str]]:
    """Yield the years in a clause; most clauses have none, which is told by 年 alone."""
    return YEAR.finditer(text) if "年" in text else iter(())
