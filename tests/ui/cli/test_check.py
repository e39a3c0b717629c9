"""app.py check, run as its users run it."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from export.word.document import word_bytes
from model.county.installed import choose_county
from model.county.kept import COUNTY_FILE
from model.draft.draft_file import load_draft, save_draft
from model.files.settings_folder import MAKER
from model.report.report import Confirmed, Notes
from tests.command_line import outcome
from tests.model.checking.reports import QUIET
from tests.model.county.files import EXAMPLE_COUNTY
from tests.samples import EXAMPLE
from tests.ui.cli.test_main import run

CLEAN = load_draft(EXAMPLE)[0]
BROKEN = replace(CLEAN, values=CLEAN.values | {"requests.carried_in.legal": 4} | QUIET)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "各乡镇"
    (inside / "东片").mkdir(parents=True)
    save_draft(inside / "甲.toml", CLEAN)
    save_draft(inside / "乙.toml", BROKEN)
    (inside / "东片" / "丙.docx").write_bytes(word_bytes(CLEAN))
    (inside / "~$乙.docx").write_bytes(b"x")
    (inside / "照片.png").write_bytes(b"x")
    return inside


def test_a_clean_draft_gives_0_and_an_error_gives_1(folder):
    done = run("check", folder / "甲.toml")
    assert (done.returncode, done.stderr) == (0, "") and "没有发现问题" in done.stdout
    done = run("check", folder / "乙.toml")
    assert done.returncode == 1
    assert "1 个错误" in done.stdout and "法律服务机构" in done.stdout


def test_json_is_one_list_of_all_that_was_found(folder):
    done = run("check", "--json", folder / "乙.toml", folder / "甲.toml")
    (item,) = json.loads(done.stdout)
    assert set(item) == {"file", "rule", "severity", "cells", "message", "edits"}
    assert (item["file"], item["rule"], item["severity"]) == (str(folder / "乙.toml"), "balance", "error")
    assert item["cells"][0] == "requests.received.legal"
    assert json.loads(run("check", folder / "甲.toml", "--json").stdout) == []


def test_last_year_is_the_files_own_or_the_one_named(folder, tmp_path):
    last = replace(CLEAN, values=CLEAN.values | {"year": 2024, "requests.carried_out.natural": 5})
    save_draft(tmp_path / "上年.toml", last)
    done = run("check", "--json", folder / "甲.toml", "--last", tmp_path / "上年.toml")
    item = next(item for item in json.loads(done.stdout) if item["rule"] == "carried-in")
    assert item["edits"] == [{"cell": "requests.carried_in.natural", "value": 5}]


def test_a_folder_is_looked_through_and_a_file_that_cannot_be_used_does_not_stop_it(folder):
    (folder / "丁.doc").write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 9)
    done = run("check", folder)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1 and "丁.doc" in done.stderr and "另存为 .docx" in done.stderr
    assert "检查了 3 份，1 份有错误；另有 1 份没有读入。" in done.stdout
    assert "丙.docx：没有发现问题" in done.stdout


def test_many_files_are_checked_in_their_order(tmp_path):
    for number in range(40):
        save_draft(tmp_path / f"{number:02}.toml", BROKEN if number % 10 == 3 else CLEAN)
    done = run("check", "--json", tmp_path)
    assert done.returncode == 1 and done.stderr == ""
    assert [Path(item["file"]).stem for item in json.loads(done.stdout)] == ["03", "13", "23", "33"]


def test_what_was_confirmed_is_listed_at_the_end_with_its_reason(tmp_path):
    cell = "disclosure.regulations.issued"
    values = {cell: 1, "disclosure.regulations.in_force": 1}
    notes = Notes(confirmed=(Confirmed("regulations-level", (cell,), "代市里填"),))
    save_draft(tmp_path / "a.toml", replace(CLEAN, values=CLEAN.values | values, notes=notes))
    done = run("check", tmp_path / "a.toml")
    assert done.stdout.splitlines()[-1].startswith("  已核实") and "代市里填" in done.stdout
    assert json.loads(run("check", "--json", tmp_path / "a.toml").stdout) == []


@pytest.mark.parametrize(("words", "sentence"), [([], "用法"), (["没有.toml"], "找不到"), (["--best"], "用法")])
def test_a_call_that_cannot_be_done_says_why(words, sentence):
    done = run("check", *words)
    assert done.returncode == 2 and sentence in done.stderr and "Traceback" not in done.stderr


def test_an_empty_folder_is_told_and_the_others_are_checked(folder, tmp_path):
    empty = tmp_path / "空"
    empty.mkdir()
    done = run("check", empty, folder / "甲.toml")
    assert done.returncode == 2 and "没有草稿" in done.stderr and "没有发现问题" in done.stdout


def test_a_last_year_that_cannot_be_used_is_told_once(folder):
    done = run("check", folder, "--last", folder / "没有.toml")
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and "--last" in done.stderr


def test_a_last_year_that_cannot_be_used_leaves_a_list_all_the_same(folder):
    assert json.loads(run("check", "--json", folder, "--last", folder / "没有.toml").stdout) == []


# What a county demands.


def test_a_countys_demands_are_checked_where_its_file_is_named(folder):
    named = run("check", "--json", folder, "--county", EXAMPLE_COUNTY)
    found = [item for item in json.loads(named.stdout) if item["rule"].startswith("county-")]
    assert {Path(item["file"]).name for item in found} == {"甲.toml", "乙.toml", "丙.docx"}
    assert all("这是云溪县的要求。" in item["message"] and item["severity"] == "warning" for item in found)
    assert "county-" not in run("check", "--json", folder).stdout


def test_without_the_option_the_countys_file_of_the_window_counts(folder, tmp_path, monkeypatch):
    home = tmp_path / "home"
    monkeypatch.setenv("APPDATA" if os.name == "nt" else "XDG_CONFIG_HOME", str(home))
    choose_county(home / MAKER, EXAMPLE_COUNTY)
    assert "这是云溪县的要求" in run("check", folder / "甲.toml").stdout
    other = tmp_path / "青山县.toml"
    other.write_text('county = "青山县"', encoding="utf-8")
    assert "没有发现问题" in run("check", folder / "甲.toml", "--county", other).stdout
    (home / MAKER / COUNTY_FILE.folder / COUNTY_FILE.copy).unlink()
    done = run("check", folder / "甲.toml")
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and "县里的要求…" in done.stderr


def test_a_countys_file_that_cannot_be_used_is_told_once(folder, tmp_path):
    bad = tmp_path / "坏的.toml"
    for data in (b"county = 3", b"\x00" * 10_000_000):
        bad.write_bytes(data)
        done = run("check", "--json", folder, "--county", bad)
        assert (done.returncode, json.loads(done.stdout)) == (2, [])
        assert done.stderr.count("\n") == 1 and "“坏的.toml”不能用作县里的要求" in done.stderr


def test_a_draft_of_another_county_is_told(folder):
    save_draft(folder / "甲.toml", replace(CLEAN, values=CLEAN.values | {"county": "青山县"}))
    done = run("check", "--json", folder / "甲.toml", "--county", EXAMPLE_COUNTY)
    assert "county-name" in {item["rule"] for item in json.loads(done.stdout)}
    assert "没有按它检查" in run("check", folder / "甲.toml").stdout


# Folders and files as they may be on a shared disk.

CLOSED = """
scandir = os.scandir
def refusing(path="."):
    if "关着" in os.fspath(path):
        raise PermissionError(13, "Permission denied", os.fspath(path))
    return scandir(path)
os.scandir = refusing
"""
VANISHING = """
import model.files.folders
below = model.files.folders.below
def vanishing(folder):
    for path in below(folder):
        yield path
        if "乙" in path.name:
            path.unlink()
model.files.folders.below = vanishing
"""


def test_a_folder_that_lets_nobody_in_is_named_and_the_others_are_checked(folder):
    (folder / "关着").mkdir()
    done = outcome("check", folder, before=CLOSED)
    assert done.returncode == 2 and done.stderr.count("\n") == 1
    assert "没有权限" in done.stderr and "关着" in done.stderr
    assert "检查了 3 份，1 份有错误；另有 1 份没有读入。" in done.stdout
    done = outcome("check", folder / "关着", before=CLOSED)
    assert done.returncode == 2 and "没有权限" in done.stderr


def test_a_file_that_vanishes_meanwhile_is_named(folder):
    done = outcome("check", folder, before=VANISHING)
    assert (
        done.returncode == 2 and done.stderr.count("\n") == 1 and "找不到" in done.stderr and "乙.toml" in done.stderr
    )
    assert "检查了 2 份，0 份有错误；另有 1 份没有读入。" in done.stdout


@pytest.mark.skipif(os.name != "posix", reason="needs links and pipes")
def test_links_are_followed_once_and_what_is_no_file_is_named(folder, tmp_path):
    elsewhere = tmp_path / "别处"
    elsewhere.mkdir()
    save_draft(elsewhere / "戊.toml", BROKEN)
    (folder / "西片").symlink_to(elsewhere)
    (folder / "东片" / "绕回").symlink_to(folder)
    (folder / "自己.toml").symlink_to(folder / "自己.toml")
    os.mkfifo(folder / "管道.toml")
    done = run("check", folder)
    assert done.returncode == 2 and done.stderr.count("\n") == 2
    assert "指着自己" in done.stderr and "不是普通的文件" in done.stderr
    assert "检查了 4 份，2 份有错误；另有 2 份没有读入。" in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="needs names that are no text")
def test_a_name_that_is_no_text_goes_through(folder):
    name = os.fsdecode(os.fsencode(str(folder)) + b"/\xcf\xe7.toml")
    save_draft(Path(name), BROKEN)
    done = run("check", folder)
    assert done.returncode == 1 and done.stderr == "" and "\\udccf\\udce7.toml：1 个错误" in done.stdout
    (item,) = json.loads(run("check", "--json", name).stdout)
    assert item["file"] == name
