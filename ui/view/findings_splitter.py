"""The report with its findings beside it where there is room for both, otherwise below it, or folded to a line."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSplitter

from ui.basics.defaults import (
    FINDINGS_BESIDE_FROM_CHARACTERS,
    FINDINGS_FOLDED_BELOW_LINES,
    FINDINGS_PANEL_HEIGHT_PX,
    FINDINGS_PANEL_SHARE,
    FINDINGS_PANEL_WIDTH_CHARACTERS,
)
from ui.document.open_document import OpenDocument
from ui.view.section_tabs import SectionTabs

if TYPE_CHECKING:
    from ui.findings.finding_details import FoldedFindings
    from ui.findings.findings_panel import FindingsPanel


class FindingsSplitter(QSplitter):
    """Holds the report and, once they were wanted, its findings. `built` is emitted with the line that they fold to.

    `finish` finishes all checks."""

    built = Signal(object)

    def __init__(self, document: OpenDocument, editor: SectionTabs, finish: Callable[[], None]) -> None:
        super().__init__()
        self._document, self._editor, self._finish = document, editor, finish
        self._came_to = ""  # by the last step to a finding
        self._folds: bool | None = None  # what the user said
        self._way, self._height = (
            "",
            0,
        )  # in which the report and the findings stand to each other, with what height in all
        self.setChildrenCollapsible(False)
        self.addWidget(editor)

    @cached_property
    def panel(self) -> FindingsPanel:
        """The panel of findings, loaded when it is first opened."""
        from ui.findings.findings_panel import FindingsPanel

        self._finish()  # what the panel shows
        panel = FindingsPanel(self._document, self._look_again)
        panel.setVisible(False)
        panel.place_requested.connect(self.go_to)
        for part in (panel, panel.line):
            part.closed.connect(partial(self.show_panel, False))
        panel.folded.connect(partial(self._fold, True))
        panel.line.unfolded.connect(partial(self._fold, False))
        self.built.emit(panel.line)
        self.addWidget(panel)
        self.setStretchFactor(0, 1)
        self._share_room()
        return panel

    @property
    def shown(self) -> FindingsPanel | None:
        """The panel if it was ever opened, None before."""
        return self.panel if "panel" in vars(self) else None

    @property
    def line(self) -> FoldedFindings | None:
        """The line that the panel folds to, None before it was ever opened."""
        return self.shown.line if self.shown else None

    @property
    def shows_findings(self) -> bool:
        """Whether the panel is shown, or folded to its line."""
        return self.shown is not None and not (self.panel.isHidden() and self.panel.line.isHidden())

    def take_room(self, width: int, height: int) -> None:
        """Put the findings beside the report where `width` has room for both, and fold them where `height` is little."""
        wide = FINDINGS_BESIDE_FROM_CHARACTERS * self._characters
        way, self._height = "Horizontal" if width >= wide else "Vertical", height
        if self._way != way:
            self._way = way
            self.setProperty("orientation", way)  # by its name, or all enums of Qt would be loaded
            self._share_room()

    @property
    def _characters(self) -> int:
        """The width of a character in pixels."""
        return self.fontMetrics().horizontalAdvance("国")

    def _share_room(self) -> None:
        """Give the panel its usual share."""
        width = FINDINGS_PANEL_WIDTH_CHARACTERS * self._characters
        height = min(FINDINGS_PANEL_HEIGHT_PX, int(self.height() * FINDINGS_PANEL_SHARE))
        self.setSizes([10_000, width if self._way == "Horizontal" else height])

    @property
    def _is_folded(self) -> bool:
        """Whether the findings take one line: as the user said, otherwise where the panel would leave a table no room."""
        low = FINDINGS_FOLDED_BELOW_LINES * self.fontMetrics().height()
        return (self._height < low and self._way == "Vertical") if self._folds is None else self._folds

    def show_panel(self, on: bool) -> None:
        """Show or hide the findings; keys that were in what is hidden return to where they were in the report."""
        focused = self.window().focusWidget()
        self.panel.line.setVisible(on and self._is_folded)
        self.panel.setVisible(on and not self._is_folded)
        if any(part.isAncestorOf(focused) and part.isHidden() for part in (self.panel, self.panel.line)):
            self._editor.take_focus()

    def toggle(self) -> None:
        """Show the panel, whole and with the keys, or hide it where it is shown whole."""
        if self.shows_findings and self.panel.line.isHidden():
            self.show_panel(False)
        elif self.shows_findings:
            self._fold(False)
        else:
            self._folds = False if self._is_folded else self._folds
            self.show_panel(True)
            self.panel.setFocus()

    def _fold(self, on: bool) -> None:
        """Fold the findings to a line or unfold them, until the user says otherwise; the keys go along."""
        self._folds = on
        self.show_panel(True)
        if not on:
            self._show_current()
        (self.panel.line if on else self.panel).setFocus()

    def _show_current(self) -> None:
        """Show the place that the current finding is about, if it is on the page that is shown: the panel may lie over it."""
        place = self.panel.place
        if place and self._editor.index_of(place[0]) == self._editor.currentIndex():
            self.go_to(*place)

    def step(self, by: int) -> None:
        """Show the findings and go to the next one, or to the previous one if `by` is negative."""
        self.show_panel(True)
        here = self._editor.focused_place
        self.panel.step(by, here, here != self._came_to)

    def go_to(self, name: str, start: int, length: int) -> None:
        """Show a place, from which the next step goes on."""
        self._editor.go_to(name, start, length)
        self._came_to = self._editor.focused_place

    def _look_again(self) -> None:
        """Commit what is being typed and finish all checks."""
        self._editor.commit()
        self._finish()
