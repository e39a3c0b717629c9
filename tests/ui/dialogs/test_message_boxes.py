"""What message boxes say, and what becomes of what cannot be opened from them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QInputDialog, QLabel, QMessageBox

from ui.dialogs import message_boxes
from ui.dialogs.message_boxes import ask_reason, ask_save, tell, tell_exported

HTML = "<img src=x onerror=y><b>甲</b>&amp;.toml"


@pytest.fixture
def boxes(window, monkeypatch) -> list[QMessageBox]:
    """The boxes that were shown; in each the button that opens or copies something is pressed."""
    found = []

    def press(box: QMessageBox) -> int:
        box.show()
        found.append(box)
        next((button for button in box.buttons() if button.text()[:2] in ("打开", "复制")), box.buttons()[0]).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    return found


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


def test_every_folder_is_opened_in_the_same_way(window, boxes, tmp_path, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    message_boxes.tell_done(window, "好了", "", tmp_path)
    message_boxes.tell_folders(window, [("设置", tmp_path)], tmp_path)
    assert ["没有能打开文件夹" in said(box) for box in boxes] == [False, True, False, True]


def test_names_that_look_like_html_are_shown_as_they_are(window, boxes, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: True)
    tell(window, HTML)
    ask_save(window, HTML, True)
    message_boxes.tell_done(window, HTML, HTML, Path("/"))
    assert HTML in boxes[0].text() and HTML in boxes[1].text()
    labels = [label for box in boxes for label in box.findChildren(QLabel) if label.text()]
    assert any(HTML in label.text() for label in labels)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)


def test_a_finding_that_is_to_be_confirmed_is_shown_as_it_is(window, monkeypatch):
    asked = []
    monkeypatch.setattr(QInputDialog, "exec", lambda dialog: asked.append(dialog) or 0)
    assert ask_reason(window, HTML) == ""
    labels = [label for label in asked[0].findChildren(QLabel) if label.text()]
    assert labels and all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
