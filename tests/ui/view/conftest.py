"""The tab of a text section."""

from __future__ import annotations

import pytest


@pytest.fixture
def tab(window):
    """The last tab but one of a new report."""
    window.workspace.open_actions.new()
    window.workspace.session.view.editor.show_tab_of("improvement")
    return window.workspace.session.view.editor.tab_of("improvement")
