"""A new edition is a file and nothing else: dropped into a copy of the program, it runs from window to Word."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib

from tests.document_reader import WordFile
from tests.samples import ROOT

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from ui.dialogs import export_boxes, file_questions
from ui.basics.settings import Settings
from ui.application import prepare
from ui.window.main_window import MainWindow

app = QApplication([])
prepare(app)
window = MainWindow(Settings(QSettings("settings.ini", QSettings.Format.IniFormat)))
window.show()
window.workspace.open_actions.new()
print([window.workspace.session.view.editor.tabText(i) for i in range(1, window.workspace.session.view.editor.count())])
QTest.keyClicks(window.workspace.session.view.editor.tab_of("unit").findChild(QLineEdit, "unit"), "X")
window.workspace.session.view.editor.setCurrentIndex(2)
QTest.keyClicks(window.workspace.session.view.editor.tab(2).cards[0].text, "words")
window.workspace.session.view.editor.setCurrentIndex(3)
table = window.workspace.session.view.editor.tab(3).table
for text in ("3", "4", "1.25", "2"):
    QTest.keyClicks(table, text[0])
    QTest.keyClicks(table.editor, text[1:])
    QTest.keyClick(table.editor, Qt.Key.Key_Tab)
export_boxes.tell_faces = lambda *_: False
export_boxes.tell_exported = lambda *_: None
export_boxes.ask_export_unfinished = lambda *_: True
file_questions.ask_target = lambda parent, title, proposal, kind: Path("out" + proposal.suffix)
assert window.workspace.session.save()
window.workspace.document_actions.export()
"""


def test_a_new_edition_runs_through_window_draft_and_word(tmp_path):
    for room in ("model", "export", "ui", "resources"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "tests" / "invented.toml", tmp_path / "resources" / "forms" / "2099.toml")
    surroundings = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(tmp_path),
        "PYTHONIOENCODING": "utf-8",
    }
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=tmp_path,
        env=surroundings,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "['基本信息', '甲、文字', '乙、数字']"
    draft = tomllib.loads((tmp_path / "out.toml").read_text(encoding="utf-8"))
    assert draft["edition"] == "2099"
    assert draft["counts"] == {"number": {"cats": 3, "dogs": 4}, "weight": {"cats": 1.25, "dogs": 2}}
    document = WordFile((tmp_path / "out.docx").read_bytes())
    assert document.paragraphs[0][1].startswith("X\v")
    assert ("Heading1", "甲、文字情况") in document.paragraphs
    assert ("BodyText", "words") in document.paragraphs
    assert document.tables == [
        [
            ["项目", "动物", "动物", "动物"],
            ["", "猫", "狗", "合计"],
            ["数量", "3", "4", "7"],
            ["重量", "1.25", "2", "3.25"],
        ]
    ]
