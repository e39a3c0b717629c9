"""The pages of the import dialog besides those of the form: the numbers that this year needs, and what was not read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from model.form.section import Section
from model.reading.reading import Reading
from model.report.report import section_of
from ui.basics.scroll_page import ScrollPage
from ui.basics.widgets import MARGIN_PX, label
from ui.document.open_document import OpenDocument
from ui.view.table_tab import TableTab

NEEDED_TAB, LEFT_OUT_TAB = "今年要用的数", "没有读入的"
INTRODUCTION = "新的一年接着用这些数{titles}，请先与原文核对。其余各页的数，只用来与今年的对照。"


class NeededPage(ScrollPage):
    """The rows of the form's tables with the cells that next year's report takes over, as tables of their own.

    `notes` is what the user should know of the whole reading."""

    place = ""  # which has no help

    def __init__(self, document: OpenDocument, names: Sequence[str], notes: Sequence[str]) -> None:
        super().__init__()
        titles = dict.fromkeys(carry.title for carry in document.report.form.carries if carry.last in names)
        introduction = INTRODUCTION.format(titles=f"（{'；'.join(titles)}）" if titles else "")
        for said in (*(label(note, "warn") for note in notes), label(introduction, "faint")):
            said.setWordWrap(True)
            self.column.addWidget(said)
        self._tables: dict[str, TableTab] = {}
        for section in document.report.form.sections:
            own = [name for name in names if section.grid and section_of(name) == section.key]
            if own:
                self._add_table(document, section, own)
        self.column.addStretch(1)

    def _add_table(self, document: OpenDocument, section: Section, names: Sequence[str]) -> None:
        assert section.grid
        shown = TableTab(document, replace(section, grid=section.grid.excerpt(names)))
        layout, table = shown.layout(), shown.table
        assert layout
        layout.setContentsMargins(0, 0, 0, 8)
        # As high as its rows: the page scrolls, not the table.
        table.cells_moved.connect(lambda: table.setFixedHeight(table.whole_height))
        table.current_changed.connect(lambda _: self.show_cursor())
        table.edge_passed.connect(partial(self._go_beyond, shown))
        self._tables |= dict.fromkeys(names, shown)
        self.column.addWidget(shown)

    def _go_beyond(self, shown: TableTab, by: int) -> None:
        """Go on to the first cell of the next table, or with `by` -1 to the last of the one before."""
        tables = list(dict.fromkeys(self._tables.values()))
        place = tables.index(shown) + by
        if 0 <= place < len(tables):
            table = tables[place].table
            table.setFocus()
            table.go_to(table.grid.inputs[0 if by > 0 else -1])

    def enter(self) -> None:
        """Give the focus to the first table."""
        next(iter(self._tables.values())).enter()

    def commit(self, asking: bool = True) -> None:
        """Write what is being typed into a cell to the document."""
        for shown in self._tables.values():
            shown.commit(asking)

    def go_to(self, name: str, start: int = 0, length: int = 0) -> None:
        """Make a cell the current one; a cell has no stretches to select."""
        self._tables[name].go_to(name)

    def show_change(self, names: set[str]) -> None:
        """Scroll to the first of the cells."""
        changed = next((shown for name, shown in self._tables.items() if name in names), None)
        if changed:
            self.ensureWidgetVisible(changed)
            changed.show_change(names)


class LeftOutPage(QWidget):
    """What stands in the document and is not in the report, with the notes on the reading; to be read only."""

    place = ""  # which has no help

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(LEFT_OUT_TAB)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN_PX, 16, MARGIN_PX, 8)
        layout.addWidget(self.text)
        groups = {
            "请注意": reading.notes,
            "没有认出": reading.unrecognised,
            "不属于报告，没有读": reading.left_out,
        }
        blocks = ("\n".join([f"{title}（{len(lines)}）", *lines]) for title, lines in groups.items() if lines)
        self.text.setPlainText("\n\n".join(blocks))

    def enter(self) -> None:
        """Take the focus, for the keys that scroll."""
        self.text.setFocus()

    def commit(self, asking: bool = True) -> None:
        """Do nothing: nothing can be typed here."""

    def go_to(self, name: str, start: int = 0, length: int = 0) -> None:
        """Do nothing: no value stands here."""

    def show_change(self, names: set[str]) -> None:
        """Do nothing: no value stands here."""


def left_out_count(reading: Reading) -> int:
    """Return how many lines are on the page of what was not read."""
    return len(reading.unrecognised) + len(reading.left_out) + len(reading.notes)
