"""The view of an open document: its tabs, find bar and findings, and the line with what is still blank."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from model.checking.open_places import open_places
from model.findings.marks import counts_of
from model.form.relation import SEVERITIES
from ui.basics.announcing import announce
from ui.basics.defaults import FINDINGS_PANEL_HEIGHT_PX, OPEN_PLACES_DELAY_MS, STATUS_MESSAGE_MS
from ui.basics.shortcuts import key_name
from ui.basics.widgets import button, label, row, timer
from ui.document.open_document import OpenDocument
from ui.view.finding_announcer import FindingAnnouncer
from ui.view.notice_bars import NoticeBars
from ui.view.section_tabs import SectionTabs

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from model.report.search import Match
    from ui.document.live_checks import LiveChecks
    from ui.view.find_bar import FindBar
    from ui.view.findings_panel import FindingsPanel


class DocumentView(QFrame):
    """The widget that shows one document. The report comes first: it is checked as soon as it is on the screen."""

    def __init__(self, document: OpenDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.editor = SectionTabs(document)
        self.notices = NoticeBars()
        self.found = button("", self.findings, name="quiet")
        self.open_places = button("", self._go_to_open, name="quiet")
        self._said = label("", "faint")
        self._first_open = ""
        self._announcer = FindingAnnouncer(self)
        # A long line must not widen the window; the tooltip has all of it.
        self.open_places.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        line = row(self.open_places, self._said, self.found)
        line.setStretch(0, 1)
        line.setContentsMargins(16, 4, 16, 4)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._splitter = QSplitter()
        self._splitter.setProperty("orientation", "Vertical")  # by its name, or all enums of Qt would be loaded
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.editor)
        self._layout.addWidget(self.notices)
        self._layout.addWidget(self._splitter, 1)
        self._layout.addLayout(line)
        self._painted = timer(self, 0, lambda: self.live_checks)
        self._pause = timer(self, OPEN_PLACES_DELAY_MS, self._show_open)
        self._fade = timer(self, STATUS_MESSAGE_MS, self._said.clear)
        # A lambda: start() would take the argument of `changed` for an interval.
        document.changed.connect(lambda: self._pause.start())
        document.findings_changed.connect(self._show_found)
        document.refused.connect(self.show_message)
        self._show_open()
        self.editor.tab(0)  # last: what stands in it would be styled anew with each widget that is put around it

    @cached_property
    def live_checks(self) -> LiveChecks:
        """The checks, loaded once the report is on the screen, for they take as long as all that is on it."""
        from ui.document.live_checks import LiveChecks

        live_checks = LiveChecks(self._document)
        self._show_found()
        return live_checks

    @cached_property
    def panel(self) -> FindingsPanel:
        """The panel of findings, loaded when it is first opened."""
        from ui.view.findings_panel import FindingsPanel

        self.live_checks.finish()  # what the panel shows
        panel = FindingsPanel(self._document, self._look_again)
        panel.setVisible(False)
        panel.place_requested.connect(self.editor.go_to)
        panel.closed.connect(lambda: panel.setVisible(False))
        self._splitter.addWidget(panel)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([10_000, FINDINGS_PANEL_HEIGHT_PX])
        return panel

    @cached_property
    def find_bar(self) -> FindBar:
        """The bar that finds, loaded when it is first opened."""
        from ui.view.find_bar import FindBar

        bar = FindBar(self._document)
        bar.found.connect(self._show_match)
        self._layout.insertWidget(self._layout.count() - 1, bar)
        return bar

    def paintEvent(self, event: QPaintEvent) -> None:
        """Has the report checked after its first paint."""
        super().paintEvent(event)
        if "live_checks" not in vars(self):
            self._painted.start()

    def show_message(self, words: str) -> None:
        """Show a message at the lower edge for a while."""
        self._said.setText(words)
        announce(self, words)
        self._fade.start()

    def commit(self) -> None:
        """Write what is being typed to the document."""
        self.editor.commit()

    def go_to(self, name: str, start: int = 0, length: int = 0) -> None:
        """Show a fact, cell or stretch of a text, by name."""
        self.editor.go_to(name, start, length)

    def go_to_area(self, by: int) -> None:
        """Give the focus to the next area, or to the one before where `by` is -1."""
        from ui.view.areas import go_on

        made = [vars(self)[name] for name in ("find_bar", "panel") if name in vars(self)]
        go_on(
            [self.notices, self.editor.tabBar(), self.editor.currentWidget(), *made, self.open_places, self.found], by
        )

    def undo(self) -> None:
        """Commit what is being typed, undo the last change and show its place."""
        self.commit()
        self.editor.show_changes_of(self._document.stack.undo)

    def redo(self) -> None:
        """Commit what is being typed, redo the change undone last and show its place."""
        self.commit()
        self.editor.show_changes_of(self._document.stack.redo)

    def search(self) -> None:
        """Open the find bar."""
        self.find_bar.open_bar(replacing=False)

    def replace(self) -> None:
        """Open the find bar with the field for the replacement."""
        self.find_bar.open_bar(replacing=True)

    def find_next(self) -> None:
        """Go to the next match."""
        self.find_bar.go(1)

    def find_previous(self) -> None:
        """Go to the previous match."""
        self.find_bar.go(-1)

    def _look_again(self) -> None:
        """Commit what is being typed and finish all checks."""
        self.commit()
        self.live_checks.finish()

    def findings(self) -> None:
        """Show or hide the findings panel."""
        self.panel.setVisible(not self.panel.isVisible())

    def next_finding(self) -> None:
        """Go to the next finding."""
        self._step(1)

    def previous_finding(self) -> None:
        """Go to the previous finding."""
        self._step(-1)

    def _step(self, by: int) -> None:
        self.panel.setVisible(True)
        self.panel.step(by)
        if not self._document.checked.findings:
            self.show_message("没有发现问题。")

    def _show_found(self) -> None:
        findings = self._document.checked.findings
        self.found.setText(f"检查：{counts_of(findings, SEVERITIES) or '没有问题'}")
        self.found.setToolTip(f"打开或收起检查结果；{key_name('next_finding')} 到下一处")
        self.editor.show_counts(findings)
        if "live_checks" in vars(self):
            self._announcer.tell(findings)

    def _show_match(self, match: Match) -> None:
        self.editor.go_to(match.name, match.start, match.length)

    def _go_to_open(self) -> None:
        if self._first_open:
            self.editor.go_to(self._first_open)

    def _show_open(self) -> None:
        places = open_places(self._document.report)
        self._first_open = places[0].first if places else ""
        words = "　".join(f"{place.tab}：{place.words}" for place in places)
        what = "没填好" if self._document.report.unfinished else "未填"
        self.open_places.setText(f"{what} — {words}" if places else "全部填好了。")
        self.open_places.setToolTip(f"{words}\n点一下，到第一个{what}的地方" if places else "")
