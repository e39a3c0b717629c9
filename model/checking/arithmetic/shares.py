"""Shares that do not follow from the amounts in their sentence and beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from model.checking.arithmetic.percentages import MAY_BE, PERCENT, Percent, is_rough, percent_of
from model.checking.arithmetic.sums import MOST_AMOUNTS, PARTS
from model.checking.language.clauses import Amount, Clause
from model.checking.language.passages import Passage
from model.checking.language.text_parts import shown
from model.checking.language.wording import any_of
from model.checking.language.years import BEFORE
from model.findings.finding import WARNING, Finding

SHARE = re.compile(rf"占(?:比|到)?(?P<of>[^，,；;。\d%占]{{0,14}}?)(?:的|为|是)?\s*(?P<percent>{PERCENT})", re.VERBOSE)
# 占全年主动公开信息总数410条的45%: the whole stands in it.
OF_WHOLE = re.compile(
    rf"占(?:了|到)?[^，,；;。\d%占]{{0,20}}(?P<whole>(?:\d{{1,3}}(?:,\d{{3}}){{1,2}}|\d{{1,9}}))(?P<unit>[^\d，,；;。%占的]{{1,2}})[^\d，,；;。%占]{{0,6}}?的(?P<percent>{PERCENT})",
    re.VERBOSE,
)
EACH = re.compile("分别|各")  # 分别占20%、30%和50%
LIST = re.compile(rf"{PERCENT}(?:[、，,和及与]{{1,2}}{PERCENT}){{1,9}}", re.VERBOSE)
ONE = re.compile(PERCENT, re.VERBOSE)
BRACKETS = ("（", "(")
LONGEST_LIST = 120
TOGETHER = re.compile(rf"(?:{any_of('text-percent', 'together')})(?:约|各)?\s{{0,4}}$")  # 合计占总数80条的50%
BARE = re.compile(rf"(?P<percent>{PERCENT})", re.VERBOSE)  # 自然人54件（90%）
NAMES_ITS_OWN = re.compile(r"\s{0,4}(?!其中|分别|[约共合均也仅只各]|大[约概])[\u4e00-\u9fff]{2}")
WITHIN = re.compile("[中里]")  # 民生类中社保126条: of what was told right before it


class Share(NamedTuple):
    """A share as it is written, from `start` on, with its part and the amounts before it; `is_within`: of one of these.

    `is_bare`: nothing but its brackets says that it is a share."""

    words: str
    start: int
    percent: Percent
    part: Amount
    before: tuple[Amount, ...]
    is_within: bool
    is_bare: bool = False


def share_findings(
    text: Passage, numbers: Sequence[int], totals: Mapping[Amount, Sequence[Decimal]]
) -> Iterator[Finding]:
    """Yield shares (占…%) that no amount explains, by more than half their last printed digit.

    `numbers` are those of the sentences with percentages and amounts, MOST_AMOUNTS of these at most; `totals` are what the
    tables have of all that an amount may be a share of."""
    for number in numbers:
        clauses = text.sentences[number]
        is_of_parts = bool(number and PARTS.match(clauses[0].text))
        before = counts_of(text, number - 1)[-MOST_AMOUNTS:] if is_of_parts else []
        yield from _shares(text, clauses, counts_around(text, number), before, totals)


def counts_of(text: Passage, number: int) -> list[Amount]:
    """Return the amounts in a sentence."""
    return [one for clause in text.sentences[number] for one in clause.counts]


def counts_around(text: Passage, number: int) -> list[Amount]:
    """Return the amounts in a sentence and in those beside it, of each the last ones."""
    near = range(max(0, number - 1), min(number + 2, len(text.sentences)))
    return [one for place in near for one in counts_of(text, place)[-MOST_AMOUNTS:]]


def _shares(
    text: Passage,
    clauses: Sequence[Clause],
    around: Sequence[Amount],
    before: Sequence[Amount],
    totals: Mapping[Amount, Sequence[Decimal]],
) -> Iterator[Finding]:
    """其中…件，占…%: of an amount before it in the sentence, or of any in it and in those beside it (`around`).

    `before` are those of the sentence before, where this one begins with 其中."""
    wholes = list(before)
    told: list[Share] = []
    part: Amount | None = None
    is_within = False
    for clause in clauses:
        share = _share_in(clause)
        own = [a for a in clause.counts if not share or a.end <= clause.start + share.start()]
        if share and not own and NAMES_ITS_OWN.match(clause.text[: share.start()]):
            continue  # 无法提供的占20%，共6件: the part stands behind it
        if own:
            part, is_within = own[-1], bool(WITHIN.search(clause.text))
        if share and not BEFORE.search(clause.text) and not is_rough(clause.text, *share.span("percent")):
            start, percent = clause.start + share.start(), percent_of(share["percent"])
            if EACH.search(clause.text[max(0, share.start() - 2) : share.start("percent")]):
                yield from _listed(text, clause.start + share.start("percent"), [*wholes, *own], around)
            elif TOGETHER.search(clause.text[: share.start()]):
                yield from _of_several(text, clause, share, [*wholes, *own], around)
            elif part and not (whole := _whole_within(share, part, clause)):
                is_bare = share.re is BARE
                told.append(Share(share[0], start, percent, part, tuple(wholes), is_within, is_bare))
            elif part and whole and not percent.fits(part.value * 100 / whole):
                yield share_finding(text, start, share[0], part, whole, percent)
        wholes += own
    yield from _unexplained(text, told, around, totals)


def _share_in(clause: Clause) -> re.Match[str] | None:
    """Return the share that a clause tells, with the whole behind it where that stands there."""
    if not MAY_BE.search(clause.text):
        return None
    bare = BARE.fullmatch(clause.text) if clause.opener in BRACKETS else None
    return OF_WHOLE.search(clause.text) or SHARE.search(clause.text) or bare


def _whole_within(share: re.Match[str], part: Amount, clause: Clause) -> Decimal | None:
    """Return the whole that a share names itself, if it is one of that part: 占全年主动公开信息总数410条的45%."""
    if share.re is not OF_WHOLE or part.unit != share["unit"] or part.is_about:
        return None
    whole = Decimal(share["whole"].replace(",", ""))
    return whole if whole >= part.value else None


def _of_several(
    text: Passage, clause: Clause, share: re.Match[str], before: Sequence[Amount], around: Sequence[Amount]
) -> Iterator[Finding]:
    """企业3件、其他组织1件，两者共占20%: the last two or more amounts together, of any other one."""
    units = [one for one in before if one.unit == before[-1].unit and not one.is_about] if before else []
    parts = list(accumulate(one.value for one in reversed(units)))[1:]
    named = _whole_within(share, units[-1], clause) if units else None
    wholes = [named] if named else [one.value for one in around if one.unit == units[-1].unit] if units else []
    percent = percent_of(share["percent"])
    pairs = [(part, whole) for part in parts for whole in wholes if whole >= part > 0]
    if pairs and not any(percent.fits(part * 100 / whole) for part, whole in pairs):
        part, whole = pairs[0]
        yield share_finding(
            text, clause.start + share.start(), share[0], units[-1]._replace(value=part), whole, percent
        )


def _unexplained(
    text: Passage, told: Sequence[Share], around: Sequence[Amount], totals: Mapping[Amount, Sequence[Decimal]]
) -> Iterator[Finding]:
    """Yield the shares of a sentence that are of nothing. One part is no whole of the next, but all of them together may be.

    A bare one is looked at only beside another that is a share."""
    wrong: list[tuple[Share, Decimal]] = []
    for share in told:
        values = _wholes_for(share, told, around, totals.get(share.part, ()))
        if values and not any(share.percent.fits(share.part.value * 100 / whole) for whole in values):
            wrong.append((share, values[0]))
    is_share = len(wrong) < len(told) or not any(share.is_bare for share in told)
    for share, whole in wrong if is_share else ():
        yield share_finding(text, share.start, share.words, share.part, whole, share.percent)


def _wholes_for(
    share: Share, told: Sequence[Share], around: Sequence[Amount], totals: Sequence[Decimal]
) -> list[Decimal]:
    """Return what a share may be of, the nearest first; nothing where its sentence has no whole, nor the tables (`totals`)."""
    parts = {one.part for one in told}
    nearest = [one.value for one in wholes_of(share.part, share.before) if one not in parts]
    together = _all_together(told, share.part.unit)
    known = [whole for whole in totals if whole >= share.part.value > 0]
    if not nearest and not together and not known:
        return []
    others = [one.value for one in wholes_of(share.part, around) if share.is_within or one not in parts]
    return [*nearest[:1], *([together] if together else []), *known, *others]


def _all_together(told: Sequence[Share], unit: str) -> Decimal:
    """Return what the parts with shares add up to, if some of the shares are of that; 0 if not."""
    parts = {share.part: share.percent for share in told if share.part.unit == unit}
    whole = sum((part.value for part in parts), Decimal(0))
    is_meant = len(parts) > 1 and any(
        percent.fits(part.value * 100 / whole) for part, percent in parts.items() if whole
    )
    return whole if is_meant else Decimal(0)


def _listed(text: Passage, place: int, before: Sequence[Amount], around: Sequence[Amount]) -> Iterator[Finding]:
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
