"""The command line, run as its users run it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from app import COMMANDS
from export.word.document import word_bytes
from model.draft.draft_file import load_draft, save_draft
from model.files.history import VERSIONS_FOLDER, versions_of
from model.files.locks.draft_lock import acquire_lock, lock_path
from model.report.report import Report
from tests.document_reader import WordFile
from tests.samples import ROOT, main_report
from ui.cli.main import HELP_OPTIONS
from ui.startup.user_settings import user_settings


def run(*words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "app.py"), *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "草稿.toml"
    save_draft(path, main_report())
    return path


def test_a_draft_is_exported_and_left_alone(draft):
    before, out = draft.read_bytes(), draft.with_name("报告.docx")
    out.write_bytes(b"an older one")
    done = run("export", draft, "-o", out)
    assert (done.returncode, done.stdout, done.stderr) == (0, "已核对：200 个数、6 段文字一致。\n", "")
    assert WordFile(out.read_bytes()).paragraphs[0][0] == "Title"
    assert draft.read_bytes() == before
    first = out.read_bytes()
    run("export", draft, "-o", out)
    assert out.read_bytes() == first


def test_blanks_and_control_characters_are_counted(tmp_path, form):
    draft = tmp_path / "a.toml"
    save_draft(draft, Report(form, {"unit": "财政局", "year": 2025, "opening": "甲\x01乙"}))
    done = run("export", draft, "-o", tmp_path / "a.docx")
    assert done.returncode == 0
    assert "166 个格没有填" in done.stderr
    assert "1 个控制字符" in done.stderr


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["export"], "用法"),
        (["export", "没有.toml", "-o", "a.docx"], "找不到"),
        (["export", ".", "-o", "a.docx"], "文件夹"),
        (["export", "草稿.toml", "-o", "a.odt"], ".docx"),
        (["export", "草稿.toml", "-o", "没有/a.docx"], "没有"),
        (["export", "草稿.toml", "--out", "a.docx"], "用法"),
        (["export", "a.docx", "-o", "a.docx"], "草稿"),
        (["export", "空.toml", "-o", "a.docx"], "空的"),
        (["export", "无名.toml", "-o", "a.docx"], "单位名称"),
    ],
)
def test_a_call_that_cannot_be_done_says_why_and_exits_with_2(draft, form, monkeypatch, words, sentence):
    folder = draft.parent
    monkeypatch.chdir(folder)
    (folder / "a.docx").write_bytes(b"PK old")
    (folder / "空.toml").write_bytes(b"")
    save_draft(folder / "无名.toml", Report(form))
    before = {path: path.read_bytes() for path in folder.iterdir()}
    done = run(*words)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_exporting_over_the_draft_itself_is_refused(draft):
    twin = draft.with_name("x.docx")
    twin.write_bytes(draft.read_bytes())
    done = run("export", twin, "-o", twin)
    assert done.returncode == 2
    assert "自己" in done.stderr
    assert twin.read_bytes() == draft.read_bytes()


def test_no_qt_is_loaded_for_a_command(draft):
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import app;"
        f"app.main(['export', {str(draft)!r}, '-o', {str(draft.with_suffix('.docx'))!r}]);"
        "sys.exit(any('PySide6' in name for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_a_command_that_there_is_not_is_named(tmp_path):
    done = run("exprot", "a.toml", "-o", "b.docx")
    assert done.returncode == 2
    assert "没有“exprot”这个命令" in done.stderr and "Traceback" not in done.stderr
    assert run("--help").stdout.startswith("用法")


def test_run_asks_for_no_display_where_a_command_needs_none():
    words = re.search(r"^(.*)\) ;;$", (ROOT / "run").read_text(encoding="utf-8"), re.MULTILINE)[1].split(" | ")
    assert set(words) == {*COMMANDS, *HELP_OPTIONS}


# A draft that a command replaces.


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "上年.docx"
    path.write_bytes(word_bytes(main_report()))
    return path


def versions(path: Path) -> list[bytes]:
    return [version.read_bytes() for version in (path.parent / VERSIONS_FOLDER / path.stem).glob("*.toml")]


@pytest.mark.parametrize("command", ["read", "next"])
def test_what_a_draft_held_stays_as_a_version(document, tmp_path, command):
    out = tmp_path / "草稿.toml"
    for held in (b"", b"unit = 'what was typed'\n", b"\xff no draft at all"):
        out.write_bytes(held)
        done = run(command, document, "-o", out)
        assert (done.returncode, done.stderr) == (0, "")
        assert held in versions(out) and load_draft(out)
    assert len(versions(out)) == 3
    assert not lock_path(out).exists()


def test_a_new_draft_has_no_version(document, tmp_path):
    assert run("read", document, "-o", tmp_path / "新.toml").returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["上年.docx", "新.toml"]


def test_a_version_that_cannot_stand_beside_the_draft_goes_where_the_window_looks_for_it(
    document, tmp_path, monkeypatch
):
    home, out = tmp_path / "config", tmp_path / "草稿.toml"
    monkeypatch.setenv("APPDATA" if os.name == "nt" else "XDG_CONFIG_HOME", str(home))
    out.write_bytes(b"old")
    (tmp_path / VERSIONS_FOLDER).write_bytes(b"a file where the folder would be")
    done = run("read", document, "-o", out)
    assert (done.returncode, done.stderr) == (0, "")
    (version,) = versions_of(out, user_settings().data_folder)
    assert version.path.read_bytes() == b"old" and home in version.path.parents


def test_where_no_version_can_be_kept_that_is_said_and_the_draft_is_written(document, tmp_path, monkeypatch):
    home, out = tmp_path / "config", tmp_path / "草稿.toml"
    monkeypatch.setenv("APPDATA" if os.name == "nt" else "XDG_CONFIG_HOME", str(home))
    for path in (out, home, tmp_path / VERSIONS_FOLDER):
        path.write_bytes(b"old")
    done = run("next", document, "-o", out)
    assert done.returncode == 0 and done.stderr.count("\n") == 1 and "没能留进历史版本" in done.stderr
    assert load_draft(out)


@pytest.mark.parametrize("command", ["read", "next"])
def test_a_draft_that_another_has_open_is_left_alone(document, tmp_path, command):
    out = tmp_path / "草稿.toml"
    out.write_bytes(b"old")
    lock = acquire_lock(out)
    done = run(command, document, "-o", out)
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and "打开着" in done.stderr
    assert out.read_bytes() == b"old" and versions(out) == [] and lock.is_there
    lock.release()
    assert run(command, document, "-o", out).returncode == 0


# What may not be replaced.


def entries(folder: Path) -> list[tuple[str, int, int]]:
    found = [(path.name, path.lstat()) for path in folder.rglob("*")]
    return sorted((name, known.st_mode, known.st_ino) for name, known in found)


@pytest.mark.skipif(os.name != "posix", reason="needs links, pipes and devices")
@pytest.mark.parametrize("command", ["export", "read", "next"])
@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "circle", "to a pipe", "too long"])
def test_what_is_no_file_is_not_replaced(draft, document, tmp_path, command, kind):
    ending = "docx" if command == "export" else "toml"
    out = tmp_path / f"out.{ending}"
    match kind:
        case "pipe":
            os.mkfifo(out)
        case "device":
            out.symlink_to(os.devnull)
        case "folder":
            out.mkdir()
        case "circle":
            out.symlink_to(out)
        case "to a pipe":
            os.mkfifo(tmp_path / "pipe")
            out.symlink_to(tmp_path / "pipe")
        case "too long":
            out = tmp_path / f"{'长' * 300}.{ending}"
    before = entries(tmp_path)
    done = run(command, draft if command == "export" else document, "-o", out)
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and "换一个" in done.stderr
    assert entries(tmp_path) == before


@pytest.mark.skipif(os.name != "posix", reason="needs links")
@pytest.mark.parametrize("link", [os.link, os.symlink], ids=["hard", "symbolic"])
@pytest.mark.parametrize(("command", "ending"), [("export", ".docx"), ("read", ".toml"), ("next", ".toml")])
def test_the_source_by_another_name_is_not_replaced(draft, document, tmp_path, command, ending, link):
    source = draft if command == "export" else document
    other = tmp_path / f"other{ending}"
    link(source, other)
    before, held = entries(tmp_path), source.read_bytes()
    done = run(command, source, "-o", other)
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and "自己" in done.stderr
    assert entries(tmp_path) == before and source.read_bytes() == held


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_a_link_that_leads_to_nothing_yet_stays_a_link(document, tmp_path):
    link, target = tmp_path / "link.toml", tmp_path / "there.toml"
    link.symlink_to(target)
    assert run("read", document, "-o", link).returncode == 0
    assert link.is_symlink() and load_draft(target)
    link.unlink()
    link.symlink_to(tmp_path / "gone" / "there.toml")
    done = run("read", document, "-o", link)
    assert done.returncode == 2 and "gone”" in done.stderr and link.is_symlink()


@pytest.mark.parametrize(
    "words",
    [["export", "{}.toml", "-o", "a.docx"], ["read", "{}.docx", "-o", "a.toml"], ["check", "{}.toml"], ["check", "{}"]],
)
def test_a_name_that_is_too_long_is_told(tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    done = run(*(word.format("长" * 300) for word in words))
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and "太长" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the folder of a running program")
@pytest.mark.parametrize(
    "words",
    [["check", "."], ["check", "甲.toml"], ["export", "{draft}", "-o", "a.docx"], ["next", "{draft}", "-o", "a"]],
)
def test_in_a_folder_that_is_gone_a_command_says_so(words, draft, tmp_path):
    gone, command = tmp_path / "gone", [sys.executable, str(ROOT / "app.py")]
    gone.mkdir()
    program = (
        f"import os, sys; os.chdir({str(gone)!r}); os.rmdir({str(gone)!r}); os.execv(sys.executable, sys.argv[1:])"
    )
    words = [word.replace("{draft}", str(draft)) for word in words]
    done = subprocess.run([sys.executable, "-c", program, *command, *words], capture_output=True, encoding="utf-8")
    assert done.returncode == 2 and "命令所在的文件夹已经不在了" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "words", [["check", ""], ["check", "{draft}", "--county", ""], ["export", "{draft}", "-o", " "]]
)
def test_a_file_name_that_is_empty_is_refused(words, draft):
    done = run(*[word.replace("{draft}", str(draft)) for word in words])
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "命令里有一个文件名是空的，没有做。请写上文件名，再运行一次。\n"


@pytest.mark.skipif(not Path("/proc/kmsg").exists(), reason="Linux")
@pytest.mark.parametrize("command", ["check", "read"])
def test_a_file_of_the_system_that_waits_for_ever_is_no_report(command, tmp_path):
    (tmp_path / "上年.html").symlink_to("/proc/kmsg")
    done = run(command, tmp_path / "上年.html", *(["-o", tmp_path / "a.toml"] if command == "read" else []))
    assert done.returncode == 2 and "它是空的" in done.stderr
