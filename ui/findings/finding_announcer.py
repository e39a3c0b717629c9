"""Says what a check has found, for who cannot see the marks appear."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from model.findings.finding import HINT, Finding
from ui.basics.announcing import announce


class FindingAnnouncer:
    """Announces the errors and warnings that were not among those of the check before."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._known: set[str] | None = None  # None until the report was checked once: what it opens with is no news

    def tell(self, findings: Iterable[Finding]) -> None:
        """Announce what is new among the findings of a check, or that nothing is left."""
        found = [one.message for one in findings if one.severity != HINT]
        before, self._known = self._known, set(found)
        if before is None or before == self._known:
            return
        new = [message for message in found if message not in before]
        more = f"另有 {len(new) - 1} 处新的问题。" if len(new) > 1 else ""
        announce(self._widget, f"检查发现：{new[0]}{more}" if new else "" if found else "检查：没有问题了。")
