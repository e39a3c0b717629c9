"""Texts as a reader sees them: without letters that show nothing, and with each character in its usual code."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from model.checking.language.clauses import UNITS
from model.checking.language.replaced import Replaced, replaced
from model.findings.finding import Finding, Mend, Rewording
from model.report.report import Part, Report, Value
from model.report.unseen import ALIKE, UNSEEN, plain_letter

MOST_KEPT = 128  # texts, for the next look at them
CIRCLED = "\u2460-\u2473\u24f5-\u24fe\u2776-\u2793"
ENDS = "\u2028\u2029"
ODD = re.compile(f"[{UNSEEN}{ALIKE}{CIRCLED}{ENDS}]")
BROKEN = re.compile(rf"[\n\v](?=[ \t\u3000]{{0,8}}\d{{1,12}}[{UNITS}])")
OTHERWISE = re.compile(
    rf"""
    [{UNSEEN}]+
    | [{ALIKE}{ENDS}]
    | (?<=[\u4e00-\u9fff]) [{CIRCLED}] (?= [{UNSEEN}]{{0,4}} [{UNITS}] (?![{UNITS}]) )                      # 文件③件
    | (?<=[^\n\v]{{7}}[\u4e00-\u9fff]) [\n\v] [ \t\u3000]{{0,8}} (?= \d{{1,12}} [{UNITS}] )  # a line that ends before its number
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=MOST_KEPT)
def as_read(written: str) -> Replaced | None:
    """Return the text as a reader sees it, None where that is how it is written."""
    if not ODD.search(written) and not BROKEN.search(written):
        return None
    return replaced(written, OTHERWISE.finditer(written), _said)


def _said(letters: str) -> str:
    if letters in ENDS:
        return "\n"
    if re.match(f"[{CIRCLED}]", letters):
        return str(int(unicodedata.numeric(letters)))
    return plain_letter(letters) if re.match(f"[{ALIKE}]", letters) else ""


def report_as_read(report: Report) -> tuple[Report, Mapping[str, Replaced]]:
    """Return the report with all words as a reader sees them, and those that are written otherwise, by their names."""
    read: dict[str, Replaced] = {}
    values: dict[str, Value] = {}
    for name, value in report.values.items():
        if isinstance(value, tuple):
            parts = tuple(_part(part, f"{name}[{index}]", read) for index, part in enumerate(value))
            values[name] = parts
        elif isinstance(value, str) and (one := as_read(value)):
            read[name], values[name] = one, one.text
    return (replace(report, values=report.values | values), read) if read else (report, read)


def _part(part: Part, name: str, read: dict[str, Replaced]) -> Part:
    fields = {"heading": part.heading, "text": part.text}
    found = {field: one for field, written in fields.items() if (one := as_read(written))}
    read |= {f"{name}.{field}": one for field, one in found.items()}
    return replace(part, **{field: one.text for field, one in found.items()}) if found else part  # type: ignore[arg-type]


def as_written(finding: Finding, read: Mapping[str, Replaced]) -> Finding:
    """Return a finding on a text as it is read with its place and its mends in what is written."""
    own = read.get(finding.cells[0])
    if not own:
        return finding
    start, end = own.span(finding.start, finding.start + finding.length)
    mends = tuple(_mend_as_written(mend, read) for mend in finding.mends)
    return replace(finding, start=start, length=end - start, mends=mends)


def _mend_as_written(mend: Mend, read: Mapping[str, Replaced]) -> Mend:
    own = read.get(mend.cell)
    if not own or not isinstance(mend, Rewording):
        return mend
    return Rewording(mend.cell, own.written, tuple((*own.span(start, end), said) for start, end, said in mend.changes))
