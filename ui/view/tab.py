"""The protocol of the tabs."""

from __future__ import annotations

from typing import Protocol


class Tab(Protocol):
    """A tab that shows and edits one part of a document.

    It follows the document's signals by itself: values, findings and the comparison need no call."""

    @property
    def place(self) -> str:
        """The name of the fact, cell or text with the cursor, "" if the tab has none that help could speak of."""

    def enter(self) -> None:
        """Take the focus if the tab has a widget that typing should go to at once.

        Called when the user switches to it."""

    def commit(self, asking: bool = True) -> None:
        """Write what is being typed to the document, even if it is no valid value.

        With `asking`, ask before a number from last year's report is changed."""

    def go_to(self, name: str, start: int = 0, length: int = 0) -> None:
        """Move the cursor to a fact, cell or text; in a text, select `length` characters from `start`."""

    def show_change(self, names: set[str]) -> None:
        """Show what has just changed, one of these facts, cells or texts: the current cell is one of them, a page scrolls there."""
