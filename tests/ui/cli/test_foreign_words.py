"""Whatever names and values a file holds, each line that the commands print is one line, in the direction of Chinese."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from model.draft.toml_format import draft_text
from model.report.report import Part, Unfinished
from tests.model.checking.reports import changed
from tests.samples import ROOT

FOREIGN = "甲\u202e乙\n丙\x1b[2J\u2028丁\u200b"


@pytest.fixture
def draft(tmp_path) -> Path:
    """A draft with such words in every place that a sentence may quote."""
    facts = dict.fromkeys(("contact__office", "contact__telephone", "contact__postcode", "contact__email"), FOREIGN)
    report = changed(
        unit=f"{FOREIGN}镇人民政府",
        opening=f"{FOREIGN}2024年1月1日至12月31日。",
        overview=(Part(f"（七）{FOREIGN}", f"{FOREIGN}公公开，2024年，{FOREIGN}收到99件。"),),
        **facts,
    )
    report.values["requests.received.natural"] = Unfinished(FOREIGN)
    report.values["signoff.date"] = Unfinished(FOREIGN)
    report.kept = {"last": {"unit": 3, "year": FOREIGN}, f"yaer{FOREIGN}": FOREIGN, "units": FOREIGN}
    path = tmp_path / f"{FOREIGN.replace(chr(10), ' ')}.toml"
    path.write_text(draft_text(report), encoding="utf-8")
    return path


def lines_of(*words: object) -> list[str]:
    done = subprocess.run(
        [sys.executable, "app.py", *map(str, words)], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert "Traceback" not in done.stderr
    return (done.stdout + done.stderr).rstrip("\n").split("\n")


@pytest.mark.parametrize("command", ["check", "export", "next", "read", "nothing"])
def test_a_line_stays_a_line(command, draft, tmp_path):
    out = tmp_path / f"out{FOREIGN.replace(chr(10), ' ')}{'.docx' if command == 'export' else '.toml'}"
    words = {
        "check": ["check", draft],
        "export": ["export", draft, "-o", out],
        "next": ["next", draft, "-o", out],
        "read": ["read", _page(tmp_path), "-o", out],
        "nothing": ["check", tmp_path / FOREIGN.replace("\n", " ")],
    }[command]
    found = lines_of(*words)
    assert found[0] and all(map(str.isprintable, found))


def _page(folder: Path) -> Path:
    """A page that is read with doubts."""
    page = folder / f"{FOREIGN.replace(chr(10), ' ')}.txt"
    odd = "12\u202e34\u2066件"
    page.write_text(
        f"某镇2{odd}年政府信息公开工作年度报告\n一、总体情况\n公开。\n二、主动公开政府信息情况\n行政许可 {odd}\n行政处罚 {FOREIGN}\n",
        encoding="utf-8",
    )
    return page
