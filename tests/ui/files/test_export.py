"""What is asked and told at the export."""

from __future__ import annotations

from model.report.report import Part
from tests.samples import EXAMPLE
from tests.ui.tabs import write_fact
from ui.document.open_document import OpenDocument


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


def test_what_was_changed_in_word_since_is_kept_and_said(window, clerk, tmp_path):
    clerk.target = tmp_path / "年报.docx"
    window.workspace.session.show(OpenDocument.opened(EXAMPLE))
    export = window.workspace.document_actions.export
    export()
    export()
    assert not any("留在旁边" in said for said in clerk.told)
    clerk.target.write_bytes(b"by hand")
    export()
    (kept,) = (path for path in tmp_path.glob("年报 *.docx"))
    assert kept.read_bytes() == b"by hand" and f"留在旁边，叫“{kept.name}”" in clerk.told[-1]
    export()
    assert "留在旁边" not in clerk.told[-1] and len([*tmp_path.glob("*.docx")]) == 2


def test_a_pdf_is_exported_with_the_same_care(window, clerk, tmp_path):
    clerk.target = tmp_path / "年报.pdf"
    window.workspace.session.show(OpenDocument.opened(EXAMPLE))
    export = window.workspace.document_actions.export_pdf
    window.workspace.session.document.edit({"requests.received.natural": None}, "x")
    clerk.unfinished = False
    export()
    assert "没填的 1 个格，在文档里会写成 0。" in clerk.asked and not clerk.target.exists()
    clerk.unfinished = True
    export()
    first = clerk.target.read_bytes()
    assert first.startswith(b"%PDF") and "1 个没填的格写成了 0" in clerk.told[-1]
    assert clerk.proposed[-1].name.endswith("2025年政府信息公开工作年度报告.pdf")
    clerk.target.write_bytes(b"by hand")
    export()
    (kept,) = (path for path in tmp_path.glob("年报 *.pdf"))
    assert kept.read_bytes() == b"by hand" and f"留在旁边，叫“{kept.name}”" in clerk.told[-1]
    assert clerk.target.read_bytes() == first


def test_a_pdf_without_a_unit_is_refused(window, clerk, tmp_path):
    window.workspace.open_actions.new()
    clerk.target = tmp_path / "a.pdf"
    window.workspace.document_actions.export_pdf()
    assert "单位名称" in clerk.told[0] and not clerk.target.exists()


def test_a_letter_that_no_face_has_is_asked_about_and_told(window, clerk, tmp_path):
    document = OpenDocument.opened(EXAMPLE)
    window.workspace.session.show(document)
    document.edit({"overview": (Part("", "张\U00030ede同志。"),)}, "x")
    clerk.target, clerk.unfinished = tmp_path / "a.pdf", False
    window.workspace.document_actions.export_pdf()
    assert any("\U00030ede" in line and "〓" in line for line in clerk.asked) and not clerk.target.exists()
    clerk.unfinished = True
    window.workspace.document_actions.export_pdf()
    assert clerk.target.exists() and "写作“〓”" in clerk.told[-1]
