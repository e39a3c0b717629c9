"""Opening files in the desktop's programs, on Linux by a command whose exit code tells whether one was found."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from ui.basics.background import Look
from ui.dialogs import message_boxes, outside_programs

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows tells by itself")


@pytest.fixture
def opener(tmp_path, monkeypatch) -> Path:
    """A desktop's opener, which notes what it was given and finds a program for .docx only."""
    path = tmp_path / "xdg-open"
    path.write_text(
        '#!/bin/sh\nprintf %s "$1" >"$0.given"\ncase $1 in *.docx) exit 0 ;; *) exit 3 ;; esac\n', encoding="utf-8"
    )
    path.chmod(0o755)
    monkeypatch.setattr(outside_programs, "desktop_opener", lambda: str(path))
    return path


@pytest.mark.parametrize(("name", "is_told"), [("报告.docx", False), ("报告.pdf", True)])
def test_a_file_for_which_the_desktop_has_no_program_is_told(
    window, opener, tmp_path, qtbot, monkeypatch, name, is_told
):
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()) or 0)
    document = tmp_path / name
    document.touch()
    message_boxes.open_outside(window, document)
    given = Path(f"{opener}.given")
    qtbot.waitUntil(lambda: given.exists() and given.read_text(encoding="utf-8") == str(document))
    qtbot.waitUntil(lambda: bool(told) or not window.findChildren(Look))
    assert [name in sentence and "没有能打开" in sentence for sentence in told] == [True] * is_told


def test_a_program_that_is_the_openers_own_stays_when_the_dialog_has_gone(window, opener, tmp_path, qtbot):
    opener.write_text('#!/bin/sh\necho $$ >"$0.pid"\nexec sleep 60\n', encoding="utf-8")
    dialog, running = QDialog(window), Path(f"{opener}.pid")
    message_boxes.open_outside(dialog, tmp_path)
    qtbot.waitUntil(lambda: running.exists() and running.read_text(encoding="utf-8").endswith("\n"))
    dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    os.kill(int(running.read_text(encoding="utf-8")), signal.SIGTERM)  # fails if it is not there any more


def test_an_opener_that_cannot_be_started_is_told(window, opener, tmp_path, qtbot, monkeypatch):
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()) or 0)
    opener.chmod(0o644)
    message_boxes.open_outside(window, tmp_path)
    qtbot.waitUntil(lambda: bool(told))
    assert "没有能打开" in told[0]
