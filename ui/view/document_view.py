"""An open document as it is shown: its tabs, the bar that finds, and the line that says what is still empty."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QSplitter, QVBoxLayout

from model.checking.open_places import open_places
from model.findings.marks import counts_of
from model.form.relation import SEVERITIES
from model.report.search import Match
from ui.basics.widgets import button, label, row, timer
from ui.document.live_checks import LiveChecks
from ui.document.open_document import OpenDocument
from ui.view.find_bar import FindBar
from ui.view.findings_panel import FindingsPanel
from ui.view.notice_bars import NoticeBars
from ui.view.section_tabs import SectionTabs

PANEL = 170  # pixels of the panel of findings, at first
SAID_FOR = 6000  # milliseconds
PAUSE = 150  # milliseconds without a keystroke, before what is empty is counted


class DocumentView(QFrame):
    """Everything that is shown of one document."""

    def __init__(self, document: OpenDocument) -> None:
        super().__init__()
        self._document = document
        self.editor = SectionTabs(document)
        self.notices = NoticeBars()
        self.find_bar = FindBar(document)
        self.find_bar.found.connect(self._show_match)
        self.live_checks = LiveChecks(document)
        self.panel = FindingsPanel(document, self._look_again)
        self.panel.setVisible(False)
        self.panel.wanted.connect(self.editor.go_to)
        self.panel.closed.connect(lambda: self.panel.setVisible(False))
        self.found = button("", self.findings, name="quiet")
        self.open_places = button("", self._go_to_open, name="quiet")
        self._said = label("", "faint")
        self._first_open = ""
        # A long line must not widen the window: what does not fit stands in the tooltip.
        self.open_places.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        line = row(self.open_places, self._said, self.found)
        line.setStretch(0, 1)
        line.setContentsMargins(16, 4, 16, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.editor)
        self._splitter.addWidget(self.panel)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([10_000, PANEL])
        layout.addWidget(self.notices)
        layout.addWidget(self._splitter, 1)
        layout.addWidget(self.find_bar)
        layout.addLayout(line)
        self._pause, self._fade = timer(self, PAUSE, self._show_open), timer(self, SAID_FOR, self._said.clear)
        document.changed.connect(lambda: self._pause.start())
        document.findings_changed.connect(self._show_found)
        document.refused.connect(self.say)
        self._show_open()
        self._show_found()

    def say(self, words: str) -> None:
        """Shows words at the lower edge for a while."""
        self._said.setText(words)
        self._fade.start()

    def commit(self) -> None:
        """Takes over what is being typed."""
        self.editor.commit()

    def go_to(self, name: str, start: int = 0, length: int = 0) -> None:
        """Shows a fact, a cell or a stretch of a text, by its name."""
        self.editor.go_to(name, start, length)

    def undo(self) -> None:
        """Takes back the last thing done, wherever it was; what is being typed comes first."""
        self.commit()
        self.editor.following(self._document.stack.undo)

    def redo(self) -> None:
        """Does again what was taken back."""
        self.commit()
        self.editor.following(self._document.stack.redo)

    def search(self) -> None:
        """Opens the bar that finds."""
        self.find_bar.open_bar(replacing=False)

    def replace(self) -> None:
        """Opens the bar that finds and replaces."""
        self.find_bar.open_bar(replacing=True)

    def find_next(self) -> None:
        """Shows the next place of the words looked for."""
        self.find_bar.go(1)

    def find_previous(self) -> None:
        """Shows the place before."""
        self.find_bar.go(-1)

    def _look_again(self) -> None:
        """Takes over what is being typed and checks everything."""
        self.commit()
        self.live_checks.finish()

    def findings(self) -> None:
        """Opens the panel of findings, or closes it."""
        self.panel.setVisible(not self.panel.isVisible())

    def next_finding(self) -> None:
        """Goes to the next finding."""
        self._step(1)

    def previous_finding(self) -> None:
        """Goes to the finding before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        self.panel.setVisible(True)
        self.panel.step(by)
        if not self._document.checked.findings:
            self.say("没有发现问题。")

    def _show_found(self) -> None:
        findings = self._document.checked.findings
        self.found.setText(f"检查：{counts_of(findings, SEVERITIES) or '没有问题'}")
        self.found.setToolTip("打开或收起检查结果；F8 到下一处")
        self.editor.show_counts(findings)

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
