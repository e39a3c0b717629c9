"""Sums within a sentence: the whole and its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from model.checking.clauses import Amount, Clause, plain
from model.checking.finding import WARNING, Finding
from model.checking.text_parts import Text, shown

TOTAL = re.compile(r"(?:共计|总计|合计|一共|总共|共|累计)(?:为|有)?\s*$")
PARTS = re.compile(r"^\s*(?:其中|包括|分别(?:为|是)?)")
OPEN_END = re.compile(r"等(?:[，,；;。]|$)|等\d|主要|重点|大部分|多数")
NEAR = Decimal("0.8")  # parts that come so near to the whole are meant to be all of it


def sum_findings(text: Text, told: set[int]) -> Iterator[Finding]:
    """Sentences whose parts do not add up; those in which an amount is told already (by their numbers) are left out."""
    for number, clauses in enumerate(text.clauses):
        if number in told:
            continue
        outer = [clause for clause in clauses if clause.depth == 0 and clause.amounts]
        for place, clause in enumerate(outer):
            if PARTS.match(clause.text) and place:
                yield from _parts(text, number, outer[place - 1].amounts[-1], outer[place:])
            elif TOTAL.search(clause.text[: clause.amounts[0].start - clause.start]) and place > 1 and _is_bare(clause):
                yield from _whole_behind(text, clause.amounts[0], [c.amounts[-1] for c in outer[:place]])


def _is_bare(clause: Clause) -> bool:
    """Whether a clause says nothing but 共16件."""
    return (
        len(clause.text.strip(" 。")) - (clause.amounts[0].end - clause.amounts[0].start) <= 3
        and len(clause.amounts) == 1
    )


def _parts(text: Text, number: int, whole: Amount, behind: Sequence[Clause]) -> Iterator[Finding]:
    """共…件，其中…件，…件: the parts are more than the whole, or meant to be all of it and less."""
    parts: list[Amount] = []
    for clause in behind:
        if clause.opener in "；;" and parts:
            break
        parts += [amount for amount in clause.amounts if amount.unit == whole.unit]
    rest = text.text[whole.end : behind[-1].start + len(behind[-1].text) + 1]
    added = sum((part.value for part in parts), Decimal(0))
    if len(parts) < 2 or whole.is_about or any(part.is_about for part in parts) or _is_mixed(text, number, parts):
        return
    is_less = added < whole.value and added >= NEAR * whole.value and not OPEN_END.search(plain(rest))
    if added > whole.value or is_less:
        yield _sum_finding(text, whole, parts, added)


def _is_mixed(text: Text, number: int, parts: Sequence[Amount]) -> bool:
    """Whether some parts are known by one way of counting and others not: they may overlap."""
    known = {statement.amount: bool(statement.columns) for statement in text.statements if statement.sentence == number}
    return len({known.get(part) for part in parts}) > 1


def _whole_behind(text: Text, whole: Amount, before: Sequence[Amount]) -> Iterator[Finding]:
    """…件，…件，共…件: no run of at least two amounts right before gives the whole."""
    same = []
    for amount in reversed(before):
        if amount.unit != whole.unit or amount.is_about:
            break
        same.append(amount)
    sums = [sum((part.value for part in same[:count]), Decimal(0)) for count in range(2, len(same) + 1)]
    if sums and whole.value not in sums and (sums[-1] > whole.value or sums[-1] >= NEAR * whole.value):
        parts = list(reversed(same))
        yield _sum_finding(text, whole, parts, sums[-1])


def _sum_finding(text: Text, whole: Amount, parts: Sequence[Amount], added: Decimal) -> Finding:
    start, end = min(whole.start, parts[0].start), max(whole.end, parts[-1].end)
    words = "＋".join(shown(part.value) for part in parts)
    message = (
        f"{text.place}里“{text.text[whole.start : whole.end]}”与它的各项对不上：{words}＝{shown(added)}。请核对这一句。"
    )
    return Finding(
        "text-sum", WARNING, (text.name,), message, start=start, length=end - start, about=text.text[start:end]
    )
