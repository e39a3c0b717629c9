"""Shares of several amounts: 分别占20%、30%和50% of each, 合计占20% of all together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from model.checking.arithmetic.percentages import PERCENT, Percent, percent_of
from model.checking.arithmetic.wrong_shares import share_finding, whole_within
from model.checking.language.clauses import Amount, Clause
from model.checking.language.passages import Passage
from model.findings.finding import Finding

LIST = re.compile(rf"{PERCENT}(?:[、，,和及与]{{1,2}}{PERCENT}){{1,9}}", re.VERBOSE)
ONE = re.compile(PERCENT, re.VERBOSE)
LONGEST_LIST = 120


def of_several(
    text: Passage, clause: Clause, share: re.Match[str], before: Sequence[Amount], around: Sequence[Amount]
) -> Iterator[Finding]:
    """企业3件、其他组织1件，两者共占20%: the last two or more amounts together, of any other one."""
    units = [one for one in before if one.unit == before[-1].unit and not one.is_about] if before else []
    parts = list(accumulate(one.value for one in reversed(units)))[1:]
    named = whole_within(share, units[-1]) if units else None
    wholes = [named] if named else [one.value for one in around if one.unit == units[-1].unit] if units else []
    percent = percent_of(share["percent"])
    pairs = [(part, whole) for part in parts for whole in wholes if whole >= part > 0]
    if pairs and not any(percent.fits(part * 100 / whole) for part, whole in pairs):
        part, whole = pairs[0]
        yield share_finding(
            text, clause.start + share.start(), share[0], units[-1]._replace(value=part), whole, percent
        )


def each_of_list(text: Passage, place: int, before: Sequence[Amount], around: Sequence[Amount]) -> Iterator[Finding]:
    """2件、3件、5件，分别占20%、30%、50%: the amounts right before, in their order, of one whole or of all of them."""
    found = LIST.match(text.flat_from(place, LONGEST_LIST))
    percents = [percent_of(one[0]) for one in ONE.finditer(found[0])] if found else []
    parts = before[-len(percents) :] if percents else []
    if not found or len(parts) < len(percents) or len({part.unit for part in parts}) > 1:
        return
    others = [one.value for one in around if one not in parts and one.unit == parts[0].unit]
    together = sum((part.value for part in parts), Decimal(0))
    wholes = [one for one in (*others, together) if one >= max(part.value for part in parts) > 0]
    wrong = [_first_wrong(parts, percents, whole) for whole in wholes]
    if wrong and None not in wrong:
        number = wrong[-1] or 0
        yield share_finding(text, place, found[0], parts[number], wholes[-1], percents[number])


def _first_wrong(parts: Sequence[Amount], percents: Sequence[Percent], whole: Decimal) -> int | None:
    pairs = enumerate(zip(parts, percents, strict=True))
    return next((n for n, (part, said) in pairs if not said.fits(part.value * 100 / whole)), None)
