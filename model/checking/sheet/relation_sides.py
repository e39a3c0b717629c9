"""Both sides of the form's relations as the 自查表 shows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from model.form.exact_relations import Balance, Carry, Total
from model.form.expected_relations import AtLeast, Zero
from model.form.form import Form
from model.form.relation import Relation
from model.report.cell_numbers import Number, number_shown

Numbers = Mapping[str, Number]
SHOWN = {"=": "＝", "<=": "≤"}
MOST_WRITTEN_OUT = 3  # relations of one kind whose sides are written out


def sides(form: Form, numbers: Numbers, last: Numbers, own: Sequence[Relation]) -> Iterator[str]:
    """Yield both sides of the relations of one rule, kind by kind; `last` are last year's numbers."""
    if totals := sum(isinstance(one, Total) for one in own):
        yield f"{totals} 处，由程序相加"
    balances = [one for one in own if isinstance(one, Balance)]
    for balance in balances[-1:]:  # of several lanes the last is that of the totals
        yield f"{_sum(balance.left, numbers)}{SHOWN[balance.sign]}{_sum(balance.right, numbers)}"
    carries = [one for one in own if isinstance(one, Carry)]
    following = [one for one in carries if one.plus or one.minus]
    for carry in [one for one in carries if one not in following][-1:]:
        yield f"{_shown(numbers.get(carry.this))}，上年 {_shown(last.get(carry.last))}"
    for carry in following[:MOST_WRITTEN_OUT]:
        yield f"{form.row_and_column(carry.this)[0]} {_followed(carry, numbers, last)}"
    for least in [one for one in own if isinstance(one, AtLeast)][:MOST_WRITTEN_OUT]:
        yield f"{_shown(numbers.get(least.this))}≥{_shown(last.get(least.last))}"
    if zeros := [one for one in own if isinstance(one, Zero)][:MOST_WRITTEN_OUT]:
        yield "、".join(_shown(numbers.get(one.cell)) for one in zeros)


def _followed(carry: Carry, numbers: Numbers, last: Numbers) -> str:
    around = "".join(f"＋{_shown(numbers.get(name))}" for name in carry.plus)
    around += "".join(f"－{_shown(numbers.get(name))}" for name in carry.minus)
    return f"{_shown(numbers.get(carry.this))}＝{_shown(last.get(carry.last))}{around}"


def _sum(names: Sequence[str], numbers: Numbers) -> str:
    return "＋".join(_shown(numbers.get(name)) for name in names)


def _shown(number: Number | None) -> str:
    return "未填" if number is None else number_shown(number)
