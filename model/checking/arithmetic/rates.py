"""Rates that do not follow from the amounts in their sentence and beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, islice

from model.checking.arithmetic.percentages import MAY_BE, PERCENT, Percent, is_rough, percent_of
from model.checking.arithmetic.shares import counts_around
from model.checking.arithmetic.wrong_shares import is_share, share_finding, wholes_of
from model.checking.language.clauses import Amount, Clause
from model.checking.language.passages import Passage
from model.checking.language.wording import any_of, any_of_pattern
from model.checking.language.years import BEFORE
from model.findings.finding import Finding

RATE = re.compile(
    rf"(?: (?P<how>{any_of('text-percent', 'in_time')})?(?P<what>[\u4e00-\u9fff]{{2}})率 | (?P<content>{any_of('text-percent', 'how_content')})度 )"
    rf"(?:均|也|都)?(?:为|是|达到?)?\s*(?P<percent>{PERCENT})",
    re.VERBOSE,
)
MAY_RATE = re.compile("率|度")
IN_TIME = any_of_pattern("text-percent", "in_time")
RATE_OF_WHICH = any_of_pattern("text-percent", "of_which")
OF_WHICH = re.compile(
    r"[^，,。；;]{0,12}[中里](?:已经?|共|的)?有?"
)  # between an amount and one of these: 14个村中有13个
DUE = any_of_pattern("text-percent", "due")
REALLY = any_of_pattern("text-percent", "really")
OF_THOSE_DUE = re.compile(any_of("text-percent", "of_those_due"))
IN_OTHER_WORDS = re.compile(r"\s{0,4}(?:即|也就是|其中)")  # the amounts follow: 办结率95%，即20件中办结19件
Told = list[tuple[str, Amount]]  # amounts with the words before them


def rate_findings(text: Passage, numbers: Sequence[int]) -> Iterator[Finding]:
    """Yield rates (…率…%) that no amount explains, by more than half their last printed digit.

    `numbers` are those of the sentences with percentages and amounts, MOST_AMOUNTS of these at most."""
    for number in numbers if MAY_RATE.search(text.flat) else ():
        yield from _rates(text, text.sentences[number], counts_around(text, number))


def _rates(text: Passage, clauses: Sequence[Clause], around: Sequence[Amount]) -> Iterator[Finding]:
    """留言80条，办结76条，办结率95%: the amounts told with the rate's word, of one before them or of several together."""
    told = [_told(clause) for clause in clauses]
    for place, clause in enumerate(clauses):
        rate = RATE.search(clause.text) if MAY_BE.search(clause.text) else None
        if not rate or BEFORE.search(clause.text) or is_rough(clause.text, *rate.span("percent")):
            continue
        percent = percent_of(rate["percent"])
        if percent.value >= 100 and any(OF_THOSE_DUE.search(one.text) for one in clauses):
            continue
        is_before = place + 1 < len(clauses) and IN_OTHER_WORDS.match(clauses[place + 1].text)
        known = [one for some in told[: None if is_before else place + 1] for one in some]
        yield from _rate(text, clause.start + rate.start(), rate, percent, known, around)


def _told(clause: Clause) -> Told:
    begin, told = 0, []
    for amount in clause.counts:
        told.append((clause.text[begin : amount.end - clause.start], amount))
        begin = amount.end - clause.start
    return told


def _rate(
    text: Passage,
    start: int,
    rate: re.Match[str],
    percent: Percent,
    told: Told,
    around: Sequence[Amount],
) -> Iterator[Finding]:
    parts = (
        _parts_of_rate(text, rate["what"], told, rate["how"] or "")
        if rate["what"]
        else _who_are_content(rate["content"], told)
    )
    wholes = [_before(number, told) for number in parts]
    if len(parts) == 2 and parts[-1] == len(told) - 1 and not wholes[0]:
        if _is_same_twice(rate["what"] or "", told[parts[0]][0], told[parts[1]][0]):
            return
        parts, wholes = parts[1:], wholes[1:]  # 应公开320项，实际公开304项: the last alone is the part
    if not parts or not all(wholes):
        return
    some = [told[number][1] for number in parts]
    fits = any(percent.fits(one.value * 100 / whole) for one, of in zip(some, wholes, strict=True) for whole in of)
    fits = fits or any(percent.fits(value * 100 / whole) for value in _together(some) for whole in wholes[0])
    fits = fits or any(is_share(one, whole, percent) for one in some for whole in wholes_of(one, around))
    if not fits:
        yield share_finding(text, start, rate[0], some[-1], wholes[-1][0], percent)


def _is_same_twice(what: str, first: str, last: str) -> bool:
    """Return whether two amounts are of the thing itself, and none is what was done of it (解读12篇，其中文字解读7篇)."""
    is_thing = bool(what) and re.search(rf"{what}\s?\d+[^\d]*$", first)
    return bool(is_thing and not DUE.search(first) and not REALLY.search(last))


def _together(parts: Sequence[Amount]) -> Iterator[Decimal]:
    """Yield what the first two and more parts are together: 满意150份、基本满意34份."""
    return islice(accumulate(one.value for one in parts), 1, None)


def _parts_of_rate(text: Passage, what: str, told: Told, how: str) -> list[int]:
    """Return the numbers of the amounts told with a rate's word, turned round or not (回收率, 收回282份), or as those of all.

    `how` is what stands before the word and must be told as well: 按时办结8件 is the part of 按时办结率."""
    # 满意度测评 says nothing of how many were content, and 不满意 of those who were not.
    said = re.compile(rf"(?<![不未]){what}(?![度率])|(?<![不未]){what[::-1]}|(?<![不未]){what[0]}\w?{what[1]}")
    parts = [number for number, (words, _) in enumerate(told) if said.search(words) and how in words]
    if parts or len(told) < 2:
        return parts
    if IN_TIME.fullmatch(what):
        return [1] if len(told) == 2 else []
    if not RATE_OF_WHICH.fullmatch(what):
        return []
    one, other = told[-2][1], told[-1][1]
    is_of_it = OF_WHICH.fullmatch(text.flat_from(one.end, other.start - one.end))
    return [len(told) - 1] if is_of_it else []


def _who_are_content(how: str, told: Told) -> list[int]:
    """Return the number of the amount of all that are content: the mark 满意度 is their share only where 基本满意 is counted in."""
    said = re.compile(rf"{how}[^\d，,]{{0,4}}基本{how}")
    return [number for number, (words, _) in enumerate(told) if said.search(words)]


def _before(number: int, told: Told) -> list[Decimal]:
    """Return the amounts before one, and the last few of them together, of which it may be a part."""
    part = told[number][1]
    values = [one.value for _, one in told[:number] if one.unit == part.unit and not one.is_about]
    return [one for one in (*values, *accumulate(reversed(values))) if one >= part.value > 0]
