"""Whose report it is and on which year, where to ask, and the sign-off, where they stand in a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from model.numerals import number_of, year_of
from model.reading.found import SIGN_OFF, TITLE, Line
from model.report import Value

YEAR = r"(?P<year>(?:19|20)\d{2}|[二〇○零０Ｏ]{1,2}[〇○零一二三四五六七八九]{2,3})"
REPORT = r"(?:政府)?信息公开(?:工作)?(?:年度)?(?:报告|年报|工作报告)"
UNIT = r"(?P<unit>[\u3400-\u9fff（）()·]{2,40}?)"
TITLES = (
    re.compile(rf"{UNIT}{YEAR}年?度?{REPORT}"),
    re.compile(rf"{YEAR}年?度?{UNIT}{REPORT}"),
    re.compile(rf"{UNIT}(?:政府)?信息公开(?:工作)?{YEAR}年?度?(?:工作)?(?:报告|年报)"),
    re.compile(rf"(?P<unit>){YEAR}年?度?{REPORT}"),
)
IN_TEXT = (re.compile(rf"{YEAR}年?度?{REPORT}"), re.compile(rf"统计期限\D{{0,8}}{YEAR}年"))
NAMED = re.compile(rf"(?:公布|发布|编制了?|现将|就)(?:我)?{UNIT}{YEAR}年?度?{REPORT}")
BODY = re.compile(r"(?:人民政府|办事处|管理委员会|管委会|委员会|办公室|局|厅|院|站|中心|街道|镇|乡)$")
DATE = re.compile(
    r"(?P<y>\d{4}|[二〇○零一二三四五六七八九]{4})\s*年\s*(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})\s*月\s*(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})\s*日"
)
CONTACT = {
    "contact.office": re.compile(r"请(?:与|联系|向)([^，。,；;（(]{2,40}?)(?:联系|咨询|（|\()"),
    "contact.telephone": re.compile(r"(?:联系)?电话(?:号码)?(?:为)?[:：]?\s*([\d（）()—－-]{7,20})"),
    "contact.email": re.compile(r"([\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5})", re.ASCII),
    "contact.address": re.compile(r"地址(?:为)?[:：]\s*([^，。,；;：:）)]{4,60})"),
    "contact.postcode": re.compile(r"(?:邮编|邮政编码)(?:为)?[:：]?\s*(\d{6})"),
}


def title_facts(lines: Sequence[Line]) -> tuple[dict[str, Value], int]:
    """Unit and year as the title says them, and the number of the title's last line (-1: no title)."""
    best: tuple[dict[str, Value], int] = ({}, -1)
    for place, text, is_whole in _title_lines(lines):
        for pattern in TITLES:
            found = pattern.fullmatch(text)
            if not found:
                continue
            facts: dict[str, Value] = {"year": year_of(found["year"])}
            unit = found["unit"].removeprefix("关于")
            facts |= {"unit": unit} if unit else {}
            is_better = len(facts) > len(best[0])
            is_as_good = len(facts) == len(best[0]) and lines[place].style != TITLE
            if is_better or (is_as_good and (is_whole or not _is_whole_name(str(best[0].get("unit", ""))))):
                best = facts, place
            break
    return best


def _is_whole_name(unit: str) -> bool:
    """Whether a body's name is more than the end of one, as where a title is broken within it."""
    end = BODY.search(unit)
    return end is not None and end.start() >= 2


def _title_lines(lines: Sequence[Line]) -> Iterator[tuple[int, str, bool]]:
    """Lines, and two lines as one (False), short enough for a title; without blanks and the site's name behind."""
    texts = [_bare(line.text) for line in lines]
    for place, text in enumerate(texts):
        for joined in (text, texts[place - 1] + text if place else ""):
            if 8 < len(joined) <= 70:
                yield place, joined, joined == text


def _bare(text: str) -> str:
    return re.split(r"[-_|—]{1,2}(?=\D)|[\[【]", re.sub(r"[\s\v]", "", text))[0].strip("《》")


def text_facts(text: str) -> dict[str, Value]:
    """Unit, year and contact as the opening paragraph says them."""
    facts: dict[str, Value] = {}
    bare = re.sub(r"\s", "", text)
    years = [year_of(found["year"]) for pattern in IN_TEXT if (found := pattern.search(bare))]
    if years:
        facts["year"] = years[0]
    if (named := NAMED.search(bare)) and BODY.search(named["unit"]):
        facts["unit"] = named["unit"]
    for name, pattern in CONTACT.items():
        if asked := pattern.search(text):
            facts[name] = asked[1].strip()
    return {name: value for name, value in facts.items() if value}


def names_report(text: str) -> bool:
    """Whether a paragraph speaks of the report itself, as an opening does."""
    return bool(IN_TEXT[0].search(re.sub(r"\s", "", text)))


def sign_off_of(lines: Sequence[Line], unit: str) -> tuple[dict[str, Value], int, int]:
    """The sign-off at the end of the lines, how many lines before it are text, and where it ends."""
    styled = [place for place, line in enumerate(lines) if line.style == SIGN_OFF]
    if styled:
        return _styled_sign_off(lines[styled[0] :]), styled[0], styled[-1] + 1
    for place in range(len(lines) - 1, max(len(lines) - 4, -1), -1):
        when = date_of(lines[place].text)
        if when is None:
            continue
        facts: dict[str, Value] = {"signoff.date": when}
        name = re.sub(r"\s", "", lines[place - 1].text) if place else ""
        if name and len(name) <= 40 and (name == unit or BODY.search(name)) and not re.search(r"[，。；：]", name):
            return facts | {"unit": name}, place - 1, place + 1
        return facts, place, place + 1
    return {}, len(lines), len(lines)


def _styled_sign_off(lines: Sequence[Line]) -> dict[str, Value]:
    facts: dict[str, Value] = {"unit": lines[0].text}
    when = date_of(lines[1].text) if len(lines) > 1 else None
    return facts | ({"signoff.date": when} if when else {})


def date_of(text: str) -> date | None:
    """The date that a line is, with 2022年1月10日 written in any way; None if it is none."""
    found = DATE.fullmatch(text.strip())
    if not found:
        return None
    try:
        return date(year_of(found["y"]), int(number_of(found["m"])), int(number_of(found["d"])))
    except ValueError:
        return None
