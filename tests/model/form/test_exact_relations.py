"""Totals, balances and what last year fixes: which cells each relation ties together."""

from __future__ import annotations

import pytest

from model.form.exact_relations import RelationFault, read_balances, read_carries, read_totals
from model.report.report import Report

ROWS, COLUMNS = ("in", "out", "all"), ("cats", "dogs", "sum")
NAMES = [f"farm.{row}.{column}" for row in ROWS for column in COLUMNS]
SAID = {"title": "相等", "advice": "请核对。"}
ACROSS = {**SAID, "id": "total", "cell": "farm.*.sum", "sum": ["cats", "dogs"]}
DOWN = {**SAID, "id": "all", "cell": "farm.all.*", "sum": ["in", "out"]}
BALANCE = {**SAID, "id": "b", "left": ["farm.in.*"], "right": ["farm.all.*"]}
CARRY = {**SAID, "id": "c", "severity": "error", "last": "farm.out.*", "this": "farm.in.*"}


def addends(*entries: dict) -> dict[str, tuple[str, ...]]:
    return {total.cell: total.addends for total in read_totals(entries, NAMES)}


def test_a_star_stands_for_every_row_or_every_column():
    assert addends(ACROSS) == {f"farm.{row}.sum": (f"farm.{row}.cats", f"farm.{row}.dogs") for row in ROWS}
    assert addends(DOWN) == {f"farm.all.{column}": (f"farm.in.{column}", f"farm.out.{column}") for column in COLUMNS}


@pytest.mark.parametrize("entries", [(ACROSS, DOWN), (DOWN, ACROSS)])
def test_a_corner_adds_up_by_the_relation_that_comes_first_and_after_its_addends(entries):
    found = addends(*entries)
    (first, *_) = entries
    expected = ("farm.all.cats", "farm.all.dogs") if first is ACROSS else ("farm.in.sum", "farm.out.sum")
    assert found["farm.all.sum"] == expected
    order = list(found)
    assert all(order.index(cell) > order.index(name) for cell in found for name in found[cell] if name in found)


def test_totals_of_the_form_add_up_to_what_is_printed(form):
    report = Report(
        form, {"requests.granted.natural": 2, "requests.granted.legal": 3, "requests.denied_by_law.natural": 4}
    )
    numbers = report.numbers()
    assert numbers["requests.granted.total"] == 5
    assert numbers["requests.handled.natural"] == 6
    assert numbers["requests.handled.total"] == 9
    assert "requests.received.total" not in numbers  # the sum of nothing is nothing


def test_a_balance_holds_column_by_column_and_never_across():
    (cats, dogs, _) = read_balances([{**BALANCE, "right": ["farm.out.*", "farm.all.*"]}], NAMES)
    assert (cats.left, cats.right) == (("farm.in.cats",), ("farm.out.cats", "farm.all.cats"))
    assert (dogs.left, dogs.right) == (("farm.in.dogs",), ("farm.out.dogs", "farm.all.dogs"))


def test_in_each_column_of_the_form_what_came_in_is_what_was_handled_and_what_is_left(form):
    columns = [cell.column_key for cell in form.section("requests").grid.numbers if cell.row_key == "received"]
    assert [balance.left for balance in form.balances] == [
        (f"requests.received.{column}", f"requests.carried_in.{column}") for column in columns
    ]
    assert [balance.right for balance in form.balances] == [
        (f"requests.handled.{column}", f"requests.carried_out.{column}") for column in columns
    ]


def test_what_is_in_force_follows_from_the_same_row_of_last_year(form):
    found = {carry.this: carry for carry in form.carries}
    rules = found["disclosure.regulations.in_force"]
    assert rules.last == rules.this
    assert (rules.plus, rules.minus) == (("disclosure.regulations.issued",), ("disclosure.regulations.repealed",))
    carried = found["requests.carried_in.legal"]
    assert (carried.last, carried.plus, carried.minus) == ("requests.carried_out.legal", (), ())


@pytest.mark.parametrize(
    ("read", "entries", "words"),
    [
        (read_totals, [ACROSS, {**DOWN, "cell": "farm.none.*"}], "第 2 个 [[total]] 里的“farm.none.*”不指向任何一格"),
        (read_totals, [{**ACROSS, "cell": "farm.*"}], "“farm.*”不指向任何一格"),
        (read_totals, [{**ACROSS, "sum": ["cats", "cows"]}], "“farm.in.cows”不是表中的格"),
        (read_totals, [{**ACROSS, "sum": []}], "sum 缺失或不是一列文字"),
        (read_totals, [{**ACROSS, "id": ""}], "id 缺失或不是文字"),
        (read_totals, [{**ACROSS, "title": ""}], "title 缺失或不是文字"),
        (read_totals, [{**ACROSS, "advice": ""}], "advice 缺失或不是文字"),
        (read_totals, [ACROSS, {**ACROSS, "cell": "farm.*.cats", "sum": ["sum"]}], "绕回了自己"),
        (read_totals, ["farm"], "第 1 个 [[total]]"),
        (read_balances, [{**BALANCE, "left": ["farm.in.*", "farm.out.cats"]}], "left 各项所指的格数不一样"),
        (read_balances, [{**BALANCE, "right": ["farm.all.cats"]}], "两边所指的格数不一样"),
        (read_carries, [{**CARRY, "last": "farm.out.cats"}], "第 1 个 [[carry]] 的两边所指的格数不一样"),
        (read_carries, [{**CARRY, "severity": "fatal"}], "“fatal” 只能是 error、warning 或 hint"),
        (read_carries, [{**CARRY, "plus": ["none"]}], "不是表中的格"),
    ],
)  # fmt: skip
def test_a_relation_that_ties_nothing_is_refused_by_its_kind_and_number(read, entries, words):
    with pytest.raises(RelationFault) as fault:
        read(entries, NAMES)
    assert words in str(fault.value)
