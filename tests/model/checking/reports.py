"""Reports to be checked: a clean one, the year before it, and the clean one with something changed."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

from model.checking.run import check
from model.draft.draft_file import load_draft
from model.findings.finding import Finding
from model.form.form import load_form
from model.report.report import Notes, Part, Report
from tests.samples import EXAMPLE

CLEAN = load_draft(EXAMPLE)[0]
PHRASINGS = tomllib.loads(Path(__file__).with_name("phrasings.toml").read_text(encoding="utf-8"))


def last_year() -> Report:
    """A report on the year before that fits the example."""
    values = CLEAN.values | {
        "year": 2024,
        "requests.carried_out.natural": 2,
        "disclosure.normative_documents.in_force": 7,
        "overview": (Part("主动公开", "上年的话，一个数也没有。"),),
        "improvement": (Part("存在的主要问题", "上年的问题是另外一个。"),),
        "remarks": (Part("信息处理费收取情况", "上年没有收取信息处理费，特此说明。"),),
    }
    return replace(CLEAN, values=values)


LAST = last_year()
QUIET_TEXT = "今年的话，没有数；主动公开、依申请公开、信息管理、平台建设、监督保障、考核、评议、责任追究都做了，撤回的也记了。"  # no number to be wrong
QUIET = {"overview": (Part("主动公开", QUIET_TEXT),)}


def changed(notes: Notes = CLEAN.notes, **values: object) -> Report:
    """The example with other values and notes; __ stands for a dot, None takes a value away."""
    new = CLEAN.values | {name.replace("__", "."): value for name, value in values.items()}
    return replace(CLEAN, values={name: value for name, value in new.items() if value is not None}, notes=notes)


def with_text(text: str, section: str = "overview", heading: str = "主动公开") -> Report:
    """The example with one more sentence in a part."""
    parts = list(CLEAN.parts(section))
    index = next(i for i, part in enumerate(parts) if part.heading == heading)
    parts[index] = Part(heading, parts[index].text + text)
    return replace(CLEAN, values=CLEAN.values | {section: tuple(parts)})


def found(report: Report, last: Report | None = LAST) -> list[Finding]:
    """What a check of the report finds, beside last year's."""
    return list(check(report, last).findings)


def text_findings(text: str, heading: str = "依申请公开") -> list[Finding]:
    """What is found of the numbers in a text that stands alone in the first section."""
    report = changed(overview=(Part(heading, text),))
    return [one for one in found(report, None) if one.rule.startswith("text-")]


def rules_found(text: str, *rules: str, cells: dict[str, int] | None = None) -> list[str]:
    """Those of the rules that find something in a town's report with this text, in which all cells but these are 0."""
    form = load_form("2021")
    facts = {"year": 2024, "unit": "青石镇人民政府", "overview": (Part("依申请公开", text),)}
    report = Report(form, dict.fromkeys(form.inputs, 0) | (cells or {}) | facts)
    return [one.rule for one in found(report, None) if one.rule in rules]
