"""The heights of a document's paragraphs; after a change only the paragraphs that it touched are measured again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QTextBlock, QTextDocument


class ParagraphHeights:
    """The heights of a document's paragraphs in pixels; `measure` returns that of one.

    Lines differ in height: a fallback font for Chinese may be higher than the first font of the family."""

    def __init__(self, document: QTextDocument, measure: Callable[[QTextBlock], float]) -> None:
        self._document, self._measure = document, measure
        self._heights: list[float] = []
        self._above = self._below = 0  # how many heights at the top and at the bottom are still valid
        document.contentsChange.connect(self._note)

    def forget(self) -> None:
        """Discard all heights, so that the next `total` measures every paragraph."""
        self._above = self._below = 0

    def total(self) -> float:
        """Return the height of all paragraphs together."""
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
        """Record which paragraphs a change touched; they are laid out only after this signal."""
        first, last = (self._document.findBlock(place) for place in (position, position + added))
        self._above = min(self._above, first.blockNumber())
        self._below = min(self._below, self._document.blockCount() - 1 - last.blockNumber()) if last.isValid() else 0
