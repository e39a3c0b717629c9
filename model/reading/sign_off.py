"""The sign-off at the end of a document: whose report it is, and when it was signed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from model.reading.facts import BODY, DIGIT, LONGEST_SHOWN_CHARACTERS, Facts, bare
from model.reading.formats.source_blocks import SIGN_OFF, Line
from model.reading.tables.cells import UncertainCell
from model.report.chinese_numerals import numeral, year_of
from model.report.outline import one_line

# Whatever is written like a date, whether or not there is such a day.
DATE = re.compile(rf"(?P<y>[{DIGIT}]{{1,8}})年(?P<m>[{DIGIT}十]{{1,3}})月(?:(?P<d>[{DIGIT}十]{{1,3}})[日号])?")
COUNTED = {numeral(number): number for number in range(1, 32)}
LAST_LINES = 4  # of the text, among which a date is that of the sign-off
LONGEST_NAME_CHARACTERS = 40


def sign_off_of(lines: Sequence[Line], unit: str, years: range) -> tuple[Facts, int, int]:
    """Return the sign-off at the end of the lines, how many lines before it are text, and where it ends.

    `unit` is the body that the title names, `years` those that a report may be on."""
    styled = [place for place, line in enumerate(lines) if line.style == SIGN_OFF]
    if styled:
        return _styled(lines[styled[0] : styled[-1] + 1], years), styled[0], styled[-1] + 1
    for place in range(len(lines) - 1, max(len(lines) - LAST_LINES, -1), -1):
        when = date_facts(lines[place].text, years)
        if when is None:
            continue
        name = bare(lines[place - 1].text) if place else ""
        is_body = name == unit or BODY.search(name[:LONGEST_NAME_CHARACTERS])
        if name and len(name) <= LONGEST_NAME_CHARACTERS and is_body and not re.search(r"[，。；：]", name):
            return Facts(when.values | {"unit": name}, when.doubtful), place - 1, place + 1
        return when, place, place + 1
    return Facts(), len(lines), len(lines)


def _styled(lines: Sequence[Line], years: range) -> Facts:
    """Return the lines of which a style says that they are the sign-off: the body's name, the date."""
    when = next(filter(None, (date_facts(line.text, years) for line in lines[-1:])), Facts())
    names = lines[: len(lines) - bool(when.weight)]
    return Facts(when.values | ({"unit": names[0].text} if names else {}), when.doubtful)


def date_facts(text: str, years: range) -> Facts | None:
    """Return the date that a line is, with 2022年1月10日 written in any way, or why it is none.

    None if it is not like one."""
    found = DATE.fullmatch(bare(text[:200]))
    if not found or text[200:].strip():
        return None
    # A report is signed in the year after the one it is on.
    year, signed = year_of(found["y"]), range(years.start, years.stop + 1)
    if year not in signed:
        why = f"年份不在 {signed[0]} 年到 {signed[-1]} 年之间" if len(found["y"]) == 4 and year else "年份不像年份"
        return _doubtful(text, why)
    if not found["d"]:
        return _doubtful(text, "没有写是哪一日")
    try:
        return Facts({"signoff.date": date(year, _counted(found["m"]), _counted(found["d"]))})
    except ValueError:
        return _doubtful(text, "没有这一天")


def _doubtful(text: str, why: str) -> Facts:
    shown = one_line(text, LONGEST_SHOWN_CHARACTERS)
    return Facts({}, (UncertainCell("signoff.date", shown, f"落款日期写作“{shown}”，{why}。"),))


def _counted(text: str) -> int:
    """Return the number of a month or a day, in digits or words; 0 if it is none."""
    return COUNTED.get(text) or year_of(text)
