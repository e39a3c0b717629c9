"""What must not be published: numbers of persons, and who asked for information [《条例》第十五条]."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import takewhile

from model.checking.language.passages import NEAR, Passage, Steps, Text
from model.checking.language.wording import any_of
from model.findings.finding import WARNING, Finding
from model.report.cell_numbers import PLAIN_WIDTH
from model.report.report import Report

NARROW = {wide: plain for wide, plain in PLAIN_WIDTH.items() if wide != 0x3000}
GAP = r"[\s\-－—]?"
IDENTITY = re.compile(
    rf"""
    (?<![\dA-Za-z])
    [1-9]\d{{5}} {GAP}                                        # the place
    (?:18|19|20)\d\d (?:0[1-9]|1[0-2]) (?:0[1-9]|[12]\d|3[01]) {GAP}  # the day of birth
    \d{{3}} [\dXx]
    (?![\dA-Za-z])""",
    re.VERBOSE,
)
MOBILE = re.compile(rf"(?<![\d.\-]) (?:\+?86{GAP})? 1[3-9]\d {GAP} \d{{4}} {GAP} \d{{4}} (?!\d)", re.VERBOSE)
CARD = re.compile(rf"(?<!\d) [3-6]\d{{3}} (?:{GAP}\d{{4}}){{2,3}} (?:{GAP}\d{{1,4}})? (?!\d)", re.VERBOSE)
EIGHT_DIGITS = re.compile(r"\d{4}\D?\d{4}")  # stand in each of them
NUMBERS = (("身份证号", IDENTITY), ("手机号", MOBILE), ("银行卡号", CARD))
NO_DIGIT = re.compile(r"\D")
CODE = re.compile(f"(?:{any_of('personal-data', 'codes')})[^，。；]{{0,10}}$")
BEFORE = 20  # characters in which that is looked for
NAME = rf"(?P<name>(?:{any_of('personal-data', 'surnames')})[\u4e00-\u9fff]{{1,2}}?)"
NO_NAME = re.compile(any_of("personal-data", "not_a_name"))
WHO = (
    # 申请人王芳，
    re.compile(rf"申请人(?:姓名)?(?:为|是|：|:)? {NAME} (?=[，。；、（(\s向于提申要通就以诉对]|$)", re.VERBOSE),
    # 申请人王芳的邮箱wang@qq.com
    re.compile(rf"申请人(?:姓名)?(?:为|是|：|:)? {NAME} (?={any_of('personal-data', 'mail')})", re.VERBOSE),
    # 村民王芳提出
    re.compile(
        rf"(?:{any_of('personal-data', 'people')}) (?![于向]) {NAME} (?=(?:{any_of('personal-data', 'acts')})|$)",
        re.VERBOSE,
    ),
    # 王芳申请公开, at the head of a clause
    re.compile(
        rf"""
        (?: ^ | (?<=[，。；：]) )
        (?![于向])
        {NAME}
        (?= (?:{any_of("personal-data", "asks")})(?:的)?(?:政府)?(?:信息)? )""",
        re.VERBOSE,
    ),
)
LIVES = any_of("personal-data", "lives")
ADDRESS = re.compile(
    rf"""
    (?:{LIVES})\s*(?![、及和与等])(?P<address>[^，。；（）()]{{4,40}})
    |   (?P<door>[\u4e00-\u9fff]{{2,6}}村\d+组\d+号)
    """,
    re.VERBOSE,
)
OWN_ADDRESS = re.compile(any_of("personal-data", "own_address"))
MAY_LIVE = re.compile(rf"{LIVES}|村\d+组\d+号")  # stands in each of them, and is quicker to look for
DOOR = re.compile(
    r"[\d一二三四五六七八九十]\s?(?:号|室|栋|幢|组|社|弄|单元|门)|[省市县区旗乡镇]\w{1,12}[村路街巷道]|村\w{1,4}组"
)


def personal_findings(report: Report, text: Text) -> Steps:
    """Personal data in a text; the contact's own telephone and address may stand there."""
    telephone = NO_DIGIT.sub("", report.text("contact.telephone").translate(PLAIN_WIDTH))
    yield from text.in_passages(partial(_numbers, telephone))
    seen: set[int] = set()
    for pattern in WHO:
        yield from text.in_passages(partial(_persons, pattern, seen))
    if MAY_LIVE.search(text.text):
        yield from text.in_passages(partial(_addresses, report.text("contact.address").strip()))


def _numbers(own: str, text: Passage) -> Iterator[Finding]:
    if not EIGHT_DIGITS.search(text.text, text.start, text.end + NEAR):
        return
    flat = text.text[text.start : text.end + NEAR].translate(NARROW)
    inside = text.end - text.start
    taken: list[tuple[int, int]] = []
    for words, pattern in NUMBERS:
        for found in takewhile(lambda found: found.start() < inside, pattern.finditer(flat)):
            digits = NO_DIGIT.sub("", found[0])
            is_ours = bool(own) and (digits in own or own in digits)
            is_card = pattern is not CARD or (15 < len(digits) < 20 and (digits.startswith("62") or _luhn(digits)))
            start, end = found.span()
            overlaps = any(start < other[1] and other[0] < end for other in taken)
            if is_ours or not is_card or overlaps or CODE.search(flat, max(0, start - BEFORE), start):
                continue
            taken.append((start, end))
            yield _finding(text, words, text.start + start, text.start + end)


def _persons(pattern: re.Pattern[str], seen: set[int], text: Passage) -> Iterator[Finding]:
    for found in text.found(pattern):
        start, end = found.span("name")
        if start not in seen and not NO_NAME.search(found["name"]):
            seen.add(start)
            yield _finding(text, "申请人等的姓名", start, end)


def _addresses(own: str, text: Passage) -> Iterator[Finding]:
    for found in text.found(ADDRESS):
        where = found.lastgroup or "address"
        is_office = OWN_ADDRESS.match(text.text, found.end())
        if DOOR.search(found[where]) and not is_office and not (own and (own in found[where] or found[where] in own)):
            yield _finding(text, "个人住址", *found.span(where))


def _finding(text: Passage, words: str, start: int, end: int) -> Finding:
    about = text.text[start:end]
    message = f"{text.place}里“{_masked(about)}”像是{words}。公开的报告里不能有，请删去或隐去。"
    return Finding(
        "personal-data", WARNING, (text.name,), message, start=start, length=end - start, about=about, kind=about
    )


def _masked(text: str) -> str:
    """Enough to find it by, not all of it."""
    keep = max(1, len(text) // 3)
    return f"{text[:keep]}{'*' * (len(text) - keep)}"


def _luhn(digits: str) -> bool:
    """Return whether the last digit of a card's number fits the others [ISO/IEC 7812-1]."""
    values = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits))]
    return sum(value - 9 * (value > 9) for value in values) % 10 == 0
