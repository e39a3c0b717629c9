"""A disk on which one chosen step fails: every call of `os` that touches a folder is counted, and the one with that number refused."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

STEPS = (
    "open", "write", "fsync", "close", "replace", "unlink", "stat", "lstat", "fstat", "mkdir", "fchmod", "fchown", "utime", "scandir",
    "listdir", "access", "ftruncate", "lseek", "read",
)  # fmt: skip


class BrokenDisk:
    """Counts the steps below a folder; from the one numbered `first` on, `many` of them fail with `number` (an errno)."""

    def __init__(self, folder: Path, first: int, number: int, many: int = 1) -> None:
        self._folder, self._first, self._number, self._many = str(folder), first, number, many
        self._handles: set[int] = set()
        self.count = 0
        self.failed: list[str] = []

    def _concerns(self, where: object) -> bool:
        if isinstance(where, int):
            return where in self._handles
        return isinstance(where, str | bytes | os.PathLike) and os.fsdecode(where).startswith(self._folder)

    def wrapped(self, name: str):
        """The function of that name, on this disk."""
        real = getattr(os, name)

        def step(*arguments, **more):
            if not arguments or not self._concerns(arguments[0]):
                return real(*arguments, **more)
            self.count += 1
            fails = self._first <= self.count < self._first + self._many
            if name == "close":
                self._handles.discard(arguments[0])
                real(*arguments)  # a close that fails closes all the same
            if fails:
                self.failed.append(name)
                raise OSError(self._number, os.strerror(self._number), str(arguments[0]))
            done = None if name == "close" else real(*arguments, **more)
            if name == "open":
                self._handles.add(done)
            return done

        return step


@contextmanager
def broken_disk(folder: Path, first: int, number: int, many: int = 1) -> Iterator[BrokenDisk]:
    """Lets the steps below a folder fail as BrokenDisk says."""
    disk = BrokenDisk(folder, first, number, many)
    real = {name: getattr(os, name) for name in STEPS}
    wrapped = {name: disk.wrapped(name) for name in STEPS}
    for name, step in wrapped.items():
        setattr(os, name, step)
    try:
        yield disk
    finally:
        for name, step in real.items():
            setattr(os, name, step)
