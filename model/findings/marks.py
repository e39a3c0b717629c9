"""Where findings are marked: cells, stretches of texts, tabs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from model.findings.finding import ERROR, HINT, SHAPES, WARNING, Finding
from model.form.relation import SEVERITIES


def shown_at(finding: Finding) -> tuple[str, ...]:
    """Return the cells that a finding marks: all that may be wrong, otherwise the first; for a hint none."""
    if finding.severity == HINT:
        return ()
    # One cell to look at is enough, unless each of several may be the wrong one.
    return finding.cells if finding.severity == ERROR and finding.possible_fixes else finding.cells[:1]


def flags_of(findings: Iterable[Finding]) -> dict[str, str]:
    """Return the worst severity of each marked cell, by its name."""
    flags: dict[str, str] = {}
    for finding in sorted(findings, key=lambda one: SEVERITIES.index(one.severity), reverse=True):
        flags |= dict.fromkeys(shown_at(finding), finding.severity)
    return flags


def stretches_of(findings: Iterable[Finding], name: str) -> list[tuple[int, int, str]]:
    """Return the marked stretches of a text: start, length, severity; the worst last, to be drawn over the others."""
    own = [one for one in findings if one.cells[0] == name and one.length]
    return [
        (one.start, one.length, one.severity) for one in sorted(own, key=lambda one: -SEVERITIES.index(one.severity))
    ]


def counts_of(findings: Iterable[Finding], kinds: Iterable[str] = (ERROR, WARNING)) -> str:
    """Return how many findings of these kinds there are, with their shapes, such as ✕1 ▲2."""
    found = Counter[str]()
    for one in findings:
        found[one.severity] += one.count
    return " ".join(f"{SHAPES[kind]}{found[kind]}" for kind in kinds if found[kind])
