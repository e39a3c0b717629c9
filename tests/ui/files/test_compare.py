"""Two reports compared in the window."""

from __future__ import annotations

from model.draft.draft_file import load_draft, save_draft
from model.report.report import Part
from tests.document_reader import WordFile
from tests.samples import EXAMPLE
from tests.ui.cards import shown


def test_one_key_shows_last_year_beside_this_year(started, qtbot):
    table = shown(started, "requests")
    height = table._layout.height
    started.workspace.document_actions.compare()
    assert started.workspace.session.document.is_compared and table._layout.height > height
    started.workspace.session.document.edit({"overview": (Part("主动公开", "全年公开5条。"),)}, "x")
    started.workspace.session.view.editor.show_tab_of("overview")
    tab = started.workspace.session.view.editor.tab_of("overview")
    qtbot.waitUntil(lambda: "line-through" in tab.cards[0].reference.shown)
    assert "相同的句子占 0%" in tab._total.text()
    started.workspace.document_actions.compare()
    assert table._layout.height == height
    assert tab._total.text() == "共 7 字"


def test_any_two_reports_are_compared_and_the_comparison_exported(window, clerk, tmp_path):
    window.workspace.open_actions.show_example()
    other = load_draft(EXAMPLE)[0]
    other.values |= {"year": 2024, "requests.received.natural": 1}
    save_draft(tmp_path / "别.toml", other)
    clerk.draft, clerk.target = tmp_path / "别.toml", tmp_path / "对照.docx"
    window.workspace.document_actions.compare()
    assert window.workspace.session.document.other.numbers()["requests.received.natural"] == 1
    window.workspace.document_actions.export_comparison()
    rows = [row for table in WordFile((tmp_path / "对照.docx").read_bytes()).tables for row in table]
    assert ["一、本年新收政府信息公开申请数量 · 自然人", "1", "10", "+9", "大变"] in rows
