"""A key in the middle of a part of 200 KB until it is painted, beside Qt's own field with the same text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from model.form.form import load_form
from model.report.report import Part, new_report
from tests.bench.line import at_most, beside, median
from tests.bench.window import new_window
from ui.document.open_document import OpenDocument

SENTENCE = "全年公开政府信息318条，其中财政预决算6条，受理依申请公开12件，均已按期答复。"
LINES = {
    "key into 200 KB, one paragraph": SENTENCE * 1700,
    "key into 200 KB, paragraphs": f"{SENTENCE}\n" * 1700,
    "key into 200 KB, punctuation": "，。；“”,." * 9600,
}
REACH = 2
LEAST_FLOOR_MS, MOST_MS = (
    1,
    100,
)  # of a floor that says something; beside a lower one, Qt lays out a line and nothing else


def measured(folder: Path) -> Iterator[str]:
    """Yield the lines."""
    for name, text in LINES.items():
        figure, floor = in_window(folder, text), in_bare_field(text)
        yield beside(name, figure, floor, REACH) if floor > LEAST_FLOOR_MS else at_most(name, figure, MOST_MS)


def in_window(folder: Path, text: str) -> float:
    """Return the time of a key in the first field of a report with this text, in milliseconds."""
    window = new_window(folder)
    session = window.workspace.session
    report = new_report(load_form("2021"), 2021)
    report.values["overview"] = (Part("", text),)
    session.show(OpenDocument(report))
    assert session.view
    session.view.editor.show_tab_of("overview")
    taken = key_time(window, session.view.editor.tab_of("overview").cards[0].text)
    session.close()
    end(window)
    return taken


def in_bare_field(text: str) -> float:
    """Return the time of a key in a field of Qt's with this text, in milliseconds."""
    field = QPlainTextEdit()
    field.setPlainText(text)
    taken = key_time(field, field)
    end(field)
    return taken


def end(window: QWidget) -> None:
    """Close a window and let go of it."""
    window.close()
    window.deleteLater()


def key_time(window: QWidget, field: QPlainTextEdit) -> float:
    """Return the median time of a key in the middle of a field's text in milliseconds."""
    window.resize(1366, 700)
    window.show()
    cursor = field.textCursor()
    cursor.setPosition(field.document().characterCount() // 2)
    field.setTextCursor(cursor)
    field.setFocus()
    for _ in range(10):
        QApplication.processEvents()

    def key() -> None:
        QTest.keyClick(field, Qt.Key.Key_A)
        QApplication.processEvents()

    return median(key)
