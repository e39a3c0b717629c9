"""How much more or less there is than the year before, against both amounts: 240条，比上年的218条增加32条."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from model.checking.language.clauses import ALSO_UNITS, OTHER_UNITS, UNITS
from model.checking.language.passages import Passage
from model.checking.language.text_parts import shown
from model.checking.language.wording import any_of, words_of
from model.findings.finding import WARNING, Finding

DOWN = (*words_of("text-percent", "down"), "少")
WAY = rf"(?P<way>{any_of('text-percent', 'up')}|{any_of('text-percent', 'down')}|[多少])了?"
UNIT = rf"(?:{'|'.join(OTHER_UNITS)}|[{UNITS}{ALSO_UNITS}])"
NUMBER = r"\d{1,3}(?:,\d{3}){1,2}|\d{1,9}"
LAST, THIS = r"(?:上一?年度?|去年|20\d\d年度?)(?:同期)?", r"(?:今年|本年度?|20\d\d年度?)"
THEN, NOW = rf"(?P<then>{NUMBER})", rf"(?<![\d.,])(?P<now>{NUMBER})(?P<unit>{UNIT})"
BY = rf"{WAY}(?P<by>{NUMBER})(?P=unit)(?!次)"
DIFFERENCES = tuple(
    re.compile(pattern)
    for pattern in (
        # 240条，比上年的218条增加32条; 11件，比上年（14件）减少4件
        rf"{NOW}[，,、（(]?(?:较|比|与|同){LAST}的?[（(]?{THEN}(?P=unit)[）)]?(?:相比)?[，,]?{BY}",
        # 240条，比上年增加32条（上年为218条）
        rf"{NOW}[，,、]?(?:同比|(?:较|比|与|同){LAST}(?:相比)?){BY}[，,（(]{LAST}(?:为|是|共)?{THEN}(?P=unit)",
        # 由上年的9件增加到今年的14件，增加6件
        rf"[由从](?:(?:{LAST}|年初|原来)的?)?{THEN}{UNIT}(?:{any_of('text-percent', 'up')}|{any_of('text-percent', 'down')}|[压缩精扩]?[增减升降展大])(?:至|到|为)(?:{THIS})?的?{NOW}[，,](?:净|共|同比)?{BY}",
        # 上年收到11件，本年收到14件，增加3件
        rf"{LAST}[^，,。；;：:\d]{{0,12}}{THEN}{UNIT}[，,、]{THIS}[^，,。；;：:\d]{{0,12}}{NOW}[，,](?:净|共|同比)?{BY}",
    )
)
YEAR = re.compile(r"20\d\d(?=年)")
MAY_DIFFER = re.compile(rf"{WAY}\d")


def difference_findings(text: Passage, told: set[int]) -> Iterator[Finding]:
    """Yield differences between two years that their amounts do not give.

    Sentences in which an amount is told already (by their numbers) are left out."""
    if not MAY_DIFFER.search(text.flat):
        return
    seen: set[int] = set()
    for pattern in DIFFERENCES:
        for found in pattern.finditer(text.flat):
            start = text.start + found.start()
            is_wrong = _is_of_next_year(found) and not _is_right(found)
            if is_wrong and found.end() not in seen and _sentence(text, start) not in told:
                seen.add(found.end())
                yield _finding(text, found)


def _is_of_next_year(found: re.Match[str]) -> bool:
    """Return whether the years that are named, if any, come in their order."""
    years = YEAR.findall(found[0])
    return years == sorted(set(years))


def _sentence(text: Passage, place: int) -> int:
    """Return the number of the sentence that a place is in."""
    return sum(bool(clauses) and clauses[0].start <= place for clauses in text.sentences) - 1


def _is_right(found: re.Match[str]) -> bool:
    now, then, by = (_value(found[name]) for name in ("now", "then", "by"))
    return now - then == (-by if found["way"] in DOWN else by)


def _value(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def _finding(text: Passage, found: re.Match[str]) -> Finding:
    now, then = _value(found["now"]), _value(found["then"])
    start, end = text.start + found.start("way"), text.start + found.end()
    words, way = text.text[start:end], "增加" if now >= then else "减少"
    message = f"{text.place}里“{words}”不对：今年 {shown(now)}，上年 {shown(then)}，应是{way} {shown(abs(now - then))}。请核对。"
    about = text.text[text.start + found.start() : end]
    return Finding("text-sum", WARNING, (text.name,), message, start=start, length=end - start, about=about)
