"""Years as texts write them, and what tells which year a clause speaks of."""

from __future__ import annotations

import re

from model.checking.language.wording import any_of
from model.report.chinese_numerals import ONES, TYPED_YEAR, ZEROS, numeral, year_of

YEAR = re.compile(rf"(?<!\d)(?P<year>{TYPED_YEAR})年(?:度)?")
NOW = re.compile(any_of("year-of-clause", "now"))
BEFORE = re.compile(any_of("year-of-clause", "before"))
LATER = re.compile(any_of("year-of-clause", "later"))
COMPARED = re.compile(any_of("year-of-clause", "compared"))


def written(year: int) -> str:
    """Return the year in digits or numerals, with any of the usual zeros, or as it is spoken: a regular expression.

    It stands in brackets, or alone."""
    digits = "".join(f"[{ZEROS}]" if digit == "0" else digit for digit in str(year))
    words = "".join(f"[{ZEROS}]" if digit == "0" else ONES[int(digit) - 1] for digit in str(year))
    spoken = numeral(year).replace("二千", "[二两]千", 1).replace("零", "[零〇]")
    return "|".join(f"{one}年(?:度)?" for one in (digits, words, spoken))


def turns_to(text: str, left: str, year: int) -> bool | None:
    """Return whether a clause turns to another year than the one reported on, or back to it; None: neither.

    `left` is the text without the words of the tables (上年结转 speaks of this year's). A comparison turns nowhere."""
    if NOW.search(text) or ("年" in text and any(year_of(found["year"]) == year for found in YEAR.finditer(text))):
        return False
    is_other = ("年" in left and YEAR.search(left)) or BEFORE.search(left) or LATER.search(left)
    return True if is_other and not COMPARED.search(text) else None
