"""Settings that are broken or from a newer version are set aside; the program begins with its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from model.files.settings_folder import settings_folder
from tests.samples import ROOT
from tests.ui.settings_files import settings_at
from ui.startup.user_settings import SET_ASIDE_SUFFIX, user_settings

SETTING = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from PySide6.QtCore import QSettings
from model.files.settings_folder import settings_folder
from ui.startup.user_settings import user_settings
settings = user_settings()
settings.scale = 150
settings._store.sync()
print(QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "zfxxgk", "nianbao").fileName())
print(settings._store.fileName())
print(settings_folder())
"""


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
