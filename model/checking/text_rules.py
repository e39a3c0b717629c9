"""Texts against tables: amounts, sums within a sentence, and percentages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from model.checking.clauses import Amount, Clause, plain, sentences
from model.checking.finding import WARNING, Edit, Finding
from model.checking.statements import Statement
from model.form import Form
from model.numbers import Number, number_shown

TOTAL = re.compile(r"(?:共计|总计|合计|一共|总共|共|累计)(?:为|有)?\s*$")
PARTS = re.compile(r"^\s*(?:其中|包括|分别(?:为|是)?)")
OPEN_END = re.compile(r"等(?:[，,；;。]|$)|等\d|主要|重点|大部分|多数")
NEAR = Decimal("0.8")  # parts that come so near to the whole are meant to be all of it
GROWTH = re.compile(
    r"(?:同比|环比)?(?:(?:比|较|与)?(?:上一?年度?|去年)(?:同期)?(?:相比)?)?(?P<way>增长|增加|上升|提高|下降|减少|降低)(?:了|幅度?为?)?\s*(?P<percent>\d+(?:\.\d+)?)%"
)
DOWN = frozenset(["下降", "减少", "降低"])
SHARE = re.compile(r"占(?:比)?(?P<of>[^，,；;。\d%]{0,14}?)(?:的|为|是)?\s*(?P<percent>\d+(?:\.\d+)?)%")


@dataclass(frozen=True)
class Text:
    """A text with all that is known of it: its name, the words for its place, its sentences and its statements."""

    name: str
    place: str
    text: str
    statements: Sequence[Statement]
    clauses: Sequence[Sequence[Clause]]


def text_of(name: str, place: str, text: str, found: Sequence[Statement]) -> Text:
    """A text taken apart for the rules."""
    return Text(name, place, text, found, list(sentences(plain(text))))


def number_findings(
    text: Text, form: Form, numbers: Mapping[str, Number], printed: Mapping[str, Number]
) -> Iterator[Finding]:
    """Statements that are not what the tables say; one that may mean several sums is right if any of them is."""
    for statement in text.statements:
        sums = [_sum(names, numbers) for names in statement.sums]
        shown = [_sum(names, {**numbers, **printed}) for names in statement.sums] if printed else sums
        if None in sums or statement.value in sums or statement.value in shown:
            continue
        yield _number_finding(text, statement, form, numbers)


def _sum(names: Sequence[str], numbers: Mapping[str, Number]) -> Number | None:
    found = [numbers.get(name) for name in names]
    return None if None in found else sum(number for number in found if number is not None)


def _number_finding(text: Text, statement: Statement, form: Form, numbers: Mapping[str, Number]) -> Finding:
    words = text.text[statement.start : statement.end].strip(" 　，。；")
    tables = "；或".join(_shown_sum(names, form, numbers) for names in statement.sums[:2])
    message = f"{text.place}写的是“{words}”，即 {_plain(statement.value)}；表里{tables}。请核对，改文字或改表。"
    own = statement.sums[0]
    mends = _mends(own, statement.value, form, numbers) if len(statement.sums) == 1 else ()
    state = f"{words} {' '.join(str(numbers.get(name)) for names in statement.sums for name in names)}"
    return Finding(
        "text-number", WARNING, (text.name, *own), message,
        may_mend=mends, start=statement.start, length=statement.end - statement.start, about=state,
    )  # fmt: skip


def _shown_sum(names: Sequence[str], form: Form, numbers: Mapping[str, Number]) -> str:
    if len(names) == 1:
        return f"“{form.label(names[0])}”是 {number_shown(numbers[names[0]])}"
    words = "＋".join(form.label(name).split(" · ", 1)[-1] for name in names[:3]) + ("＋…" if len(names) > 3 else "")
    return f"“{form.label(names[0]).split(' · ')[0]}”的 {len(names)} 格相加（{words}）是 {number_shown(_sum(names, numbers))}"


def _mends(names: Sequence[str], value: Decimal, form: Form, numbers: Mapping[str, Number]) -> tuple[Edit, ...]:
    """The changes of one cell each that would make a cell, or a total, what the text states."""
    if len(names) != 1:
        return ()
    addends: list[str] = [names[0]]
    while any(form.cells[name].total for name in addends):
        sums = {total.cell: total.addends for total in form.totals}
        addends = [part for name in addends for part in (sums.get(name, (name,)))]
    by = value - numbers[names[0]]
    return tuple(
        Edit(name, _whole(numbers[name] + by)) for name in addends if name in numbers and numbers[name] + by >= 0
    )


def _whole(number: Number) -> Number:
    return int(number) if number == int(number) else number


def sum_findings(text: Text, told: set[int]) -> Iterator[Finding]:
    """Sentences whose parts do not add up; those in which an amount is told already (by their numbers) are left out."""
    for number, clauses in enumerate(text.clauses):
        if number in told:
            continue
        outer = [clause for clause in clauses if clause.depth == 0 and clause.amounts]
        for place, clause in enumerate(outer):
            if PARTS.match(clause.text) and place:
                yield from _parts(text, number, outer[place - 1].amounts[-1], outer[place:], clauses)
            elif TOTAL.search(clause.text[: clause.amounts[0].start - clause.start]) and place > 1 and _is_bare(clause):
                yield from _whole_behind(text, clause.amounts[0], [c.amounts[-1] for c in outer[:place]])


def _is_bare(clause: Clause) -> bool:
    """Whether a clause says nothing but 共16件."""
    return (
        len(clause.text.strip(" 。")) - (clause.amounts[0].end - clause.amounts[0].start) <= 3
        and len(clause.amounts) == 1
    )


def _parts(
    text: Text, number: int, whole: Amount, behind: Sequence[Clause], all_clauses: Sequence[Clause]
) -> Iterator[Finding]:
    """共…件，其中…件，…件: the parts are more than the whole, or meant to be all of it and less."""
    parts: list[Amount] = []
    for clause in behind:
        if clause.opener in "；;" and parts:
            break
        parts += [amount for amount in clause.amounts if amount.unit == whole.unit]
    rest = text.text[whole.end : behind[-1].start + len(behind[-1].text) + 1]
    kinds = {bool(statement.rows), bool(statement.columns)} if (statement := _at(text, parts)) else set()
    added = sum((part.value for part in parts), Decimal(0))
    if (
        len(parts) < 2
        or whole.is_about
        or any(part.is_about for part in parts)
        or _is_mixed(text, number, parts)
        or kinds == {None}
    ):
        return
    is_less = added < whole.value and added >= NEAR * whole.value and not OPEN_END.search(plain(rest))
    if added > whole.value or is_less:
        yield _sum_finding(text, whole, parts, added)


def _at(text: Text, parts: Sequence[Amount]) -> Statement | None:
    return next((s for s in text.statements if parts and s.amount == parts[0]), None)


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
    if sums and whole.value not in sums:
        parts = list(reversed(same))
        yield _sum_finding(text, whole, parts, sums[-1])


def _sum_finding(text: Text, whole: Amount, parts: Sequence[Amount], added: Decimal) -> Finding:
    start, end = min(whole.start, parts[0].start), max(whole.end, parts[-1].end)
    words = "＋".join(_plain(part.value) for part in parts)
    message = f"{text.place}里“{text.text[whole.start : whole.end]}”与它的各项对不上：{words}＝{_plain(added)}。请核对这一句。"
    return Finding(
        "text-sum", WARNING, (text.name,), message, start=start, length=end - start, about=text.text[start:end]
    )


def percent_findings(text: Text, last: Mapping[str, Number]) -> Iterator[Finding]:
    """Growth and shares that do not follow from the numbers, by more than half their last printed digit."""
    flat = plain(text.text)
    for statement in text.statements:
        if statement.amount is None:
            continue
        end = _sentence_end(flat, statement.end)
        growth = GROWTH.match(flat[statement.end : end].lstrip(" ，,（(")) or GROWTH.search(
            flat[statement.amount.end : statement.end]
        )
        before = _sum(statement.sums[0], last) if len(statement.sums) == 1 else None
        if growth and before:
            yield from _growth(text, statement, flat, growth, before)
    for clauses in text.clauses:
        yield from _shares(text, clauses, flat)


def _growth(text: Text, statement: Statement, flat: str, growth: re.Match[str], before: Number) -> Iterator[Finding]:
    change = (Decimal(statement.value) - before) * 100 / Decimal(before)
    said = Decimal(growth["percent"]) * (-1 if growth["way"] in DOWN else 1)
    if not _agrees(change, said, growth["percent"]):
        start = flat.index(growth[0], statement.amount.end if statement.amount else statement.start)
        way = "增长" if change >= 0 else "下降"
        message = (
            f"{text.place}里“{growth[0]}”不对：今年 {_plain(statement.value)}，上年 {number_shown(before)}，"
            f"应是{way} {_rounded(abs(change), growth['percent'])}%。"
        )
        yield Finding("text-percent", WARNING, (text.name, *statement.sums[0]), message, start=start, length=len(growth[0]),
                      about=f"{statement.value} {before} {growth[0]}")  # fmt: skip


def _shares(text: Text, clauses: Sequence[Clause], flat: str) -> Iterator[Finding]:
    """其中…件，占…%: of the amount that the sentence, or the clause before 其中, gives as the whole."""
    wholes: list[Amount] = []
    part: Amount | None = None
    for clause in clauses:
        share = SHARE.search(clause.text)
        own = [a for a in clause.amounts if not share or a.end <= clause.start + share.start()]
        if own:
            part = own[-1]
        if share and part and wholes:
            others = [
                whole for whole in wholes if whole != part and whole.unit == part.unit and whole.value >= part.value > 0
            ]
            values = [part.value * 100 / whole.value for whole in others if whole.value]
            said = Decimal(share["percent"])
            if values and not any(_agrees(value, said, share["percent"]) for value in values):
                start = clause.start + share.start()
                message = (
                    f"{text.place}里“{share[0].strip()}”不对：{_plain(part.value)} 占 {_plain(others[0].value)} 的 "
                    f"{_rounded(values[0], share['percent'])}%。"
                )
                yield Finding("text-percent", WARNING, (text.name,), message, start=start, length=len(share[0]),
                              about=f"{part.value} {others[0].value} {share[0]}")  # fmt: skip
        wholes += own
    return


def _agrees(value: Decimal, said: Decimal, printed: str) -> bool:
    places = len(printed.partition(".")[2])
    return abs(value - said) <= Decimal("0.5") * Decimal(10) ** -places + Decimal("1e-9")


def _rounded(value: Decimal, printed: str) -> str:
    return f"{value:.{max(1, len(printed.partition('.')[2]))}f}"


def _sentence_end(flat: str, start: int) -> int:
    found = re.search("[。！？；;\n]", flat[start:])
    return start + found.start() if found else len(flat)


def _plain(value: Decimal) -> str:
    return number_shown(_whole(value))
