"""A real window on no screen, its message boxes swapped for a recorder, and reports to fill in."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication

from model.draft.draft_file import load_draft
from model.form.form import Form, load_form
from model.report.report import Report
from tests.driven import HOLD
from tests.samples import EXAMPLE
from ui.application import prepare
from ui.basics.settings import Settings
from ui.basics.theme import apply_theme
from ui.cli.console import stopping
from ui.dialogs import export_boxes, file_questions, message_boxes
from ui.dialogs.recovery_dialog import RecoveryDialog
from ui.document.open_document import OpenDocument
from ui.versions.merge_dialog import MergeDialog
from ui.window.main_window import MainWindow


@dataclass
class Answers:
    """What the clerk answers, and what was said."""

    told: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    proposed: list[Path] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)
    target: Path | None = None
    draft: Path | None = None
    save: str = "cancel"
    overwrite: str = "cancel"
    held: str = "cancel"
    merge: Callable[[MergeDialog], str] = lambda dialog: "cancel"
    recover: Callable[[RecoveryDialog], Path | None] = lambda dialog: None
    elsewhere: bool = False
    unfinished: bool = True
    gives_up: bool = False
    overwrites_carried: bool = False
    replaces: bool = True
    takes_reading: bool = True


@pytest.fixture
def form() -> Form:
    return load_form("2021")


@pytest.fixture
def clerk(monkeypatch: pytest.MonkeyPatch) -> Answers:
    answers = Answers()

    def ask_target(parent, title, proposal, kind):
        answers.proposed.append(proposal)
        return answers.target

    def ask_save(parent, title, was_saved):
        answers.asked.append(title)
        return answers.save

    def ask_unfinished(parent, lines, act):
        answers.asked.extend(lines)
        return answers.unfinished

    monkeypatch.setattr(message_boxes, "tell", lambda parent, sentence: answers.told.append(sentence))

    def tell_exported(parent, path, notes, proving=None):
        answers.told.append(f"{path.name}{notes}{proving.wait().sentence if proving else ''}")

    monkeypatch.setattr(export_boxes, "tell_exported", tell_exported)
    monkeypatch.setattr(export_boxes, "tell_faces", lambda parent, lines: bool(answers.lacking.extend(lines)))
    monkeypatch.setattr(export_boxes, "tell_copied", lambda parent, notes: answers.told.append(f"已复制{notes}"))

    def ask_carried(parent, sentence, count, has_others):
        answers.asked.append(sentence)
        return answers.overwrites_carried

    def ask_take_reading(parent, lines):
        answers.asked.extend(lines)
        return answers.takes_reading

    def ask_held(parent, sentence, more):
        answers.asked.append(sentence + more)
        return answers.held

    def ask_elsewhere(parent, sentence):
        answers.told.append(sentence)
        return answers.elsewhere

    monkeypatch.setattr(MergeDialog, "asked", lambda dialog: answers.merge(dialog))
    monkeypatch.setattr(RecoveryDialog, "asked", lambda dialog: answers.recover(dialog))
    monkeypatch.setattr(message_boxes, "ask_held", ask_held)
    monkeypatch.setattr(message_boxes, "ask_take_reading", ask_take_reading)
    monkeypatch.setattr(message_boxes, "ask_elsewhere", ask_elsewhere)

    def ask_give_up(parent, sentence):
        answers.told.append(sentence)
        return answers.gives_up

    monkeypatch.setattr(message_boxes, "ask_give_up", ask_give_up)
    monkeypatch.setattr(
        message_boxes, "ask_replace_values", lambda parent, lines: answers.asked.extend(lines) or answers.replaces
    )
    monkeypatch.setattr(message_boxes, "ask_save", ask_save)
    monkeypatch.setattr(file_questions, "ask_target", ask_target)
    monkeypatch.setattr(file_questions, "ask_report", lambda parent, title, folder: answers.draft)
    monkeypatch.setattr(message_boxes, "ask_overwrite_carried", ask_carried)
    monkeypatch.setattr(
        message_boxes, "ask_overwrite_changed", lambda parent, why: answers.told.append(why) or answers.overwrite
    )
    monkeypatch.setattr(export_boxes, "ask_export_unfinished", ask_unfinished)
    return answers


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application as it is after the start; setting a style sheet styles every widget there is once more."""
    prepare(qapp)
    apply_theme(qapp, "light", 100)
    return qapp


@pytest.fixture(autouse=True)
def freed() -> Iterator[None]:
    """What a test let go of is gone before the next: Qt frees it only where an event loop of the same level runs again."""
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test starts a program of the desktop."""
    monkeypatch.setattr("ui.dialogs.outside_programs.desktop_opener", lambda: None)


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """A command that ran in this process takes its signals over, to the end of the process: here others come after it."""
    before = [(number, signal.getsignal(number)) for number in stopping()]
    yield
    for number, handler in before:
        signal.signal(number, handler)


@pytest.fixture
def window(qtbot, clerk: Answers, settings: Settings, dressed: QApplication) -> Iterator[MainWindow]:
    made = MainWindow(settings)
    made.resize(1366, 700)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    yield made
    made.workspace.session.close()
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if (settings.look, settings.scale) != ("system", 100):  # a test chose another look
        apply_theme(dressed, "light", 100)


@pytest.fixture
def example() -> OpenDocument:
    return OpenDocument.opened(EXAMPLE)


@pytest.fixture
def last() -> Report:
    """The example as last year's report."""
    return load_draft(EXAMPLE)[0]


@pytest.fixture
def holder(draft):
    """Another process that has the draft open, the one of the fixture `draft`."""
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(draft)], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()
