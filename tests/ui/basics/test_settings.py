"""Settings that are broken or from a newer version are set aside; the program begins with its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from model.files.settings_folder import settings_folder
from tests.samples import ROOT
from ui.basics.defaults import MOST_RECENT_FILES
from ui.basics.settings import SET_ASIDE_SUFFIX, Settings, sound_store, user_settings

SETTING = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from PySide6.QtCore import QSettings
from model.files.settings_folder import settings_folder
from ui.basics.settings import user_settings
settings = user_settings()
settings.scale = 150
settings._store.sync()
print(QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "zfxxgk", "nianbao").fileName())
print(settings._store.fileName())
print(settings_folder())
"""


def settings_at(path: Path) -> Settings:
    return Settings(sound_store(QSettings(str(path), QSettings.Format.IniFormat)))


def test_what_was_set_is_there_at_the_next_start(tmp_path):
    settings = settings_at(tmp_path / "a.ini")
    settings.scale = 150
    settings.remember(tmp_path / "草稿.toml")
    settings._store.sync()
    again = settings_at(tmp_path / "a.ini")
    assert (again.scale, again.recent, again.folders) == (150, [tmp_path / "草稿.toml"], [tmp_path])
    assert [path.name for path in tmp_path.iterdir() if SET_ASIDE_SUFFIX in path.name] == []


@pytest.mark.parametrize(
    "content",
    [
        b"[General]\nversion=2\nscale=150\n", b"[General]\nversion=x\n", b"\x00\xff\xfe\x00" * 200, b"[[[[\n====\n", b"no settings at all",
        b"[General]\nscale=150\nlook=dark\nshape=round\n", b"{\"scale\": 150}",
    ],
)  # fmt: skip
def test_broken_and_newer_settings_are_set_aside(tmp_path, content):
    path = tmp_path / "a.ini"
    path.write_bytes(content)
    settings = settings_at(path)
    assert (settings.scale, settings.look, settings.recent) == (100, "system", [])
    assert [kept.read_bytes() for kept in tmp_path.glob(f"a-*{SET_ASIDE_SUFFIX}")] == [content]
    settings.scale = 125
    settings._store.sync()
    assert settings_at(path).scale == 125


def test_what_cannot_be_set_aside_is_not_overwritten(tmp_path, monkeypatch):
    path = tmp_path / "a.ini"
    path.write_bytes(b"[General]\nversion=2\nscale=150\n")

    def refuse(source, target):
        raise OSError(13, "no")

    monkeypatch.setattr("model.files.files.os.replace", refuse)
    settings_at(path)._store.sync()
    assert b"version=2" in path.read_bytes()


def test_settings_of_before_there_were_versions_are_taken(tmp_path):
    path = tmp_path / "a.ini"
    path.write_bytes(b"[General]\nscale=150\nlook=dark\n")
    assert settings_at(path).scale == 150 and list(tmp_path.glob(f"*{SET_ASIDE_SUFFIX}")) == []


@pytest.mark.parametrize("content", ["scale=abc\nlook=pink\nrecent=@Invalid()\n", "scale=99999999999\nrecent=\n"])
def test_a_single_broken_value_counts_as_not_set(tmp_path, content):
    path = tmp_path / "a.ini"
    path.write_text(f"[General]\nversion=1\n{content}", encoding="utf-8")
    settings = settings_at(path)
    assert (settings.scale, settings.look, settings.recent) == (100, "system", [])


def test_a_folder_in_the_place_of_the_settings_is_not_fatal(tmp_path):
    (tmp_path / "a.ini").mkdir()
    settings = settings_at(tmp_path / "a.ini")
    settings.scale = 125
    assert settings.look == "system"


@pytest.mark.skipif(sys.platform != "linux", reason="the variable is the Linux desktop's")
@pytest.mark.parametrize("named", ["", "{}/config", "relative"])
def test_the_settings_are_where_qt_would_have_them_and_are_written_there(tmp_path, named):
    surroundings = os.environ | {"HOME": str(tmp_path), "XDG_CONFIG_HOME": named.format(tmp_path)}
    command = [sys.executable, "-c", SETTING]  # a process of its own: Qt looks once
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True)
    qts, ours, folder = done.stdout.splitlines()
    assert qts == ours and Path(ours).is_file() and Path(folder) == Path(ours).parent


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


def lock_of_another_computer(path: Path) -> None:
    lock = path.with_name(f"{path.name}.lock")
    lock.write_text("1\npython\nanother\n")
    os.utime(lock, (0, 0))


def endless_lock(path: Path) -> None:
    lock = path.with_name(f"{path.name}.lock")
    lock.touch()
    os.truncate(lock, 1 << 30)


BLOCKING = {
    "a pipe": lambda path: os.mkfifo(path),
    "a link to a pipe": lambda path: (os.mkfifo(path.with_name("pipe")), path.symlink_to("pipe")),
    "without end": lambda path: path.write_bytes(b"[General]\nversion=1\nrecent=" + b"x" * 30_000_000),
    "a lock left behind": lock_of_another_computer,
    "a lock without end": endless_lock,
    "a pipe for a lock": lambda path: os.mkfifo(path.with_name(f"{path.name}.lock")),
    "a folder for a lock": lambda path: path.with_name(f"{path.name}.lock").mkdir(),
}


@pytest.mark.skipif(sys.platform == "win32", reason="pipes, links, and another place for settings")
@pytest.mark.parametrize("kind", BLOCKING)
def test_nothing_in_the_place_of_the_settings_keeps_the_program_from_starting(tmp_path, monkeypatch, kind):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    path = settings_folder() / "nianbao.ini"
    path.parent.mkdir()
    BLOCKING[kind](path)
    began = time.monotonic()
    settings = user_settings()
    settings.scale = 150
    settings._store.sync()
    assert time.monotonic() - began < 10
    assert user_settings().scale == 150


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
