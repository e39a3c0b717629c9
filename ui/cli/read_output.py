"""The result of a reading as text and as JSON."""

from __future__ import annotations

from model.faults import on_one_line
from model.reading.reading import Reading
from model.report.cell_numbers import number_shown
from model.report.fact_labels import value_name
from ui.cli.arguments import json_number


def as_json(reading: Reading) -> dict[str, object]:
    """Return the account of a reading as a JSON object; see the command line in the README."""
    return {
        "cells": {name: json_number(number) for name, number in reading.cells.items()},
        "open": [{"cell": entry.cell, "text": entry.text, "reason": entry.reason} for entry in reading.open],
        "unrecognised": reading.unrecognised,
        "disagreements": [
            {"cell": found.cell, "printed": json_number(found.printed), "computed": json_number(found.computed)}
            for found in reading.disagreements
        ],
        "sources": {name: f"{source.where}：{source.text}" for name, source in reading.sources.items()},
        "left_out": reading.left_out,
        "notes": reading.notes,
    }


def account(reading: Reading) -> str:
    """Return the account of a reading for a person: how much was read, then what to check."""
    form = reading.report.form
    lines = [f"读到 {len(reading.cells)} 个数（{form.edition} 年版格式，共 {len(form.cells)} 个）。", *reading.notes]
    lines += [
        f"没有读：“{value_name(form, entry.cell)}”。{entry.reason}" + (f"文档里是：{entry.text}" if entry.text else "")
        for entry in reading.open
    ]
    lines += [
        f"总计不符：“{form.label(found.cell)}”文档里印的是 {number_shown(found.printed)}，"
        f"按各项相加是 {number_shown(found.computed)}。"
        for found in reading.disagreements
    ]
    lines += [f"没有认出：{text}" for text in reading.unrecognised]
    return "\n".join(map(on_one_line, lines))
