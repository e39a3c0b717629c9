"""Which versions stay: all of today, one a day for a month, one a month, and no more than the bound."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.checking.batch import files_in
from model.files import history
from model.files.files import FileFault
from model.files.history import VERSIONS_FOLDER, keep_version, kept, versions_of

NOW = datetime(2026, 1, 20, 15, 0)
SIZE = 20_000


def stays(moments: list[datetime], size: int = SIZE) -> list[datetime]:
    found = sorted(moments, reverse=True)
    return [found[number] for number in kept([(when, size) for when in found], NOW)]


def test_all_of_today_the_last_of_each_day_and_of_each_month():
    today = [NOW - timedelta(minutes=minutes) for minutes in range(0, 300, 10)]
    days = [NOW - timedelta(days=days, hours=hours) for days in range(1, 30) for hours in (0, 3)]
    months = [datetime(2025, month, day, 9) for month in (5, 6, 7) for day in (3, 12, 28)]
    found = stays([*today, *days, *months])
    assert set(today) <= set(found)
    assert [when for when in found if when.date() < NOW.date() and when > NOW - timedelta(days=31)] == [
        NOW - timedelta(days=days) for days in range(1, 30)
    ]
    assert [when for when in found if when.year == 2025 and when.month < 8] == [
        datetime(2025, 7, 28, 9), datetime(2025, 6, 28, 9), datetime(2025, 5, 28, 9)
    ]  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.datetimes(datetime(2015, 1, 1), datetime(2027, 1, 1)), max_size=60), st.integers(1, 9_000_000))
def test_the_newest_always_stays_and_thinning_twice_is_thinning_once(moments, size):
    once = stays(moments, size)
    assert stays(once, size) == once
    assert len(once) * size <= history.LARGEST_HISTORY_BYTES + size
    assert not moments or once[0] == max(moments)


def test_versions_of_one_second_stay_apart_and_the_same_content_is_kept_once(tmp_path):
    draft, own = tmp_path / "a.toml", tmp_path / "own"
    for data in (b"1", b"2", b"2", b"3"):
        keep_version(draft, data, NOW, own)
    assert [version.path.read_bytes() for version in versions_of(draft, own)] == [b"3", b"2", b"1"]


def test_old_versions_go_when_a_new_one_comes(tmp_path):
    draft, own = tmp_path / "a.toml", tmp_path / "own"
    for hour in range(9, 18):
        keep_version(draft, str(hour).encode(), datetime(2026, 1, 10, hour), own)
    assert len(versions_of(draft, own)) == 9
    keep_version(draft, b"now", NOW, own)
    assert [version.path.read_bytes() for version in versions_of(draft, own)] == [b"now", b"17"]


def test_other_files_in_the_folder_are_nobodys_version(tmp_path):
    draft, own = tmp_path / "a.toml", tmp_path / "own"
    keep_version(draft, b"1", NOW, own)
    (tmp_path / VERSIONS_FOLDER / "a" / "笔记.toml").write_bytes(b"x")
    assert len(versions_of(draft, own)) == 1


def test_a_folder_of_drafts_is_checked_without_their_versions(tmp_path):
    draft = tmp_path / "a.toml"
    draft.write_bytes(b"x")
    keep_version(draft, b"1", NOW, tmp_path / "own")
    assert files_in([tmp_path]) == [draft]


def test_where_no_folder_takes_it_that_is_said(tmp_path, monkeypatch):
    def refuse(*_):
        raise FileFault("磁盘满了。")

    monkeypatch.setattr(history, "write_file", refuse)
    with pytest.raises(FileFault, match="磁盘满了"):
        keep_version(tmp_path / "a.toml", b"1", NOW, tmp_path / "own")


def test_a_clock_that_jumps_a_year_thins_no_version_away(tmp_path):
    draft, own = tmp_path / "a.toml", tmp_path / "own"
    for hour in range(9, 15):
        keep_version(draft, str(hour).encode(), datetime(2026, 1, 19, hour), own)
        keep_version(draft, f"{hour} later".encode(), NOW.replace(hour=hour), own)
    before = {version.path.name for version in versions_of(draft, own)}
    for minute in range(3):
        keep_version(draft, f"wrong {minute}".encode(), NOW.replace(year=2027, minute=minute), own)
    assert before <= {version.path.name for version in versions_of(draft, own)}


def test_a_year_later_the_versions_are_thinned_out_when_several_days_of_work_say_so():
    year = [datetime(2025, 1, 10, hour) for hour in (9, 10, 11)]
    assert set(year) <= set(stays([NOW, *year]))
    days = [NOW - timedelta(days=days) for days in range(3)]
    assert [when for when in stays([*days, *year]) if when.year == 2025] == [year[-1]]


def test_a_version_dated_in_the_future_is_not_the_newest_for_ever(tmp_path):
    draft, own = tmp_path / "a.toml", tmp_path / "own"
    keep_version(draft, b"wrong clock", NOW.replace(year=2199), own)
    assert keep_version(draft, b"1", NOW, own)
    assert not keep_version(draft, b"1", NOW + timedelta(hours=1), own)
    found = versions_of(draft, own)
    assert [version.path.read_bytes() for version in found] == [b"1", b"wrong clock"]
