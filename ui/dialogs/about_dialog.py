"""关于本程序: its version, where its data lie, and the licences of all that it is made of."""

from __future__ import annotations

import sys

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtWidgets import QDialog, QListWidget, QSplitter, QTextBrowser, QWidget

from model.county.installed import county_in_use
from model.faults import Fault
from model.files.error_report import LOG_FILE_NAME, REPORTS_FOLDER
from model.files.history import VERSIONS_FOLDER
from model.files.program import licence_text, licences, version
from ui.basics.settings import Settings
from ui.basics.widgets import button, dialog_column, row
from ui.dialogs import message_boxes

ABOUT = "关于本程序"
TEXT = """政府信息公开年报 {version}

填写《政府信息公开工作年度报告》，核对，导出 Word 文档和 PDF。不联网，不往外发送任何内容。

数据在哪里
草稿：您自己保存的地方；它们的历史版本，在草稿旁边的“{versions}”文件夹里
没有保存的内容的副本：{copies}
设置：{settings}
运行记录：{log}
错误报告：{reports}
{county}
版本
Python {python}，Qt {qt}，PySide6 {pyside}

许可证
本程序按 MIT 许可证发布；所带的组件各有许可证，见左边各项。Qt 和 PySide6 按 LGPL-3 使用，源代码怎么得到，见“说明”。"""


class AboutDialog(QDialog):
    """A list of texts, the first about the program itself, with the chosen one beside it."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(ABOUT)
        self.resize((parent.size() if parent else QSize(1080, 640)) * 0.9)
        self._settings, self._licences = settings, licences()
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName("关于本程序和许可证")
        self.list.addItems([ABOUT, *self._licences])
        self.text = QTextBrowser()
        self.text.setAccessibleName("内容")
        reach = Qt.TextInteractionFlag
        self.text.setTextInteractionFlags(reach.TextSelectableByMouse | reach.TextSelectableByKeyboard)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(self.list)
        parts.addWidget(self.text)
        parts.setSizes([340, 660])
        self.folder = button("打开数据文件夹", lambda: message_boxes.open_outside(self, settings.data_folder))
        close = button("关闭", self.accept)
        for made in (self.folder, close):
            made.setAutoDefault(False)
        layout = dialog_column(self)
        layout.addWidget(parts, 1)
        layout.addLayout(row(self.folder, None, close))
        self.list.currentTextChanged.connect(self._show)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _show(self, name: str) -> None:
        path = self._licences.get(name)
        try:
            self.text.setPlainText(licence_text(path) if path else _about(self._settings))
        except Fault as fault:
            self.text.setPlainText(str(fault))


def _about(settings: Settings) -> str:
    return TEXT.format(
        version=version(), versions=VERSIONS_FOLDER, copies=settings.recovery_folder, settings=settings.path,
        log=settings.data_folder / LOG_FILE_NAME, reports=settings.data_folder / REPORTS_FOLDER,
        county=_county(settings), python=sys.version.split()[0], qt=qVersion(), pyside=pyside_version,
    )  # fmt: skip


def _county(settings: Settings) -> str:
    """Return whose demands are checked and whom to ask about them, "" if there are none."""
    try:
        county = county_in_use(settings.data_folder)
    except Fault as fault:
        return f"\n县里的要求\n{fault}\n"
    asked = f"，有疑问请问{county.ask.words}" if county.ask.words else ""
    return f"\n县里的要求\n按“{county.name}”的要求检查{asked}。\n" if county.name else ""
