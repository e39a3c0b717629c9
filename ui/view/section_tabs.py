"""The tabs of an open document: one for the facts and one for each section, built when first shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from model.findings.finding import Finding
from model.findings.marks import counts_of
from model.form.guide import Guide
from model.form.section import Section
from model.report.disclosure_sources import section_shown
from model.report.fact_labels import FACT_NAMES, FACTS_TAB, OTHER_NAMES
from model.report.report import section_of
from ui.basics.fields import PLACE_PROPERTY
from ui.basics.text_field import TextField
from ui.basics.widgets import SPACING_PX, row
from ui.document.open_document import OpenDocument
from ui.view.areas import first_in
from ui.view.facts_tab import FactsTab
from ui.view.tab import Tab
from ui.view.tab_bar import EDGE_PX, MarkedTabBar, TabListButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

FIRST_FACT = "unit"
TEXT_NAME = re.compile(r"(\w+)(?:\[[0-9]{1,4}\]\.(?:text|heading))?")


class OwnTab(NamedTuple):
    """A tab besides those of the form: its title, how it is built, and the names that it shows besides their own tabs."""

    title: str
    make: Callable[[], Tab]
    names: tuple[str, ...] = ()


class SectionTabs(QTabWidget):
    """The tab widget that shows and edits one document.

    `built` is emitted with each tab that was built, `selected` with what is said of a selection of cells, `told` with the
    answer to a key of a table that has nothing to show, `moved` when another cell has become the current one, `wanted`
    before a place is shown that was asked for elsewhere. `before` and `after` are tabs around those of the form; with
    `guided` the tables that the form's guide leads into have a button for it, which emits `guide_requested`, and the texts
    one for sentences, `sentences_requested`."""

    selected = Signal(str)
    told = Signal(str)
    built = Signal(object)
    moved = Signal()
    wanted = Signal()
    guide_requested = Signal()
    sentences_requested = Signal()

    def __init__(
        self,
        document: OpenDocument,
        before: Sequence[OwnTab] = (),
        after: Sequence[OwnTab] = (),
        guided: bool = False,
    ) -> None:
        super().__init__()
        self._document = document
        self._before = before
        self._is_guided = guided
        guide = document.report.form.guide if guided else Guide({})
        self._guided = {section_of(name) for name in guide.rows}
        self._keys = [section.key for section in document.report.form.sections]
        sections = (
            OwnTab(section.tab, partial(self._of_section, section)) for section in document.report.form.sections
        )
        self._all = [*before, OwnTab(FACTS_TAB, partial(FactsTab, document)), *sections, *after]
        self._tabs: dict[int, Tab] = {}
        self._changed: set[str] = set()  # since `show_changes_of` was last called
        document.changed.connect(self._note)  # once, not in each call: PySide never frees a connection
        self._bar = MarkedTabBar(tuple(own.title for own in self._all))
        self.setTabBar(self._bar)
        self.setDocumentMode(True)
        self._bar.setDrawBase(False)  # after the mode, which turns it on: its line is white in dark colours
        for own in self._all:
            holder = QWidget()  # filled when first shown: building all tabs would make opening slow
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            self.addTab(holder, own.title)
        self.currentChanged.connect(self._enter)

    def tab(self, index: int) -> Tab:
        """Return the tab at an index; build it if it has not been shown yet."""
        if index not in self._tabs:
            tab = self._all[index].make()
            assert isinstance(tab, QWidget)
            layout = self.widget(index).layout()
            assert layout is not None
            layout.addWidget(tab)
            tab.show()  # at once: the caller may scroll to a place in it
            self._tabs[index] = tab
            self.built.emit(tab)
        return self._tabs[index]

    @property
    def place(self) -> str:
        """The name of the fact, cell or text with the cursor."""
        return self.tab(self.currentIndex()).place

    @property
    def cursor_place(self) -> int:
        """How many characters of the text at `place` stand before the cursor; 0 where there is no text."""
        field = self.currentWidget().focusWidget()
        if isinstance(field, TextField) and field.property(PLACE_PROPERTY) == self.place:
            return field.cursor_place
        return 0

    def step(self, by: int) -> None:
        """Go to the next tab, or to the previous one if `by` is negative; the keys go along."""
        self.wanted.emit()
        self.setCurrentIndex(self.currentIndex() + by)
        if not self.currentWidget().isAncestorOf(self.window().focusWidget()):
            self._focus_first_in(self.currentIndex())

    def _focus_first_in(self, index: int) -> None:
        if field := first_in(self.widget(index)):
            field.setFocus()

    def take_focus(self) -> None:
        """Give the focus to what had it last on the page that is shown, or to its first field."""
        self.tab(self.currentIndex()).enter()
        self._focus_first_in(self.currentIndex())

    def focus_first(self) -> None:
        """Show the facts and give the focus to the first of their fields."""
        self.show_tab_of(FIRST_FACT)
        self.tab_of(FIRST_FACT).go_to(FIRST_FACT)  # by its name: the page may not have been shown yet

    def tab_of(self, name: str) -> Tab:
        """Return the first tab that shows a name; build it if it has not been shown yet."""
        return self.tab(self.index_of(name))

    def show_tab_of(self, name: str) -> None:
        """Switch to the first tab that shows a name."""
        self.setCurrentIndex(self.index_of(name))

    def _of_section(self, section: Section) -> Tab:
        """Build the tab of a section; what only tables or only texts need is loaded with the first one."""
        if section.grid:
            from ui.view.table_tab import TableTab

            guide = self.guide_requested.emit if section.key in self._guided else None
            made = TableTab(self._document, section, guide)
            made.table.selected.connect(self.selected)
            made.table.told.connect(self.told)
            made.table.current_changed.connect(lambda _: self.moved.emit())
            return made
        from ui.view.text_tab import TextTab

        page = TextTab(self._document, section, self._is_guided)
        page.sentences_requested.connect(self.sentences_requested)
        return page

    def _enter(self, index: int) -> None:
        tab = self.tab(index)  # first: the commit may ask, in front of it
        self.commit()
        self.selected.emit("")
        tab.enter()
        # Qt gives the focus to the page itself where that was still empty: nothing to type into.
        if self.widget(index).hasFocus():
            self._focus_first_in(index)

    def shows(self, name: str) -> bool:
        """Return whether a name, whatever it is, is that of a fact, a cell or a text of the report."""
        form, text = self._document.report.form, TEXT_NAME.fullmatch(name)
        is_text = text is not None and text[1] in self._keys and not form.section(text[1]).grid
        return is_text or name in form.cells or name in FACT_NAMES or name in OTHER_NAMES

    def index_of(self, name: str) -> int:
        """Return the index of the first tab that shows a name."""
        return self._places_of(name)[0]

    def _places_of(self, name: str) -> list[int]:
        key, facts = section_shown(self._document.report.form, name), len(self._before)
        own = facts + 1 + self._keys.index(key) if key in self._keys else facts
        return [*(place for place, tab in enumerate(self._before) if name in tab.names), own]

    def go_to(self, name: str, start: int = 0, length: int = 0) -> None:
        """Show a fact, cell or stretch of a text, by name, in the first tab that has it."""
        self.wanted.emit()
        self.setCurrentIndex(self.index_of(name))
        self.tab(self.currentIndex()).go_to(name, start, length)

    def show_counts(self, findings: Iterable[Finding]) -> None:
        """Show on each tab how many errors and warnings it has."""
        by_tab: dict[int, list[Finding]] = {}
        for finding in findings:
            for place in self._places_of(finding.cells[0]):
                by_tab.setdefault(place, []).append(finding)
        new = [self._bar.show_marks(index, counts_of(by_tab.get(index, ()))) for index in range(self.count())]
        if any(new):  # it takes as long as all else that a number changes
            self._offer_list()

    def _offer_list(self) -> None:
        """Have a list of the tabs beside them where not all of them fit."""
        wanted = self._bar.is_too_wide_for(self.width())
        if wanted != (self.cornerWidget() is not None):
            # Taken out where it is not wanted: a corner has its room even while it is hidden.
            self.setCornerWidget(self._corner if wanted else None)  # type: ignore[arg-type]  # the stubs know no None
            self._corner.setVisible(wanted)
            self._bar.raise_()  # which the style sheet moves over the edge of the corner

    @cached_property
    def _corner(self) -> QWidget:
        """What lists the tabs, made when they do not fit for the first time."""
        corner = QWidget(self)
        line = row(TabListButton(self._bar))
        line.setContentsMargins(EDGE_PX // 2 + SPACING_PX, 0, SPACING_PX, 0)
        corner.setLayout(line)
        return corner

    def paintEvent(self, event: QPaintEvent) -> None:
        """Reimplemented to draw nothing: Qt would draw a line over the corner, white in dark colours."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reimplemented to list the tabs where there is little room."""
        super().resizeEvent(event)
        self._offer_list()

    @property
    def focused_place(self) -> str:
        """The name of the cell, fact or text that has the focus, "" if none has."""
        focused = self.window().focusWidget()
        while focused and focused is not self:
            place = focused.property(PLACE_PROPERTY)
            if isinstance(place, str):
                return place
            focused = focused.parentWidget()
        return ""

    def commit(self, asking: bool = True) -> None:
        """Write what is being typed to the document, as the last step that undo takes back."""
        for tab in self._tabs.values():
            tab.commit(asking)

    def _note(self, names: set[str]) -> None:
        self._changed |= names

    def show_changes_of(self, act: Callable[[], None]) -> None:
        """Call `act`, then switch to a tab in which it changed something, and show it there."""
        self._changed.clear()
        act()
        tabs = {place for name in self._changed for place in self._places_of(name)}
        if tabs and self.currentIndex() not in tabs:
            self.setCurrentIndex(min(tabs))
        here = {name for name in self._changed if self.index_of(name) == self.currentIndex()}
        if here:
            self.wanted.emit()
            self.tab(self.currentIndex()).show_change(here)
