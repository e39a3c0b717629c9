"""Amounts that a text states, against the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from model.checking.amounts.statement import AT_LEAST, Statement
from model.checking.language.passages import Passage
from model.checking.language.text_parts import shown, sum_of, whole
from model.findings.finding import HINT, WARNING, Edit, Finding
from model.form.form import Form
from model.report.cell_numbers import Number, number_shown


def number_findings(
    text: Passage,
    statements: Sequence[Statement],
    form: Form,
    numbers: Mapping[str, Number],
    printed: Mapping[str, Number],
) -> Iterator[Finding]:
    """Yield statements that are not what the tables say; one that may mean several sums is right if any of them is.

    A number over cells none of which is filled in is a hint, as all that is blank is: on paper they will say 0."""
    both, told = {**numbers, **printed}, set[int]()
    wrong = set[tuple[object, ...]]()  # what has been told, so that it is told once in a sentence
    for statement in sorted(_apart(statements, numbers), key=lambda one: one.is_of_others):
        sums = [sum_of(names, numbers) for names in statement.sums]
        as_printed = [sum_of(names, both) for names in statement.sums] if printed else sums
        less = sum_of(statement.without, numbers)
        if any(statement.fits(value, less) for value in (*sums, *as_printed)):
            if statement.is_first and not statement.fits(sums[0], less):
                yield _unclear_finding(text, statement, form, numbers)
            continue
        if (said := (statement.sentence, statement.sums, statement.value)) in wrong:
            continue
        wrong.add(said)
        follows = statement.most == AT_LEAST or statement.is_of_others
        if follows and statement.sentence in told:
            continue  # from what is wrong already
        told.add(statement.sentence)
        if None not in sums:
            yield _number_finding(text, statement, form, numbers)
        elif statement.value and not any(_inputs(form, names).keys() & numbers.keys() for names in statement.sums):
            yield _blank_finding(text, statement, form)


def _apart(statements: Sequence[Statement], numbers: Mapping[str, Number]) -> Iterator[Statement]:
    """Yield the statements, less those of the same cells in a sentence that are right together (1件予以公开，另2件予以公开)."""
    same = dict[tuple[object, ...], list[Statement]]()
    for one in statements:
        same.setdefault((one.sentence, one.sums), []).append(one)
    for some in same.values():
        together = sum((one.value for one in some), Decimal(0))
        if len(some) == 1 or together not in [sum_of(names, numbers) for names in some[0].sums]:
            yield from some


def _unclear_finding(text: Passage, statement: Statement, form: Form, numbers: Mapping[str, Number]) -> Finding:
    words, first = _words(text, statement), statement.sums[0]
    meant = next(names for names in statement.sums if statement.fits(sum_of(names, numbers)))
    message = (
        f"{text.place}写的是“{words}”，表里{_shown_sum(first, form, numbers)}，{_shown_sum(meant, form, numbers)}。"
        f"读的人会当成前一个数。请写明含有什么（如“含上年结转…件”），或改数。"
    )
    return Finding("text-number", HINT, (text.name, *first), message, start=statement.start,
                   length=statement.end - statement.start, about=f"{words} {numbers.get(first[0])}")  # fmt: skip


def _blank_finding(text: Passage, statement: Statement, form: Form) -> Finding:
    words, own = _words(text, statement), statement.sums[0]
    message = f"{text.place}写的是“{words}”，表里“{_label(form, own)}”还没有填，印出来会是 0。请填表；没有的，改文字。"
    is_exact = statement.most is None and _is_one_input(form, statement)
    mends = (Edit(own[0], whole(statement.value)),) if is_exact else ()
    return Finding(
        "text-number", HINT, (text.name, *own), message,
        possible_fixes=mends, start=statement.start, length=statement.end - statement.start,
        about=words, kind=f"{text.name} {own[0].partition('.')[0]}",
    )  # fmt: skip


def _is_one_input(form: Form, statement: Statement) -> bool:
    """Return whether a statement can mean one cell only, in which a number can be typed."""
    return statement.sums == ((statement.sums[0][0],),) and form.cells[statement.sums[0][0]].is_input


def _words(text: Passage, statement: Statement) -> str:
    return text.text[statement.start : statement.end].strip(" 　，。；")


def _label(form: Form, names: Sequence[str]) -> str:
    """Return what the cells are called: a single one by its label, of several the table they stand in."""
    return form.label(names[0]) if len(names) == 1 else form.label(names[0]).split(" · ")[0]


def _number_finding(text: Passage, statement: Statement, form: Form, numbers: Mapping[str, Number]) -> Finding:
    words = _words(text, statement)
    tables = "；或".join(_shown_sum(names, form, numbers) for names in statement.sums[:2])
    message = f"{text.place}写的是“{words}”，即{_meaning(statement)}；表里{tables}。请核对，改文字或改表。"
    own = statement.sums[0]
    is_exact = len(statement.sums) == 1 and statement.most is None
    mends = _mends(own, statement.value, form, numbers) if is_exact else ()
    state = f"{words} {' '.join(str(numbers.get(name)) for names in statement.sums for name in names)}"
    return Finding(
        "text-number", WARNING, (text.name, *own), message,
        possible_fixes=mends, start=statement.start, length=statement.end - statement.start, about=state, kind=state,
    )  # fmt: skip


def _meaning(statement: Statement) -> str:
    value = shown(statement.value)
    if statement.is_of_others:
        return f"别的都是 {value}"
    if statement.most is None:
        return f" {value}"
    return f"至少 {value}" if statement.most == AT_LEAST else f" {value} 到 {shown(statement.most)}"


def _shown_sum(names: Sequence[str], form: Form, numbers: Mapping[str, Number]) -> str:
    if len(names) == 1:
        return f"“{form.label(names[0])}”是 {number_shown(numbers[names[0]])}"
    words = "＋".join(form.label_within(name) for name in names[:3]) + ("＋…" if len(names) > 3 else "")
    return f"“{form.label(names[0]).split(' · ')[0]}”的 {len(names)} 格相加（{words}）是 {number_shown(sum_of(names, numbers))}"


def _mends(names: Sequence[str], value: Decimal, form: Form, numbers: Mapping[str, Number]) -> tuple[Edit, ...]:
    """Return the changes of one cell each that would make a cell, or a total, what the text states."""
    if len(names) != 1:
        return ()
    by = value - numbers[names[0]]
    return tuple(
        Edit(name, whole(numbers[name] + by))
        for name in _inputs(form, names)
        if name in numbers and numbers[name] + by >= 0
    )


def _inputs(form: Form, names: Sequence[str]) -> dict[str, None]:
    """Return the cells that are typed in of those that add up to these, in order."""
    addends, sums = list(names), {total.cell: total.addends for total in form.totals}
    while any(form.cells[name].total for name in addends):
        addends = [part for name in addends for part in (sums.get(name, (name,)))]
    return dict.fromkeys(addends)
