"""The day of the sign-off beside the year that is reported on [《条例》第四十九条]."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from model.checking.facts.level import is_of_levels
from model.findings.finding import WARNING, Finding
from model.report.outline import day_shown
from model.report.report import Report

RULE = "signed-on"
# Until when the report is public, as month and day of the year after; departments hand in and publish by the earlier one, and a
# county gives its townships an earlier day too.
OF_GOVERNMENTS, OF_OTHERS = (3, 31), (1, 31)
GOVERNMENTS = ("county", "prefecture", "province")
MOST_DAYS_LATE = 90  # that are not spoken of


def signed_on_findings(report: Report) -> Iterator[Finding]:
    """Yield a warning where a report is signed before its year is over, or long after it had to be public."""
    year, day = report.year, report.signed_on
    if not year or not day:
        return
    due = date(year + 1, *(OF_GOVERNMENTS if is_of_levels(report, GOVERNMENTS) else OF_OTHERS))
    said = f"成文日期是{day_shown(day)}，"
    if day < date(year, 12, 31):
        wrong = f"{year}年还没有过完，报告要写到这一年的12月31日。请改成报告定稿、签发的那一天，年度写错了的改年度。"
    elif (day - due).days > MOST_DAYS_LATE:
        wrong = (
            f"报告的是{year}年，该在{day_shown(due)}前公布，晚了{_late(day, due)}。"
            "请改成报告定稿、签发的那一天；确实是后来补写的，点“核实无误”写明。"
        )
    else:
        return
    yield Finding(RULE, WARNING, ("signoff.date", "year"), said + wrong, about=f"{year} {day_shown(day)}")


def _late(day: date, due: date) -> str:
    years, months = divmod((day.year - due.year) * 12 + day.month - due.month, 12)
    return f"{years}年多" if years else f"{months}个月"
