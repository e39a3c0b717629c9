"""The end of the session while a number is being typed: it is in the recovery copy."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from model.draft.draft_file import load_draft, save_draft
from model.form.form import editions, load_form
from tests.recovery_copies import copies_in
from tests.samples import EXAMPLE, ROOT

NAME = "requests.received.natural"
# A clerk who has typed two digits when the system ends.
TYPING = """
import os, signal, sys
sys.path.insert(0, {root!r})
from pathlib import Path
from PySide6.QtCore import QTimer
from tests.clerk import type_number
from ui import application
from ui.startup import earlier_runs

def begin(window, words):
    window.open_path(Path({draft!r}))
    view = window.workspace.session.view
    view.go_to("{name}")
    type_number(view.editor.tab_of("requests").table, "42", leave=None)
    os.kill(os.getpid(), {number})

earlier_runs.begin = begin
sys.exit(application.run_window([]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_what_is_being_typed_is_in_the_copy_when_the_session_ends(name, tmp_path):
    draft, number = tmp_path / "a.toml", int(getattr(signal, name))
    save_draft(draft, load_draft(EXAMPLE)[0])
    program = TYPING.format(root=str(ROOT), draft=str(draft), name=NAME, number=number)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == -number, done.stderr
    (folder,) = [path for path in tmp_path.rglob("recovery") if path.is_dir()]
    (copy,) = copies_in(Path(folder), load_form, editions())
    assert copy.report.values[NAME] == 42
