"""Percentages that do not follow from the numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from model.checking.amounts.statements import Statement
from model.checking.amounts.sums import MOST_AMOUNTS, PARTS
from model.checking.language.clauses import Amount, Clause, amounts
from model.checking.language.passages import Passage
from model.checking.language.text_parts import shown, sum_of
from model.checking.language.wording import any_of, words_of
from model.checking.language.years import BEFORE
from model.findings.finding import WARNING, Finding
from model.report.cell_numbers import Number, number_shown

GROWTH = re.compile(
    rf"""
    (?:同比|环比)?
    (?: (?:比|较|与)?(?:上一?年度?|去年)(?:同期)?(?:相比)? )?
    (?P<way>{any_of("text-percent", "up")}|{any_of("text-percent", "down")})(?:了|幅度?为?)?
    \s*(?P<percent>\d+(?:\.\d+)?)%""",
    re.VERBOSE,
)
DOWN = frozenset(words_of("text-percent", "down"))
BEHIND = re.compile(r"[^，,；;（）()]{0,20}[，,（(]?[^，,；;（）()]{0,30}")  # the rest of the clause and the next
FAR = 51  # characters that this is at most
SENTENCE_END = re.compile("[。！？；;\n]")
LAST_YEAR = re.compile(r"[，,（(]\s*(?:上一?年度?|去年)(?:同期)?(?:为|是|有|共|收到)?\s*")
SHARE = re.compile(r"占(?:比|到)?(?P<of>[^，,；;。\d%]{0,14}?)(?:的|为|是)?\s*(?P<percent>\d+(?:\.\d+)?)%")


def percent_findings(text: Passage, statements: Sequence[Statement], last: Mapping[str, Number]) -> Iterator[Finding]:
    """Growth and shares that do not follow from the numbers, by more than half their last printed digit."""
    for statement in statements:
        if statement.amount:
            yield from _growths(text, statement, statement.amount, last)
    if "占" not in text.flat:  # no share is told
        return
    sentences = [_amounts_of(clauses) for clauses in text.sentences]
    for number, clauses in enumerate(text.sentences):
        if len(sentences[number]) <= MOST_AMOUNTS:
            around = [one for near in sentences[max(0, number - 1) : number + 2] for one in near[-MOST_AMOUNTS:]]
            is_of_parts = bool(number and clauses and PARTS.match(clauses[0].text))
            yield from _shares(text, clauses, around, sentences[number - 1][-MOST_AMOUNTS:] if is_of_parts else [])


def _amounts_of(clauses: Sequence[Clause]) -> list[Amount]:
    return [amount for clause in clauses for amount in clause.amounts]


def _growths(text: Passage, statement: Statement, amount: Amount, last: Mapping[str, Number]) -> Iterator[Finding]:
    """Yield what is said right behind an amount of how it has grown."""
    near = text.flat_from(amount.end, FAR)
    behind = BEHIND.match(SENTENCE_END.split(near, maxsplit=1)[0]) if "%" in near else None
    growth = GROWTH.search(behind[0]) if behind else None
    if not growth or not behind:
        return
    told = next(amounts(behind[0][: growth.start()]), None)  # 较2024年的20件下降…
    told = told or _told_behind(text, amount.end + growth.end())
    before = told.value if told else sum_of(statement.sums[0], last) if len(statement.sums) == 1 else None
    if before:
        yield from _growth(text, statement, amount.end + growth.start(), growth, before)


def _told_behind(text: Passage, place: int) -> Amount | None:
    """Last year's amount where it is told right behind the growth (增长40%，上年为7件)."""
    behind = text.flat_from(place, FAR)
    last = LAST_YEAR.match(behind)
    found = next(amounts(behind[last.end() :]), None) if last else None
    return found if last and found and found.start == 0 else None


def _growth(
    text: Passage, statement: Statement, start: int, growth: re.Match[str], before: Number
) -> Iterator[Finding]:
    change = (Decimal(statement.value) - before) * 100 / Decimal(before)
    said = Decimal(growth["percent"]) * (-1 if growth["way"] in DOWN else 1)
    if not _agrees(change, said, growth["percent"]):
        way = "增长" if change >= 0 else "下降"
        message = (
            f"{text.place}里“{growth[0]}”不对：今年 {shown(statement.value)}，上年 {number_shown(before)}，"
            f"应是{way} {_rounded(abs(change), growth['percent'])}%。请核对。"
        )
        yield Finding("text-percent", WARNING, (text.name, *statement.sums[0]), message, start=start, length=len(growth[0]),
                      about=f"{statement.value} {before} {growth[0]}")  # fmt: skip


def _shares(
    text: Passage, clauses: Sequence[Clause], around: Sequence[Amount], before: Sequence[Amount]
) -> Iterator[Finding]:
    """其中…件，占…%: of an amount before it in the sentence, or of any in it and in those beside it (`around`).

    `before` are those of the sentence before, where this one begins with 其中."""
    wholes = list(before)
    part: Amount | None = None
    for clause in clauses:
        share = SHARE.search(clause.text)
        own = [a for a in clause.amounts if not share or a.end <= clause.start + share.start()]
        if own:
            part = own[-1]
        if share and part and wholes and not BEFORE.search(clause.text):
            nearest = _wholes_of(part, wholes)
            if nearest and not any(_is_share(part, whole, share["percent"]) for whole in _wholes_of(part, around)):
                yield _share_finding(text, clause, share, part, nearest[0])
        wholes += own


def _wholes_of(part: Amount, amounts: Sequence[Amount]) -> list[Amount]:
    """Return the amounts that a part may be a share of."""
    return [one for one in amounts if one != part and one.unit == part.unit and one.value >= part.value > 0]


def _is_share(part: Amount, whole: Amount, percent: str) -> bool:
    return _agrees(part.value * 100 / whole.value, Decimal(percent), percent)


def _share_finding(text: Passage, clause: Clause, share: re.Match[str], part: Amount, whole: Amount) -> Finding:
    start, value = clause.start + share.start(), part.value * 100 / whole.value
    message = (
        f"{text.place}里“{share[0].strip()}”不对：{shown(part.value)} 占 {shown(whole.value)} 的 "
        f"{_rounded(value, share['percent'])}%。请核对。"
    )
    return Finding("text-percent", WARNING, (text.name,), message, start=start, length=len(share[0]),
                   about=f"{part.value} {whole.value} {share[0]}")  # fmt: skip


def _agrees(value: Decimal, said: Decimal, printed: str) -> bool:
    places = len(printed.partition(".")[2])
    return abs(value - said) <= Decimal("0.5") * Decimal(10) ** -places + Decimal("1e-9")


def _rounded(value: Decimal, printed: str) -> str:
    return f"{value:.{max(1, len(printed.partition('.')[2]))}f}"
