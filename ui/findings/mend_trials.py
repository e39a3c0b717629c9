"""Whether what a finding proposes may be offered: tried on a copy of the report, once for each state of the document."""

from __future__ import annotations

from model.checking.fixes import changes_of
from model.checking.new_findings import new_findings
from model.checking.run import check
from model.findings.finding import Checked, Mend
from model.report.report import Report
from ui.basics.defaults import MOST_LETTERS_TRIED
from ui.document.open_document import OpenDocument


class MendTrials:
    """The trials of one document. A report too long to be checked while somebody waits is not tried."""

    def __init__(self, document: OpenDocument) -> None:
        self._document = document
        self._state: tuple[Report, Checked] | None = None
        self._found: dict[tuple[Mend, ...], bool] = {}

    def is_sound(self, *mends: Mend) -> bool:
        """Return whether the report with these mends has no finding that it has not without them."""
        document = self._document
        if sum(len(text) for _, text in document.report.texts()) > MOST_LETTERS_TRIED:
            return True
        state = document.report, document.checked
        if self._state is None or any(one is not other for one, other in zip(state, self._state, strict=True)):
            self._state, self._found = state, {}
        if mends not in self._found:
            self._found[mends] = not self._new(mends)
        return self._found[mends]

    def _new(self, mends: tuple[Mend, ...]) -> bool:
        document = self._document
        mended = document.report_with(changes_of(document.report, mends))
        after = check(mended, document.last, document.county, document.last_faults)
        return bool(new_findings(document.checked, after, mends))
