"""The numbers before lines and headings: 一、（一）1.（1）, up by one within a level [GB/T 9704-2012, 7.3.3]."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from model.checking.language.passages import Steps, Text
from model.findings.finding import HINT, WARNING, Finding, Rewording, place_words
from model.report.chinese_numerals import ONES, number_of, numeral
from model.report.outline import NUMBERED, heading_shown, is_empty
from model.report.report import Report

NUMERAL = rf"(?:[{ONES}]?十[{ONES}]?|[{ONES}])"
# What numbers a paragraph, one group for each of LEVELS.
NUMBER = re.compile(
    rf"""
    ^\s*
    (?: (?P<one>{NUMERAL})、
    |   [（(](?P<two>{NUMERAL})[)）]
    |   (?P<three>\d{{1,2}})[.．、](?!\d)
    |   [（(](?P<four>\d{{1,2}})[)）]
    )""",
    re.VERBOSE,
)
LINE = re.compile(r"[^\n]+")
LEVELS = ("one", "two", "three", "four")
IN_NUMERALS = ("one", "two")
SHOWN = {"one": "一、", "two": "（一）", "three": "1.", "four": "（1）"}
MOST_SHOWN = 12  # characters of a line


class Numbered(NamedTuple):
    """A line with a number before it: the level of its number, the number, and where that stands in the text."""

    level: int
    number: int
    start: int
    end: int


def order_findings(text: Text) -> Steps:
    """Yield the first number out of order; where one is skipped or said twice, all behind it are mended."""
    above = 1 if text.heading else -1  # the level of the heading that the text stands under
    counts: dict[int, int] = {}
    before = -1  # the level of the number of the line before, -1 if that has none
    for line in LINE.finditer(text.text):
        yield None
        found = _numbered(line)
        level_before, before = before, found.level if found else before if not line[0].strip() else -1
        if not found:
            continue
        level, number = found.level, found.number
        counts = {deeper: count for deeper, count in counts.items() if deeper <= level}
        expected = counts.get(level, 0) + 1
        is_again = number == 1 and expected == 2 and level_before == level  # at once: no new list begins so
        if not _is_inline(line[0], number):
            if wrong := _wrong(level, above, counts):
                yield _misplaced(text, line, wrong)
                return  # what follows would be told again
            if is_again or number not in (1, expected):  # counting may begin again
                wrong = f"{'重复' if is_again else '不连续'}，这里应是第 {expected} 个"
                yield _misplaced(text, line, wrong, _counted_on(text.text, found, line.start(), expected))
                return
        counts[level] = number


def _numbered(line: re.Match[str]) -> Numbered | None:
    found = NUMBER.match(line[0])
    if not found or found.lastgroup is None:
        return None
    start, end = found.span(found.lastgroup)
    number = int(number_of(found[found.lastgroup]))
    return Numbered(LEVELS.index(found.lastgroup), number, line.start() + start, line.start() + end)


def _is_inline(line: str, number: int) -> bool:
    """Return whether a line also holds the number after its own: a list within the line."""
    return f"（{number + 1}）" in line or f"({number + 1})" in line


def _wrong(level: int, above: int, counts: dict[int, int]) -> str:
    shown = SHOWN[LEVELS[level]]
    if level <= above:
        return f"“{shown}”不该在标题（一）下面，应从“1.”开始"
    return f"“{shown}”前面没有“1.”" if level == 3 and 2 not in counts else ""


def _counted_on(text: str, first: Numbered, at: int, expected: int) -> tuple[tuple[int, int, str], ...]:
    """Return what changes where the numbers of a list go on from one of them, up to where it ends or begins again."""
    changes = []
    for line in LINE.finditer(text, at):
        found = _numbered(line)
        if not found or found.level > first.level:
            continue
        if found.level < first.level or (found.number == 1 and found != first) or _is_inline(line[0], found.number):
            break
        if found.number != expected:
            said = numeral(expected) if LEVELS[found.level] in IN_NUMERALS else str(expected)
            changes.append((found.start, found.end, said))
        expected += 1
    return tuple(changes)


def _misplaced(text: Text, line: re.Match[str], wrong: str, changes: tuple[tuple[int, int, str], ...] = ()) -> Finding:
    start, shown = line.start() + len(line[0]) - len(line[0].lstrip()), line[0].strip()
    message = f"{text.place}里“{shown[:MOST_SHOWN]}”的序号{wrong}。请改正，顺序应是 一、（一）1.（1）。"
    found = NUMBER.match(line[0])
    length = (found.end() if found else len(line[0])) - (start - line.start())
    mends = (Rewording(text.name, text.text, changes),) if changes else ()
    return Finding("writing", HINT, (text.name,), message, mends, start=start, length=length, about=shown[:20])


def heading_findings(report: Report) -> Iterator[Finding]:
    """Yield headings with a number of their own that is not the one that is printed before them, and those said twice."""
    for section in report.form.text_sections:
        printed = 0
        for index, part in enumerate(report.parts(section.key)):
            heading = heading_shown(part)
            yield from _said_twice(f"{section.key}[{index}].text", part.text, heading, section.tab)
            printed += bool(heading) and not is_empty(section, part)
            own = NUMBER.match(part.heading)
            if not heading or not own or is_empty(section, part):
                continue
            shown = f"（{numeral(printed)}）{heading}"
            if NUMBERED.match(part.heading.strip()) and int(number_of(own["two"])) == printed:
                continue
            yield _numbered_twice(
                f"{section.key}[{index}].heading", part.heading, place_words(section.tab, ""), own, shown
            )


def _said_twice(name: str, text: str, heading: str, tab: str) -> Iterator[Finding]:
    """Yield where a text begins with its own heading, which is printed over it anyway."""
    begin = len(text) - len(text.lstrip())
    after = text[begin + len(heading) :].lstrip(" \t") if heading and text.startswith(heading, begin) else ""
    if after[:1] in ("：", ":", "\n") and (rest := after[1:].lstrip()):
        message = f"{place_words(tab, heading)}的文字开头又写了一遍小标题“{heading[:MOST_SHOWN]}”，请删去：小标题会印在它上面。"
        mend = Rewording(name, text, ((0, len(text) - len(rest), ""),))
        yield Finding("writing", HINT, (name,), message, (mend,), start=begin, length=len(heading), about=heading)


def _numbered_twice(name: str, heading: str, place: str, own: re.Match[str], shown: str) -> Finding:
    number, end = own[0].strip(), own.end() + len(heading[own.end() :]) - len(heading[own.end() :].lstrip())
    message = f"{place}的小标题“{heading.strip()[:MOST_SHOWN]}”自己写了序号，印出来是“{shown[:20]}”。序号由程序按顺序编，请删去“{number}”。"
    mend = Rewording(name, heading, ((0, end, ""),))
    severity = WARNING if number in shown else HINT
    return Finding("writing", severity, (name,), message, (mend,), length=own.end(), about=f"{number} {shown}"[:40])
