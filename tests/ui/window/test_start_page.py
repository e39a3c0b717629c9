"""The start page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.samples import EXAMPLE


def test_the_start_page_leads_to_a_new_report_the_example_and_a_draft(window, clerk, tmp_path):
    QTest.mouseClick(window.start.new, Qt.MouseButton.LeftButton)
    assert window.workspace.session.document.report.year
    assert window.workspace.session.document.report.blanks() == list(
        window.workspace.session.document.report.form.inputs
    )
    QTest.mouseClick(window.start.example, Qt.MouseButton.LeftButton)
    assert window.workspace.session.document.report.blanks() == []
    assert window.workspace.session.document.path is None
    clerk.draft = tmp_path / "a.toml"
    clerk.draft.write_bytes(EXAMPLE.read_bytes())
    QTest.mouseClick(window.start.open, Qt.MouseButton.LeftButton)
    assert window.workspace.session.document.path == clerk.draft
    window.workspace.session.close()
    assert [entry.toolTip() for entry in window.start.recents] == [str(clerk.draft)]
    QTest.mouseClick(window.start.recents[0], Qt.MouseButton.LeftButton)
    assert window.workspace.session.document.path == clerk.draft


def test_recent_drafts_that_are_gone_are_not_listed(window, settings, tmp_path):
    settings.remember(Path(tmp_path / "gone.toml"))
    window.workspace.session.close()
    assert window.start.recents == []
