"""Names of other bodies than the report's own, which a copied text has left over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from model.checking.language.passages import Passage, Steps, Text
from model.checking.language.wording import any_of
from model.checking.texts.words_around import CLAUSE_ENDS, SENTENCE_ENDS, Words, words_around
from model.findings.finding import WARNING, Finding, around

TOWN = f"(?:{any_of('stale-unit', 'towns')})"
BODIES = any_of("stale-unit", "bodies")
DEPARTMENTS = f"(?:{any_of('stale-unit', 'departments')})"
SURELY_REPORTS, DEPARTMENT_REPORTS = any_of("stale-unit", "surely_reports"), any_of("stale-unit", "department_reports")
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
MADE_BY = re.compile(rf"(?<![^，。；：、\s]) (?P<name>[\u4e00-\u9fff]{{4,30}}?(?:{BODIES}))编制", re.VERBOSE)
# The body in the report's title.
NAMED = re.compile(
    rf"""
    (?:[\u4e00-\u9fff]{{0,6}}(?:{any_of("stale-unit", "publishes")}))?
    (?P<name>[\u4e00-\u9fff]{{1,20}}?(?:{BODIES}))
    (?:\d{{4}}年度?)?
    (?:政府)?信息公开(?:工作)?(?:\d{{4}}年?)?年度报告""",
    re.VERBOSE,
)
# 某县民政局高度重视: a department by its whole name, doing what the body of a report does.
DEPARTMENT = re.compile(
    rf"""
    (?<![^，。；：、（(\s年])
    (?P<name>[\u4e00-\u9fff]{{1,8}}?[省市县区旗州][\u4e00-\u9fff]{{1,14}}?{DEPARTMENTS})
    (?=[，,]?(?: (?P<sure>{SURELY_REPORTS}) | {DEPARTMENT_REPORTS} ))""",
    re.VERBOSE,
)
# 某县民政局持续加强: a department of another county, doing anything.
OF_ANOTHER = re.compile(
    rf"""
    (?<![^，。；：、（(\s年])
    (?P<name>[\u4e00-\u9fff]{{2,8}}?[县市区旗州][\u4e00-\u9fff]{{1,14}}?{DEPARTMENTS})
    (?=[，,]?(?:{any_of("stale-unit", "of_another")}))""",
    re.VERBOSE,
)
# 如有疑问，请与青山镇党政办公室联系: whom to ask.
ASKED = re.compile(
    rf"""
    (?:{any_of("stale-unit", "questions")})[^。；;\n]{{0,24}}?
    (?:与|向|同|和|到|联系|致电|咨询)
    (?:[\u4e00-\u9fff]{{1,6}}?[县市区旗])?
    (?: (?P<name>[\u4e00-\u9fff]{{2,5}}?{TOWN}) (?:{any_of("stale-unit", "town_offices")}|办公室)
    |   (?P<department>[\u4e00-\u9fff]{{1,6}}?[县市区旗][\u4e00-\u9fff]{{1,12}}?{DEPARTMENTS}) (?=办公室|联系|咨询|反映)
    )""",
    re.VERBOSE,
)
# 电子版可在青山镇人民政府网站下载: where to read the report.
SITE = re.compile(
    rf"""
    (?:{any_of("stale-unit", "to_read")})[^。；;\n]{{0,24}}?
    (?:在|到|从|登录|访问|通过)
    (?:[\u4e00-\u9fff]{{1,6}}?[县市区旗])?
    (?P<name>[\u4e00-\u9fff]{{2,5}}?{TOWN})
    (?:{any_of("stale-unit", "town_offices")})?(?:官方|门户|政务)?网站""",
    re.VERBOSE,
)
# 县农业农村局共主动公开政府信息96条: the county is named by its kind only.
OF_COUNTY = re.compile(
    rf"""
    (?<![^，。；：、（(\s年])
    (?P<name>[省市县区旗州][\u4e00-\u9fff]{{1,12}}?{DEPARTMENTS})
    (?=[，,]?(?:{any_of("stale-unit", "county_reports")}))""",
    re.VERBOSE,
)
# 现将青山镇2024年政府信息公开工作情况报告如下: at the head of the report.
PRESENTED = re.compile(
    rf"""
    (?:{any_of("stale-unit", "presents")})
    (?P<name>[\u4e00-\u9fff]{{2,12}}?{TOWN}|[\u4e00-\u9fff]{{0,8}}?[省市县区旗州][\u4e00-\u9fff]{{1,12}}?{DEPARTMENTS})
    (?:{any_of("stale-unit", "town_offices")})?
    (?:20\d\d年度?|上一?年度?|本年度?)?(?:政府|政务)信息公开""",
    re.VERBOSE,
)
WITH_OTHERS = re.compile(any_of("stale-unit", "with_others"))
HAS_IT = re.compile(rf"(?:{any_of('stale-unit', 'town_offices')})?(?:{any_of('stale-unit', 'has_it')})")
NOT_ALONE = re.compile(any_of("stale-unit", "not_alone"))
# What names a body, and what stands in each place that it finds: to look for that first is quicker.
NAMING = (
    (NAMED, re.compile("年度报告")),
    (MADE_BY, re.compile("编制")),
    (ASKED, re.compile(any_of("stale-unit", "questions"))),
    (SITE, re.compile(any_of("stale-unit", "to_read"))),
    (BODY, re.compile(rf"{TOWN}(?:{any_of('stale-unit', 'town_offices')})")),
    (REPORTING, re.compile(rf"{TOWN}[，,]?(?:{any_of('stale-unit', 'reports')})")),
    (ISSUING, re.compile(rf"{TOWN}人民政府")),
    (DEPARTMENT, re.compile(f"{DEPARTMENTS}[，,]?(?:{SURELY_REPORTS}|{DEPARTMENT_REPORTS})")),
    (OF_ANOTHER, re.compile(f"{DEPARTMENTS}[，,]?(?:{any_of('stale-unit', 'of_another')})")),
    (OF_COUNTY, re.compile(f"{DEPARTMENTS}[，,]?(?:{any_of('stale-unit', 'county_reports')})")),
    (PRESENTED, re.compile(any_of("stale-unit", "presents"))),
)
BY_WHOLE_NAME = (NAMED, MADE_BY, DEPARTMENT, OF_ANOTHER, OF_COUNTY)  # the others may meet words that are no name
OWN_TITLE = re.compile(any_of("stale-unit", "own_title"))
ACTING = (DEPARTMENT, OF_ANOTHER, OF_COUNTY)  # what they find is a department that does what the body of a report does
BY_SHORT_NAME = (*ACTING, PRESENTED, ASKED)
OFFICE = re.compile(r"(?:人民政府|办事处)$")
COUNTY = re.compile(r"^.*(?:县|市|区|旗|省)(?=..)")
TOWN_END = re.compile(rf"{TOWN}$")


def other_body_findings(unit: str, text: Text) -> Steps:
    """Yield each name of another body where it stands first; `unit` is the report's own body."""
    seen: set[str] = set()
    own = tuple(own_names(unit))
    for pattern, words in NAMING:
        if words.search(text.text):
            yield from text.in_passages(partial(_units, unit, own, pattern, seen))


def _units(
    unit: str, own: tuple[str, ...], pattern: re.Pattern[str], seen: set[str], text: Passage
) -> Iterator[Finding]:
    for found in text.found(pattern):
        part = "name" if found["name"] else "department"
        other = found[part]
        is_own = (
            OFFICE.sub("", other) in unit
            or unit in other
            or (other.endswith(own) and not _is_of_other_county(other, unit))
        )
        is_name = part == "department" or pattern in BY_WHOLE_NAME
        is_no_name = OWN_TITLE.search(other) if is_name else NOT_A_NAME.search(TOWN_END.sub("", other))
        if pattern is OF_ANOTHER and not _is_of_other_county(other, unit):
            continue
        if pattern in BY_SHORT_NAME and is_short_for(other, unit):
            continue
        if pattern in ACTING and not _acts_alone(text, found):
            continue
        if is_own or other in seen or is_no_name or _is_named_by_the_way(text, found.span(part)):
            continue
        seen.add(other)
        yield body_finding(unit, text, found.span(part))


def body_finding(unit: str, text: Passage, span: tuple[int, int]) -> Finding:
    """Return what is told of words that stand for another body than the report's own."""
    start, end = span
    words, shown = text.text[start:end], around(text.text, start, end, 6, 8)
    message = f"{text.place}里写着“{words}”，本报告的单位是“{unit}”。请核对，是不是从别处抄来的？"
    return Finding(
        "stale-unit", WARNING, (text.name,), message, start=start, length=end - start, about=shown, kind=words
    )


def _acts_alone(text: Passage, found: re.Match[str]) -> bool:
    """Return whether nothing in its sentence says that a department is named beside the own body."""
    if found.groupdict().get("sure"):
        return True
    sentence = words_around(Words(text.flat, 0, 0), found.start() - text.start, SENTENCE_ENDS)
    return found.end() - text.start < len(text.flat) and not sentence.says(NOT_ALONE)


def _is_named_by_the_way(text: Passage, span: tuple[int, int]) -> bool:
    """Return whether a body stands in a list of those with whom something is done, or is named for what it has."""
    place = span[0] - text.start
    clause = words_around(Words(text.flat, 0, 0), place, CLAUSE_ENDS)
    is_listed = text.flat[:place].endswith("、") and WITH_OTHERS.search(text.flat, clause.start, place)
    return bool(is_listed or HAS_IT.match(text.flat, span[1] - text.start))


def is_short_for(name: str, unit: str) -> bool:
    """Return whether a department's name may be a short one of the body's: 城管局 of 城市管理局."""
    letters = iter(unit)
    return not _is_of_other_county(name, unit) and all(letter in letters for letter in COUNTY.sub("", name))


def _is_of_other_county(name: str, unit: str) -> bool:
    """Return whether a name begins with another county than the body's: 青山县民政局 beside 云溪县民政局."""
    county = COUNTY.match(name)
    return bool(county and len(county[0]) > 2 and COUNTY.match(unit) and county[0] not in unit)


def own_names(unit: str) -> list[str]:
    """Return the body's name and its shorter forms: without the county before it, without 人民政府 behind it."""
    town = OFFICE.sub("", unit)
    short = COUNTY.sub("", town)
    return [name for name in dict.fromkeys([unit, town, short]) if len(name) > 1]
