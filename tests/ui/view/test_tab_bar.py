"""The tab bar."""

from __future__ import annotations

import pytest


@pytest.fixture
def bar(window):
    window.workspace.open_actions.show_example()
    return window.workspace.session.view.editor.tabBar()


def test_tabs_keep_their_places_when_marks_come_and_go(window, bar):
    before = [bar.tabRect(index) for index in range(bar.count())]
    document = window.workspace.session.document
    document.edit({"requests.received.natural": 500, "disputes.review.upheld": None}, "填写")
    window.workspace.session.view.live_checks.finish()
    assert "✕" in bar.tabText(window.workspace.session.view.editor.index_of("requests"))
    assert [bar.tabRect(index) for index in range(bar.count())] == before


def test_a_narrow_window_still_shows_all_tabs(window, bar):
    window.resize(911, 466)
    titles = [bar.tabText(index) for index in range(bar.count())]
    assert bar.tabRect(len(titles) - 1).right() <= window.width()


def test_no_line_is_drawn_over_the_tabs(bar):
    assert not bar.drawBase()
