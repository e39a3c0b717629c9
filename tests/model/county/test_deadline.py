"""Until when the county wants its reports."""

from __future__ import annotations

from datetime import date

import pytest

from model.county.deadline import deadline_words, last_days_words
from tests.model.county.files import county_of

JANUARY = county_of("[deadline]\nmonth = 1\nday = 20")
DECEMBER = county_of("[deadline]\nmonth = 12\nday = 25")


@pytest.mark.parametrize(
    ("county", "today", "said"),
    [
        (JANUARY, date(2025, 12, 1), "云溪县要求 2026 年 1 月 20 日前报送 2025 年的报告，还有 50 天。"),
        (JANUARY, date(2026, 1, 20), "云溪县要求 2026 年 1 月 20 日前报送 2025 年的报告，就是今天。"),
        (JANUARY, date(2026, 1, 21), "云溪县要求 2027 年 1 月 20 日前报送 2026 年的报告，还有 364 天。"),
        (DECEMBER, date(2025, 12, 24), "云溪县要求 2025 年 12 月 25 日前报送 2025 年的报告，还有 1 天。"),
        (county_of(""), date(2025, 12, 24), ""),
    ],
)
def test_the_next_deadline_is_told(county, today, said):
    assert deadline_words(county, today) == said


def test_the_title_tells_it_for_the_last_two_weeks_and_for_the_report_that_is_due():
    assert last_days_words(JANUARY, date(2026, 1, 5)) == ""
    assert last_days_words(JANUARY, date(2026, 1, 6)) == "1月20日前报送，还有 14 天"
    assert last_days_words(JANUARY, date(2026, 1, 20), 2025) == "1月20日前报送，就是今天"
    assert last_days_words(JANUARY, date(2026, 1, 19), 2024) == ""
    assert last_days_words(JANUARY, date(2026, 1, 21), 2025) == ""
    assert last_days_words(county_of(""), date(2026, 1, 19)) == ""


def test_over_the_report_on_another_year_it_is_not_told():
    assert "2025 年的报告" in deadline_words(JANUARY, date(2025, 12, 1), 2025)
    assert deadline_words(JANUARY, date(2025, 12, 1), 2022) == ""
