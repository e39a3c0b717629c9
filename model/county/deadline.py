"""Until when a county wants its reports, in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from model.report.years import year_reported

if TYPE_CHECKING:
    from model.county.county import County

LAST_DAYS = 14  # before the deadline, in which it is told in the title bar


def deadline_words(county: County, today: date, year: int | None = None) -> str:
    """Return until when the next report is to be handed in, "" if the county does not say or another one is open.

    `year` is the one that the open report is on, None if that is not known or no report is open."""
    if not county.deadline:
        return ""
    due = county.deadline.next(today)
    if year not in (None, year_reported(due)):
        return ""
    until = f"{due.year} 年 {due.month} 月 {due.day} 日"
    return f"{county.name}要求 {until}前报送 {year_reported(due)} 年的报告，{_days(due, today)}。"


def last_days_words(county: County, today: date, year: int | None = None) -> str:
    """Return what the title bar says in the last days before a deadline, "" at other times.

    `year` is the one that the open report is on, None if that is not known or no report is open."""
    if not county.deadline:
        return ""
    due = county.deadline.next(today)
    is_due = year in (None, year_reported(due)) and (due - today).days <= LAST_DAYS
    return f"{due.month}月{due.day}日前报送，{_days(due, today)}" if is_due else ""


def _days(due: date, today: date) -> str:
    left = (due - today).days
    return f"还有 {left} 天" if left else "就是今天"
