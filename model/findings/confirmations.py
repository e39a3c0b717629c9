"""The warnings and hints that the clerk has marked 核实无误, found again."""

from __future__ import annotations

from collections.abc import Sequence

from model.findings.finding import HINT, WARNING, Finding
from model.report.report import Confirmed

Key = tuple[str, ...]
MISSING = ("blank", "missing-text")  # rules whose hints are ended by writing what is missing


class Confirmations:
    """The confirmations by what they speak of; the parts of a text may have been moved since."""

    def __init__(self, confirmed: Sequence[Confirmed]) -> None:
        self._places: dict[Key, list[tuple[int, Confirmed]]] = {}
        for place, by in enumerate(confirmed):
            if by.cells:
                key = _exactly(by.rule, by.cells[0], by.about) if by.about else (by.rule, by.cells[0])
                self._places.setdefault(key, []).append((place, by))

    def of(self, finding: Finding) -> Confirmed | None:
        """Return the confirmation of a warning or hint about something unchanged; the first of several, or None."""
        if not self._places or not may_be_confirmed(finding):
            return None
        cell, names = finding.cells[0], set(finding.cells)
        # With `about` in any part of the section, since parts are moved; without it, in drafts by hand, where the cells match.
        exact = self._places.get(_exactly(finding.rule, cell, finding.about), [])[:1]
        others = [one for one in self._places.get((finding.rule, cell), ()) if names.issuperset(one[1].cells)]
        first = min((*exact, *others), key=lambda one: one[0], default=None)
        return first[1] if first else None


def may_be_confirmed(finding: Finding) -> bool:
    """Return whether the clerk may say that a finding is none: of warnings, and of hints except those that something is missing."""
    return finding.severity == WARNING or (finding.severity == HINT and finding.rule not in MISSING)


def _exactly(rule: str, cell: str, about: str) -> Key:
    return rule, cell.partition("[")[0], about
