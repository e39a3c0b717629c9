"""The preview of an open document: its pages, how they are shown, and what stands in their place where there are none."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from export.pdf.document import FieldPlace, SetPages
from model.faults import Fault
from model.report.report import Report
from model.report.unfinished import year_fault
from ui.basics.announcing import announce
from ui.basics.defaults import PREVIEW_LONGEST_REST_S, PREVIEW_LOOK_INTERVAL_MS
from ui.basics.shortcuts import with_key
from ui.basics.widgets import MARGIN_PX, label, row, timer, tool_button
from ui.document.open_document import OpenDocument
from ui.preview.page_layout import Fit
from ui.preview.page_view import PageView
from ui.preview.places import marks_of, spot_at
from ui.preview.worker import Drawn, PageWorker, Result, Wanted

SETTING = "正在排版……"
FITS = {
    Fit.WIDTH: ("page_width", "页宽：页面与窗格一样宽"),
    Fit.WHOLE: ("whole_page", "整页：一次看到一整页"),
    Fit.TWO: ("two_pages", "双页：两页并排"),
}


class Preview(QFrame):
    """Shows the pages of a document and follows its changes while it is seen.

    `place` returns the name of the current field, `go_to` goes to a field by name. `closed` is emitted when it is to go."""

    closed = Signal()

    def __init__(self, document: OpenDocument, place: Callable[[], str], go_to: Callable[[str, int], object]) -> None:
        super().__init__()
        self._document, self._place, self._go_to = document, place, go_to
        self._worker = PageWorker()
        self._places: list[FieldPlace] = []
        self._here = ""  # the field that is marked
        self._current = False  # whether the pages are those of the report as it is now
        self._began = self._rests_until = 0.0
        self.setAccessibleName("预览")
        self.pages = PageView()
        self.pages.wanted.connect(self._draw)
        self.pages.clicked.connect(self._go)
        self.pages.seen.connect(self._show_number)
        self.number = label("", "faint")
        self.message = label(SETTING, "faint")
        self.message.setWordWrap(True)
        self.message.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        self.message.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.message)
        self._stack.addWidget(self.pages)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._buttons())
        layout.addWidget(self._stack, 1)
        self._pause = timer(self, 0, self._set)
        self._looks = QTimer(self)  # only while the worker is busy
        self._looks.setInterval(PREVIEW_LOOK_INTERVAL_MS)
        self._looks.timeout.connect(self._fetch)
        document.changed.connect(self._note_change)
        app = QCoreApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(self._stop)

    def _buttons(self) -> QHBoxLayout:
        self.fits = {fit: tool_button(*FITS[fit], partial(self.pages.set_fit, fit)) for fit in FITS}
        self.smaller = tool_button("zoom_out", "缩小（Ctrl+滚轮）", partial(self.pages.zoom, -1))
        self.larger = tool_button("zoom_in", "放大（Ctrl+滚轮）", partial(self.pages.zoom, 1))
        self.close_button = tool_button("close", with_key("关闭预览", "preview"), self.closed.emit)
        for made in self.fits.values():
            made.setCheckable(True)
        self._check_fit()
        line = row(*self.fits.values(), self.smaller, self.larger, self.number, None, self.close_button)
        line.setContentsMargins(8, 2, 8, 2)
        return line

    def _check_fit(self) -> None:
        for fit, made in self.fits.items():
            made.setChecked(fit is self.pages.fit)

    # Following the document.

    @property
    def is_current(self) -> bool:
        """Whether what is seen is the report as it is now."""
        is_set = self._current and not self._pause.isActive() and not self._worker.is_busy
        return is_set and (self._stack.currentWidget() is self.message or self.pages.is_drawn())

    @Slot()
    def _note_change(self) -> None:
        """Have the report set: at once after a pause, otherwise when the last one has rested as long as it took."""
        self._current = False
        if self.isVisible() and not self._pause.isActive():
            self._pause.start(int(max(0.0, self._rests_until - time.monotonic()) * 1000))

    def _set(self) -> None:
        if why := why_not(self._document.report):
            self._worker.stop()
            self._say(why)
            self._current = True
            return
        self._current, self._began = True, time.monotonic()
        self._worker.set_report(self._document.report)
        self._looks.start()

    def _fetch(self) -> None:
        for result in self._worker.fetch():
            self._take(result)
        if not self._worker.is_busy:
            self._looks.stop()

    def _take(self, result: Result) -> None:
        match result:
            case Drawn():
                self.pages.show_picture(result)
            case Fault():
                self._say(str(result))
            case SetPages(drawings, places):
                now = time.monotonic()
                self._rests_until = now + min(now - self._began, PREVIEW_LONGEST_REST_S)
                self._show(drawings, places)

    def _show(self, drawings: list[bytes], places: list[FieldPlace]) -> None:
        if why_not(self._document.report):
            return  # it went out of date while it was being set
        self._places = places
        self._stack.setCurrentWidget(self.pages)
        self.pages.show_pages(drawings)
        self.pages.show_marks(marks_of(places, self._here), reveal=False)

    def _say(self, sentence: str) -> None:
        """Show a sentence instead of pages."""
        if self.message.text() != sentence:
            announce(self, sentence)
        self.message.setText(sentence)
        self.number.clear()
        self._stack.setCurrentWidget(self.message)

    def take_keys(self) -> None:
        """Give the focus to the pages, so that keys scroll them; to what stands in their place, which hands it on to them."""
        self._stack.currentWidget().setFocus()

    def _draw(self, wanted: list[Wanted]) -> None:
        self._worker.draw(wanted)
        self._looks.start()

    def _show_number(self, seen: list[int]) -> None:
        pages = "、".join(str(page + 1) for page in seen)
        words = f"第 {pages} 页，共 {self.pages.count} 页" if seen else ""
        if words != self.number.text():
            self.number.setText(words)
            self.pages.setAccessibleDescription(words)
        self._check_fit()

    # The current field.

    @Slot()
    def follow(self) -> None:
        """Mark the current field, and scroll to it if it is another one."""
        if self.isVisible() and (here := self._place()) != self._here:
            self._here = here
            self.pages.show_marks(marks_of(self._places, here), reveal=True)

    def _go(self, page: int, point: QPointF) -> None:
        spot = spot_at(self._places, self._document.report, page, point.x(), point.y())
        if spot:
            self._here = spot.name  # what was clicked on is seen already
            self.pages.show_marks(marks_of(self._places, spot.name), reveal=False)
            self._go_to(spot.name, spot.start)

    # Events.

    def showEvent(self, event: QShowEvent) -> None:
        """Reimplemented to show the report as it is now, with its current field in sight."""
        super().showEvent(event)
        self._here = ""
        self.follow()
        self._note_change()

    def hideEvent(self, event: QHideEvent) -> None:
        """Reimplemented to let the work be."""
        super().hideEvent(event)
        self._stop()

    @Slot()
    def _stop(self) -> None:
        self._pause.stop()
        self._worker.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Reimplemented to close it with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def why_not(report: Report) -> str:
    """Return why a report cannot be set, "" if it can."""
    if fault := year_fault(report):
        return fault
    if not report.unit or not report.year:
        return "还没有填单位名称和报告年度。在“基本信息”里填好以后，这里就有预览。"
    return ""
