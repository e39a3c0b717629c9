"""What of a reading somebody must still look at, while it is being corrected, and what the document says of a value."""

from __future__ import annotations

from collections.abc import Mapping

from model.findings.finding import ERROR, WARNING, Finding
from model.reading.reading import Disagreement, Reading
from model.reading.tables.cells import UncertainCell
from model.report.cell_numbers import number_shown
from model.report.fact_labels import MAIN_NAMES
from model.report.outline import one_line
from model.report.report import Report, Unfinished
from model.report.unfinished import reason_of

NEEDED_FACTS = tuple(MAIN_NAMES)[:2]  # the body and the year: no report can do without them
LONGEST_TEXT_CHARACTERS = 60


def to_check(reading: Reading, report: Report, seen: Mapping[str, str] | None = None) -> dict[str, Finding]:
    """Return what is still to be checked, by cell or fact; `report` is the one that was read, as corrected so far.

    A cell or a fact is settled when it is filled in, a total when its addends are, a printed total when the sum is the same;
    `seen` holds the messages that somebody has looked at and left as they are, by the same names."""
    found = {
        name: _finding(name, WARNING, _said_of_open(report, entry)) for name, entry in _open(reading, report).items()
    }
    for one in reading.disagreements_with(report):
        found[one.cell] = _finding(one.cell, ERROR, _said_of_total(one))
    for name in NEEDED_FACTS:
        if name not in report.values and name not in found:
            found[name] = _finding(name, WARNING, "文档里没有找到，请填上。")
    found = {name: one for name, one in found.items() if not seen or seen.get(name) != one.message}
    for name, text in report.unfinished.items():
        found[name] = _finding(name, ERROR, f"写的是“{text}”，没有记下：{reason_of(report.form, name, text)}")
    return found


def source_of(reading: Reading, name: str, report: Report) -> str:
    """Return what the document says where a cell or a fact was read, where that is, and what stands there now if corrected.

    `report` is the one that was read, as corrected so far. "" if nothing is known of it."""
    return _said_of_source(reading, name) + _said_of_correction(reading, name, report)


def _said_of_correction(reading: Reading, name: str, report: Report) -> str:
    value = report.values.get(name)
    if name not in report.form.cells or value == reading.report.values.get(name):
        return ""
    return (
        f"改过了，现在填的是 {number_shown(report.numbers().get(name))}。"
        if value is not None
        else "改过了，现在是空的。"
    )


def _said_of_source(reading: Reading, name: str) -> str:
    source = reading.sources.get(name)
    if source:
        read = number_shown(reading.cells[name])
        return f"读到的是 {read}。文档里是“{_short(source.text)}”（{source.where}）。"
    entry = next((entry for entry in reading.open if entry.cell == name), None)
    if entry:
        return f"没有读：{entry.reason}{_there(entry)}"
    return "文档里是空的，或者没有。" if name in reading.report.form.cells else ""


def _finding(name: str, severity: str, message: str) -> Finding:
    return Finding("read", severity, (name,), message)


def _open(reading: Reading, report: Report) -> dict[str, UncertainCell]:
    """Return the uncertain cells and facts that nobody has filled in, and the totals of such cells."""
    opened = {entry.cell: entry for entry in reading.open}
    left = {name: entry for name, entry in opened.items() if isinstance(report.values.get(name), Unfinished | None)}
    for total in report.form.totals:  # addends first
        addends = opened.keys() & set(total.addends)
        if addends and not addends & left.keys():
            left.pop(total.cell, None)
    return left


def _said_of_open(report: Report, entry: UncertainCell) -> str:
    is_total = entry.cell in report.form.cells and report.form.cells[entry.cell].total
    advice = "总计由各项相加得出，请核对各项。" if is_total else "请对照原文填上。"
    return f"没有读：{entry.reason}{_there(entry)}{advice}"


def _said_of_total(one: Disagreement) -> str:
    return (
        f"文档里印的总计是 {number_shown(one.printed)}，按各项相加是 {number_shown(one.computed)}。"
        "请看是哪一项读错了，还是文档印错了。"
    )


def _there(entry: UncertainCell) -> str:
    return f"文档里是“{_short(entry.text)}”。" if entry.text else ""


def _short(text: str) -> str:
    return one_line(text, LONGEST_TEXT_CHARACTERS)
