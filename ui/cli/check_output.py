"""Findings as text for a terminal and as JSON."""

from __future__ import annotations

from typing import Any

from model.checking.batch import FileChecked
from model.faults import on_one_line
from model.findings.finding import WORDS, Finding
from ui.cli.arguments import json_number


def as_objects(done: FileChecked) -> list[dict[str, Any]]:
    """Return a file's findings as the objects of `check --json`, without confirmed ones."""
    return [
        {
            "file": done.file,
            "rule": finding.rule,
            "severity": finding.severity,
            "cells": list(finding.cells),
            "message": finding.message,
            "edits": [
                {"cell": edit.cell, "value": edit.value if isinstance(edit.value, str) else json_number(edit.value)}
                for edit in finding.edits
            ],
        }
        for finding in done.checked.findings
    ]


def table(done: FileChecked) -> str:
    """Return a file's findings as lines, the worst first, then the confirmed ones."""
    lines = [f"{done.file}：{counted(done.checked.findings)}"]
    lines += [f"  {WORDS[finding.severity]}  {finding.message}" for finding in done.checked.findings]
    lines += [
        f"  已核实  {finding.message}（核实说明：{by.reason or '没有写'}）" for finding, by in done.checked.confirmed
    ]
    return "\n".join(map(on_one_line, lines))


def counted(findings: tuple[Finding, ...]) -> str:
    """Return how many findings there are of each kind, such as 1 个错误，2 个提醒."""
    counts = {kind: sum(finding.count for finding in findings if finding.severity == kind) for kind in WORDS}
    said = "，".join(f"{count} 个{WORDS[kind]}" for kind, count in counts.items() if count)
    return said or "没有发现问题"
