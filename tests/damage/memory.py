"""The most memory that a process has had, counted anew for each case."""

from __future__ import annotations

import contextlib
from pathlib import Path


def most_memory() -> int:
    """The most memory that this process has had, in kB; 0 where the system does not say so."""
    # Not ru_maxrss: a process begins with what the one that started it had.
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), 0)


def forget_most_memory() -> int:
    """Counts the most memory anew, where the system lets us; what the process has to begin with, in kB.

    A process that has done much else has much before a case begins, so only what is above this is the case's.
    """
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")
    return most_memory()
