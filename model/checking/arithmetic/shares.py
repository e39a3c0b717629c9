"""Shares and rates that do not follow from the amounts in their sentence and beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from model.checking.arithmetic.percentages import MAY_BE, PERCENT, Percent, is_rough, percent_of
from model.checking.arithmetic.sums import MOST_AMOUNTS, PARTS
from model.checking.language.clauses import Amount, Clause
from model.checking.language.passages import Passage
from model.checking.language.text_parts import shown
from model.checking.language.wording import any_of
from model.checking.language.years import BEFORE
from model.findings.finding import WARNING, Finding

SHARE = re.compile(rf"占(?:比|到)?(?P<of>[^，,；;。\d%占]{{0,14}}?)(?:的|为|是)?\s*(?P<percent>{PERCENT})", re.VERBOSE)
EACH = re.compile("分别|各")  # 分别占20%、30%和50%
LIST = re.compile(rf"{PERCENT}(?:[、，,和及与]{{1,2}}{PERCENT}){{1,9}}", re.VERBOSE)
ONE = re.compile(PERCENT, re.VERBOSE)
LONGEST_LIST = 120
RATE = re.compile(
    rf"(?P<what>[\u4e00-\u9fff]{{2}})率(?:均|也|都)?(?:为|是|达到?)?\s*(?P<percent>{PERCENT})", re.VERBOSE
)
OF_THOSE_DUE = re.compile(any_of("text-percent", "of_those_due"))


def share_findings(text: Passage, numbers: Sequence[int]) -> Iterator[Finding]:
    """Yield shares (占…%) and rates (…率…%) that no amount explains, by more than half their last printed digit.

    `numbers` are those of the sentences with percentages, as sentences_with_some gives them."""
    has_share, has_rate = "占" in text.flat, "率" in text.flat
    if not has_share and not has_rate:
        return
    sentences = [[one for clause in clauses for one in clause.counts] for clauses in text.sentences]
    for number in numbers:
        clauses = text.sentences[number]
        if not 0 < len(sentences[number]) <= MOST_AMOUNTS:
            continue
        around = [one for near in sentences[max(0, number - 1) : number + 2] for one in near[-MOST_AMOUNTS:]]
        if has_share:
            is_of_parts = bool(number and PARTS.match(clauses[0].text))
            yield from _shares(text, clauses, around, sentences[number - 1][-MOST_AMOUNTS:] if is_of_parts else [])
        if has_rate:
            yield from _rates(text, clauses, around)


def _shares(
    text: Passage, clauses: Sequence[Clause], around: Sequence[Amount], before: Sequence[Amount]
) -> Iterator[Finding]:
    """其中…件，占…%: of an amount before it in the sentence, or of any in it and in those beside it (`around`).

    `before` are those of the sentence before, where this one begins with 其中."""
    wholes = list(before)
    part: Amount | None = None
    for clause in clauses:
        share = SHARE.search(clause.text) if MAY_BE.search(clause.text) else None
        own = [a for a in clause.counts if not share or a.end <= clause.start + share.start()]
        if own:
            part = own[-1]
        if share and not BEFORE.search(clause.text) and not is_rough(clause.text, *share.span("percent")):
            if EACH.search(clause.text[max(0, share.start() - 2) : share.start("percent")]):
                yield from _listed(text, clause.start + share.start("percent"), [*wholes, *own], around)
            elif part and (nearest := _wholes_of(part, wholes)):
                start, percent = clause.start + share.start(), percent_of(share["percent"])
                if not any(_is_share(part, whole, percent) for whole in _wholes_of(part, around)):
                    yield _finding(text, start, share[0], part, nearest[0].value, percent)
        wholes += own


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
        yield _finding(text, place, found[0], parts[number], wholes[-1], percents[number])


def _first_wrong(parts: Sequence[Amount], percents: Sequence[Percent], whole: Decimal) -> int | None:
    pairs = enumerate(zip(parts, percents, strict=True))
    return next((n for n, (part, said) in pairs if not said.fits(part.value * 100 / whole)), None)


def _rates(text: Passage, clauses: Sequence[Clause], around: Sequence[Amount]) -> Iterator[Finding]:
    """留言80条，办结76条，办结率95%: the amounts told with the rate's word, of one before them or of several together."""
    told: list[tuple[str, Amount]] = []
    for clause in clauses:
        begin = 0
        for amount in clause.counts:
            told.append((clause.text[begin : amount.end - clause.start], amount))
            begin = amount.end - clause.start
        rate = RATE.search(clause.text) if "率" in clause.text and MAY_BE.search(clause.text) else None
        if not rate or BEFORE.search(clause.text) or is_rough(clause.text, *rate.span("percent")):
            continue
        percent = percent_of(rate["percent"])
        if percent.value >= 100 and any(OF_THOSE_DUE.search(one.text) for one in clauses):
            continue
        yield from _rate(text, clause.start + rate.start(), rate, percent, told, around)


def _rate(
    text: Passage,
    start: int,
    rate: re.Match[str],
    percent: Percent,
    told: Sequence[tuple[str, Amount]],
    around: Sequence[Amount],
) -> Iterator[Finding]:
    parts = [number for number, (words, _) in enumerate(told) if rate["what"] in words]
    wholes = [_before(number, told) for number in parts]
    if not parts or not all(wholes):
        return
    some = [told[number][1] for number in parts]
    fits = any(percent.fits(one.value * 100 / whole) for one, of in zip(some, wholes, strict=True) for whole in of)
    fits = fits or any(_is_share(one, whole, percent) for one in some for whole in _wholes_of(one, around))
    if not fits:
        yield _finding(text, start, rate[0], some[-1], wholes[-1][0], percent)


def _before(number: int, told: Sequence[tuple[str, Amount]]) -> list[Decimal]:
    """Return the amounts before one, and the last few of them together, of which it may be a part."""
    part = told[number][1]
    values = [one.value for _, one in told[:number] if one.unit == part.unit and not one.is_about]
    return [one for one in (*values, *accumulate(reversed(values))) if one >= part.value > 0]


def _wholes_of(part: Amount, amounts: Sequence[Amount]) -> list[Amount]:
    """Return the amounts that a part may be a share of."""
    return [one for one in amounts if one != part and one.unit == part.unit and one.value >= part.value > 0]


def _is_share(part: Amount, whole: Amount, percent: Percent) -> bool:
    return percent.fits(part.value * 100 / whole.value)


def _finding(text: Passage, start: int, words: str, part: Amount, whole: Decimal, percent: Percent) -> Finding:
    value = percent.rounded(part.value * 100 / whole)
    message = f"{text.place}里“{words.strip()}”不对：{shown(part.value)} 占 {shown(whole)} 的 {value}%。请核对。"
    return Finding("text-percent", WARNING, (text.name,), message, start=start, length=len(words),
                   about=f"{part.value} {whole} {words}")  # fmt: skip
