"""What is remembered for the user; a value that is none counts as not set."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.settings_files import settings_at
from ui.basics.defaults import MOST_RECENT_FILES


@pytest.mark.parametrize("content", ["scale=abc\nlook=pink\nrecent=@Invalid()\n", "scale=99999999999\nrecent=\n"])
def test_a_single_broken_value_counts_as_not_set(tmp_path, content):
    path = tmp_path / "a.ini"
    path.write_text(f"[General]\nversion=1\n{content}", encoding="utf-8")
    settings = settings_at(path)
    assert (settings.scale, settings.look, settings.recent) == (100, "system", [])


def test_settings_that_are_broken_count_as_not_set(settings):
    settings._store.setValue("scale", "enormous")
    settings._store.setValue("look", 7)
    assert settings.scale == 100
    assert settings.look == "system"


def test_another_computer_takes_over_what_is_no_place_on_this_one(tmp_path):
    old, new = settings_at(tmp_path / "old.ini"), settings_at(tmp_path / "new.ini")
    old.scale, old.look = 150, "dark"
    old.remember(tmp_path / "草稿.toml")
    new.take_over(old.portable | {"recent": "/etc/a.toml", "version": "9", "strange": "x"})
    assert (new.scale, new.look, new.recent) == (150, "dark", [])
    new._store.sync()
    assert settings_at(tmp_path / "new.ini").scale == 150
    new.take_over({"scale": "1000000", "look": "../../etc"})
    assert (new.scale, new.look) == (100, "system")


def test_of_recent_files_without_end_some_are_listed(tmp_path):
    settings = settings_at(tmp_path / "a.ini")
    settings._store.setValue("recent", "\n".join(f"/a/{number}.toml" for number in range(20_000)))
    assert settings.recent[0] == Path("/a/0.toml") and len(settings.recent) == MOST_RECENT_FILES


def test_a_name_of_two_lines_is_no_two_recent_files(tmp_path):
    settings = settings_at(tmp_path / "a.ini")
    for name in ("甲.toml", "乙\n丙.toml", "丁\x85戊.toml"):
        settings.remember(tmp_path / name)
    assert settings.recent == [tmp_path / "丁\x85戊.toml", tmp_path / "甲.toml"]


def test_of_many_drafts_the_places_of_the_last_ones_are_kept(tmp_path):
    settings = settings_at(tmp_path / "a.ini")
    drafts = [tmp_path / f"{number}\t甲.toml" for number in range(2 * MOST_RECENT_FILES)]
    for draft in (*drafts, tmp_path / "两\n行.toml"):
        settings.keep_place(draft, f"contact.{draft.stem[0]}")
    settings.keep_place(drafts[-1], "unit")
    settings._store.sync()
    again = settings_at(tmp_path / "a.ini")
    assert (again.place_of(drafts[-1]), again.place_of(drafts[-2])) == ("unit", f"contact.{drafts[-2].stem[0]}")
    assert again.place_of(drafts[0]) == "" and "places" not in again.portable
