"""Amounts that a text states, against the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from model.checking.amounts.statements import Statement
from model.checking.language.passages import Passage
from model.checking.language.text_parts import shown, sum_of, whole
from model.findings.finding import WARNING, Edit, Finding
from model.form.form import Form
from model.report.cell_numbers import Number, number_shown


def number_findings(
    text: Passage,
    statements: Sequence[Statement],
    form: Form,
    numbers: Mapping[str, Number],
    printed: Mapping[str, Number],
) -> Iterator[Finding]:
    """Yield statements that are not what the tables say; one that may mean several sums is right if any of them is."""
    both = {**numbers, **printed}
    for statement in statements:
        sums = [sum_of(names, numbers) for names in statement.sums]
        as_printed = [sum_of(names, both) for names in statement.sums] if printed else sums
        if None in sums or statement.value in sums or statement.value in as_printed:
            continue
        yield _number_finding(text, statement, form, numbers)


def _number_finding(text: Passage, statement: Statement, form: Form, numbers: Mapping[str, Number]) -> Finding:
    words = text.text[statement.start : statement.end].strip(" 　，。；")
    tables = "；或".join(_shown_sum(names, form, numbers) for names in statement.sums[:2])
    message = f"{text.place}写的是“{words}”，即 {shown(statement.value)}；表里{tables}。请核对，改文字或改表。"
    own = statement.sums[0]
    mends = _mends(own, statement.value, form, numbers) if len(statement.sums) == 1 else ()
    state = f"{words} {' '.join(str(numbers.get(name)) for names in statement.sums for name in names)}"
    return Finding(
        "text-number", WARNING, (text.name, *own), message,
        possible_fixes=mends, start=statement.start, length=statement.end - statement.start, about=state, kind=state,
    )  # fmt: skip


def _shown_sum(names: Sequence[str], form: Form, numbers: Mapping[str, Number]) -> str:
    if len(names) == 1:
        return f"“{form.label(names[0])}”是 {number_shown(numbers[names[0]])}"
    words = "＋".join(form.label_within(name) for name in names[:3]) + ("＋…" if len(names) > 3 else "")
    return f"“{form.label(names[0]).split(' · ')[0]}”的 {len(names)} 格相加（{words}）是 {number_shown(sum_of(names, numbers))}"


def _mends(names: Sequence[str], value: Decimal, form: Form, numbers: Mapping[str, Number]) -> tuple[Edit, ...]:
    """Return the changes of one cell each that would make a cell, or a total, what the text states."""
    if len(names) != 1:
        return ()
    addends: list[str] = [names[0]]
    while any(form.cells[name].total for name in addends):
        sums = {total.cell: total.addends for total in form.totals}
        addends = [part for name in addends for part in (sums.get(name, (name,)))]
    by = value - numbers[names[0]]
    return tuple(
        Edit(name, whole(numbers[name] + by)) for name in addends if name in numbers and numbers[name] + by >= 0
    )
