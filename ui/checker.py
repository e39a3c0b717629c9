"""Keeps a document's findings up to date: numbers at once, texts when the typing pauses, one at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from model.checking.check import judgeable, judged, of_numbers, of_text
from model.checking.finding import Finding
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
        self._judge()
        self._pause.start()

    def finish(self) -> None:
        """Looks at everything now, for an export that must not wait."""
        self._pause.stop()
        self._next.stop()
        self._begin()
        while self._waiting:
            self._look_at(self._waiting.pop(0))
        self._judge()

    def _follow(self, _names: set[str]) -> None:
        self._judge()
        self._next.stop()
        self._pause.start()

    def _begin(self) -> None:
        self._waiting = [name for name, _ in self._document.report.texts()]
        self._of_texts = {name: found for name, found in self._of_texts.items() if name in self._waiting}
        self._next.start()

    def _one_text(self) -> None:
        """Looks at one text, and lets what else there is to do come first before the next."""
        if self._waiting:
            self._look_at(self._waiting.pop(0))
        if self._waiting:
            self._next.start()
        else:
            self._judge()

    def _look_at(self, name: str) -> None:
        document = self._document
        numbers = judgeable(document.report, document.numbers)
        before = judgeable(document.last, document.last_numbers) if document.last else {}
        self._of_texts[name] = of_text(document.report, numbers, document.last, before, name)

    def _judge(self) -> None:
        document = self._document
        numbers = judgeable(document.report, document.numbers)
        before = judgeable(document.last, document.last_numbers) if document.last else {}
        found = [*of_numbers(document.report, numbers, before)]
        found += [finding for findings in self._of_texts.values() for finding in findings]
        document.take_findings(judged(document.report, found))
