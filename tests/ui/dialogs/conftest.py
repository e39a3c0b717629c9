"""Message boxes in which a button is pressed by itself."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMessageBox


@pytest.fixture
def boxes(window, monkeypatch) -> list[QMessageBox]:
    """The boxes that were shown; in each the button that opens or copies something is pressed."""
    found = []

    def press(box: QMessageBox) -> int:
        box.show()
        found.append(box)
        next((button for button in box.buttons() if button.text()[:2] in ("打开", "复制")), box.buttons()[0]).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    return found
