"""The letters of a report that no face of this machine has, looked for beside the window: it may have hundreds of faces."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import QObject

from export.pdf.faces import doubtful_letters, machine_faces
from model.checking.missing_letters import written_values
from model.report.outline import printable
from model.report.report import Report
from ui.basics.background import begun
from ui.basics.defaults import LETTERS_INTERVAL_MS
from ui.basics.widgets import timer


class MissingLetters(QObject):
    """Looks for every rare letter once; `missing` are those that no face has, and `changed` is called when there are more."""

    def __init__(self, parent: QObject, changed: Callable[[], object]) -> None:
        super().__init__(parent)
        self.missing: frozenset[str] = frozenset()
        self._changed = changed
        self._asked: set[str] = set()
        self._looks: list[Future[set[str]]] = []
        self._wait = timer(self, LETTERS_INTERVAL_MS, self._take)

    @property
    def is_looking(self) -> bool:
        """Whether the machine's faces are still being looked at."""
        return bool(self._looks)

    def look(self, report: Report) -> None:
        """Look for the letters of a report that nothing is known of yet."""
        new = doubtful_letters(printable("".join(text for _, text in written_values(report)))) - self._asked
        if new:
            self._asked |= new
            self._looks.append(begun(lambda: machine_faces().missing(new)))
            self._wait.start()

    def finish(self) -> None:
        """Wait for what is being looked for."""
        while self._looks:
            self._note(self._looks.pop(0))

    def _take(self) -> None:
        if self._looks and self._looks[0].done():
            self._note(self._looks.pop(0))
            self._changed()
        if self._looks:
            self._wait.start()

    def _note(self, look: Future[set[str]]) -> None:
        self.missing |= look.result()
