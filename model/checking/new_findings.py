"""What would be found after a change that was not found before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from model.findings.finding import Checked, Finding, Mend, Rewording

Key = tuple[str, tuple[str, ...], int]


def new_findings(before: Checked, after: Checked, mends: Iterable[Mend]) -> list[Finding]:
    """Return the findings of a report with mends made that its findings `before` have not.

    The same rule about the same cells at the same place in a text is the same finding, whatever numbers it says. Where not
    all places were told one by one before, none of that rule is new."""
    known = [*before.findings, *(finding for finding, _ in before.confirmed)]
    rewordings = {mend.cell: mend for mend in mends if isinstance(mend, Rewording)}
    keys = {_key(one, rewordings.get(one.cells[0])) for one in known}
    summed_up = {(one.rule, one.cells[0]) for one in known if one.count > 1}
    return [one for one in after.findings if _key(one) not in keys and (one.rule, one.cells[0]) not in summed_up]


def _key(finding: Finding, mend: Rewording | None = None) -> Key:
    start = _moved(finding.start, mend.changes) if mend and finding.length else finding.start
    return finding.rule, finding.cells, start


def _moved(place: int, changes: Sequence[tuple[int, int, str]]) -> int:
    """Return where a place of a text stands after replacements in it."""
    return place + sum(len(words) - (end - start) for start, end, words in changes if end <= place)
