"""A letter until the page that shows it is painted again, beside Typst alone that sets the same report.

Besides, how long the window's thread is held meanwhile, and the memory as one types on."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from export.pdf.document import Typesetter, typesetter
from model.report.outline import placed_outline
from model.report.report import Part, Report
from tests.bench.line import ROUNDS, Act, at_most, beside, timed
from tests.bench.window import new_window
from ui.view.document_view import DocumentView

LETTERS = 500
MOST_HELD_MS = 30


def measured(folder: Path) -> Iterator[str]:
    """Yield the lines, as one opens the preview and types on in one window."""
    window = new_window(folder)
    window.resize(1900, 1000)
    window.show()
    session = window.workspace.session
    window.workspace.open_actions.show_example()
    assert session.view and session.document
    letter = typing_in(session.view)
    yield at_most("longest hold as it is opened", opened(session.view), MOST_HELD_MS)
    yield beside("letter to its page painted again", *in_turns(letter, session.document.report), 1.5)
    with Holds() as held:
        early, late = (memory_after(letter, count) for count in (LETTERS // 2, LETTERS))
    yield at_most(f"longest hold in {LETTERS} letters", held.longest, MOST_HELD_MS)
    yield beside(f"memory after {LETTERS} letters more", late, early, 1.1, "MB")
    session.document.stack.setClean()
    session.close()
    window.close()
    window.deleteLater()


def typing_in(view: DocumentView) -> Act:
    """Go to the first text; return what types a letter there and waits until the pages are painted."""
    view.go_to("overview[0].text")
    field = view.editor.tab(view.editor.currentIndex()).cards[0].text  # type: ignore[attr-defined]
    QTest.qWait(1000)  # until what the first tab waits for is loaded

    def letter() -> None:
        QTest.keyClick(field, Qt.Key.Key_A)
        wait_until_painted(view)

    return letter


def opened(view: DocumentView) -> float:
    """Open the preview; return the longest hold until the pages are painted, in milliseconds."""
    with Holds() as held:
        view.pane.toggle()
        while "preview" not in vars(view.pane):  # asking for it would make it at once, in one turn
            QApplication.processEvents()
        wait_until_painted(view)
    return held.longest


def wait_until_painted(view: DocumentView) -> None:
    """Let the window go on until the preview shows what has been typed."""
    while not view.pane.preview.is_current:
        QApplication.processEvents()
        time.sleep(0.0005)
    QApplication.processEvents()


def in_turns(letter: Act, report: Report) -> tuple[float, float]:
    """Return the median time of a letter, and of setting a report with one letter more, in milliseconds.

    Taken in turns: other programs disturb both alike."""
    made = typesetter()
    inputs = inputs_of(made, report)

    def alone() -> None:
        with made._turn:
            made._compiler.compile(sys_inputs=inputs.pop(), format="svg")

    ours: list[float] = []
    floor: list[float] = []
    for _ in range(ROUNDS):
        for times, act in ((ours, letter), (floor, alone)):
            times.append(timed(act))
            QTest.qWait(int(times[-1]) + 10)  # a clerk's pause
    return statistics.median(ours), statistics.median(floor)


def inputs_of(made: Typesetter, report: Report) -> list[dict[str, Any]]:
    """Return what Typst gets of reports, each of which has other letters in its first text."""
    first, *others = report.parts("overview")
    inputs = []
    for count in range(ROUNDS):
        changed = (Part(first.heading, f"{first.text}{'b' * (count + 1)}"), *others)
        one = replace(report, values=report.values | {"overview": changed})
        inputs.append(made._inputs(placed_outline(one), one))
    return inputs


class Holds:
    """How long the window's thread does one thing meanwhile, by the processor's time, which other programs do not disturb."""

    def __init__(self) -> None:
        self.longest = 0.0  # milliseconds
        self._beats = QTimer()
        self._beats.timeout.connect(self._beat)

    def __enter__(self) -> Holds:
        self._last = time.thread_time()
        self._beats.start(1)
        return self

    def __exit__(self, *_: object) -> None:
        self._beat()
        self._beats.stop()

    def _beat(self) -> None:
        now = time.thread_time()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now


def memory_after(act: Act, count: int) -> float:
    """Return the memory of this process in megabytes after so many calls, 1 where the system does not tell it."""
    for _ in range(count):
        act()
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 1.0)
