"""What mends several findings at once."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from model.findings.finding import Finding, Mend, Rewording


def mends_of_all(findings: Iterable[Finding]) -> tuple[Mend, ...]:
    """Return the rewordings that mend all of several findings, one for each text.

    None unless each is mended for certain."""
    by_text: dict[tuple[str, str], set[tuple[int, int, str]]] = {}
    for finding in findings:
        for mend in finding.mends:
            if not isinstance(mend, Rewording):
                return ()
            by_text.setdefault((mend.cell, mend.text), set()).update(mend.changes)
        if not finding.mends:
            return ()
    joined = tuple(Rewording(cell, text, tuple(sorted(changes))) for (cell, text), changes in by_text.items())
    is_clear = len({mend.cell for mend in joined}) == len(joined) and not any(map(_overlaps, joined))
    return joined if is_clear else ()


def _overlaps(mend: Rewording) -> bool:
    """Return whether two of its changes are about the same characters."""
    return any(end > start for (_, end, _), (start, _, _) in pairwise(mend.changes))
