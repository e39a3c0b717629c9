"""Measures speed beside a floor measured in the same run: python -m tests.bench

Each line says what was measured, its floor, the ratio, and what it should reach. Each kind of lines has a module of its
own; a new line is one entry in it: its name, what is measured, the floor, and how many times the floor it may be."""

from __future__ import annotations

import os
import tempfile
from importlib import import_module
from pathlib import Path

KINDS = ("start", "keys", "texts", "preview", "export", "drafts", "reading", "checking")


def main() -> None:
    """Print every line as it is measured."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for kind in KINDS:
        # Imported here: a program that is started begins with the memory of the one that starts it, as Linux counts its peak.
        module = import_module(f"tests.bench.{kind}")
        with tempfile.TemporaryDirectory() as folder:
            for line in module.measured(Path(folder)):
                print(line, flush=True)


if __name__ == "__main__":
    main()
