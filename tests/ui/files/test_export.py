"""What is asked and told at the export."""

from __future__ import annotations

from tests.ui.tabs import write_fact


def test_exporting_tells_what_is_empty_and_leads_there(window, clerk, tmp_path):
    window.workspace.open_actions.new()
    clerk.target = tmp_path / "a.docx"
    window.workspace.document_actions.export()
    assert "单位名称" in clerk.told[0]
    write_fact(window, "unit", "财政局")
    clerk.unfinished = False
    window.workspace.document_actions.export()
    assert "没填的 166 个格，在文档里会写成 0。" in clerk.asked
    assert not clerk.target.exists()
    clerk.unfinished = True
    window.workspace.document_actions.export()
    assert "166 个没填的格写成了 0" in clerk.told[-1]
    assert clerk.target.exists()
