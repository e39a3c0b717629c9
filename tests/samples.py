"""The report of the main job: sample 001 where the folder of samples exists, otherwise the program's own example."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from model.draft.draft_file import load_draft
from model.form.form import load_form
from model.report.report import Part, Report

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "resources" / "example.toml"
SHARED = ROOT.parent / "shared"
SAMPLE = SHARED / "samples" / "001-honghuaerji-zhen-2021"
SOURCES = sorted(SHARED.glob("samples/*/source*"))


def name_of(source: Path) -> str:
    """A sample's source in few characters, such as 001-source.txt."""
    return f"{source.parent.name[:3]}-{source.name}"


def source_params() -> list[ParameterSet]:
    """The samples' sources for a test."""
    return [pytest.param(source, id=name_of(source)) for source in SOURCES]


def main_report() -> Report:
    """The report on paper that the clerk has before her."""
    return _sample_001() if SAMPLE.exists() else load_draft(EXAMPLE)[0]


def _sample_001() -> Report:
    lines = (SAMPLE / "source-simplified.txt").read_text(encoding="utf-8").splitlines()
    expected = json.loads((SAMPLE / "expected.json").read_text(encoding="utf-8"))
    tables = next(index for index, line in enumerate(lines) if line.startswith("第二十条第(一)项"))
    problems = next(index for index, line in enumerate(lines) if line.startswith("存在问题"))
    form = load_form("2021")
    report = Report(form, {"year": expected["year"], "unit": expected["unit"], "opening": lines[0]})
    report.values |= {name: expected["cells"][name] for name in form.inputs}
    report.values |= {
        "contact.office": "党政办",
        "contact.telephone": "0470-8942932",
        "signoff.date": date(2022, 1, 10),
        "overview": (Part("", "\n".join(lines[1:tables])),),
        "improvement": (Part("", "\n".join(lines[problems : problems + 2])),),
        "remarks": (
            Part("收费情况", lines[problems + 3]),
            Part("落实上级主管部门政务公开工作要点情况", "\n".join(lines[problems + 5 : problems + 8])),
        ),
    }
    return report
