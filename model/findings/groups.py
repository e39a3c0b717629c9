"""Findings as they are listed: the worst first, by tab, and those that say the same together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from model.findings.finding import Finding
from model.form.relation import SEVERITIES
from model.report.report import text_place

Same = tuple[Finding, ...]  # one finding, or several that say the same of different places


class Group(NamedTuple):
    """The findings of one severity in one tab; those of other tabs that say the same as one of them stand with it."""

    severity: str
    tab: str
    rows: tuple[Same, ...]

    @property
    def places(self) -> int:
        """How many places the findings stand for."""
        return sum(map(count_of, self.rows))


def count_of(findings: Iterable[Finding]) -> int:
    """Return how many places findings stand for."""
    return sum(finding.count for finding in findings)


def grouped(findings: Iterable[Finding], tab_of: Callable[[Finding], str], tabs: Sequence[str]) -> list[Group]:
    """Return the groups in the order of the tabs, all errors before the first warning, all warnings before the first hint.

    Within a group, what is about cells comes first, then what is about texts, from the first line to the last."""
    rows: dict[tuple[object, ...], list[Finding]] = {}
    for number, finding in enumerate(sorted(findings, key=_place_in_text)):
        key = (finding.rule, finding.severity, finding.kind) if finding.kind else (number,)
        rows.setdefault(key, []).append(finding)
    groups: dict[tuple[str, str], list[Same]] = {}
    for same in rows.values():
        groups.setdefault((same[0].severity, tab_of(same[0])), []).append(tuple(same))
    order = sorted(groups, key=lambda key: (SEVERITIES.index(key[0]), tabs.index(key[1])))
    return [Group(*key, tuple(groups[key])) for key in order]


def _place_in_text(finding: Finding) -> tuple[int, int]:
    """Return where in the texts of its section a finding is; before all of them if it is about no text."""
    section, part = text_place(finding.cells[0])
    return (part + 1, finding.start) if section else (0, finding.start)
