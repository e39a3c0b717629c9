"""The question that comes before a number of last year's report is changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from model.report.cell_numbers import number_shown
from model.report.report import Unfinished, Value
from ui.dialogs import message_boxes
from ui.document.open_document import OpenDocument


class CarriedNumbers:
    """Asks before numbers that were copied from last year's report are changed, and once only about each.

    `is_asking` is whether the question is on the screen."""

    def __init__(self, document: OpenDocument, source_of: Callable[[str], str]) -> None:
        """Create the question; `source_of` returns the sentence about where the number of a cell comes from."""
        self._document, self._source_of = document, source_of
        self._agreed: set[str] = set()
        self.is_asking = False

    def are_changed(self, changes: Mapping[str, Value | None]) -> list[str]:
        """Return the cells that the changes give another value and that have to be asked about."""
        document = self._document
        if document.read_only:
            return []  # nothing is changed
        free = self._agreed.union(document.report.notes.proposed)
        return [
            name
            for name, value in changes.items()
            if name in document.sources and name not in free and document.report.values.get(name) != value
        ]

    def may_change(self, parent: QWidget, changes: Mapping[str, Value | None]) -> bool:
        """Return whether the changes may be made; ask if some are to numbers from last year's report."""
        names = self.are_changed(changes)
        if not names:
            return True
        self.is_asking = True
        try:
            sentence, others = self._sentence(names[0], changes), len(changes) > len(names)
            agrees = message_boxes.ask_overwrite_carried(parent, sentence, len(names), others)
        finally:
            self.is_asking = False
        if agrees:
            self._agreed.update(names)
        return agrees

    def _sentence(self, name: str, changes: Mapping[str, Value | None]) -> str:
        new = _in_words(changes[name])
        now = f"现在填的是 {new}" if new else "现在要清空"
        return f"{self._source_of(name)}\n上年带来的是 {self._document.cell_text(name)}，{now}。"


def _in_words(value: Value | None) -> str:
    if isinstance(value, Unfinished):
        return f"“{value.text}”"
    return number_shown(value) if isinstance(value, int | Decimal) else ""
