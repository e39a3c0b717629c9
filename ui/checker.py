"""Keeps a document's findings up to date: numbers at once, texts when the typing pauses, one at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from model.checking.check import Basis, basis_of, judged, of_numbers, of_text
from model.checking.finding import Finding
from model.report import Report
from ui.document import OpenDocument

PAUSE = 250  # milliseconds without a change, before texts are looked at again


class Checker(QObject):
    """Checks one document as it changes, and leaves the findings with it."""

    def __init__(self, document: OpenDocument) -> None:
        super().__init__(document)
        self._document = document
        self._of_texts: dict[str, list[Finding]] = {}
        self._waiting: list[str] = []
        self._pause, self._next = QTimer(self), QTimer(self)
        for timer, after, act in ((self._pause, PAUSE, self._begin), (self._next, 0, self._one_text)):
            timer.setSingleShot(True)
            timer.setInterval(after)
            timer.timeout.connect(act)
        document.changed.connect(self._follow)
        self._shapes: dict[str, tuple[object, ...]] = {}
        self._note_shapes()
        self._judge()
        self._pause.start()

    def _note_shapes(self) -> None:
        report = self._document.report
        self._shapes = {section.key: _shape(report, section.key) for section in report.form.text_sections}

    def finish(self) -> None:
        """Looks at everything now, for an export that must not wait."""
        self._pause.stop()
        self._next.stop()
        self._begin()
        while self._waiting:
            self._look_at(self._waiting.pop(0))
        self._judge()

    def _follow(self, names: set[str]) -> None:
        """What was found in parts that have been moved, added or taken away no longer stands where it did."""
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
        self._waiting = [name for name, _ in self._document.report.texts()]
        self._of_texts = {name: found for name, found in self._of_texts.items() if name in self._waiting}
        self._next.start()

    def _one_text(self) -> None:
        """Looks at one text, and lets what else there is to do come first before the next."""
        try:
            if self._waiting:
                self._look_at(self._waiting.pop(0))
        finally:  # should one text be too much for a rule, the others are looked at all the same
            if self._waiting:
                self._next.start()
            else:
                self._judge()

    @property
    def _basis(self) -> Basis:
        document = self._document
        return basis_of(document.report, document.numbers, document.last, document.last_numbers)

    def _look_at(self, name: str) -> None:
        self._of_texts[name] = of_text(self._basis, name)

    def _judge(self) -> None:
        found = [*of_numbers(self._basis)]
        found += [finding for findings in self._of_texts.values() for finding in findings]
        self._document.take_findings(judged(self._document.report, found))


def _shape(report: Report, section: str) -> tuple[object, ...]:
    """How many parts a section has and which are which: a part that is typed into keeps its heading or its text's head."""
    return tuple((part.heading, part.text[:8]) if not part.heading else part.heading for part in report.parts(section))
