"""Notices below the tabs, each of which stays until it no longer applies."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from model.faults import readable
from ui.basics.announcing import announce
from ui.basics.widgets import MARGIN_PX, button, label, row

Act = tuple[str, Callable[[], object]]


class NoticeBars(QFrame):
    """Notices by key, each a sentence with buttons for what can be done about it."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._bars: dict[str, QFrame] = {}
        self.hide()

    def show_one(self, key: str, sentence: str, acts: Sequence[Act] = ()) -> None:
        """Show a notice in place of the one with the same key."""
        self.clear(key)
        sentence = readable(sentence)
        bar = QFrame()
        bar.setObjectName("notice")
        words = label(sentence)
        words.setWordWrap(True)
        line = row(words, *(button(title, act) for title, act in acts))
        line.setStretch(0, 1)
        line.setContentsMargins(MARGIN_PX, 6, MARGIN_PX, 6)
        bar.setLayout(line)
        self._bars[key] = bar
        self._layout.addWidget(bar)
        self.show()
        announce(self, sentence, urgent=True)

    def clear(self, key: str) -> None:
        """Remove the notice with a key, if there is one."""
        bar = self._bars.pop(key, None)
        if bar:
            self._layout.removeWidget(bar)
            bar.hide()  # deleteLater waits for the event loop
            bar.deleteLater()
        self.setVisible(bool(self._bars))

    def text(self, key: str) -> str:
        """Return the sentence of a notice, "" if there is none."""
        bar = self._bars.get(key)
        words = bar.findChild(QLabel) if bar else None
        return words.text() if words else ""
