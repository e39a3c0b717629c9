"""The findings of a document, kept up to date: numbers at once, texts when the typing pauses, in short turns."""

from __future__ import annotations

import time
from collections.abc import Iterator
from math import inf

from PySide6.QtCore import QObject

from model.checking.missing_letters import missing_letter_findings
from model.checking.run import judged, of_numbers
from model.checking.texts.basis import Basis, basis_of
from model.checking.texts.rules import of_text
from model.findings.finding import Finding
from model.report.report import Report
from ui.basics.defaults import TEXT_CHECKS_DELAY_MS, TURN_S
from ui.basics.widgets import timer
from ui.document.missing_letters import MissingLetters
from ui.document.open_document import OpenDocument


class LiveChecks(QObject):
    """The checks of one document as it changes; they hand it the findings."""

    def __init__(self, document: OpenDocument) -> None:
        super().__init__(document)
        self._document = document
        self._of_texts: dict[str, list[Finding]] = {}
        self._waiting: list[str] = []  # the texts to look at, that which is being looked at first
        self._looking: Iterator[None] = iter(())
        self._letters = MissingLetters(self, self._judge)
        self._basis = self._basis_now()
        self._pause, self._next = timer(self, TEXT_CHECKS_DELAY_MS, self._begin), timer(self, 0, self._turn)
        document.changed.connect(self._follow)
        self._shapes: dict[str, tuple[object, ...]] = {}
        self._note_shapes()
        self._judge()
        self._pause.start()

    @property
    def is_busy(self) -> bool:
        """Whether changes remain to be checked."""
        return self._pause.isActive() or self._next.isActive() or bool(self._waiting) or self._letters.is_looking

    def finish(self) -> None:
        """Check everything that remains now, for an export that must not wait."""
        if not self.is_busy:
            return
        if self._pause.isActive():
            self._begin()
        self._look(until=inf)
        self._letters.finish()
        self._next.stop()
        self._judge()

    def _note_shapes(self) -> None:
        report = self._document.report
        self._shapes = {section.key: _shape(report, section.key) for section in report.form.text_sections}

    def _follow(self, names: set[str]) -> None:
        """Judge the numbers again and drop what was found in parts that have been moved, added or removed."""
        report = self._document.report
        for section in names & self._shapes.keys():
            if _shape(report, section) != self._shapes[section]:
                self._of_texts = {
                    name: one for name, one in self._of_texts.items() if not name.startswith(f"{section}[")
                }
        self._note_shapes()
        self._judge()
        self._next.stop()
        self._pause.start()

    def _begin(self) -> None:
        """Begin to check all texts; the findings of each stay until it has been checked again."""
        self._pause.stop()
        self._basis = self._basis_now()
        self._letters.look(self._document.report)
        self._waiting = [name for name, _ in self._document.report.texts()]
        names = set(self._waiting)
        self._of_texts = {name: found for name, found in self._of_texts.items() if name in names}
        self._looking = self._looked_at(self._waiting[0])
        self._next.start()

    def _turn(self) -> None:
        """Check for one turn, then let other events come first; judging is a turn of its own."""
        if not self._waiting:
            self._judge()
            return
        try:
            self._look(until=time.monotonic() + TURN_S)
        finally:  # should one text be too much for a rule, the others are looked at all the same
            self._next.start()

    def _look(self, until: float) -> None:
        """Continue with the texts that wait, until a time of the clock."""
        while self._waiting and time.monotonic() < until:
            goes_on = False
            try:
                goes_on = next(self._looking, "done") is None
            finally:  # done with this text, or given up
                if not goes_on:
                    del self._waiting[0]
                    self._looking = self._looked_at(self._waiting[0]) if self._waiting else iter(())

    def _looked_at(self, name: str) -> Iterator[None]:
        """Check a text step by step."""
        found = []
        for one in of_text(self._basis, name):
            if one:
                found.append(one)
            yield
        self._of_texts[name] = found

    def _basis_now(self) -> Basis:
        document = self._document
        last, numbers, faults = document.last, document.last_numbers, document.last_faults
        return basis_of(document.report, document.numbers, last, numbers, document.county, faults)

    def _judge(self) -> None:
        found = [*of_numbers(self._basis_now())]
        found += [finding for findings in self._of_texts.values() for finding in findings]
        found += missing_letter_findings(self._document.report, self._letters.missing)
        self._document.set_findings(judged(self._document.report, found))


def _shape(report: Report, section: str) -> tuple[object, ...]:
    """Return what tells a section's parts apart: their headings, or how their texts begin."""
    return tuple((part.heading, part.text[:8]) if not part.heading else part.heading for part in report.parts(section))
