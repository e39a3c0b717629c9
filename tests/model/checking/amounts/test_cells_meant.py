"""The cells that rows and columns stand for, and their units."""

from __future__ import annotations

from decimal import Decimal

from model.checking.amounts.cells_meant import cells_meant, has_unit_of, value_in_cells
from model.checking.language.clauses import amounts
from tests.model.checking.amounts.cut import FORM, WORDING


def test_alternatives_are_multiplied_and_those_with_a_cell_that_is_not_there_are_left_out():
    rows, columns = (("received", "carried_in"), ("received",)), (("total",), ("nobody",))
    assert cells_meant(FORM, "requests", rows, columns) == (
        ("requests.received.total", "requests.carried_in.total"), ("requests.received.total",))  # fmt: skip
    assert cells_meant(FORM, "requests", ((),), columns) == ()


def test_money_is_counted_in_ten_thousands_and_only_where_the_cell_is():
    yuan, pieces = amounts("3500元，14件")
    topic = WORDING.topic("disclosure")
    assert (value_in_cells(yuan), value_in_cells(pieces), value_in_cells(None)) == (Decimal("0.35"), 14, 0)
    assert has_unit_of(FORM, yuan, topic, "disclosure.fees.amount")
    assert not has_unit_of(FORM, pieces, topic, "disclosure.fees.amount")
    assert not has_unit_of(FORM, yuan, topic, "disclosure.licences.decisions")
