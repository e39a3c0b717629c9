"""Hours of typing without the pauses: python -m tests.long_run [HOURS [KEYS_AN_HOUR]]

Tables and texts are typed key by key in the real window, with saves, undo, searches, checks, exports and other drafts opened in
between. After each hour it prints memory and open handles; what they have grown by since the end of the first must be small."""

from __future__ import annotations

import gc
import os
import random
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psutil
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.draft.draft_file import load_draft, save_draft
from model.report.report import Report
from tests.clerk import type_number, write
from tests.samples import EXAMPLE
from ui.application import prepare
from ui.basics.settings import Settings
from ui.dialogs import export_boxes, file_questions, message_boxes
from ui.window.main_window import MainWindow

HOURS, KEYS = 8, 7200  # a clerk who never stops types two keys a second
RESTS = 300  # milliseconds
MOST = 0.05  # growth since the end of the first hour
LONGEST_TEXT = 1500  # characters, after which a text is begun anew; most parts of a report are shorter
SENTENCE = "全年共受理政府信息公开申请12件，均已办结。"


@dataclass(frozen=True)
class Use:
    """What the process holds: memory in MB, handles, objects of Python's in thousands."""

    memory: float
    handles: int
    objects: float


def use() -> Use:
    """What this process holds now, once the window has come to rest and what was closed is gone."""
    QTest.qWait(RESTS)
    gc.collect()
    process = psutil.Process()
    handles = process.num_handles() if sys.platform == "win32" else process.num_fds()
    return Use(process.memory_info().rss / 1e6, handles, len(gc.get_objects()) / 1000)


def _full() -> Report:
    """The example with texts as long as they will get: what is typed later makes none longer, so growth is no content's."""
    report = load_draft(EXAMPLE)[0]
    for section in report.form.text_sections:
        text = SENTENCE * (LONGEST_TEXT // len(SENTENCE))
        report.values[section.key] = tuple(replace(part, text=text) for part in report.parts(section.key))
    return report


class Day:
    """A clerk's day at one window."""

    def __init__(self, folder: Path) -> None:
        self._random = random.Random(1)
        self._drafts = [folder / "a.toml", folder / "b.toml"]
        for path in self._drafts:
            save_draft(path, _full())
        self._folder, self._keys = folder, 0
        self.window = MainWindow(Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)))
        self.window.resize(1366, 700)
        self.window.show()
        self.window.workspace.open_actions.open_path(self._drafts[0])

    def hour(self, keys: int) -> None:
        """An hour's work: a save every ten minutes, an export and another draft every hour."""
        for part in range(6):
            self._keys = 0
            while self._keys < keys // 6:
                self._random.choice([self._number, self._number, self._text, self._look, self._take_back])()
                QApplication.processEvents()
            assert self.window.workspace.session.save()
            QTest.qWait(30)
            if part == 2:
                self.window.workspace.document_actions.export()
            if part == 5:
                self._drafts.reverse()
                self.window.workspace.open_actions.open_path(self._drafts[0])

    def _number(self) -> None:
        names = list(self.window.workspace.session.document.report.form.inputs)
        self.window.workspace.session.view.editor.go_to(self._random.choice(names))
        table = self.window.workspace.session.view.editor.tab(
            self.window.workspace.session.view.editor.currentIndex()
        ).table
        type_number(table, str(self._random.randrange(200)))
        self._keys += 3

    def _text(self) -> None:
        section = self._random.choice(self.window.workspace.session.document.report.form.text_sections)
        parts = self.window.workspace.session.document.report.parts(section.key)
        if not parts:
            return
        index = self._random.randrange(len(parts))
        self.window.workspace.session.view.editor.go_to(f"{section.key}[{index}].text")
        field = (
            self.window.workspace.session.view.editor.tab(self.window.workspace.session.view.editor.currentIndex())
            .cards[index]
            .text
        )
        if len(parts[index].text) > LONGEST_TEXT:
            QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        else:
            field.moveCursor(QTextCursor.MoveOperation.End)
        for letter in SENTENCE:
            write(field, letter)
        self._keys += len(SENTENCE)

    def _look(self) -> None:
        view = self.window.workspace.session.view
        self._random.choice(
            [view.next_finding, view.findings, view.find_next, self.window.workspace.document_actions.compare]
        )()
        view.editor.setCurrentIndex(self._random.randrange(view.editor.count()))
        self._keys += 1

    def _take_back(self) -> None:
        for act in (
            self.window.workspace.session.view.undo,
            self.window.workspace.session.view.undo,
            self.window.workspace.session.view.redo,
        ):
            act()
        self._keys += 3


def answer_everything(folder: Path) -> None:
    """Answers every question as a clerk does who has no time."""
    message_boxes.tell = lambda parent, sentence: None
    file_questions.ask_report = lambda parent, title, place: None
    file_questions.ask_target = lambda parent, title, proposal, kind: folder / f"out{proposal.suffix}"
    export_boxes.ask_export_unfinished = lambda *_: True
    export_boxes.tell_faces = lambda *_: False
    export_boxes.tell_exported = lambda *_: None
    message_boxes.ask_overwrite_carried = lambda parent, sentence, count: True
    message_boxes.ask_save = lambda parent, title, was_saved: "discard"


def main(hours: int = HOURS, keys: int = KEYS) -> int:
    """Works so many hours; prints what is held after each, and 1 if it has grown too much."""
    app = QApplication.instance() or QApplication([])
    prepare(app)
    with tempfile.TemporaryDirectory() as folder:
        answer_everything(Path(folder))
        day = Day(Path(folder))
        held = []
        for hour in range(1, hours + 1):
            day.hour(keys)
            held.append(use())
            print(
                f"hour {hour}: {held[-1].memory:.1f} MB, {held[-1].handles} handles, {held[-1].objects:.1f} thousand objects",
                flush=True,
            )
        day.window.workspace.session.close()
    first, last = held[0], held[-1]
    grown = (last.memory / first.memory - 1, last.handles / first.handles - 1)
    print(f"grown since the first hour: memory {grown[0]:.1%}, handles {grown[1]:.1%} (at most {MOST:.0%})")
    return 1 if max(grown) > MOST else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
