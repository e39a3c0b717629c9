"""Years that say that a text is of another year's report: this year's as a plan, the next one as told, 上年（…） that is not it.

And the year into which what is not done goes on, if that is not the next one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from model.checking.language.passages import Passage
from model.checking.language.wording import any_of
from model.checking.texts.words_around import CLAUSE_ENDS, SENTENCE_ENDS, Words, words_around
from model.findings.finding import WARNING, Finding, around

HEAD = r"(?<![^，,。；;！？：:\s])"  # at a clause's head
BODY = rf"[，,]?(?:{any_of('stale-year', 'who')})?[，,]?"
NOT_PLANNED = re.compile(any_of("stale-year", "not_planned"))
LAST_YEAR = re.compile(r"(?:上一?年度?|去年)[（(](?P<year>20\d\d)年")
CARRIED = any_of("stale-year", "carried")
INTO = re.compile(
    rf"(?:{CARRIED})(?:至|到|入)?(?P<year>20\d\d)年(?:度)?(?:内)?(?:继续)?(?:办理|处理|答复|办结)?(?=\s*(?:[。，,；;）)]|$))"
)
MAY_BE_INTO = re.compile(CARRIED)
OF_REQUESTS = re.compile(any_of("stale-year", "of_requests"))
CARRIED_IN = re.compile(any_of("stale-year", "brought_over"))


OF_PERIOD = re.compile(any_of("stale-year", "of_period"))
PERIOD = re.compile(
    r"20\d\d年1月1日(?:起)?(?:至|到|-|—|－|~|～)(?P<year>20\d\d(?=年))?年?(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
)


@lru_cache(maxsize=16)
def _patterns(year: int) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of this year as a plan (2024年，我镇将进一步), and of the next as told (2025年，我镇收到)."""
    plan = rf"(?P<year>{year})年(?:度|里)?{BODY}(?:还|也|仍)?(?:{any_of('stale-year', 'plans')})"
    told = (
        rf"(?P<year>{year + 1})年(?:度)?{BODY}(?:{any_of('stale-year', 'so_far')})?(?:{any_of('stale-year', 'told')})"
    )
    return re.compile(plan), re.compile(HEAD + told)


def plan_findings(year: int, text: Passage) -> Iterator[Finding]:
    """Yield years that do not fit the report on that year by what is said of them."""
    flat = text.flat
    if str(year) in flat:
        for found in _patterns(year)[0].finditer(flat):
            if not _clause_says(flat, found.end() - 1, NOT_PLANNED):
                yield _finding(year, text, found, "已经过去，却写成了打算")
    if str(year + 1) in flat:
        for found in _patterns(year)[1].finditer(flat):
            yield _finding(year, text, found, "在报告的年度之后")
    for found in LAST_YEAR.finditer(flat) if "（20" in flat or "(20" in flat else ():
        if int(found["year"]) != year - 1:
            yield _finding(year, text, found, "不是报告年度的上一年")
    if MAY_BE_INTO.search(flat):
        yield from _carried_into(year, text)


def period_findings(year: int, text: Passage) -> Iterator[Finding]:
    """Yield the end of the period that the report is on, where it is not the last day of its year."""
    flat = text.flat
    for found in PERIOD.finditer(flat) if "月1日" in flat else ():
        is_last_day = (found["month"], found["day"]) == ("12", "31")
        if (
            not is_last_day
            and flat.startswith(str(year), found.start())
            and _clause_says(flat, found.start(), OF_PERIOD)
        ):
            start, end = text.start + found.start("month"), text.start + found.end()
            message = f"{text.place}里写着“{text.text[start:end]}”，报告统计到 {year} 年12月31日。请核对。"
            yield Finding("stale-year", WARNING, (text.name,), message, start=start, length=end - start, about=found[0])


def _carried_into(year: int, text: Passage) -> Iterator[Finding]:
    """Yield the year into which what is not done goes on, where it is not the next one and nothing speaks of what came in."""
    sentence = Words(text.flat, 0, 0)
    for found in INTO.finditer(text.flat):
        named = int(found["year"])
        sentence = words_around(sentence, found.start(), SENTENCE_ENDS)
        is_out = sentence.says(OF_REQUESTS) and not sentence.says(CARRIED_IN)
        if named != year + 1 and is_out and not sentence.years - {named, year}:
            yield _finding(year, text, found, "没有办结的应结转到下一年")


def _clause_says(flat: str, place: int, words: re.Pattern[str]) -> bool:
    return words_around(Words(flat, 0, 0), place, CLAUSE_ENDS).says(words)


def _finding(year: int, text: Passage, found: re.Match[str], what: str) -> Finding:
    start, end = text.start + found.start("year"), text.start + found.end("year") + 1
    shown = around(text.text, start, end, 6, 8)
    message = f"{text.place}里写着“{text.text[start:end]}”（…{shown}…），报告的年度是 {year} 年，这一年{what}。请核对。"
    return Finding(
        "stale-year", WARNING, (text.name,), message, start=start, length=end - start, about=shown, kind=found["year"]
    )
