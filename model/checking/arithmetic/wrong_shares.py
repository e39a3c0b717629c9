"""What a part may be a share of, and what is told of a percentage that is none of these."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from model.checking.arithmetic.percentages import PERCENT, Percent
from model.checking.language.clauses import Amount
from model.checking.language.passages import Passage
from model.checking.language.text_parts import shown
from model.findings.finding import WARNING, Finding

# 占全年主动公开信息总数410条的45%: the whole stands in it.
OF_WHOLE = re.compile(
    rf"占(?:了|到)?[^，,；;。\d%占]{{0,20}}(?P<whole>(?:\d{{1,3}}(?:,\d{{3}}){{1,2}}|\d{{1,9}}))(?P<unit>[^\d，,；;。%占的]{{1,2}})[^\d，,；;。%占]{{0,6}}?的(?P<percent>{PERCENT})",
    re.VERBOSE,
)


def whole_within(share: re.Match[str], part: Amount) -> Decimal | None:
    """Return the whole that a share names itself, if it is one of that part: 占全年主动公开信息总数410条的45%."""
    if share.re is not OF_WHOLE or part.unit != share["unit"] or part.is_about:
        return None
    whole = Decimal(share["whole"].replace(",", ""))
    return whole if whole >= part.value else None


def wholes_of(part: Amount, amounts: Sequence[Amount]) -> list[Amount]:
    """Return the amounts that a part may be a share of."""
    return [one for one in amounts if one != part and one.unit == part.unit and one.value >= part.value > 0]


def is_share(part: Amount, whole: Amount, percent: Percent) -> bool:
    """Return whether a percentage is right for a part of a whole."""
    return percent.fits(part.value * 100 / whole.value)


def share_finding(text: Passage, start: int, words: str, part: Amount, whole: Decimal, percent: Percent) -> Finding:
    """Return what is told of a percentage, `words` from `start` on, that is not the part's of the whole."""
    value = percent.rounded(part.value * 100 / whole)
    message = f"{text.place}里“{words.strip()}”不对：{shown(part.value)} 占 {shown(whole)} 的 {value}%。请核对。"
    return Finding("text-percent", WARNING, (text.name,), message, start=start, length=len(words),
                   about=f"{part.value} {whole} {words}")  # fmt: skip
