"""The faces of the machine in the window: the dialog, the choice for Word, and what is told once."""

from __future__ import annotations

import zipfile

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from export.pdf.faces import shipped_faces
from tests.clerk import KEYS
from tests.samples import EXAMPLE
from ui.dialogs import export_boxes
from ui.dialogs.faces_dialog import FacesDialog
from ui.document.open_document import OpenDocument
from ui.files import faces


@pytest.fixture(autouse=True)
def bare(monkeypatch) -> None:
    """A machine with the shipped faces only."""
    monkeypatch.setattr(faces, "machine_faces", shipped_faces)


@pytest.fixture
def shown(monkeypatch) -> list[str]:
    """What each dialog says; the clerk ticks its box by keys and closes it."""
    said: list[str] = []

    def act(dialog: FacesDialog) -> None:
        dialog.show()
        said.append(dialog.text.toPlainText())
        assert dialog.focusWidget() is dialog.text and dialog.text.accessibleName() == "字体"
        QTest.keyClick(dialog.text, KEYS.Key_Tab)
        assert dialog.focusWidget() is dialog.system_faces
        described = QAccessible.queryAccessibleInterface(dialog.system_faces)
        assert "仿宋" in described.text(QAccessible.Text.Name) and described.text(QAccessible.Text.Description)
        QTest.keyClick(dialog.system_faces, KEYS.Key_Space)
        QTest.keyClick(dialog, KEYS.Key_Escape)

    monkeypatch.setattr(FacesDialog, "exec", act)
    return said


def test_the_menu_says_what_is_here_what_stands_in_and_how_to_get_it(window, shown):
    window.menu_actions["faces"].trigger()
    (said,) = shown
    for words in ("方正小标宋简体", "仿宋_GB2312", "Times New Roman", "没有", "程序自带的楷体", "双击", "管电脑的同志"):
        assert words in said
    assert "http" not in said


def test_the_choice_of_faces_is_kept_and_word_documents_follow_it(window, clerk, shown, tmp_path):
    window.workspace.session.show(OpenDocument.opened(EXAMPLE))

    def exported(name: str) -> str:
        clerk.target = tmp_path / name
        window.menu_actions["export"].trigger()
        return zipfile.ZipFile(clerk.target).read("word/styles.xml").decode()

    assert "仿宋_GB2312" in exported("a.docx")
    window.menu_actions["faces"].trigger()
    assert window.settings.system_faces and "_GB2312" not in exported("b.docx")
    assert "已核对：200 个数、6 段文字一致。" in clerk.told[-1]
    window.menu_actions["faces"].trigger()
    assert not window.settings.system_faces and exported("c.docx") == exported("a.docx")


def test_what_is_lacking_is_told_once_before_the_first_export_that_has_faces(window, clerk, tmp_path):
    window.workspace.session.show(OpenDocument.opened(EXAMPLE))
    for action, suffix, count in (("export_page", ".html", 0), ("export", ".docx", 6), ("export_pdf", ".pdf", 6)):
        clerk.target = tmp_path / f"a{suffix}"
        window.menu_actions[action].trigger()
        assert len(clerk.lacking) == count and clerk.target.exists()
    assert any("仿宋_GB2312（正文）：PDF 里用程序自带的楷体" in line for line in clerk.lacking)


def test_who_wants_to_know_more_is_shown_the_faces_and_the_export_goes_on(window, clerk, shown, tmp_path, monkeypatch):
    monkeypatch.setattr(export_boxes, "tell_faces", lambda parent, lines: True)
    window.workspace.session.show(OpenDocument.opened(EXAMPLE))
    clerk.target = tmp_path / "a.docx"
    window.menu_actions["export"].trigger()
    assert len(shown) == 1 and clerk.target.exists()


def test_enter_goes_on_with_the_export(window, monkeypatch):
    monkeypatch.undo()
    said = []

    def press(box) -> int:
        box.show()
        said.append(box.informativeText())
        QTest.keyClick(box, KEYS.Key_Return)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    assert export_boxes.tell_faces(window, ["甲"]) is False and "只说这一次" in said[0]
