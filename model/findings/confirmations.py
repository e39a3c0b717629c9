"""The warnings and hints that the clerk has marked 核实无误, found again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from model.findings.finding import HINT, WARNING, Finding
from model.report.report import Confirmed

Key = tuple[str, ...]
BETWEEN = "|"  # the pieces of what a finding is about
SHARE = re.compile(r"≤(\d+)%")
MISSING = ("blank", "missing-text")  # rules whose hints are ended by writing what is missing


class Confirmations:
    """The confirmations by what they speak of; the parts of a text may have been moved since."""

    def __init__(self, confirmed: Sequence[Confirmed]) -> None:
        self._places: dict[Key, list[tuple[int, Confirmed]]] = {}
        self._in_pieces: dict[Key, list[tuple[int, Confirmed]]] = {}  # those that hold for less as well
        for place, by in enumerate(confirmed):
            if by.cells:
                key = _exactly(by.rule, by.cells[0], by.about) if by.about else (by.rule, by.cells[0])
                self._places.setdefault(key, []).append((place, by))
                if BETWEEN in by.about or SHARE.match(by.about):
                    self._in_pieces.setdefault(_exactly(by.rule, by.cells[0], ""), []).append((place, by))

    def of(self, finding: Finding) -> Confirmed | None:
        """Return the confirmation of a warning or hint about something unchanged, or of which there is less now.

        The first of several, or None."""
        if not self._places or not may_be_confirmed(finding):
            return None
        cell, names = finding.cells[0], set(finding.cells)
        # With `about` in any part of the section, since parts are moved; without it, in drafts by hand, where the cells match.
        exact = self._places.get(_exactly(finding.rule, cell, finding.about), [])[:1]
        pieces = self._in_pieces.get(_exactly(finding.rule, cell, ""), ())
        less = [one for one in pieces if _covers(one[1].about, finding.about)]
        others = [one for one in self._places.get((finding.rule, cell), ()) if names.issuperset(one[1].cells)]
        first = min((*exact, *less, *others), key=lambda one: one[0], default=None)
        return first[1] if first else None


def may_be_confirmed(finding: Finding) -> bool:
    """Return whether the clerk may say that a finding is none: of warnings, and of hints except those that something is missing."""
    return finding.severity == WARNING or (finding.severity == HINT and finding.rule not in MISSING)


def _exactly(rule: str, cell: str, about: str) -> Key:
    return rule, cell.partition("[")[0], about


def about_words(words: Iterable[str]) -> str:
    """Return what a finding about several sentences is about: a confirmation holds while none is added."""
    return BETWEEN.join(words)


def about_share(share: str, words: Iterable[str]) -> str:
    """Return what a finding about a share such as 84% and some sentences is about: it holds while neither grows."""
    return BETWEEN.join((f"≤{share}", *words))


def _covers(confirmed: str, about: str) -> bool:
    """Return whether what is found is not more than what was confirmed."""
    (share_before, words_before), (share, words) = map(_pieces, (confirmed, about))
    return share <= share_before and words <= words_before


def _pieces(about: str) -> tuple[int, frozenset[str]]:
    """Return the share in percent, 0 where there is none, and the words."""
    pieces = about.split(BETWEEN)
    share = SHARE.fullmatch(pieces[0])
    return int(share[1]) if share else 0, frozenset(pieces[1:] if share else pieces)
