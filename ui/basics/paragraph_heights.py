"""How high each paragraph of a document is laid out; after a change only those that it touched are measured again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QTextBlock, QTextDocument


class ParagraphHeights:
    """The heights of a document's paragraphs in pixels, `measure` giving that of one.

    Lines are not alike: a font that stands in for Chinese may be higher than the first of the family."""

    def __init__(self, document: QTextDocument, measure: Callable[[QTextBlock], float]) -> None:
        self._document, self._measure = document, measure
        self._heights: list[float] = []
        self._above = self._below = 0  # how many from the top and from the bottom are as they were measured
        document.contentsChange.connect(self._note)

    def forget(self) -> None:
        """Lets every paragraph be measured again."""
        self._above = self._below = 0

    def total(self) -> float:
        """The height of all paragraphs together."""
        count = self._document.blockCount()
        above = min(self._above, count, len(self._heights))
        below = min(self._below, count - above, len(self._heights) - above)
        block, found = self._document.findBlockByNumber(above), []
        for _ in range(count - above - below):
            found.append(self._measure(block))
            block = block.next()
        self._heights[above : len(self._heights) - below] = found
        self._above = self._below = count
        return sum(self._heights)

    def _note(self, position: int, removed: int, added: int) -> None:
        """Notes which paragraphs a change touched; it is laid out only after this."""
        first, last = (self._document.findBlock(place) for place in (position, position + added))
        self._above = min(self._above, first.blockNumber())
        self._below = min(self._below, self._document.blockCount() - 1 - last.blockNumber()) if last.isValid() else 0
