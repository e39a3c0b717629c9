"""The page shown while no report is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.basics.shortcuts import SHORTCUTS, key_name
from ui.basics.widgets import SPACING_PX, button, label, set_icon
from ui.window.recent_list import RecentList

PICTURES = {"next_year": "next", "show_example": "example"}  # of the actions whose icon has another name
START_ICON_SIZE_PX = 32  # at 100 %


class StartPage(QScrollArea):
    """The ways to start, and the recent drafts in `recent`."""

    def __init__(
        self,
        year: int,
        new: Callable[[], object],
        next_year: Callable[[], object],
        open_: Callable[[], object],
        example: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setProperty("focusPolicy", "NoFocus")
        self.new = _way("new", f"新建今年的报告\n报告 {year} 年的工作", new)
        self.next_year = _way(
            "next_year", "由上年报告新建\n从上年的草稿、Word 文档或网页开始，结转等数自动带过来", next_year
        )
        self.open = _way("open", "打开草稿\n接着填以前保存的草稿（.toml 文件），也可以读入 Word 文档或网页", open_)
        self.example = _way("show_example", "查看示例\n一份填好的报告，可以照着填，也可以随便试", example)
        self.recent = RecentList()
        column = QVBoxLayout()
        column.setSpacing(SPACING_PX)
        column.addWidget(_title())
        column.addWidget(label("填表、核算、存草稿，导出符合公文格式的 Word 文档。不用联网。", "faint"))
        self.deadline = label("")
        self.deadline.setWordWrap(True)
        self.deadline.hide()
        column.addWidget(self.deadline)
        column.addSpacing(SPACING_PX)
        for way in (self.new, self.next_year, self.open, self.example):
            column.addWidget(way)
        column.addSpacing(SPACING_PX)
        column.addWidget(self.recent)
        self.setWidget(_page_around(column))

    def show_deadline(self, words: str) -> None:
        """Say until when the county wants its reports, "" if it does not say."""
        self.deadline.setText(words)
        self.deadline.setVisible(bool(words))


def _title() -> QLabel:
    title = label("政府信息公开工作年度报告")
    font = title.font()
    font.setPointSizeF(font.pointSizeF() * 1.8)
    title.setFont(font)
    return title


def _page_around(column: QVBoxLayout) -> QWidget:
    """Return a page with a column in its middle."""
    page = QWidget()
    page.setObjectName("background")
    middle = QVBoxLayout()
    middle.addStretch(2)
    middle.addLayout(column)
    middle.addStretch(3)
    across = QHBoxLayout(page)
    across.addStretch(1)
    across.addLayout(middle, 2)
    across.addStretch(1)
    return page


def _way(action: str, words: str, act: Callable[[], object]) -> QPushButton:
    made = button(words, act, name="start")
    set_icon(made, PICTURES.get(action, action), START_ICON_SIZE_PX)
    if action in SHORTCUTS:
        made.setToolTip(key_name(action))
    return made
