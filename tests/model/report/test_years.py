"""The years a report can be on."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("month_year", [((2026, 12), 2026), ((2027, 1), 2026), ((2027, 3), 2026)])
def test_the_year_reported_is_the_one_that_ends_or_has_ended(month_year):
    from datetime import date

    from ui.window.main_window import year_reported

    (year, month), reported = month_year
    assert year_reported(date(year, month, 15)) == reported
