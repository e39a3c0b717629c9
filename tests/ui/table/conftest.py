"""Table 3 of a new report."""

from __future__ import annotations

import pytest

from tests.ui.table.cells import shown


@pytest.fixture
def table(window):
    """Table 3, empty, with the keys."""
    window.workspace.open_actions.new()
    return shown(window, "requests")
