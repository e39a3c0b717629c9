"""The changes that mend what was found, and those that confirm it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from model.checking.run import mends_together
from model.findings.finding import Checked, Finding, Mend
from model.report.report import Confirmed, Notes, Report, Value, text_place


def changes_of(report: Report, edits: Iterable[Mend]) -> dict[str, Value | None]:
    """Return the values that change when these edits are made, by name: parts of a section are one value."""
    changes: dict[str, Value | None] = {}
    for edit in edits:
        section, index = text_place(edit.cell)
        if not section:
            changes[edit.cell] = edit.value
            continue
        sofar = changes.get(section)
        parts = list(sofar if isinstance(sofar, tuple) else report.parts(section))
        field = "heading" if edit.cell.endswith(".heading") else "text"
        parts[index] = replace(parts[index], **{field: str(edit.value)})  # type: ignore[arg-type]
        changes[section] = tuple(parts)
    return changes


def confirmed(report: Report, finding: Finding, reason: str) -> Notes:
    """Return the report's notes with a warning marked 核实无误 for a reason."""
    own = Confirmed(finding.rule, finding.cells, reason, finding.about)
    return replace(report.notes, confirmed=(*report.notes.confirmed, own))


def unconfirmed(report: Report, by: Confirmed) -> Notes:
    """Return the report's notes without a confirmation."""
    return replace(report.notes, confirmed=tuple(one for one in report.notes.confirmed if one != by))


def without_printed(report: Report, cell: str) -> Notes:
    """Return the report's notes without the total that a document printed, so that the computed one stands for it."""
    left = {name: number for name, number in report.notes.printed.items() if name != cell}
    return replace(report.notes, printed=left)


def joint_mend(checked: Checked) -> tuple[Mend, int] | None:
    """Return the one change that mends several findings, and how many; None where there is none."""
    counts = mends_together(checked.findings)
    single = (finding.mends[0] for finding in checked.findings if len(finding.mends) == 1)
    return next(((mend, counts[mend]) for mend in single if counts[mend] > 1), None)
