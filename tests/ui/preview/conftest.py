"""A window with the example and its preview."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ui.preview.preview import Preview

SET_WITHIN_MS = 30_000


@pytest.fixture
def settled(qtbot) -> Callable[[Any], Preview]:
    """Waits until the preview of a window shows the report as it is now, and returns it."""

    def wait(window) -> Preview:
        preview = window.workspace.session.view.pane.preview
        qtbot.waitUntil(lambda: preview.is_current, timeout=SET_WITHIN_MS)
        return preview

    return wait
