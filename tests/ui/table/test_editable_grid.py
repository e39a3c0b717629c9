"""A number that is being typed is never nowhere."""

from __future__ import annotations

import pytest

from tests.clerk import type_number


@pytest.mark.parametrize("typed", ["12", "3..5"])
def test_what_is_taken_over_is_at_every_moment_in_the_report_or_pending(table, typed):
    document, name = table._document, table.current.name
    type_number(table, typed, leave=None)
    known = []
    document.touched.connect(lambda: known.append(name in document.report.values or name in document.pending))
    table.take_over()
    assert known and all(known) and name in document.report.values and document.pending == {}
