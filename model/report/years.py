"""The years that a report can be on, and those that a draft can hold."""

from __future__ import annotations

from datetime import date

FIRST_YEAR = 2008  # the year in which the 条例 came into force, on 1 May
YEARS_ACCEPTED = range(1900, 2200)  # that a draft may hold: a year typed by hand is the clerk's own
YEAR_OF_RELEASE = 2026  # the year in which this program was made: a clock that is behind it is wrong


def reportable_years(today: date) -> range:
    """Return the years that a report may be on: from the first there was to next year."""
    return range(FIRST_YEAR, max(today.year, YEAR_OF_RELEASE) + 2)


def year_reported(today: date) -> int:
    """Return the year that a report begun today is on: work on one goes on from autumn into the next spring."""
    # Due by 31 January [《条例》第四十九条]: one that is begun before July is late, and on last year.
    return today.year if today.month >= 7 else today.year - 1
