"""Shares that do not follow from the amounts in their sentence and beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from model.checking.arithmetic.listed_shares import each_of_list, of_several
from model.checking.arithmetic.percentages import MAY_BE, PERCENT, Percent, is_rough, percent_of
from model.checking.arithmetic.sums import MOST_AMOUNTS, PARTS
from model.checking.arithmetic.wrong_shares import OF_WHOLE, share_finding, whole_within, wholes_of
from model.checking.language.clauses import Amount, Clause
from model.checking.language.passages import Passage
from model.checking.language.wording import any_of
from model.checking.language.years import BEFORE
from model.findings.finding import Finding

SHARE = re.compile(rf"占(?:比|到)?(?P<of>[^，,；;。\d%占]{{0,14}}?)(?:的|为|是)?\s*(?P<percent>{PERCENT})", re.VERBOSE)
EACH = re.compile("分别|各")  # 分别占20%、30%和50%
ANOTHER = re.compile(rf"[、和与]{PERCENT}", re.VERBOSE)
NEXT = 12  # characters behind a share in which the next one begins
BRACKETS = ("（", "(")
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
    told: list[Share] = []
    for clause, found, known, is_within in _places(clauses, before):
        words, percent = clause.text[: found.start()], percent_of(found["percent"])
        if _is_of_list(text, clause, found):
            yield from each_of_list(text, clause.start + found.start("percent"), known, around)
        elif TOGETHER.search(words):
            yield from of_several(text, clause, found, known, around)
        elif known and (whole := whole_within(found, known[-1])):
            if not percent.fits(known[-1].value * 100 / whole):
                yield share_finding(text, clause.start + found.start(), found[0], known[-1], whole, percent)
        elif known:
            start, is_bare = clause.start + found.start(), found.re is BARE
            told.append(Share(found[0], start, percent, known[-1], tuple(known), is_within, is_bare))
    yield from _unexplained(text, told, around, totals)


def _is_of_list(text: Passage, clause: Clause, share: re.Match[str]) -> bool:
    """Return whether a share is the first of several: 分别占20%、30%和50%; 占比为20%、80%."""
    words = clause.text[max(0, share.start() - 2) : share.start("percent")]
    behind = text.flat_from(clause.start + share.end(), NEXT)
    return bool(EACH.search(words) or ANOTHER.match(behind))


def _places(
    clauses: Sequence[Clause], before: Sequence[Amount]
) -> Iterator[tuple[Clause, re.Match[str], Sequence[Amount], bool]]:
    """Yield the clauses that tell a share, it, and all amounts told up to it, the last of which is its part.

    And whether that is told as one within another."""
    known = list(before)
    is_within = False
    for clause in clauses:
        share = _share_in(clause)
        own = [one for one in clause.counts if not share or one.end <= clause.start + _end_of_parts(clause, share)]
        known += own
        if own:
            is_within = bool(WITHIN.search(clause.text))
        if share and not BEFORE.search(clause.text) and not is_rough(clause.text, *share.span("percent")):
            own_words = clause.text[: _end_of_parts(clause, share)]
            if own or not NAMES_ITS_OWN.match(own_words):  # 无法提供的占20%，共6件: its part stands behind it
                yield clause, share, tuple(known), is_within


def _end_of_parts(clause: Clause, share: re.Match[str]) -> int:
    """Return where in a clause the amounts before a share end; 两项 in 两项占50% is none of them."""
    together = TOGETHER.search(clause.text[: share.start()])
    return together.start() if together else share.start()


def _share_in(clause: Clause) -> re.Match[str] | None:
    """Return the share that a clause tells, with the whole behind it where that stands there."""
    if not MAY_BE.search(clause.text):
        return None
    bare = BARE.fullmatch(clause.text) if clause.opener in BRACKETS else None
    return OF_WHOLE.search(clause.text) or SHARE.search(clause.text) or bare


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
