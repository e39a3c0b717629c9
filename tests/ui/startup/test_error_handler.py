"""Errors that nobody foresaw: the copy first, then plain words, and a report without a word of what was typed."""

from __future__ import annotations

import gc
import logging
import os
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from model.draft.draft_file import load_draft
from model.files.error_report import REPORTS_FOLDER, trace_of
from model.form.form import editions, load_form
from tests.recovery_copies import copies_in
from tests.samples import EXAMPLE, ROOT
from ui.dialogs import message_boxes
from ui.startup.crash_log import CrashLog
from ui.startup.error_handler import ErrorHandler
from ui.startup.error_telling import LOGGER_NAME
from ui.startup.log_file import LOG_FILE_NAME

SECRET = "李建国510000"


# The program itself, in which after a second something happens that should not.


RUN = f"""
import faulthandler, sys, threading
sys.path.insert(0, {str(ROOT)!r})
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.dialogs import message_boxes
from ui import application
message_boxes.ask_unexpected = lambda parent, sentence, report: print(sentence, flush=True) or (False, False)
def happen():
    window = next(one for one in QApplication.topLevelWidgets() if hasattr(one, "workspace"))
    window.workspace.session.document.edit({{"unit": "青禾镇人民政府"}}, "x")
    HAPPENS
begin = application._begin
application._begin = lambda window, words: (begin(window, words), QTimer.singleShot(300, happen))
FIRST
sys.exit(application.run_window([sys.argv[1]]))
"""


@dataclass
class Asked:
    """What the dialog said, where the report goes and the copies that there were, each time; and what is answered."""

    times: list[tuple[str, Path, list]] = field(default_factory=list)
    answer: tuple[bool, bool] = (True, False)


@pytest.fixture
def asked(monkeypatch) -> Asked:
    found = Asked()

    def ask(parent, sentence, report):
        copies = list(copies_in(parent.settings.recovery_folder, load_form, editions()))
        found.times.append((sentence, report, copies))
        return found.answer

    monkeypatch.setattr(message_boxes, "ask_unexpected", ask)
    return found


@pytest.fixture(autouse=True)
def quiet_log():
    log = logging.getLogger(LOGGER_NAME)
    handlers, spreads = log.handlers, log.propagate
    log.handlers, log.propagate = [logging.NullHandler()], False
    yield
    log.handlers, log.propagate = handlers, spreads


def raised(words: str) -> RuntimeError:
    try:
        try:
            int(words)
        except ValueError as error:
            raise RuntimeError(words) from error
    except RuntimeError as error:
        return error


def test_the_copy_is_written_before_anything_is_asked_and_the_report_says_nothing_typed(window, asked):
    window.workspace.open_actions.new()
    window.workspace.session.document.edit({"unit": SECRET}, "x")
    error = raised(SECRET)
    ErrorHandler(window).take(type(error), error)
    ((sentence, report, copies),) = asked.times
    assert "存了一份副本" in sentence and copies[0].report.unit == SECRET
    text = report.read_text(encoding="utf-8")
    assert SECRET not in text and "RuntimeError" in text and "ValueError" in text and "test_error_handler.py" in text
    assert str(ROOT) not in text and str(Path.home()) not in text and "PySide6" in text


def test_the_report_has_the_text_only_where_the_clerk_agrees(window, asked):
    asked.answer = (True, True)
    window.workspace.open_actions.new()
    window.workspace.session.document.edit({"unit": SECRET}, "x")
    error = raised("x")
    ErrorHandler(window).take(type(error), error)
    assert SECRET in asked.times[0][1].read_text(encoding="utf-8")


def test_an_error_in_a_thread_is_told_too_and_a_second_one_meanwhile_is_not(window, qtbot, monkeypatch, asked):
    unexpected = ErrorHandler(window)
    for module, name in ((sys, "excepthook"), (threading, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(module, name, getattr(module, name))
    unexpected.install()
    ask = message_boxes.ask_unexpected

    def ask_twice(parent, sentence, report):
        unexpected.take(ValueError, ValueError("x"))
        return ask(parent, sentence, report)

    monkeypatch.setattr(message_boxes, "ask_unexpected", ask_twice)
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: asked.times != [])
    qtbot.wait(20)
    assert len(asked.times) == 1 and "没有打开着的年报" in asked.times[0][0]


def test_where_no_copy_can_be_written_that_is_said(window, asked, monkeypatch):
    from model.faults import Fault
    from ui.document import autosave

    def refuse(path, data):
        raise Fault("磁盘满了。")

    window.workspace.open_actions.new()
    monkeypatch.setattr(autosave, "write_copy", refuse)
    error = raised("x")
    ErrorHandler(window).take(type(error), error)
    assert "副本没有写成" in asked.times[0][0] and "另存为" in asked.times[0][0]


def test_the_question_may_be_asked_and_the_looks_changed_afterwards(window, monkeypatch, tmp_path):
    monkeypatch.setattr(message_boxes.QMessageBox, "exec", lambda box: box.show() or box.hide() or 0)
    for look in ("dark", "light"):
        assert message_boxes.ask_unexpected(window, "x", tmp_path / "a.txt") == (True, False)
        gc.collect()
        window.appearance.choose_look(look)


def test_a_trace_that_goes_round_in_circles_ends():
    one, other = raised("x"), raised("y")
    one.__cause__, other.__cause__ = other, one
    assert trace_of(one).count("builtins.RuntimeError") == 10


def run(tmp_path: Path, happens: str, first: str = "") -> subprocess.CompletedProcess:
    draft = tmp_path / "草稿.toml"
    draft.write_bytes(EXAMPLE.read_bytes())
    surroundings = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path),
        "HOME": str(tmp_path),
    }
    return subprocess.run(
        [sys.executable, "-c", RUN.replace("HAPPENS", happens or "pass").replace("FIRST", first), str(draft)],
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize(
    "happens",
    [
        "raise RuntimeError('x')",
        "threading.Thread(target=lambda: 1 / 0).start()",
        "QTimer.singleShot(0, lambda: [][1])",
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="the settings' folder is told by its variable")
def test_who_leaves_after_an_error_finds_the_work_at_the_next_start(tmp_path, happens):
    done = run(tmp_path, happens)
    assert done.returncode == 1 and "存了一份副本" in done.stdout and "Traceback" not in done.stderr
    folder = tmp_path / "zfxxgk"
    (copy,) = copies_in(folder / "recovery", load_form, editions())
    assert copy.report.unit == "青禾镇人民政府" and copy.of == tmp_path / "草稿.toml"
    assert load_draft(copy.of)[0].unit != "青禾镇人民政府"
    assert len(list((folder / REPORTS_FOLDER).glob("20*.txt"))) == 1 and list(tmp_path.glob(".*.lock")) == []
    log = (folder / LOG_FILE_NAME).read_text(encoding="utf-8")
    assert "ERROR" in log and "青禾" not in log


@pytest.mark.skipif(sys.platform != "linux", reason="the settings' folder is told by its variable")
def test_an_error_right_at_the_start_is_told(tmp_path):
    done = run(tmp_path, "", "application._begin = lambda window, words: 1 / 0")
    assert done.returncode == 1 and "没有丢" in done.stdout and "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="the settings' folder is told by its variable")
def test_a_crash_leaves_a_trace_that_the_next_start_mentions_once(tmp_path):
    done = run(
        tmp_path,
        "window.workspace.session.autosave.write(); window.workspace.session.autosave.finish(); faulthandler._sigsegv()",
    )
    assert done.returncode < 0
    folder = tmp_path / "zfxxgk"
    log = CrashLog(folder)
    try:
        said = log.earlier()
        assert "意外退出" in said and log.earlier() == ""
    finally:
        log.close()
    (trace,) = (folder / REPORTS_FOLDER).glob("*崩溃*")
    assert str(trace) in said and "Segmentation fault" in trace.read_text() and "青禾" not in trace.read_text()
    assert next(copies_in(folder / "recovery", load_form, editions())).report.unit == "青禾镇人民政府"


def test_the_same_error_again_and_again_is_told_once(window, asked):
    unexpected = ErrorHandler(window)
    for _ in range(3):
        unexpected.take(RuntimeError, raised("x"))
    assert len(asked.times) == 1


def test_nobody_leaves_without_a_copy(window, clerk, asked, monkeypatch, tmp_path):
    from model.faults import Fault
    from ui.document import autosave
    from ui.startup import error_handler, error_telling

    def refuse(path, data):
        raise Fault("磁盘满了。")

    left = []
    monkeypatch.setattr(error_telling.QCoreApplication, "exit", left.append)
    monkeypatch.setattr(autosave, "write_copy", refuse)
    asked.answer = (False, True)
    window.workspace.open_actions.new()
    window.workspace.session.document.edit({"unit": SECRET}, "x")
    error_handler.ErrorHandler(window).take(RuntimeError, raised("x"))
    assert left == [] and clerk.proposed
    clerk.target = tmp_path / "b.toml"
    error_handler.ErrorHandler(window).take(RuntimeError, raised("y"))
    assert left == [1] and load_draft(clerk.target)[0].unit == SECRET
