"""What is asked and told at the export."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from export.proof import proof
from model.reading.document import read_bytes, read_clipboard
from model.report.report import Part
from tests.samples import EXAMPLE
from tests.ui.tabs import write_fact
from ui.dialogs.export_boxes import tell_exported
from ui.document.open_document import OpenDocument
from ui.files import export
from ui.files.proving import Proving


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


@pytest.mark.parametrize(
    ("action", "name"), [("export", "年报.docx"), ("export_page", "年报.html"), ("export_pdf", "年报.pdf")]
)
def test_every_export_is_read_back_and_the_result_told(window, clerk, tmp_path, action, name):
    clerk.target = tmp_path / name
    window.workspace.session.show(OpenDocument.opened(EXAMPLE))
    window.menu_actions[action].trigger()
    assert clerk.proposed[-1].suffix == clerk.target.suffix
    assert clerk.told[-1].endswith("已核对：200 个数、6 段文字一致。")
    if action != "export_pdf":
        assert read_bytes(clerk.target.read_bytes(), clerk.target.suffix).cells["requests.received.total"] == 14


def test_a_page_that_somebody_changed_is_kept_and_blanks_are_asked_about_as_for_word(window, clerk, tmp_path):
    clerk.target = tmp_path / "年报.html"
    clerk.target.write_bytes(b"by hand")
    window.workspace.session.show(OpenDocument.opened(EXAMPLE))
    document = window.workspace.session.document
    document.edit({"requests.received.natural": None}, "清空")
    window.menu_actions["export_page"].trigger()
    assert "没填的 1 个格，在文档里会写成 0。" in clerk.asked
    assert "1 个没填的格写成了 0" in clerk.told[-1] and "留在旁边" in clerk.told[-1]
    assert [path.read_bytes() for path in tmp_path.glob("年报 *.html")] == [b"by hand"]


def test_the_report_is_copied_for_an_editor_of_pages_after_the_same_question(window, clerk):
    QGuiApplication.clipboard().setText("before")
    window.workspace.open_actions.new()
    window.menu_actions["copy_page"].trigger()
    assert "单位名称" in clerk.told[-1]
    window.workspace.session.show(OpenDocument.opened(EXAMPLE))
    document = window.workspace.session.document
    document.edit({"requests.received.natural": None}, "清空")
    clerk.unfinished = False
    window.menu_actions["copy_page"].trigger()
    assert QGuiApplication.clipboard().text() == "before"
    clerk.unfinished = True
    window.menu_actions["copy_page"].trigger()
    copied = QGuiApplication.clipboard().mimeData()
    assert read_clipboard(copied.html(), "").cells == read_clipboard("", copied.text()).cells
    assert clerk.told[-1] == "已复制1 个没填的格写成了 0。\n"


@pytest.fixture
def boxes(window, clerk, monkeypatch):
    """The real box after an export: what it says once the proof is made, and with which icon, by the box."""
    said: list[tuple[str, QMessageBox.Icon]] = []

    def close() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox) and "正在读回" not in box.informativeText():
            said.append((box.informativeText(), box.icon()))
            box.reject()
        else:
            QTimer.singleShot(10, close)

    def shown(parent, path, notes, proving):
        QTimer.singleShot(0, close)
        tell_exported(parent, path, notes, proving)

    monkeypatch.setattr(export.export_boxes, "tell_exported", shown)
    return said


def test_the_box_after_an_export_tells_the_proof_once_it_is_made(window, clerk, boxes, tmp_path, monkeypatch):
    clerk.target = tmp_path / "年报.html"
    window.workspace.session.show(OpenDocument.opened(EXAMPLE))
    window.menu_actions["export_page"].trigger()
    assert boxes[-1] == (f"已核对：200 个数、6 段文字一致。\n位置：{tmp_path}", QMessageBox.Icon.Information)
    whole = export.write_exported
    spoilt = lambda path, data, *more: whole(path, data.replace(b">14<", b">41<", 1), *more)  # noqa: E731
    monkeypatch.setattr(export, "write_exported", spoilt)
    window.menu_actions["export_page"].trigger()
    assert "草稿是 14，文件里是 41" in boxes[-1][0] and boxes[-1][1] == QMessageBox.Icon.Warning


def test_what_a_slow_proof_finds_wrong_is_told_though_its_box_was_closed(window, clerk, last, tmp_path, monkeypatch):
    monkeypatch.setattr(proof, "read_file", lambda path: time.sleep(0.3) or b"<p>")
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    tell_exported(window, tmp_path / "a.html", "", Proving(last, tmp_path / "a.html"))
    (said,) = clerk.told
    assert said.startswith("核对不了导出的“a.html”")


def test_the_window_goes_on_while_a_slow_disk_is_read(qtbot, tmp_path, last, monkeypatch):
    monkeypatch.setattr(proof, "read_file", lambda path: time.sleep(0.3) or b"")
    began = time.monotonic()
    proving = Proving(last, tmp_path / "a.html")
    assert time.monotonic() - began < 0.3 and "正在读回" in proving.found.sentence
    qtbot.waitUntil(lambda: proving.is_done)
    assert not proving.found.is_same


def test_an_unexpected_error_of_the_proof_is_reported_and_ends_the_wait(last, tmp_path, monkeypatch):
    reported = []
    monkeypatch.setattr("threading.excepthook", lambda found: reported.append(found.exc_type))
    monkeypatch.setattr(proof, "read_file", lambda path: 1 / 0)
    assert Proving(last, tmp_path / "a.html").wait() == ("没能核对导出的文件。", False)
    assert reported == [ZeroDivisionError]


def test_a_pdf_is_exported_with_the_same_care(window, clerk, tmp_path):
    clerk.target = tmp_path / "年报.pdf"
    window.workspace.session.show(OpenDocument.opened(EXAMPLE))
    export = window.menu_actions["export_pdf"].trigger
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
    window.menu_actions["export_pdf"].trigger()
    assert "单位名称" in clerk.told[0] and not clerk.target.exists()


def test_a_letter_that_no_face_has_is_asked_about_and_told(window, clerk, tmp_path):
    document = OpenDocument.opened(EXAMPLE)
    window.workspace.session.show(document)
    document.edit({"overview": (Part("", "张\U00030ede同志。"),)}, "x")
    clerk.target, clerk.unfinished = tmp_path / "a.pdf", False
    window.menu_actions["export_pdf"].trigger()
    assert any("\U00030ede" in line and "〓" in line for line in clerk.asked) and not clerk.target.exists()
    clerk.unfinished = True
    window.menu_actions["export_pdf"].trigger()
    assert clerk.target.exists() and "写作“〓”" in clerk.told[-1]
