"""A page as wide as a text can be read, also in another size."""

from __future__ import annotations


def test_the_column_grows_with_the_zoom(window):
    window.workspace.open_actions.new()
    page = window.workspace.session.view.editor.tab_of("unit")
    before = page._sheet.maximumWidth()
    window.appearance.larger()
    assert page._sheet.maximumWidth() > before
    window.appearance.normal()
    assert page._sheet.maximumWidth() == before
