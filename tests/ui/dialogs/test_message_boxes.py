"""What message boxes say, as it is, and what becomes of folders that cannot be opened from them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QInputDialog, QLabel, QMessageBox

from ui.dialogs import export_boxes, message_boxes
from ui.dialogs.message_boxes import ask_reason, ask_save, tell

HTML = "<img src=x onerror=y><b>甲</b>&amp;.toml"


def said(box: QMessageBox) -> str:
    return f"{box.text()}\n{box.informativeText()}"


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


def test_boxes_are_gone_once_they_were_answered(window, clerk, draft, monkeypatch):
    monkeypatch.setattr(message_boxes, "tell", tell)
    for kind in (QMessageBox, QDialog):
        monkeypatch.setattr(kind, "exec", lambda dialog: 0)
    window.open_path(draft)
    session = window.workspace.session
    session.document.edit({"unit": "云溪县金穗镇人民政府"}, "填写")
    assert session.save()
    message_boxes.tell(window, "好了")
    ask_save(window, "年报", True)
    ask_reason(window, "数不平")
    export_boxes.ask_template(window, "")
    window.workspace.document_actions.versions()
    assert len(window.findChildren(QDialog)) >= 5
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(QDialog) == []
