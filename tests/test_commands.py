"""The command line, run as its users run it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from app import COMMANDS
from model.draft_file import save_draft
from model.report import Report
from tests.document_reader import WordFile
from tests.samples import ROOT, main_report
from ui.commands import HELP


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
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
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
    assert set(words) == {*COMMANDS, *HELP}
