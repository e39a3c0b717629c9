"""Amounts of earlier years that a sentence tells beside this year's: 由2023年的6件增至13件; 2022至2024年分别为5件、8件、11件."""

from __future__ import annotations

import re

from model.checking.language.clauses import UNITS
from model.checking.language.wording import any_of
from model.report.chinese_numerals import TYPED_YEAR, year_of

NUMBER = rf"\d{{1,6}}\s?[{UNITS}]?"
CHANGED = rf"(?:{any_of('text-percent', 'up')}|{any_of('text-percent', 'down')}|增|升|降|减)"
# What is told of an earlier year, up to the amount of this one.
RISEN = re.compile(
    rf"""
    (?: (?:明显|大幅|有所|略有|逐年)?{CHANGED}[，,] )?
    [由从](?:(?:上一?年度?|去年|(?P<from>{TYPED_YEAR})年度?)(?:同期)?(?:的|为)?)? {NUMBER}
    {CHANGED}(?:至|到|为)(?:了)?
    (?:今年|本年度?|(?P<to>{TYPED_YEAR})年度?)?的?
    (?=\d)""",
    re.VERBOSE,
)
SPAN = re.compile(rf"(?P<from>{TYPED_YEAR})年?度?(?:至|到|-|—|－|~|～)(?P<to>{TYPED_YEAR})年度?")
YEARS = re.compile(rf"{TYPED_YEAR}年度?(?:[、和与及]{TYPED_YEAR}年度?){{1,5}}")
YEAR = re.compile(TYPED_YEAR)
LISTED = re.compile(rf"(?:分别|依次)(?:为|是|有|达)?\s?(?P<list>{NUMBER}(?:[、，,和及]{{1,2}}{NUMBER}){{1,8}})")
LAST = re.compile(rf"{NUMBER}$")
ONE = re.compile(r"\d+")
MAY_TELL = re.compile(rf"分别|依次|{CHANGED}[至到为]")
# 比去年多5件，达到17件: what is told beside last year, up to the amount of this one.
COMPARED = re.compile(
    rf"""
    (?: [比较](?:上一?年度?|去年|(?P<from>{TYPED_YEAR})年度?)(?:同期)? | 同比 )
    (?:(?:明显|大幅|有所|略有)?{CHANGED}加?少?|多|少)了?
    \s?\d{{1,6}}(?:\.\d{{1,4}})?(?:%|个百分点|[{UNITS}])[，,]
    (?:{any_of("text-percent", "reaching")})(?:了)?
    (?=\s?\d{{1,6}}\s?[{UNITS}])""",
    re.VERBOSE,
)
MAY_COMPARE = re.compile(rf"[，,](?:{any_of('text-percent', 'reaching')})了?\s?\d")
NEAR = 40  # characters between the years and their amounts


def without_earlier(flat: str, year: int) -> str:
    """Return a plain text with blanks for what it tells of years before the one reported on; nothing moves."""
    if not year:
        return flat
    if MAY_COMPARE.search(flat):
        flat = COMPARED.sub(lambda found: _blank(found[0]) if _is_to_last(found, year) else found[0], flat)
    if not MAY_TELL.search(flat):
        return flat
    return _without_lists(RISEN.sub(lambda found: _blank(found[0]) if _is_to(found, year) else found[0], flat), year)


def _is_to(found: re.Match[str], year: int) -> bool:
    """Return whether amounts are told of last year and this one."""
    last, this = (year_of(found[name]) if found[name] else None for name in ("from", "to"))
    return this == year or (this is None and last in (None, year - 1))


def _is_to_last(found: re.Match[str], year: int) -> bool:
    """Return whether an amount is compared with last year's."""
    return not found["from"] or year_of(found["from"]) == year - 1


def _without_lists(flat: str, year: int) -> str:
    """Blank the years of a list, and all amounts but the last, if that is this year's."""
    for listed in LISTED.finditer(flat):
        before = max(0, listed.start() - NEAR)
        years = _years(flat[before : listed.start()])
        if years and years[1] == len(ONE.findall(listed["list"])) and years[2] == year:
            begin, end = before + years[0].start(), before + years[0].end()
            last = LAST.search(listed["list"])
            amounts = listed.start(), listed.start("list") + (last.start() if last else 0)
            flat = (
                flat[:begin]
                + _blank(flat[begin:end])
                + flat[end : amounts[0]]
                + _blank(flat[slice(*amounts)])
                + flat[amounts[1] :]
            )
    return flat


def _years(text: str) -> tuple[re.Match[str], int, int] | None:
    """Return where several years are named, how many, and the last of them."""
    if found := SPAN.search(text):
        last = year_of(found["to"])
        return found, last - year_of(found["from"]) + 1, last
    if found := YEARS.search(text):
        named = [year_of(one) for one in YEAR.findall(found[0])]
        return found, len(named), named[-1]
    return None


def _blank(text: str) -> str:
    return " " * len(text)
