"""The form's relations, judged on the numbers: exact ones, and those with last year's report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from model.checking.facts.level import is_of_levels
from model.findings.finding import Edit, Finding
from model.form.exact_relations import SIGNS, Balance, Carry, Total
from model.form.form import Form
from model.report.cell_numbers import Number, number_shown
from model.report.report import Report

Numbers = Mapping[str, Number]


def relation_findings(
    report: Report, numbers: Numbers, last: Numbers, parted: Mapping[tuple[str, ...], Number]
) -> Iterator[Finding]:
    """Yield what breaks a relation. `numbers` are the report's, totals included, `last` those of last year's; {}: none.

    `parted` are last year's numbers that were on an older edition what several cells are on this, by these cells.
    A relation with a blank in it is not judged. What follows from another finding is not told again."""
    form = report.form
    yield from _totals(form, numbers, report.notes.printed)
    yield from _balances(form, numbers, report.notes.printed)
    if last:
        yield from _carries(form, numbers, last)
        yield from _at_leasts(form, numbers, last)
    yield from _parted_carries(form, numbers, parted)
    yield from _zeros(report, numbers)


def _totals(form: Form, numbers: Numbers, printed: Numbers) -> Iterator[Finding]:
    """Yield totals of a document that are not the sum of their addends.

    A sum of wrong totals that adds them up right follows."""
    as_printed = {**numbers, **printed} if printed else numbers
    for total in form.totals if printed else ():
        shown, computed = printed.get(total.cell), numbers.get(total.cell)
        if shown is None or computed is None or shown == computed:
            continue
        follows = any(name in printed for name in total.addends) and shown == sum(
            as_printed.get(name, 0) for name in total.addends
        )
        if not follows:
            yield _total_finding(form, total, shown, computed)


def _total_finding(form: Form, total: Total, shown: Number, computed: Number) -> Finding:
    label = form.label(total.cell)
    message = (
        f"“{label}”文档里印的是 {number_shown(shown)}，按 {len(total.addends)} 个加数相加是 {number_shown(computed)}，"
        f"不相等。{total.advice}"
    )
    return Finding(total.id, total.severity, (total.cell, *total.addends), message, about=f"{shown} {computed}")


def _balances(form: Form, numbers: Numbers, printed: Numbers) -> Iterator[Finding]:
    """Yield balances that hold neither as computed nor as printed.

    One of totals only if no lane of it is broken by itself."""
    broken = []
    for balance in form.balances:
        try:
            left, right = sum(map(numbers.__getitem__, balance.left)), sum(map(numbers.__getitem__, balance.right))
        except KeyError:
            continue  # something is blank
        if not SIGNS[balance.sign](left, right) and not _holds_as_printed(balance, numbers, printed):
            broken.append((balance, left, right))
    inputs = [one for one in broken if not _is_of_totals(form, one[0])]
    for balance, left, right in inputs or broken:
        yield _balance_finding(form, balance, numbers, left, right)


def _holds_as_printed(balance: Balance, numbers: Numbers, printed: Numbers) -> bool:
    if not printed:
        return False
    shown = {**numbers, **printed}
    return SIGNS[balance.sign](sum(shown[name] for name in balance.left), sum(shown[name] for name in balance.right))


def _is_of_totals(form: Form, balance: Balance) -> bool:
    return all(form.cells[name].total for name in (*balance.left, *balance.right))


def _balance_finding(form: Form, balance: Balance, numbers: Numbers, left: Number, right: Number) -> Finding:
    sides = [_side(form, names, numbers) for names in (balance.left, balance.right)]
    is_exact = balance.sign == "="
    message = (
        f"{_column(form, balance.left[0])}这一列{'不平' if is_exact else '不对'}：{sides[0]}＝{number_shown(left)}，"
        f"{'' if is_exact else '不应多于'}{sides[1]}＝{number_shown(right)}，"
        f"{'差' if is_exact else '多'} {number_shown(abs_of(left - right))}。{balance.advice}"
    )
    mends = []
    for names, by in ((balance.left, right - left), (balance.right, left - right)) if is_exact else ():
        mends += [
            Edit(name, numbers[name] + by) for name in names if not form.cells[name].total and numbers[name] + by >= 0
        ]
    cells = (*balance.left, *balance.right)
    return Finding(
        balance.id,
        balance.severity,
        cells,
        message,
        possible_fixes=tuple(mends),
        about=" ".join(str(numbers[n]) for n in cells),
    )


def _side(form: Form, names: Sequence[str], numbers: Numbers) -> str:
    return "＋".join(f"“{form.row_and_column(name)[0]}”{number_shown(numbers[name])}" for name in names)


def _carries(form: Form, numbers: Numbers, last: Numbers) -> Iterator[Finding]:
    broken = set[str]()
    for carry in form.carries:
        if carry.last not in last or any(name not in numbers for name in carry.cells):
            continue
        expected = last[carry.last] + sum(map(numbers.__getitem__, carry.plus))
        expected -= sum(map(numbers.__getitem__, carry.minus))
        if numbers[carry.this] == expected:
            continue
        if form.cells[carry.this].total and broken.intersection(_addends(form, carry.this)):
            continue  # follows from its addends
        broken.add(carry.this)
        yield _carry_finding(form, carry, numbers, last, expected)


def _parted_carries(form: Form, numbers: Numbers, parted: Mapping[tuple[str, ...], Number]) -> Iterator[Finding]:
    """Yield what last year's report has in one cell and this edition in several: only their sum can be judged."""
    for lasts, before in parted.items():
        carries = [carry for carry in form.carries if carry.last in lasts and not (carry.plus or carry.minus)]
        cells = tuple(carry.this for carry in carries)
        is_whole = {carry.last for carry in carries} == set(lasts) and all(cell in numbers for cell in cells)
        if is_whole and not form.cells[cells[0]].total and sum(numbers[cell] for cell in cells) != before:
            labels = "＋".join(f"“{form.label_within(name)}”" for name in lasts)
            message = f"{_side(form, cells, numbers)}；上年报告里的{labels}合起来是 {number_shown(before)}，不相等。{carries[0].advice}"
            about = " ".join(str(number) for number in (before, *(numbers[cell] for cell in cells)))
            yield Finding(carries[0].id, carries[0].severity, cells, message, about=about)


def _addends(form: Form, cell: str) -> tuple[str, ...]:
    return next((total.addends for total in form.totals if total.cell == cell), ())


def _carry_finding(form: Form, carry: Carry, numbers: Numbers, last: Numbers, expected: Number) -> Finding:
    before = f"上年报告的“{form.label_within(carry.last)}”是 {number_shown(last[carry.last])}"
    for names, sign in ((carry.plus, "加上"), (carry.minus, "减去")):
        for name in names:
            before += f"，{sign}“{form.label_within(name)}”{number_shown(numbers[name])}"
    should = f"{'，应为' if carry.plus or carry.minus else '，这里也应为'} {number_shown(expected)}"
    if expected < 0:
        should = "，减得比原有的还多"
    message = f"“{form.label(carry.this)}”是 {number_shown(numbers[carry.this])}；{before}{should}。{carry.advice}"
    can_mend = expected >= 0 and form.cells[carry.this].is_input
    around = (*carry.plus, *carry.minus)
    return Finding(
        carry.id, carry.severity, (carry.this, *around), message,
        mends=(Edit(carry.this, expected),) if can_mend else (),
        about=" ".join(str(number) for number in (last[carry.last], *(numbers[name] for name in (carry.this, *around)))),
    )  # fmt: skip


def _at_leasts(form: Form, numbers: Numbers, last: Numbers) -> Iterator[Finding]:
    for rule in form.at_leasts:
        this, before = numbers.get(rule.this), last.get(rule.last)
        if this is not None and before is not None and this < before:
            message = (
                f"“{form.label(rule.this)}”是 {number_shown(this)}，"
                f"上年报告的“{form.label(rule.last)}”是 {number_shown(before)}，这里不应少于它。{rule.advice}"
            )
            yield Finding(rule.id, rule.severity, (rule.this,), message, about=f"{before} {this}")


def _zeros(report: Report, numbers: Numbers) -> Iterator[Finding]:
    wrong = [rule for rule in report.form.zeros if numbers.get(rule.cell) and is_of_levels(report, rule.levels)]
    for key in dict.fromkeys((rule.id, rule.severity, rule.advice) for rule in wrong):
        cells = tuple(rule.cell for rule in wrong if (rule.id, rule.severity, rule.advice) == key)
        filled = "、".join(f"“{report.form.label(cell)}”填了 {number_shown(numbers[cell])}" for cell in cells)
        message = f"{filled}。{key[2]}"
        edits = tuple(Edit(cell, 0) for cell in cells)
        yield Finding(key[0], key[1], cells, message, edits, about=" ".join(str(numbers[cell]) for cell in cells))


def _column(form: Form, name: str) -> str:
    return f"“{' · '.join([form.label(name).split(' · ')[0], form.label(name).split(' · ')[-1]])}”"


def abs_of(number: Number) -> Number:
    """Return the number without its sign."""
    return number if number >= 0 else -number
