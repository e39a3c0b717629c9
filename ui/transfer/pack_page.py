"""更换电脑, the first half: everything of the clerk's into one file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from export.word.own_template import KEPT as TEMPLATE
from model.county.kept import COUNTY_FILE
from model.draft.draft_file import load_draft
from model.faults import Fault, on_one_line
from model.files.data_archive import safe_name
from model.files.folders import is_file
from model.transfer.pack import Desk, pack
from ui.basics.defaults import LEAST_LIST_HEIGHT_PX
from ui.basics.settings import FileKind, Settings
from ui.basics.widgets import SPACING_PX, button, label, row
from ui.dialogs import file_questions, message_boxes

ADVICE = (
    "把您的东西收成一个文件，用 U 盘带到新电脑；在那里打开本程序，点“文件 → 更换电脑”，选“放进这台电脑”。\n"
    "收的是：勾上的草稿和它们的历史版本，没有保存的内容，设置。这台电脑上的都还在，不会动。"
)
DONE = "已收好，在“{name}”里。"
WARNING = "里面有年报的全部内容，用完请从 U 盘上删掉。"
PATH = Qt.ItemDataRole.UserRole


class PackPage(QWidget):
    """The drafts to choose from; `is_saved` offers to save what is open, and returns whether packing may go on."""

    def __init__(self, settings: Settings, is_saved: Callable[[], bool]) -> None:
        super().__init__()
        self._settings, self._is_saved = settings, is_saved
        advice = label(ADVICE)
        advice.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName("要带走的草稿")
        self.list.setMinimumHeight(LEAST_LIST_HEIGHT_PX)
        self.add = button("添加草稿…", self._add)
        self.save = button("存成一个文件…", self._pack)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACING_PX)
        layout.addWidget(advice)
        layout.addWidget(self.list, 1)
        layout.addLayout(row(self.add, None, self.save))
        self._show(settings.recent)

    @property
    def chosen(self) -> list[Path]:
        """The drafts to be packed."""
        items = [self.list.item(number) for number in range(self.list.count())]
        return [item.data(PATH) for item in items if item.checkState() == Qt.CheckState.Checked]

    def _show(self, paths: list[Path]) -> None:
        """List the drafts that exist and are not in the list yet."""
        shown = [self.list.item(number).data(PATH) for number in range(self.list.count())]
        for path in paths:
            if path not in shown and is_file(path):
                item = QListWidgetItem(on_one_line(f"{path.name}　（{path.parent}）"))
                item.setData(PATH, path)
                item.setCheckState(Qt.CheckState.Checked)
                item.setToolTip(str(path))
                self.list.addItem(item)

    def _add(self) -> None:
        """Add drafts that were not opened lately."""
        self._show(file_questions.ask_drafts(self, self._settings.folder_for(FileKind.DRAFTS)))

    def _pack(self) -> None:
        """Ask for the file and write it."""
        if not self._is_saved():
            return
        self._show(self._settings.recent)  # what has been saved for the first time just now
        proposal = (
            self._settings.folder_for(FileKind.ARCHIVES) / f"年报数据_{_unit(self.chosen)}{date.today():%Y-%m-%d}.zip"
        )
        target = file_questions.ask_target(self, "存成一个文件", proposal, file_questions.ARCHIVE_FILTER)
        if not target:
            return
        settings = self._settings
        try:
            pack(desk_of(settings, self.chosen), target)
        except Fault as fault:
            message_boxes.tell(self, str(fault))
            return
        settings.remember_folder(target.parent)
        settings.keep_folder(FileKind.ARCHIVES, target.parent)
        message_boxes.tell_done(
            self, DONE.format(name=target.name), f"位置：{target.parent}\n\n{WARNING}", target.parent
        )


def _unit(drafts: list[Path]) -> str:
    """Return the unit of the newest readable draft, as part of a file's name."""
    for path in drafts:
        try:
            unit = load_draft(path)[0].unit
        except Fault:
            continue
        if unit:
            return f"{safe_name(unit)[:40]}_"
    return ""


def desk_of(settings: Settings, drafts: list[Path]) -> Desk:
    """Return the places of these drafts and of all else that goes from one computer to another."""
    return Desk(drafts, settings.data_folder, settings.recovery_folder, settings.portable, (TEMPLATE, COUNTY_FILE))
