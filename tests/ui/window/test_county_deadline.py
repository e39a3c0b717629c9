"""The county's deadline on the start page and in the title bar."""

from __future__ import annotations

from datetime import date

import pytest

import ui.window.county_deadline
from model.county.installed import choose_county
from model.county.kept import COUNTY_FILE
from tests.model.county.files import EXAMPLE_COUNTY
from ui.window.county_deadline import CountyDeadline
from ui.window.main_window import MainWindow


@pytest.fixture
def today(monkeypatch):
    """Sets the day that it is."""

    def on(day: date) -> None:
        monkeypatch.setattr(ui.window.county_deadline, "date", type("Day", (), {"today": staticmethod(lambda: day)}))

    return on


@pytest.fixture
def with_county(qtbot, settings, dressed):
    choose_county(settings.data_folder, EXAMPLE_COUNTY)
    window = MainWindow(settings)
    window.show()
    yield window
    window.workspace.session.close()
    window.close()
    window.deleteLater()


def test_the_start_page_tells_it_and_the_title_in_the_last_two_weeks(with_county, today, example):
    window = with_county
    today(date(2026, 1, 5))
    window._show_start()
    assert (
        window.start.deadline.isVisible() and "2026 年 1 月 20 日前报送 2025 年的报告" in window.start.deadline.text()
    )
    assert "前报送" not in window.windowTitle()
    today(date(2026, 1, 15))
    window._show_start()
    assert window.windowTitle() == "政府信息公开年报（1月20日前报送，还有 5 天）"
    window.workspace.session.open(example)
    assert example.report.year == 2025 and "还有 5 天" in window.windowTitle()
    example.edit({"year": 2024}, "x")
    assert "前报送" not in window.windowTitle()


def test_without_a_county_nothing_is_said(window):
    assert not window.start.deadline.isVisible() and window.windowTitle() == "政府信息公开年报"


def test_a_file_that_cannot_be_used_has_no_deadline(settings):
    choose_county(settings.data_folder, EXAMPLE_COUNTY)
    (settings.data_folder / COUNTY_FILE.folder / COUNTY_FILE.copy).unlink()
    found = CountyDeadline(settings.data_folder)
    assert (found.words, found.title_words(2025)) == ("", "")
