"""What was left over from last year's text: another year, another body's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from model.checking.language.passages import Passage, Steps, Text
from model.checking.language.wording import any_of
from model.checking.texts.other_bodies import other_body_findings
from model.checking.texts.own_kind import own_kind_findings
from model.checking.texts.plans_and_later import period_findings, plan_findings
from model.checking.texts.words_around import (
    CLAUSE_ENDS,
    PART_ENDS,
    SENTENCE_ENDS,
    YEAR,
    Words,
    words_around,
    year_named,
)
from model.findings.finding import WARNING, Finding, Rewording, around
from model.report.chinese_numerals import TYPED_YEAR, in_words, year_of
from model.report.report import Report

# Behind a year: the report's period, which is the year's first or last day, or both.
PERIOD = re.compile(
    r"""
    年?
    (?: 0?1月0?1日(?!起?施行|起?实施|起?执行|起正式|起生效)  # a law of that day is another thing
    |   [.．/-]0?1[.．/-]0?1
    |   [.．/-]12[.．/-]31
    |   12月31日(?!之?前|以前)
    |   1月?(?:至|到|-|—)12月
    )""",
    re.VERBOSE,
)
YEAR_END = re.compile(r"年(?:末|底)")
UNTIL = ("截至", "截止")
# Around a year that is another one on purpose: comparisons, spans, what goes on, and when something was made or decided.
BEFORE_OTHER = re.compile(f"(?:{any_of('stale-year', 'before')})$")
BEFORE_YEAR = re.compile(f"(?:{any_of('stale-year', 'before')}|{any_of('stale-year', 'before_own')})$")
BESIDE = 4  # characters behind two years that are the same where they are told beside each other
BEFORE = 100  # characters, blanks included, in which that is looked for
BEHIND_YEAR = re.compile(
    rf"""
    年(?:度|底|末|初|同期|全年)?\s*
    (?: {any_of("stale-year", "behind")}
    |   (?:政府信息公开工作)?(?:年度)?(?:报告|年报)中?(?:{any_of("stale-year", "reported")})
    |   (?:社会|(?:政务|政府信息)公开(?:工作)?)?(?:{any_of("stale-year", "reviews")})
    |   (?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:{any_of("stale-year", "events")})
    )""",
    re.VERBOSE,
)
SINCE = re.compile(any_of("stale-year", "since"))
WHOLE_YEAR = re.compile(any_of("stale-year", "whole_year"))
SEVERAL_YEARS = re.compile(any_of("stale-year", "several_years"))
MONTH = re.compile(r"年\s*\d{1,2}月")
MADE = re.compile(any_of("stale-year", "made"))
STRONG = re.compile(r"年度|年[，,]")  # of a year long past only this looks like a leftover
COMPARED = re.compile(any_of("stale-year", "compared"))
PROMISED = re.compile(any_of("stale-year", "promised"))
KEPT = re.compile(any_of("stale-year", "kept"))
DONE_SINCE = re.compile(any_of("stale-year", "done_since"))
BESIDE_THIS = re.compile(any_of("stale-year", "beside"))
THIS_YEAR = re.compile(any_of("stale-year", "this_year"))
# In an opening, the name of the report or the period of its numbers: never another year's.
OWN_YEAR = re.compile(
    rf"""
    (?P<period>统计(?:期限|期间|时限|时间|时段|周期|范围)[为是：:]?[自从]?\s*)?
    (?<!\d)(?P<year>20\d\d|{TYPED_YEAR})
    (?(period)\s*年?
    |   (?: \s*年(?:度|年度)?(?:(?:政府)?信息公开(?:工作)?(?:年度)?(?:情况)?)?
            (?:报告|年报)(?!中?(?:{any_of("stale-year", "reported")}))
        |   {PERIOD.pattern}
        )
    )""",
    re.VERBOSE,
)


# Of a year that is far from the report's only this is sure: it is called the year of the report.
REPORTED_ON = re.compile(r"年(?:度?(?:政府)?信息公开(?:工作)?(?:年度)?(?:报告|年报)|0?1月(?:0?1日)?起?(?:至|到|-|—))")
WHOLE_PERIOD = re.compile(r"年0?1月(?:0?1日)?起?(?:至|到|-|—)(?:20\d\d年)?12月(?:31日)?")
PLANNED = re.compile(any_of("stale-year", "planned"))
AMOUNT_BEFORE = re.compile(r"\d\s?\w{1,2}[，,（(]$")
AMOUNT_BEHIND = re.compile(r"年度?(?:同期)?(?:为|是|有|共|收到|发布|公开)?\d")
COUNT = re.compile(r"年\D{1,20}\d")
NEAR_YEARS = 5  # before the report's, of which a text is likely to have something left


def leftover_findings(report: Report, text: Text) -> Steps:
    """Yield other years and other bodies' names in a text."""
    if report.year:
        yield from text.in_passages(partial(_years, report.year))
        yield from text.in_passages(partial(period_findings, report.year))
        if text.name == "opening":
            yield from text.in_passages(partial(_other_report, report.year))
        else:
            yield from text.in_passages(partial(plan_findings, report.year))
    if report.unit:
        yield from own_kind_findings(report.unit, text)
        yield from other_body_findings(report.unit, text)


def _years(year: int, text: Passage) -> Iterator[Finding]:
    flat = text.flat
    sentence = clause = Words(flat, 0, 0)
    own = {found.start("year") for found in _own_years(text)}
    for found in YEAR.finditer(flat):
        named = year_named(found)
        if named == year or text.start + found.start() in own:
            continue
        sentence = words_around(sentence, found.start(), SENTENCE_ENDS)
        clause = words_around(clause, found.start(), CLAUSE_ENDS)
        is_near = year - NEAR_YEARS <= named < year
        if _is_meant(flat, found, year, sentence, clause) if is_near else not _is_far_off(flat, found, year, sentence):
            continue
        start = text.start + found.start()
        end = text.start + found.end() + len(flat[found.end() : found.end() + 3].partition("年")[0]) + 1
        shown = around(text.text, start, end, 6, 8)
        why = "上年留下的" if is_near else "写错了年份"
        message = (
            f"{text.place}里写着“{text.text[start:end]}”（…{shown}…），报告的年度是 {year} 年。请核对，是不是{why}？"
        )
        digits = str(year)[-len(found[0]) :] if found[0][0].isdigit() else in_words(year)
        # Which year is meant is seldom certain; only a whole report's period is.
        mend = Rewording(text.name, text.text, ((start, text.start + found.end(), digits),))
        mends = (mend,) if PERIOD.match(flat, found.end()) else ()
        yield Finding(
            "stale-year", WARNING, (text.name,), message, mends, start=start, length=end - start, about=shown,
            kind=str(named),
        )  # fmt: skip


def _other_report(year: int, text: Passage) -> Iterator[Finding]:
    """Yield an opening that calls itself another year's report: the year was changed in one place only."""
    for found in _own_years(text):
        if year_of(found["year"]) != year:
            start, end = found.span("year")
            message = f"{text.place}里写着“{found[0]}”，报告的年度是 {year} 年。请改成一致。"
            digits = str(year) if found["year"][0].isdecimal() else in_words(year)
            mend = Rewording(text.name, text.text, ((start, end, digits),))
            yield Finding(
                "stale-year", WARNING, (text.name,), message, (mend,), start=start, length=end - start, about=found[0],
                kind=found["year"],
            )  # fmt: skip


def _is_far_off(flat: str, found: re.Match[str], year: int, sentence: Words) -> bool:
    """Return whether a year long past or still to come stands where the report's own belongs."""
    named, end = year_named(found), found.end()
    if BEFORE_YEAR.search(flat[max(0, found.start() - BEFORE) : found.start()].rstrip()) or sentence.says(COMPARED):
        return False
    if named < year:
        return REPORTED_ON.match(flat, end) is not None
    if named == year + 1 and WHOLE_PERIOD.match(flat, end):
        return not sentence.says(PLANNED)
    return named > year + 1 and STRONG.match(flat, end) is not None and not sentence.says(PLANNED)


def _own_years(text: Passage) -> Iterator[re.Match[str]]:
    """Yield where an opening names its own report or period, but not what it names beside it."""
    for found in text.found(OWN_YEAR) if text.name == "opening" else ():
        before = text.text[max(0, found.start() - BEFORE) : found.start()]
        if not BEFORE_OTHER.search(before.rstrip()):
            yield found


def _is_meant(flat: str, found: re.Match[str], year: int, sentence: Words, clause: Words) -> bool:
    """Return whether another year stands there on purpose."""
    end = found.end()
    before = flat[max(0, found.start() - BEFORE) : found.start()].rstrip()
    if PERIOD.match(flat, end):
        return False
    if YEAR_END.match(flat, end) and before.endswith(UNTIL):
        whole = flat[sentence.start : sentence.end]
        return any(f"{until}{year}年" in whole for until in UNTIL)  # 截至2023年底…，截至2024年底…
    if year_named(found) == year - 1 and SINCE.match(flat, end) and not BEFORE_YEAR.search(before):
        return not sentence.says(WHOLE_YEAR) or sentence.says(SEVERAL_YEARS) or year in sentence.years
    if BEFORE_YEAR.search(before) or BEHIND_YEAR.match(flat, end) or MONTH.match(flat, end):
        return True
    if len(sentence.years - {year}) > 1 or _is_beside_own(flat, found, year):
        return True
    if year_named(found) < year - 1 and (clause.says(MADE) or not STRONG.match(flat, end)):
        return True
    return (
        (year in sentence.years and not _is_called_this_year(sentence, found.start(), year))
        or clause.says(COMPARED)
        or (clause.says(PROMISED) and sentence.says(KEPT))
        or (year_named(found) == year - 1 and clause.says(COUNT) and sentence.says(BESIDE_THIS))
        or DONE_SINCE.match(flat, end) is not None
        or (_is_told_behind(flat, found, sentence) and sentence.says(COMPARED))
        or (sentence.says(COMPARED) and sentence.says(THIS_YEAR))
    )


def _is_told_behind(flat: str, found: re.Match[str], sentence: Words) -> bool:
    """Return whether another year's amount stands right behind the report's own (收到7件，2023年为9件)."""
    before = flat[max(sentence.start, found.start() - BEFORE) : found.start()]
    return bool(AMOUNT_BEFORE.search(before) and AMOUNT_BEHIND.match(flat, found.end()))


def _is_beside_own(flat: str, found: re.Match[str], year: int) -> bool:
    """Return whether the same is said right behind the report's own year (2024年数字：…。2023年数字：…)."""
    behind = flat[found.end() : found.end() + BESIDE]
    return len(behind) == BESIDE and f"{year}{behind}" in flat


def _is_called_this_year(sentence: Words, place: int, year: int) -> bool:
    """Return whether what stands between semicolons around a place calls its year 本年度, and names no year but that."""
    part = words_around(Words(sentence.flat, 0, 0), place, PART_ENDS)
    return year not in part.years and part.says(THIS_YEAR) and not part.says(COMPARED)
