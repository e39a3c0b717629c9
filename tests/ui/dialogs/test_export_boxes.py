"""What becomes of an exported document that is to be opened, and cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox

from ui.dialogs import message_boxes
from ui.dialogs.export_boxes import tell_exported


@pytest.fixture
def exported(tmp_path) -> Path:
    path = tmp_path / "上报" / "报告.docx"
    path.parent.mkdir()
    path.write_bytes(b"PK")
    return path


def said(box: QMessageBox) -> str:
    return f"{box.text()}\n{box.informativeText()}"


def test_a_document_that_nothing_can_open_is_told_with_its_place_to_copy(window, boxes, exported, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    tell_exported(window, exported, "")
    done, failed = boxes
    assert (
        "已导出" in said(done) and "没有能打开文档“报告.docx”的程序" in said(failed) and str(exported) in said(failed)
    )
    assert failed.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert failed.clickedButton().text() == "复制位置" and QGuiApplication.clipboard().text() == str(exported)


def test_a_document_that_has_gone_is_told(window, boxes, exported, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    exported.unlink()
    tell_exported(window, exported, "")
    assert "找不到文档“报告.docx”" in said(boxes[-1]) and opened == []


def test_what_can_be_opened_is_opened_without_a_word(window, boxes, exported, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    tell_exported(window, exported, "")
    message_boxes.open_outside(window, exported.parent)
    assert len(boxes) == 1 and opened == [str(exported), str(exported.parent)]
