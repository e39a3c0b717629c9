"""The reports of earlier years: the copy of last year's, and drafts that lie beside this one or were opened lately."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from model.draft.draft_file import save_draft
from model.draft.earlier_reports import MOST_YEARS, by_year, earlier_reports
from model.draft.next_year import last_of, next_report
from model.form.form import editions, load_form
from model.report.report import Report

UNIT = "青禾镇人民政府"
NAME = "requests.received.natural"


def on(form, year: int, number: int = 0, unit: str = UNIT) -> Report:
    return Report(form, {"unit": unit, "year": year, NAME: number})


def saved(folder, name: str, report: Report, when: int = 1_700_000_000):
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.toml"
    save_draft(path, report)
    os.utime(path, (when, when))
    return path


def numbers(found) -> dict[int, int]:
    return {year: report.numbers()[NAME] for year, report in sorted(found.items())}


def test_drafts_of_the_same_body_on_earlier_years_are_found(form, tmp_path):
    here, there = tmp_path / "这里", tmp_path / "那里"
    own = saved(here, "今年", on(form, 2025, 5))
    saved(here, "去年", on(form, 2024, 4))
    saved(here, "别家", on(form, 2023, 99, "别处镇人民政府"))
    saved(here, "明年", on(form, 2026, 99))
    (here / "坏.toml").write_text('year = 2022\nunit = "青禾', encoding="utf-8")
    recent = [saved(there, "前年", on(load_form("2019"), 2020, 2)), own, there / "不在了.toml"]
    assert numbers(earlier_reports(on(form, 2025), own, recent)) == {2020: 2, 2024: 4}


def test_of_two_on_one_year_the_one_saved_last_counts_and_its_copy_of_the_year_before(form, tmp_path):
    own = saved(tmp_path, "今年", on(form, 2025))
    saved(tmp_path, "旧", on(form, 2024, 3), 1_600_000_000)
    saved(tmp_path, "新", replace(next_report(on(form, 2023, 7), form), values=on(form, 2024, 4).values), 1_700_000_000)
    assert numbers(earlier_reports(on(form, 2025), own)) == {2023: 7, 2024: 4}


@pytest.mark.parametrize("values", [{"year": 2025}, {"unit": UNIT}])
def test_without_a_name_or_a_year_nothing_is_looked_for(form, tmp_path, values):
    saved(tmp_path, "去年", on(form, 2024, 3))
    assert earlier_reports(Report(form, values), tmp_path / "今年.toml") == {}


def test_the_copy_in_the_draft_goes_before_a_file_and_only_the_latest_years_are_shown(form):
    this = next_report(on(form, 2024, 4), form)
    last = last_of(this, load_form, editions())
    earlier = {year: on(form, year, 1) for year in range(2010, 2025)}
    found = by_year(this, last, earlier)
    assert list(found) == list(range(2026 - MOST_YEARS, 2026)) and found[2024].numbers()[NAME] == 4
    assert by_year(Report(form), None, {}) == {}


def test_a_folder_that_is_gone_is_none(form, tmp_path):
    assert earlier_reports(on(form, 2025), tmp_path / "没有" / "今年.toml") == {}
