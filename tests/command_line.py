"""Commands run as their users run them, on a machine where something goes wrong."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from typing import TypeVar

import psutil

from tests.samples import ROOT

PROGRAM = """
import os, signal, sys, time
sys.path.insert(0, {root!r})
{before}
import app
sys.exit(app.main({words!r}))
"""
NOISE = ("Traceback", "Exception ignored", "Error:", "Warning", "multiprocessing")
Found = TypeVar("Found")


def started(*words: object, before: str = "", **more) -> subprocess.Popen[str]:
    """A command that has begun, in a session of its own; `before` is what goes wrong there, in Python."""
    program = PROGRAM.format(root=str(ROOT), before=before, words=[str(word) for word in words])
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | more
    command = [sys.executable, "-c", program]
    return subprocess.Popen(command, text=True, encoding="utf-8", start_new_session=True, **streams)


def ended(process: subprocess.Popen[str]) -> subprocess.CompletedProcess[str]:
    """What came of a command, which has left no process behind and let Python say nothing in words of its own."""
    out, err = process.communicate(timeout=60)
    assert not [noise for noise in NOISE if noise in (err or "")], err
    assert processes_of(process) == []
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def outcome(*words: object, before: str = "", **more) -> subprocess.CompletedProcess[str]:
    """What came of a command from its beginning."""
    return ended(started(*words, before=before, **more))


def processes_of(command: subprocess.Popen[str]) -> list[psutil.Process]:
    """The processes that a command has started and that are still there."""
    return [one for one in psutil.process_iter() if one.pid != command.pid and _session(one) == command.pid]


def wait_for(ready: Callable[[], Found]) -> Found:
    """What `ready` gives as soon as that is something."""
    until = time.monotonic() + 30
    while not (found := ready()):
        assert time.monotonic() < until
        time.sleep(0.02)
    return found


def _session(process: psutil.Process) -> int:
    try:
        return 0 if process.status() == psutil.STATUS_ZOMBIE else os.getsid(process.pid)
    except (OSError, psutil.Error):
        return 0
