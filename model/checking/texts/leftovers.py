"""What was left over from last year's text: another year, another body's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial

from model.checking.language.passages import Passage, Steps, Text
from model.checking.language.wording import any_of
from model.checking.texts.own_kind import own_kind_findings
from model.findings.finding import WARNING, Finding, Rewording, around
from model.report.chinese_numerals import TYPED_YEAR, in_words, year_of
from model.report.report import Report

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
# Behind a year: the report's period, which is the year's first or last day, or both.
PERIOD = re.compile(
    r"""
    年?
    (?: 0?1月0?1日(?!起?施行|起?实施|起?执行|起正式|起生效)  # a law of that day is another thing
    |   [.．/-]0?1[.．/-]0?1
    |   [.．/-]12[.．/-]31
    |   12月31日
    |   1月(?:至|到|-|—)12月
    )""",
    re.VERBOSE,
)
YEAR_END = re.compile(r"年(?:末|底)")
UNTIL = ("截至", "截止")
# Around a year that is another one on purpose: comparisons, spans, what goes on, and when something was made or decided.
BEFORE_YEAR = re.compile(f"(?:{any_of('stale-year', 'before')})$")
BEFORE = 100  # characters, blanks included, in which that is looked for
BEHIND_YEAR = re.compile(
    rf"""
    年(?:度|底|末|初|同期|全年)?\s*
    (?: {any_of("stale-year", "behind")}
    |   (?:政府信息公开工作)?(?:年度)?(?:报告|年报)中?(?:{any_of("stale-year", "reported")})
    |   (?:社会)?(?:{any_of("stale-year", "reviews")})
    |   (?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:{any_of("stale-year", "events")})
    )""",
    re.VERBOSE,
)
MONTH = re.compile(r"年\s*\d{1,2}月")
MADE = re.compile(any_of("stale-year", "made"))
STRONG = re.compile(r"年度|年[，,]")  # of a year long past only this looks like a leftover
COMPARED = re.compile(any_of("stale-year", "compared"))
PROMISED = re.compile(any_of("stale-year", "promised"))
KEPT = re.compile(any_of("stale-year", "kept"))
THIS_YEAR = re.compile(any_of("stale-year", "this_year"))
SENTENCE_ENDS, PART_ENDS, CLAUSE_ENDS = "。！？\n", "；。！？\n", "，。；！？：\n"

TOWN = f"(?:{any_of('stale-unit', 'towns')})"
BODIES = any_of("stale-unit", "bodies")
NOT_A_NAME = re.compile(any_of("stale-unit", "not_a_name"))
# At the head of a clause: 青山镇人民政府, whatever it does.
BODY = re.compile(
    rf"""
    (?<![^，。；：、（(\s年])
    (?P<name>[\u4e00-\u9fff]{{2,5}}?{TOWN})
    (?:{any_of("stale-unit", "town_offices")})""",
    re.VERBOSE,
)
# 青山镇认真贯彻: without its office, but doing what the body of a report does.
REPORTING = re.compile(
    rf"""
    (?<![^，。；：\n年])
    (?P<name>[\u4e00-\u9fff]{{2,4}}?{TOWN})
    (?= [，,]?(?:{any_of("stale-unit", "reports")}) )""",
    re.VERBOSE,
)
# 某县青山镇人民政府编制: behind its county.
ISSUING = re.compile(
    rf"""
    (?<![^，。；：由县市区旗])
    (?P<name>[\u4e00-\u9fff]{{2,3}}?{TOWN})
    人民政府(?:向社会)?(?:公布|发布|编制)""",
    re.VERBOSE,
)
OWN_YEAR = re.compile(r"(?P<year>20\d\d)年(?:度?(?:政府)?信息公开(?:工作)?(?:年度)?报告|1月1日)")
MADE_BY = re.compile(rf"(?<![^，。；：、\s]) (?P<name>[\u4e00-\u9fff]{{4,30}}?(?:{BODIES}))编制", re.VERBOSE)
# The body in the report's title.
NAMED = re.compile(
    rf"""
    (?P<name>[\u4e00-\u9fff]{{2,20}}?(?:{BODIES}))
    (?:\d{{4}}年度?)?
    (?:政府)?信息公开(?:工作)?(?:\d{{4}}年?)?年度报告""",
    re.VERBOSE,
)
# 某县民政局高度重视: a department by its whole name, doing what the body of a report does.
DEPARTMENT = re.compile(
    rf"""
    (?<![^，。；：、（(\s年])
    (?P<name>[\u4e00-\u9fff]{{1,8}}?[省市县区旗州][\u4e00-\u9fff]{{1,14}}?(?:{any_of("stale-unit", "departments")}))
    (?=[，,]?(?: (?P<sure>{any_of("stale-unit", "surely_reports")}) | {any_of("stale-unit", "department_reports")} ))""",
    re.VERBOSE,
)
NOT_ALONE = re.compile(any_of("stale-unit", "not_alone"))
# What names a body, and what stands in each place that it finds: to look for that first is quicker.
NAMING = (
    (NAMED, re.compile("年度报告")),
    (MADE_BY, re.compile("编制")),
    (BODY, re.compile(rf"{TOWN}(?:{any_of('stale-unit', 'town_offices')})")),
    (REPORTING, re.compile(rf"{TOWN}[，,]?(?:{any_of('stale-unit', 'reports')})")),
    (ISSUING, re.compile(rf"{TOWN}人民政府")),
    (
        DEPARTMENT,
        re.compile(
            f"(?:{any_of('stale-unit', 'departments')})[，,]?(?:{any_of('stale-unit', 'surely_reports')}|{any_of('stale-unit', 'department_reports')})"
        ),
    ),
)
BY_WHOLE_NAME = (NAMED, MADE_BY, DEPARTMENT)  # the others may meet words that are no name
OFFICE = re.compile(r"(?:人民政府|办事处)$")
COUNTY = re.compile(r"^.*(?:县|市|区|旗|省)(?=..)")
TOWN_END = re.compile(rf"{TOWN}$")


def leftover_findings(report: Report, text: Text) -> Steps:
    """Yield other years and other bodies' names in a text."""
    if report.year:
        yield from text.in_passages(partial(_years, report.year))
        if text.name == "opening":
            yield from text.in_passages(partial(_later_years, report.year))
    if report.unit:
        yield from own_kind_findings(report.unit, text)
        seen: set[str] = set()
        own = tuple(own_names(report.unit))
        for pattern, words in NAMING:
            if words.search(text.text):
                yield from text.in_passages(partial(_units, report.unit, own, pattern, seen))


def _years(year: int, text: Passage) -> Iterator[Finding]:
    flat = text.flat
    sentence = clause = _Words(flat, 0, 0)
    for found in YEAR.finditer(flat):
        named = _year_named(found)
        if not year - 5 <= named < year:
            continue
        sentence = _words_around(sentence, found.start(), SENTENCE_ENDS)
        clause = _words_around(clause, found.start(), CLAUSE_ENDS)
        if _is_meant(flat, found, year, sentence, clause):
            continue
        start = text.start + found.start()
        end = text.start + found.end() + len(flat[found.end() : found.end() + 3].partition("年")[0]) + 1
        shown = around(text.text, start, end, 6, 8)
        message = f"{text.place}里写着“{text.text[start:end]}”（…{shown}…），报告的年度是 {year} 年。请核对，是不是上年留下的？"
        digits = str(year)[-len(found[0]) :] if found[0][0].isdigit() else in_words(year)
        # Which year is meant is seldom certain; only a whole report's period is.
        mend = Rewording(text.name, text.text, ((start, text.start + found.end(), digits),))
        mends = (mend,) if PERIOD.match(flat, found.end()) else ()
        yield Finding(
            "stale-year", WARNING, (text.name,), message, mends, start=start, length=end - start, about=shown,
            kind=str(named),
        )  # fmt: skip


def _year_named(found: re.Match[str]) -> int:
    """Return the year that YEAR has found; 23 is 2023."""
    named = year_of(found[0])
    return named + 2000 if named < 100 else named


def _later_years(year: int, text: Passage) -> Iterator[Finding]:
    """Yield an opening that speaks of a later report than this: the year was changed in one place only."""
    for found in text.found(OWN_YEAR):
        if int(found["year"]) > year:
            start, end = found.span("year")
            message = f"{text.place}里写着“{found[0]}”，报告的年度是 {year} 年。请改成一致。"
            mend = Rewording(text.name, text.text, ((start, end, str(year)),))
            yield Finding(
                "stale-year", WARNING, (text.name,), message, (mend,), start=start, length=end - start, about=found[0],
                kind=found["year"],
            )  # fmt: skip


@dataclass(frozen=True)
class _Words:
    """A sentence or a clause of a plain text; what it says is found out once for all years in it."""

    flat: str
    start: int
    end: int
    _says: dict[re.Pattern[str], bool] = field(default_factory=dict)

    @cached_property
    def years(self) -> set[int]:
        """The years it names."""
        return {_year_named(found) for found in YEAR.finditer(self.flat[self.start : self.end])}

    def says(self, words: re.Pattern[str]) -> bool:
        """Return whether such words stand in it."""
        if words not in self._says:
            self._says[words] = bool(words.search(self.flat, self.start, self.end))
        return self._says[words]


def _words_around(last: _Words, place: int, ends: str) -> _Words:
    """Return the words between two marks around a place: the last ones, if it still stands in them."""
    if last.start <= place < last.end:
        return last
    flat = last.flat
    start = max(flat.rfind(mark, 0, place) for mark in ends) + 1
    end = min((at for mark in ends if (at := flat.find(mark, place)) >= 0), default=len(flat))
    return _Words(flat, start, end)


def _is_meant(flat: str, found: re.Match[str], year: int, sentence: _Words, clause: _Words) -> bool:
    """Return whether another year stands there on purpose."""
    end = found.end()
    before = flat[max(0, found.start() - BEFORE) : found.start()].rstrip()
    if PERIOD.match(flat, end) or (YEAR_END.match(flat, end) and before.endswith(UNTIL)):
        return False
    if BEFORE_YEAR.search(before) or BEHIND_YEAR.match(flat, end) or MONTH.match(flat, end):
        return True
    if len(sentence.years - {year}) > 1:
        return True
    if _year_named(found) < year - 1 and (clause.says(MADE) or not STRONG.match(flat, end)):
        return True
    return (
        (year in sentence.years and not _is_called_this_year(sentence, found.start(), year))
        or clause.says(COMPARED)
        or (clause.says(PROMISED) and sentence.says(KEPT))
        or (sentence.says(COMPARED) and sentence.says(THIS_YEAR))
    )


def _is_called_this_year(sentence: _Words, place: int, year: int) -> bool:
    """Return whether what stands between semicolons around a place calls its year 本年度, and names no year but that."""
    part = _words_around(_Words(sentence.flat, 0, 0), place, PART_ENDS)
    return year not in part.years and part.says(THIS_YEAR) and not part.says(COMPARED)


def _units(
    unit: str, own: tuple[str, ...], pattern: re.Pattern[str], seen: set[str], text: Passage
) -> Iterator[Finding]:
    for found in text.found(pattern):
        other = found["name"]
        is_own = OFFICE.sub("", other) in unit or unit in other or other.endswith(own)
        is_no_name = pattern not in BY_WHOLE_NAME and NOT_A_NAME.search(TOWN_END.sub("", other))
        if pattern is DEPARTMENT and (is_short_for(other, unit) or not _acts_alone(text, found)):
            continue
        if is_own or other in seen or is_no_name:
            continue
        seen.add(other)
        start, end = found.span("name")
        message = f"{text.place}里写着“{other}”，本报告的单位是“{unit}”。请核对，是不是从别处抄来的？"
        about = around(text.text, start, end, 6, 8)
        yield Finding(
            "stale-unit", WARNING, (text.name,), message, start=start, length=len(other), about=about, kind=other
        )


def _acts_alone(text: Passage, found: re.Match[str]) -> bool:
    """Return whether nothing in its sentence says that a department is named beside the own body."""
    start, end = (found.start() - text.start, found.end() - text.start)
    sentence = _words_around(_Words(text.flat, 0, 0), start, SENTENCE_ENDS) if end < len(text.flat) else None
    return bool(found["sure"]) or (sentence is not None and not sentence.says(NOT_ALONE))


def is_short_for(name: str, unit: str) -> bool:
    """Return whether a department's name may be a short one of the body's: 城管局 of 城市管理局."""
    letters = iter(unit)
    return all(letter in letters for letter in COUNTY.sub("", name))


def own_names(unit: str) -> list[str]:
    """Return the body's name and its shorter forms: without the county before it, without 人民政府 behind it."""
    town = OFFICE.sub("", unit)
    short = COUNTY.sub("", town)
    return [name for name in dict.fromkeys([unit, town, short]) if len(name) > 1]
