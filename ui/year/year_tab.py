"""The tab 总览: what is filled in and what is open, what to do next, and the main numbers over the years."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from model.checking.progress import Line, Step, lines, next_step
from model.county.deadline import deadline_words
from model.draft.earlier_reports import by_year, earlier_reports
from model.faults import Fault
from model.files.exported import last_exported
from model.files.paths import saved_at
from model.findings.finding import ERROR, HINT, SHAPES, WARNING, WORDS
from model.findings.marks import counts_of
from model.form.relation import SEVERITIES
from model.report.report import Report
from ui.basics.background import Look
from ui.basics.defaults import OPEN_PLACES_DELAY_MS, QUIET_MARGINS_PX
from ui.basics.fitting_button import FittingButton
from ui.basics.scroll_page import ScrollPage
from ui.basics.settings import Settings
from ui.basics.widgets import button, card, label, row, timer
from ui.document.open_document import OpenDocument

if TYPE_CHECKING:
    from ui.year.years_card import YearsCard

SHAPES_SAID = f"　（{SHAPES[ERROR]} {WORDS[ERROR]}　{SHAPES[WARNING]} {WORDS[WARNING]}　{SHAPES[HINT]} {WORDS[HINT]}）"
WIDE_BLANK = "　"  # as wide as any letter of a title
FINDINGS = "findings"  # the action that shows them


class OnDisk(NamedTuple):
    """What the disk says: when the draft was saved and the report exported last, and the reports of earlier years."""

    saved: datetime | None = None
    exported: datetime | None = None
    earlier: dict[int, Report] = {}  # noqa: RUF012  # never changed

    @property
    def is_exported(self) -> bool:
        """Whether what was saved last was exported."""
        return bool(self.saved and self.exported and self.exported >= self.saved)


class YearTab(ScrollPage):
    """Shows how far a report is.

    `place_requested` is emitted with a name and a stretch of its text to go to, `action_requested` with the name of an
    action of the window."""

    place_requested = Signal(str, int, int)
    action_requested = Signal(str)

    def __init__(
        self, document: OpenDocument, settings: Settings | None, file_names: Callable[[], Sequence[str]]
    ) -> None:
        """Create the tab; `file_names` returns those under which the report may have been exported."""
        super().__init__()
        self._document, self._settings, self._file_names = document, settings, file_names
        self._on_disk, self._step = OnDisk(), Step("", "")
        self.years: YearsCard | None = None
        self._add_next()
        self._add_sections()
        self._add_times()
        self.column.addStretch(1)
        self._look = Look(self)
        self._look.found.connect(self._take)
        self._pause = timer(self, OPEN_PLACES_DELAY_MS, self._show)
        document.changed.connect(self._show_soon)
        document.findings_changed.connect(self._show)
        document.file_changed.connect(self._look_at_disk)
        document.stack.cleanChanged.connect(self._show_soon)  # also while all is taken down, after this page

    def _add_next(self) -> None:
        frame, layout = card()
        self.said = label("", "")
        self.said.setWordWrap(True)
        self.next = button("", self._go_on)
        layout.addLayout(row(label("下一步", "heading"), None, self.next))
        layout.addWidget(self.said)
        self.column.addWidget(frame)

    def _add_sections(self) -> None:
        frame, self._sections = card()
        self._sections.setSpacing(2)
        self._sections.addWidget(label("各部分（点一下，到那里）", "heading"))
        self.lines: list[FittingButton] = []
        self.findings = FittingButton("quiet", QUIET_MARGINS_PX)
        self.findings.clicked.connect(lambda: self.action_requested.emit(FINDINGS))
        self.column.addWidget(frame)

    def _add_times(self) -> None:
        frame, layout = card()
        self.deadline, self.times = label(""), label("", "faint")
        for one in (self.deadline, self.times):
            one.setWordWrap(True)
            layout.addWidget(one)
        self.column.addWidget(frame)
        self._years_place: QVBoxLayout = self.column

    # The protocol of tabs.

    @property
    def place(self) -> str:
        """No place of the report."""
        return ""

    def enter(self) -> None:
        """Give the focus to what is to be done next."""
        self.next.setFocus()

    def go_to(self, name: str, start: int = 0, length: int = 0) -> None:
        """Do nothing: no value stands here."""

    def show_change(self, names: set[str]) -> None:
        """Do nothing, as above."""

    def showEvent(self, event: QShowEvent) -> None:
        """Reimplemented to show what has changed while another tab was shown, and what the disk says."""
        super().showEvent(event)
        self._show()
        self._look_at_disk()

    def changeEvent(self, event: QEvent) -> None:
        """Reimplemented to look at the disk when the window is used again, as after an export or after other programs."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow() and self.isVisible():
            self._look_at_disk()

    # What is shown.

    def _show(self) -> None:
        """Show all that the report says, where it is seen."""
        if not self.isVisible():
            return
        document = self._document
        findings = document.checked.findings
        unsaved = document.unsaved or document.path is None
        self._step = next_step(document.report, findings, unsaved, is_exported=self._on_disk.is_exported)
        self.said.setText(self._step.words)
        self.next.setText(self._step.button)
        self._show_lines(lines(document.report, findings))
        self.findings.say(
            [f"检查结果：{counts_of(findings, SEVERITIES) or '没有问题'}{SHAPES_SAID}"], "打开或收起检查结果"
        )
        self.deadline.setText(deadline_words(document.county, date.today(), document.report.year))
        self.deadline.setVisible(bool(self.deadline.text()))
        self.times.setText("\n".join(self._times()))
        self._show_years()

    def _show_soon(self, _: object) -> None:
        self._pause.start()

    def _show_lines(self, shown: Sequence[Line]) -> None:
        while len(self.lines) < len(shown):
            made = FittingButton("quiet", QUIET_MARGINS_PX)
            made.clicked.connect(partial(self._go_to_line, len(self.lines)))
            self.lines.append(made)
            self._sections.addWidget(made)
        self._sections.addWidget(self.findings)  # the last of them
        self._places = [line.place for line in shown]
        width = max(len(line.title) for line in shown)
        for made, line in zip(self.lines, shown, strict=True):
            in_columns = line.words.replace(line.title, line.title.ljust(width, WIDE_BLANK), 1)
            made.say([in_columns, "　".join(filter(None, (line.title, line.counts)))], line.words)

    def _times(self) -> Iterator[str]:
        on_disk = self._on_disk
        if self._document.path is None:
            yield "还没有存成文件。"
        elif on_disk.saved:
            yield f"上次保存：{_moment(on_disk.saved)}{'，后来又改过' if self._document.unsaved else ''}"
        if on_disk.exported:
            yield f"上次导出：{_moment(on_disk.exported)}"

    def _show_years(self) -> None:
        """Show the main numbers over the years, where there is more than one."""
        reports = by_year(self._document.report, self._document.last, self._on_disk.earlier)
        if len(reports) > 1 and not self.years:
            from ui.year.years_card import YearsCard

            self.years = YearsCard()
            self.column.insertWidget(self.column.count() - 1, self.years)
        if self.years:
            from model.years.main_numbers import over_years

            self.years.show_years(over_years(reports))

    def _look_at_disk(self) -> None:
        document, settings = self._document, self._settings
        report, path = document.report, document.path
        recent = settings.recent if settings else []
        folders = [*(settings.folders if settings else []), *([path.parent] if path else [])]
        exports = [folder / name for folder in folders for name in self._file_names()]
        own = settings.data_folder if settings else None
        self._look.start(lambda: OnDisk(_saved(path), _exported(exports, own), earlier_reports(report, path, recent)))

    def _take(self, on_disk: object) -> None:
        assert isinstance(on_disk, OnDisk)
        self._on_disk = on_disk
        self._show()

    # Where it leads.

    def _go_on(self) -> None:
        if self._step.action:
            self.action_requested.emit(self._step.action)
        else:
            self.place_requested.emit(*self._step.place)

    def _go_to_line(self, index: int, _checked: bool = False) -> None:
        self.place_requested.emit(self._places[index], 0, 0)


def _saved(path: Path | None) -> datetime | None:
    try:
        return saved_at(path) if path else None
    except Fault:
        return None


def _exported(paths: Sequence[Path], own: Path | None) -> datetime | None:
    """Return when the latest of the documents was exported that are still there, None if none is known."""
    found = (last_exported(path, own) for path in paths) if own else ()
    return max((moment for moment in found if moment), default=None)


def _moment(when: datetime) -> str:
    return f"{when.year} 年 {when.month} 月 {when.day} 日 {when:%H:%M}"
