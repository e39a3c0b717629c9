"""The year that is reported on beside the day of the check."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from model.findings.finding import WARNING, Finding
from model.report.outline import day_shown
from model.report.report import Report
from model.report.years import FIRST_YEAR, YEAR_OF_RELEASE, year_reported

RULE = "year"


def year_findings(report: Report, today: date) -> Iterator[Finding]:
    """Yield a warning where the year has not come or has hardly begun, or is before the first that reports were on.

    A clock that is behind the year in which the program was made says nothing."""
    year = report.year
    if not year:
        return
    latest = max(year_reported(today), YEAR_OF_RELEASE if today.year < YEAR_OF_RELEASE else 0)
    if year > latest:
        is_begun = "才过到" + f"{today.month}月" if year == today.year else "还没有到"
        wrong = f"今天是{day_shown(today)}，{year}年{is_begun}，报告要写到这一年的12月31日"
    elif year < FIRST_YEAR:
        wrong = f"{FIRST_YEAR}年起才有政府信息公开工作年度报告"
    else:
        return
    said = f"报告年度写的是 {year}，{wrong}。请核对年度，写错了的改正。"
    yield Finding(RULE, WARNING, ("year",), said, about=str(year))
