"""Commands run as their users run them, on a machine where something goes wrong."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable

import psutil

from tests.samples import ROOT

PROGRAM = """
import os, signal, sys, time
sys.path.insert(0, {root!r})
{before}
import app
sys.exit(app.main({words!r}))
"""


def started(*words: object, before: str = "", **more) -> subprocess.Popen[str]:
    """A command that has begun, in a session of its own; `before` is what goes wrong there, in Python."""
    program = PROGRAM.format(root=str(ROOT), before=before, words=[str(word) for word in words])
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | more
    command = [sys.executable, "-c", program]
    return subprocess.Popen(command, text=True, encoding="utf-8", start_new_session=True, **streams)


def ended(process: subprocess.Popen[str]) -> subprocess.CompletedProcess[str]:
    """What came of a command; it has left no process behind."""
    out, err = process.communicate(timeout=60)
    assert not [other for other in psutil.process_iter(["pid"]) if _is_of(process.pid, other)]
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def run(*words: object, before: str = "", **more) -> subprocess.CompletedProcess[str]:
    """What came of a command from its beginning."""
    return ended(started(*words, before=before, **more))


def wait_for(ready: Callable[[], object]) -> object:
    """What `ready` gives as soon as that is something."""
    until = time.monotonic() + 30
    while not (found := ready()):
        assert time.monotonic() < until
        time.sleep(0.02)
    return found


def is_one_sentence(said: str) -> bool:
    """Whether that is all there is on standard error."""
    return said.count("\n") == 1 and said.endswith("。\n") and "Error" not in said.partition("\n")[0].replace("[Errno", "")


def _is_of(session: int, process: psutil.Process) -> bool:
    import os

    try:
        return os.getsid(process.pid) == session and process.status() != psutil.STATUS_ZOMBIE
    except (OSError, psutil.Error):
        return False
