"""A message at the lower edge of a report, for a while."""

from __future__ import annotations

from model.faults import readable
from ui.basics.announcing import announce
from ui.basics.defaults import STATUS_MESSAGE_MS
from ui.view.passing_message import PassingLabel


class StatusMessage(PassingLabel):
    """Takes no room while it says nothing."""

    def __init__(self) -> None:
        super().__init__(STATUS_MESSAGE_MS)
        self.setObjectName("faint")

    def say(self, words: str) -> None:
        """Show a message, and have it said."""
        words = readable(words)
        self.pass_by(words)
        announce(self.parentWidget(), words)
