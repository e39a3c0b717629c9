"""A key in table 3 until the cells it changes are painted, beside what a person does not notice."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from model.draft.draft_file import load_draft
from model.form.grid import Grid
from tests.bench.line import timed, verdict
from tests.bench.window import application
from tests.samples import EXAMPLE
from ui.document.open_document import OpenDocument
from ui.table.form_table import FormTable

KEYS = 200
REACH_MEDIAN_MS, REACH_P95_MS = 8, 16
# One after the other, over and over: a digit, and Enter that commits it; beside them, all there is to paint.
LINES: dict[str, Callable[[FormTable, int], object]] = {
    "keystroke: digit": lambda table, count: QTest.keyClick(table, Qt.Key.Key_1 + count % 9),
    "keystroke: Enter, totals done": lambda table, _: QTest.keyClick(table.editor, Qt.Key.Key_Return),
    "keystroke: whole table repainted": lambda table, _: table.viewport().update(),
}


def measured(_: Path) -> Iterator[str]:
    """Yield the lines, each with the median and what 95 of 100 keep to."""
    app = application()
    document = OpenDocument(load_draft(EXAMPLE)[0])
    grid = document.report.form.section("requests").grid
    assert grid
    table = shown(document, grid)
    times: dict[str, list[float]] = {name: [] for name in LINES}

    def painted(name: str, count: int) -> None:
        LINES[name](table, count)
        app.processEvents()

    for count in range(KEYS):
        if table.current == grid.inputs[-1]:
            table.go_to(grid.inputs[0])
        for name in LINES:
            times[name].append(timed(lambda name=name, count=count: painted(name, count)))
    for name, taken in times.items():
        middle, slow = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
        said = f"{name:32} median {middle:6.2f} ms  p95 {slow:6.2f} ms  (reach {REACH_MEDIAN_MS} and {REACH_P95_MS})"
        yield f"{said} {verdict(middle <= REACH_MEDIAN_MS and slow <= REACH_P95_MS)}"


def shown(document: OpenDocument, grid: Grid) -> FormTable:
    """Return a table on the screen that has the keys."""
    table = FormTable(document, grid)
    table.resize(1300, 1000)
    table.show()
    table.setFocus()
    application().processEvents()
    return table
