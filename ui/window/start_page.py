"""The page shown while no report is open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.basics.widgets import SPACING_PX, button, label, set_icon

START_ICON_SIZE_PX = 32  # at 100 %


class StartPage(QWidget):
    """The ways to start and the recent drafts; `recent` is emitted with the chosen draft."""

    recent = Signal(Path)

    def __init__(
        self,
        year: int,
        new: Callable[[], object],
        next_year: Callable[[], object],
        open_: Callable[[], object],
        example: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setObjectName("background")
        self.new = _way("new", f"新建今年的报告\n报告 {year} 年的工作", new)
        self.next_year = _way(
            "next", "由上年报告新建\n从上年的草稿、Word 文档或网页开始，结转等数自动带过来", next_year
        )
        self.open = _way("open", "打开草稿\n接着填以前保存的草稿（.toml 文件），也可以读入 Word 文档或网页", open_)
        self.example = _way("example", "查看示例\n一份填好的报告，可以照着填，也可以随便试", example)
        self.recents: list[QPushButton] = []
        column = QVBoxLayout()
        column.setSpacing(SPACING_PX)
        title = label("政府信息公开工作年度报告", "title")
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.8)
        title.setFont(font)
        column.addWidget(title)
        column.addWidget(label("填表、核算、存草稿，导出符合公文格式的 Word 文档。不用联网。", "faint"))
        column.addSpacing(SPACING_PX)
        for way in (self.new, self.next_year, self.open, self.example):
            column.addWidget(way)
        column.addSpacing(SPACING_PX)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column.addLayout(self._list)
        middle = QVBoxLayout()
        middle.addStretch(2)
        middle.addLayout(column)
        middle.addStretch(3)
        across = QHBoxLayout(self)
        across.addStretch(1)
        across.addLayout(middle, 2)
        across.addStretch(1)

    def show_recent(self, paths: list[Path]) -> None:
        """List the recent drafts that still exist."""
        while self._list.count():
            widget = self._list.takeAt(0).widget()
            if widget:
                widget.deleteLater()
        self.recents = [_recent(path, partial(self.recent.emit, path)) for path in paths if _there(path)]
        if self.recents:
            self._list.addWidget(label("最近打开", "heading"))
        for entry in self.recents:
            self._list.addWidget(entry)


def _there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # such as a network drive that is not there
        return False


def _way(picture: str, words: str, act: Callable[[], object]) -> QPushButton:
    made = button(words, act, name="start")
    set_icon(made, picture, START_ICON_SIZE_PX)
    return made


def _recent(path: Path, act: Callable[[], object]) -> QPushButton:
    made = button(f"{path.stem}　（{path.parent}）", act, name="quiet")
    made.setToolTip(str(path))
    return made
