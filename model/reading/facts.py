"""Whose report it is and on which year, and where to ask, where they stand in a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from model.reading.formats.source_blocks import TITLE, Line
from model.reading.formats.words import unmarked, visible
from model.reading.tables.cells import UncertainCell
from model.report.chinese_numerals import ONES, ZEROS, year_of
from model.report.outline import one_line
from model.report.report import Value

DIGIT = rf"\d{ZEROS}{ONES}"
YEAR = rf"(?P<year>(?:[1１一][9９九]|[2２二][０{ZEROS}])[{DIGIT}]{{2}})"
YEAR_LIKE = rf"(?P<year>[{DIGIT}]{{2,8}})(?=年)"  # digits of a year, too many of them or too few
REPORT = r"(?:政府)?信息公开(?:工作)?(?:年度)?(?:报告|年报|工作报告)"
HAN = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # the rare ones of names and places too
UNIT = rf"(?P<unit>[{HAN}（）()·]{{2,40}}?)"
TITLES = tuple(
    re.compile(pattern)
    for year in (YEAR, YEAR_LIKE)
    for pattern in (
        rf"{UNIT}{year}年?度?{REPORT}",
        rf"{year}年?度?{UNIT}{REPORT}",
        rf"{UNIT}(?:政府)?信息公开(?:工作)?{year}年?度?(?:工作)?(?:报告|年报)",
        rf"(?P<unit>){year}年?度?{REPORT}",
    )
)
IN_TEXT = tuple(
    re.compile(pattern)
    for year in (YEAR, YEAR_LIKE)
    for pattern in (rf"{year}年?度?{REPORT}", rf"统计期限[^{DIGIT}]{{0,8}}{year}年")
)
NAMED = re.compile(rf"(?:公布|发布|编制了?|现将|就)(?:我)?{UNIT}[{DIGIT}]{{2,8}}年?度?{REPORT}")
BODY = re.compile(r"(?:人民政府|办事处|管理委员会|管委会|委员会|办公室|局|厅|院|站|中心|街道|镇|乡)$")
CONTACT = {
    "contact.office": re.compile(r"请(?:与|联系|向)([^，。,；;（(]{2,40}?)(?:联系|咨询|（|\()"),
    "contact.telephone": re.compile(r"(?:联系)?电话(?:号码)?(?:为)?[:：]?\s*([\d（）()—－-]{7,20})"),
    "contact.email": re.compile(r"([\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5})", re.ASCII),
    "contact.address": re.compile(r"地址(?:为)?[:：]\s*([^，。,；;：:）)]{4,60})"),
    "contact.postcode": re.compile(r"(?:邮编|邮政编码)(?:为)?[:：]?\s*(\d{6})"),
}
BEHIND_TITLE = re.compile(r"[-_|—]{1,2}(?=\D)|[\[【]")  # what parts a title from the site's name
# What stands before a body's name in that of a file, and in no body's: （定稿）, 终稿, 关于报送.
NOT_OF_A_BODY = re.compile("[（(]|稿|最终|修改|副本|附件|报送|上报|印发|公布|发布|转发")
TITLE_ENDS = ("报告", "年报")  # of all that TITLES match, looked for first as it costs less
NO_NAME = "政府"  # the beginning of 政府信息公开 in a title that names nobody
LONGEST_TITLE_CHARACTERS = 70
LONGEST_SHOWN_CHARACTERS = 60


@dataclass(frozen=True)
class Facts:
    """What a place of a document says of a report, by the values' names, and what it says that was not taken."""

    values: dict[str, Value] = field(default_factory=dict)
    doubtful: tuple[UncertainCell, ...] = ()

    @property
    def weight(self) -> float:
        """How much is said; what could not be taken counts less."""
        return len(self.values) + len(self.doubtful) / 2


def title_facts(lines: Sequence[Line], years: range) -> tuple[Facts, int]:
    """Return unit and year as the title says them, and the number of the title's last line (-1: no title)."""
    best: tuple[Facts, int] = (Facts(), -1)
    for place, text, is_whole in _title_lines(lines):
        found = next(filter(None, (pattern.fullmatch(text) for pattern in TITLES)), None)
        if not found:
            continue
        facts = _title_of(found, lines[place].text, years)
        is_better = facts.weight > best[0].weight
        is_as_good = facts.weight == best[0].weight and lines[place].style != TITLE
        if is_better or (is_as_good and (is_whole or not _is_whole_name(str(best[0].values.get("unit", ""))))):
            best = facts, place
    return best


def name_facts(name: str, years: range) -> Facts:
    """Return unit and year as a file's name says them, whatever stands behind the title: （定稿）, (1), -副本.

    No unit where something else may stand in one with it."""
    end = max(name.rfind(word) + len(word) if word in name else 0 for word in TITLE_ENDS)
    found = title_facts([Line(name[:end], "")], years)[0]
    unit = str(found.values.get("unit", ""))
    is_whole = unit in name and not NOT_OF_A_BODY.search(unit)
    values = {fact: value for fact, value in found.values.items() if fact != "unit" or is_whole}
    return replace(found, values=values)


def _title_of(found: re.Match[str], line: str, years: range) -> Facts:
    facts = _year_facts(found["year"], "标题", line, years)
    unit = found["unit"].removeprefix("关于")
    is_name = unit not in ("", NO_NAME)
    return Facts(facts.values | ({"unit": unit} if is_name else {}), facts.doubtful)


def _year_facts(said: str, where: str, text: str, years: range) -> Facts:
    """Return the year that was said, or why it is none."""
    year = year_of(said)
    if year in years:
        return Facts({"year": year})
    why = f"不在 {years[0]} 年到 {years[-1]} 年之间" if len(said) == 4 and year else "不像年份"
    return Facts(
        {},
        (UncertainCell("year", one_line(text, LONGEST_SHOWN_CHARACTERS), f"{where}里的年度写作“{said}年”，{why}。"),),
    )


def _is_whole_name(unit: str) -> bool:
    """Return whether a body's name is more than the end of one, as where a title is broken within it."""
    end = BODY.search(unit)
    return end is not None and end.start() >= 2


def _title_lines(lines: Sequence[Line]) -> Iterator[tuple[int, str, bool]]:
    """Yield lines, and two lines as one (False), that may be a title; without blanks and the site's name behind."""
    texts = [_titled(line.text) for line in lines]
    for place, text in enumerate(texts):
        for joined in (text, texts[place - 1] + text if place else ""):
            if 8 < len(joined) <= LONGEST_TITLE_CHARACTERS and joined.endswith(TITLE_ENDS):
                yield place, joined, joined == text


def _titled(text: str) -> str:
    begin = bare(unmarked(text))[: 2 * LONGEST_TITLE_CHARACTERS]  # of a paragraph, which is none
    return BEHIND_TITLE.split(begin, 1)[0].strip("《》")


def bare(text: str) -> str:
    """Return the text without blanks, line breaks and letters that nobody sees."""
    return "".join(visible(text).split())


def text_facts(text: str, years: range) -> Facts:
    """Return unit, year and contact as the opening paragraph says them."""
    found = bare(text)
    facts = _year_in(found, years)
    values = dict(facts.values)
    if (named := NAMED.search(found)) and BODY.search(named["unit"]):
        values["unit"] = named["unit"]
    shown = visible(text)
    for name, pattern in CONTACT.items():
        if (asked := pattern.search(shown)) and asked[1].strip():
            values[name] = asked[1].strip()
    return Facts(values, facts.doubtful)


def _year_in(text: str, years: range) -> Facts:
    """Return the first year that can be one, of those that the report or the period is said to be on.

    Otherwise why none can."""
    said = [_year_facts(found["year"], "开头语", found[0], years) for p in IN_TEXT if (found := p.search(text))]
    return next((facts for facts in said if facts.values), said[0] if said else Facts())


def names_report(text: str) -> bool:
    """Return whether a paragraph speaks of the report itself, as an opening does."""
    found = bare(text)
    return any(pattern.search(found) for pattern in IN_TEXT[::2])
