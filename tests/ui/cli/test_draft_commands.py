"""The commands that make drafts, run as their users run them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from docx.shared import Mm

from export.web.document import page_bytes
from export.word.document import word_bytes
from export.word.own_template import COPY, FOLDER, choose_template
from model.draft.draft_file import save_draft
from model.files.settings_folder import MAKER
from model.report.report import Unfinished
from tests.export.word.templates import changed
from tests.samples import ROOT, SHARED
from tests.ui.cli.test_main import run
from ui.cli import draft_commands

IN_FORCE = "disclosure.normative_documents.in_force"


def test_next_on_the_command_line_from_a_draft_and_from_a_document(tmp_path, last):
    draft, document, out = tmp_path / "a.toml", tmp_path / "a.docx", tmp_path / "b.toml"
    save_draft(draft, last)
    document.write_bytes(word_bytes(last))
    for source in (draft, document):
        before = source.read_bytes()
        done = run("next", source, "-o", out)
        assert done.returncode == 0, done.stderr
        data = tomllib.loads(out.read_text(encoding="utf-8"))
        assert data["year"] == last.year + 1 and data["last"]["year"] == last.year
        assert data["requests"]["carried_in"]["natural"] == 2
        assert data["proposed"] == ["disclosure.regulations.in_force", IN_FORCE]
        assert source.read_bytes() == before
    assert run("next", draft, "-o", draft).returncode == 2
    assert run("next", tmp_path / "no.toml", "-o", out).returncode == 2


@pytest.mark.skipif(not SHARED.exists(), reason="the samples are not here")
def test_a_city_report_and_a_web_page_lead_to_the_next_year(tmp_path):
    for folder, carried in (("003-suqian-shi-2023/source.txt", 118), ("006-hangzhou-like-2025/source.html", 783)):
        out = tmp_path / "b.toml"
        done = run("next", SHARED / "samples" / folder, "-o", out)
        assert done.returncode == 0 and "年度请自己填" in done.stderr
        data = tomllib.loads(out.read_text(encoding="utf-8"))
        assert data["requests"]["carried_in"]["natural"] == carried and "year" not in data


def test_export_makes_a_web_page_and_proves_it(tmp_path, last):
    draft, out = tmp_path / "a.toml", tmp_path / "年报.HTML"
    save_draft(draft, last)
    done = run("export", draft, "-o", out)
    assert (done.returncode, done.stdout, done.stderr) == (0, "已核对：200 个数、6 段文字一致。\n", "")
    assert out.read_bytes() == page_bytes(last)
    done = run("export", draft, "-o", out, "--template", tmp_path / "a.docx")
    assert done.returncode == 2 and "用不了模板" in done.stderr and out.read_bytes() == page_bytes(last)


def test_an_export_that_differs_from_its_draft_is_no_success(tmp_path, last, monkeypatch, capsys):
    draft, out = tmp_path / "a.toml", tmp_path / "a.html"
    save_draft(draft, last)
    spoilt = page_bytes(last).replace(b">14<", b">41<", 1)
    monkeypatch.setattr(draft_commands, "page_bytes", lambda report: spoilt)
    assert draft_commands.export([str(draft), "-o", str(out)]) == 2
    said = capsys.readouterr()
    assert said.out == "" and "草稿是 14，文件里是 41" in said.err


def test_read_on_the_command_line_says_what_it_read(tmp_path, last):
    document, out = tmp_path / "a.docx", tmp_path / "b.toml"
    document.write_bytes(word_bytes(last))
    done = run("read", document, "-o", out, "--json", "--year", 2024, "--unit", "甲镇")
    found = json.loads(done.stdout)
    assert set(found) >= {"cells", "open", "unrecognised", "disagreements", "sources"}
    assert found["cells"]["requests.received.total"] == 14 and found["open"] == []
    assert "一、本年新收" in found["sources"]["requests.received.total"]
    data = tomllib.loads(out.read_text(encoding="utf-8"))
    assert (data["year"], data["unit"]) == (2024, "甲镇")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "另存为 .docx"),
        ("a.pdf", b"%PDF-1.7 ...", "PDF"),
        ("a.png", b"\x89PNG\r\n", "图片"),
        ("a.docx", b"PK\x03\x04 broken", "损坏"),
        ("a.txt", "今天天气很好。".encode(), "没有认出年度报告"),
        ("a.html", b"<p>nothing</p>", "没有认出年度报告"),
        ("a.html", b"<div>" * 3000 + b"x", "没有读入"),
        ("a.txt", b"", "空的"),
        ("a.txt", bytes(range(256)) * 40, "读不了"),
    ],
)
def test_what_is_no_report_is_refused_with_a_sentence(tmp_path, name, data, words):
    source, out = tmp_path / name, tmp_path / "b.toml"
    source.write_bytes(data)
    done = run("read", source, "-o", out)
    assert done.returncode == 2 and words in done.stderr and "Traceback" not in done.stderr
    assert name in done.stderr
    assert not out.exists()


def test_export_takes_a_template_and_otherwise_the_one_chosen_in_the_window(tmp_path, last, monkeypatch):
    home = tmp_path / "home"
    monkeypatch.setenv("APPDATA" if os.name == "nt" else "XDG_CONFIG_HOME", str(home))
    draft, template, out = tmp_path / "a.toml", tmp_path / "县.docx", tmp_path / "b.docx"
    save_draft(draft, last)
    template.write_bytes(changed(lambda document: setattr(document.sections[0], "top_margin", Mm(30))))
    call = ("export", draft, "-o", out)
    assert run(*call, "--template", template).returncode == 0
    assert out.read_bytes() == word_bytes(last, template.read_bytes())
    assert run(*call).returncode == 0
    assert out.read_bytes() == word_bytes(last)
    choose_template(home / MAKER, template)
    assert run(*call).returncode == 0
    assert out.read_bytes() == word_bytes(last, template.read_bytes())


def test_a_template_that_cannot_be_used_is_refused_and_nothing_is_written(tmp_path, last, monkeypatch):
    home = tmp_path / "home"
    monkeypatch.setenv("APPDATA" if os.name == "nt" else "XDG_CONFIG_HOME", str(home))
    draft, template, out = tmp_path / "a.toml", tmp_path / "县.docx", tmp_path / "b.docx"
    save_draft(draft, last)
    template.write_bytes(changed(lambda document: None))
    choose_template(home / MAKER, template)
    call = ("export", draft, "-o", out, "--template")
    for path, words in ((draft, "“a.toml”不能用作模板"), (tmp_path / "没有.docx", "找不到"), (out, "输出文件就是模板")):
        if path == out:
            out.write_bytes(template.read_bytes())
        done = run(*call, path)
        assert (done.returncode, done.stdout) == (2, "") and words in done.stderr
        assert not out.exists() or out.read_bytes() == template.read_bytes()
    (home / MAKER / FOLDER / COPY).write_bytes(b"PK")
    done = run("export", draft, "-o", tmp_path / "c.docx")
    assert done.returncode == 2 and "“县.docx”不能用了" in done.stderr
    assert not (tmp_path / "c.docx").exists()


def test_next_names_what_is_no_valid_value_in_last_years_draft(tmp_path, last):
    last.values |= {"requests.carried_out.natural": Unfinished("十二")}
    save_draft(tmp_path / "上年.toml", last)
    done = run("next", tmp_path / "上年.toml", "-o", tmp_path / "今年.toml")
    assert done.returncode == 0 and (tmp_path / "今年.toml").exists()
    assert "1 处没有带过来" in done.stderr and "写的是“十二”" in done.stderr


def test_export_writes_a_pdf_by_the_suffix_and_tells_what_stands_in_it(tmp_path, last):
    draft, out, template = tmp_path / "a.toml", tmp_path / "a.PDF", tmp_path / "t.docx"
    last.values["opening"] = "张\U00030ede同志。"
    save_draft(draft, last)
    template.write_bytes(word_bytes(last))
    done = run("export", draft, "-o", out)
    assert done.returncode == 0 and out.read_bytes().startswith(b"%PDF")
    assert "“\U00030ede”（开头语）" in done.stderr and "〓" in done.stderr
    out.unlink()
    done = run("export", draft, "-o", out, "--template", template)
    assert done.returncode == 2 and "--template" in done.stderr and not out.exists()
    done = run("export", draft, "-o", tmp_path / "a.odt")
    assert done.returncode == 2 and ".docx 或 .pdf" in done.stderr


def loaded_by_export(draft: Path, out: Path) -> set[str]:
    """The packages that an export in a process of its own has loaded."""
    code = (
        "import sys; from ui.cli.main import run_command\n"
        f"assert run_command(['export', {str(draft)!r}, '-o', {str(out)!r}]) == 0\n"
        "print(*{name.split('.')[0] for name in sys.modules}, sep='\\n')"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert out.exists()
    return {*done.stdout.splitlines()}


def test_a_pdf_needs_no_office_and_no_qt(tmp_path, last):
    draft, out = tmp_path / "a.toml", tmp_path / "a.pdf"
    save_draft(draft, last)
    loaded = loaded_by_export(draft, out)
    assert "typst" in loaded and not loaded & {"PySide6", "shiboken6", "docx"}


def test_a_word_document_does_not_wait_for_the_typesetter(tmp_path, last):
    draft, out = tmp_path / "a.toml", tmp_path / "a.docx"
    save_draft(draft, last)
    loaded = loaded_by_export(draft, out)
    assert "docx" in loaded and "typst" not in loaded
