"""Commands whose output goes nowhere, and commands that are stopped."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

import pytest

from export.word.document import word_bytes
from model.draft.draft_file import save_draft
from model.files.files import TEMPORARY_SUFFIX
from tests.command_line import ended, outcome, started, wait_for
from tests.ui.cli.test_check import BROKEN, CLEAN

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full")
posix = pytest.mark.skipif(os.name != "posix", reason="needs signals and handles that are passed on")
SLOW_DISK = """
import pathlib
def slow(handle):
    pathlib.Path("began").touch()
    time.sleep(100)
os.fsync = slow
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    inside = tmp_path / "各乡镇"
    inside.mkdir()
    for number in range(12):
        save_draft(inside / f"{number:02}.toml", BROKEN)
    (tmp_path / "a.docx").write_bytes(word_bytes(CLEAN))
    monkeypatch.chdir(tmp_path)
    return inside


@pytest.fixture
def closed_pipe():
    reading, writing = os.pipe()
    os.close(reading)
    yield writing
    os.close(writing)


CALLS = [
    ["check", "各乡镇"],
    ["check", "--json", "各乡镇/03.toml"],
    ["read", "a.docx", "-o", "b.toml", "--json"],
    ["-h"],
]


@posix
@pytest.mark.parametrize("words", CALLS, ids=" ".join)
def test_a_pipe_that_nobody_reads_is_told_in_a_sentence(folder, closed_pipe, words):
    done = outcome(*words, stdout=closed_pipe)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1) and "关闭" in done.stderr
    assert outcome(*words, stdout=closed_pipe, stderr=closed_pipe).returncode == 2


@posix
def test_a_reader_that_leaves_early_ends_it(folder):
    for number in range(12, 400):
        os.link(folder / "03.toml", folder / f"{number}.toml")
    command = started("check", folder)
    assert "1 个错误" in command.stdout.readline()
    command.stdout.close()
    command.stdout = None
    done = ended(command)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1) and "关闭" in done.stderr


@on_linux
@pytest.mark.parametrize("words", CALLS, ids=" ".join)
def test_a_full_disk_for_the_output_is_told_in_a_sentence(folder, words):
    with Path("/dev/full").open("w") as full:
        done = outcome(*words, stdout=full)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1) and "满" in done.stderr
        assert outcome(*words, stdout=full, stderr=full).returncode == 2


@on_linux
def test_where_nothing_can_be_told_the_exit_code_stays(folder):
    with Path("/dev/full").open("w") as full:
        done = outcome("check", "--json", "各乡镇/03.toml", "没有.toml", stderr=full)
    assert done.returncode == 2 and len(json.loads(done.stdout)) == 1


@posix
@pytest.mark.parametrize("words", CALLS, ids=" ".join)
def test_a_closed_output_is_told_in_a_sentence(folder, words):
    done = outcome(*words, preexec_fn=lambda: os.close(1))
    assert (done.returncode, done.stderr.count("\n"), done.stdout) == (2, 1, "")


@posix
def test_a_closed_output_that_nothing_goes_to_does_no_harm(folder):
    done = outcome("export", "各乡镇/03.toml", "-o", "b.docx", preexec_fn=lambda: os.close(1))
    assert (done.returncode, done.stderr) == (0, "") and Path("b.docx").read_bytes().startswith(b"PK")


@posix
def test_what_cannot_be_told_stays_out_of_the_results(folder):
    done = outcome("check", "--json", "各乡镇", "没有.toml", preexec_fn=lambda: os.close(2))
    assert done.returncode == 2 and len(json.loads(done.stdout)) == 12
    done = outcome("check", "各乡镇", preexec_fn=lambda: [os.close(number) for number in range(3)])
    assert done.returncode == 2


@posix
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize(
    "words",
    [
        ["export", "各乡镇/03.toml", "-o", "b.docx"],
        ["read", "a.docx", "-o", "b.toml"],
        ["next", "a.docx", "-o", "b.toml"],
    ],
    ids=" ".join,
)
def test_a_command_that_is_stopped_leaves_all_as_it_was(folder, words, number):
    old = Path(words[-1])
    old.write_bytes(b"old")
    before = sorted(path.name for path in Path().iterdir())
    command = started(*words, before=SLOW_DISK)
    wait_for(Path("began").exists)
    assert list(Path().rglob(f".*{TEMPORARY_SUFFIX}"))
    os.killpg(command.pid, number)
    done = ended(command)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1) and "中断" in done.stderr
    Path("began").unlink()
    assert list(Path().rglob(f".*{TEMPORARY_SUFFIX}")) == [] and old.read_bytes() == b"old"
    assert sorted(path.name for path in Path().iterdir() if path.name != "历史版本") == before


@posix
def test_what_was_ignored_when_it_was_started_is_ignored_still(folder):
    slow = SLOW_DISK.replace("100", "1")
    before = slow + "signal.signal(signal.SIGHUP, signal.SIG_IGN)"
    command = started("export", "各乡镇/03.toml", "-o", "b.docx", before=before)
    wait_for(Path("began").exists)
    os.killpg(command.pid, signal.SIGHUP)
    assert ended(command).returncode == 0


def test_an_error_that_nobody_foresaw_is_a_sentence_too(folder, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    broken = "import export.word.document\ndef word_bytes(report, template): raise IndexError('李建国')\nexport.word.document.word_bytes = word_bytes"
    done = outcome("export", "各乡镇/03.toml", "-o", "b.docx", before=broken)
    assert done.returncode == 2 and "维护程序的人" in done.stderr
    assert not [word for word in ("IndexError", "李建国") if word in done.stderr]
    if sys.platform == "linux":
        (report,) = (tmp_path / "own").rglob("*.txt")
        assert str(report) in done.stderr and "IndexError" in report.read_text() and "李建国" not in report.read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_list_that_is_stopped_before_it_began_is_a_list_all_the_same(folder, number):
    slow = "import os, signal, builtins\nreal = builtins.__import__\ndef late(name, *more):\n    if name == 'ui.cli.check': os.kill(os.getpid(), NUMBER)\n    return real(name, *more)\nbuiltins.__import__ = late"
    done = outcome("check", "--json", "各乡镇", before=slow.replace("NUMBER", str(int(number))))
    assert (done.returncode, json.loads(done.stdout)) == (2, []) and "中断" in done.stderr
