"""The dialog that lists several recovery copies, and how each differs from its saved file."""

from __future__ import annotations

import os
import time
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QSplitter, QTextBrowser, QWidget

from model.draft.recovery_copy import Copy, discard
from model.draft.unsaved import Unsaved, lines_about, name_of, read
from model.faults import Fault, on_one_line
from model.files.history import LATEST_AHEAD
from ui.basics.widgets import button, dialog_column, label, resize_dialog, row
from ui.dialogs import message_boxes

MOST_DIFFERENCES_SHOWN = 60  # of the chosen copy
READING_TURN_S = 0.03  # copies are read in turns of that length, and the dialog stays responsive
HEADING = "上次没有保存就中断了，有 {count} 份内容还在。"
READING = "还在看其余 {count} 份…"
ADVICE = "选一份，看看里面有什么，再决定。一次恢复一份，其余的留着，下次打开程序时接着问；丢弃的还会留一个月。"
PATH_ROLE = Qt.ItemDataRole.UserRole


class RecoveryDialog(QDialog):
    """A list of recovery copies, newest first, to which the rest is added as it is read."""

    def __init__(self, found: list[Copy], unsaved: Unsaved, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("恢复没有保存的内容")
        resize_dialog(self, parent)
        self._unsaved = unsaved
        self._moments: list[datetime] = []  # one for each row, newest first
        self.heading, self._reading = label("", "heading"), label("", "faint")
        self.list = QListWidget()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName("没有保存的内容")
        self.list.setObjectName("versions")
        self.details = QTextBrowser()
        self.details.setAccessibleName("选中的一份里有什么")
        self.recover = button("恢复这一份", self.accept)
        self.discard = button("丢弃", self._discard)
        self.later = button("以后再说", self.reject)
        for made in (self.discard, self.later):
            made.setAutoDefault(False)
        self.recover.setDefault(True)
        self._lay_out()
        self.list.currentItemChanged.connect(self._show)
        self.list.itemDoubleClicked.connect(lambda _: self.recover.click())
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._read_on)
        for copy in found:
            self._add(copy)
        self.list.setCurrentRow(0)
        self._refresh()

    def _lay_out(self) -> None:
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(self.list)
        parts.addWidget(self.details)
        parts.setSizes([420, 580])
        advice = label(ADVICE, "faint")
        advice.setWordWrap(True)
        layout = dialog_column(self)
        layout.addWidget(self.heading)
        layout.addWidget(advice)
        layout.addWidget(parts, 1)
        layout.addLayout(row(self.discard, self._reading, None, self.recover, self.later))

    def asked(self) -> Path | None:
        """Run the dialog; return the file of the copy to recover, or None."""
        self._turns.start(0)
        path = self._chosen() if self.exec() else None
        self._turns.stop()
        return path

    @property
    def left(self) -> int:
        """The number of copies besides the chosen one, including those not read yet."""
        return self.list.count() - 1 + self._unsaved.unread

    def _chosen(self) -> Path | None:
        item = self.list.currentItem()
        return item.data(PATH_ROLE) if item else None

    def _read_on(self) -> None:
        """Read copies for one turn; close the dialog if there turn out to be none."""
        until = time.monotonic() + READING_TURN_S
        while self._unsaved.unread and time.monotonic() < until:
            if copy := self._unsaved.next():
                self._add(copy)
        if not self._unsaved.unread:
            self._turns.stop()
        self._refresh()

    def _add(self, copy: Copy) -> None:
        # One of a clock that was wrong is not the newest for ever.
        when = copy.when if copy.when <= datetime.now() + LATEST_AHEAD else datetime.min
        place = sum(moment >= when for moment in self._moments)
        self._moments.insert(place, when)
        item = QListWidgetItem(
            f"{name_of(copy)}\n{copy.when:%Y年%m月%d日 %H:%M}　{on_one_line(copy.of.name) if copy.of else '还没有存成文件'}"
        )
        item.setData(PATH_ROLE, copy.path)
        item.setToolTip(on_one_line(str(copy.of or "")))
        self.list.insertItem(place, item)
        if not self.list.currentItem():
            self.list.setCurrentItem(item)

    def _refresh(self) -> None:
        count, unread = self.list.count(), self._unsaved.unread
        self.heading.setText(HEADING.format(count=count + unread))
        self._reading.setText(READING.format(count=unread) if unread else "")
        if not count and not unread:
            self.reject()

    def _show(self, item: QListWidgetItem | None) -> None:
        """Show the chosen copy as it is on the disk now."""
        try:
            lines = lines_about(read(item.data(PATH_ROLE)), MOST_DIFFERENCES_SHOWN) if item else []
            self.recover.setEnabled(item is not None)
        except Fault as fault:  # another window may have recovered it meanwhile
            lines = [str(fault)]
            self.recover.setEnabled(False)
        self.discard.setEnabled(item is not None)
        self.details.setPlainText("\n".join(map(on_one_line, lines)))

    def _discard(self) -> None:
        """Discard the chosen copy and select the next."""
        path = self._chosen()
        if not path:
            return
        try:
            discard(path)
        except Fault as fault:
            message_boxes.tell(self, str(fault))
            if os.path.lexists(path):
                return
        del self._moments[self.list.currentRow()]
        self.list.takeItem(self.list.currentRow())
        self.list.setFocus()
        self._refresh()
