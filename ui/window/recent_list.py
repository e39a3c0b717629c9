"""The drafts opened or saved most recently, on the start page and in the menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from model.faults import on_one_line
from model.files.glance import Glance, glance
from ui.basics.fitting_button import FittingButton
from ui.basics.widgets import label, set_icon

LOOK_INTERVAL_MS = 30
GAP = "　"
MARGINS_PX = 40  # of an entry, as in the style sheet


class RecentList(QWidget):
    """One button for each draft.

    What the disk says of them follows, for a network drive may take its time to answer."""

    opened = Signal(Path)
    located = Signal(Path)
    removed = Signal(Path)

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[RecentEntry] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._found: dict[Path, Glance] = {}
        self._looking: Thread | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_INTERVAL_MS)
        self._timer.timeout.connect(self._look)

    def show_paths(self, paths: list[Path]) -> None:
        """List these drafts."""
        while self._column.count():
            if widget := self._column.takeAt(0).widget():
                widget.hide()  # deleteLater waits for the event loop
                widget.deleteLater()
        self.entries = [RecentEntry(path, self) for path in paths]
        if paths:
            self._column.addWidget(label("最近打开", "heading"))
        for entry in self.entries:
            self._column.addWidget(entry)
        self._looking, self._found = None, {}
        if paths:
            self._timer.start()

    def _look(self) -> None:
        """Show what has been found so far; begin to look, once the window is on the screen."""
        if not self._looking:
            # In a thread, which is left alone should a drive never answer.
            paths = [entry.path for entry in self.entries]
            self._looking = Thread(target=_look_at, args=(paths, self._found), daemon=True)
            self._looking.start()
            return
        is_done = not self._looking.is_alive()
        for entry in self.entries:
            if entry.path in self._found:
                entry.show_glance(self._found[entry.path])
        if is_done:
            self._timer.stop()


def _look_at(paths: list[Path], found: dict[Path, Glance]) -> None:
    for path in paths:
        found[path] = glance(path)


class RecentEntry(FittingButton):
    """A draft: its name, and below it its year, its folder and when it was saved, or why it cannot be opened."""

    def __init__(self, path: Path, list_: RecentList) -> None:
        super().__init__("recent", MARGINS_PX)
        self.path, self._list = path, list_
        self.glance = Glance()
        set_icon(self, "open")
        self.clicked.connect(lambda: list_.opened.emit(path))
        self._show()

    def show_glance(self, found: Glance) -> None:
        """Show what the disk says."""
        if found == self.glance:
            return
        self.glance = found
        self.setProperty("gone", bool(found.fault))
        self.style().unpolish(self)
        self.style().polish(self)
        self._show()

    def _show(self) -> None:
        found = self.glance
        year = f"{found.year}年{GAP}" if found.year else ""
        when = f"{GAP}{found.saved:%Y年%m月%d日 %H:%M} 存" if found.saved else ""
        below = f"{found.fault}{GAP}{self.path.parent}" if found.fault else f"{year}{self.path.parent}{when}"
        self.say([f"{on_one_line(self.path.stem)}\n{on_one_line(below)}"], on_one_line(str(self.path)))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Reimplemented for what can be done with an entry but opening it."""
        menu = QMenu(self)
        menu.addAction("打开", self.click)
        menu.addAction("打开文件位置", partial(self._list.located.emit, self.path))
        menu.addAction("从列表中移去", partial(self._list.removed.emit, self.path))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())


class RecentMenu(QMenu):
    """The drafts as a menu, listed anew each time it is shown; `opened` is emitted with the one that is chosen."""

    opened = Signal(Path)

    def __init__(self, paths: Callable[[], list[Path]], parent: QWidget) -> None:
        super().__init__("最近打开(&R)", parent)
        self._paths = paths
        self.aboutToShow.connect(self._list)

    def _list(self) -> None:
        self.clear()
        for path in self._paths():
            self.addAction(on_one_line(str(path)).replace("&", "&&"), partial(self.opened.emit, path))
        if self.isEmpty():
            self.addAction("（还没有）").setEnabled(False)
