"""更换电脑, the second half: what was brought is looked at, and then put in its place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QTextBrowser, QVBoxLayout, QWidget

from model.faults import Fault, on_one_line
from model.transfer.place import Placed, lines_about, place_all
from model.transfer.unpack import Brought, unpack
from ui.basics.line_lengths import elided_in_middle
from ui.basics.settings import LOOKS, FileKind, Settings
from ui.basics.widgets import SPACING_PX, button, label, row
from ui.dialogs import file_questions, message_boxes
from ui.transfer.pack_page import desk_of

ADVICE = "选从原来的电脑带来的“年报数据”文件，先看看里面有什么，再放进来。这台电脑上已有的草稿不会被换掉。"
DONE = "已放进来：草稿 {count} 份。"
ALL_THERE = "草稿这里都已经有同样的，没有再放；其余的已放进来。"
SOME_THERE = "另有 {count} 份这里已经有同样的，没有再放。"
MORE = "“最近打开”里可以找到。"
LONGEST_PATH_PX = 280


class PlacePage(QWidget):
    """The file that was brought, its content, and a folder for its drafts; `is_placed` is set once that is done."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings, self._folder = settings, settings.folder_for(FileKind.DRAFTS)
        self._brought: Brought | None = None
        self.is_placed = False
        advice = label(ADVICE)
        advice.setWordWrap(True)
        self.file = _shown("带来的文件")
        self.choose = button("选文件…", self._choose)
        self.contents = QTextBrowser()
        self.contents.setAccessibleName("里面有什么")
        self.folder = _shown("草稿放到的文件夹")
        _show_path(self.folder, self._folder)
        self.change = button("换文件夹…", self._change_folder)
        self.place = button("放进这台电脑", self._place)
        self.place.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACING_PX)
        layout.addWidget(advice)
        layout.addLayout(row(label("文件："), self.file, self.choose))
        layout.addWidget(self.contents, 1)
        layout.addLayout(row(label("草稿放到："), self.folder, self.change, self.place))

    def _choose(self) -> None:
        path = file_questions.ask_archive(self, self._settings.folder_for(FileKind.ARCHIVES))
        if path:
            self._settings.keep_folder(FileKind.ARCHIVES, path.parent)
            self.show_file(path)

    def show_file(self, path: Path) -> None:
        """Show what is in a file; refuse one that cannot be used, and show none."""
        try:
            self._brought = unpack(path)
        except Fault as fault:
            self._brought = None
            self.file.clear()
            self.contents.clear()
            self.place.setEnabled(False)
            message_boxes.tell(self, str(fault))
            return
        _show_path(self.file, path)
        self._refresh()

    def _change_folder(self) -> None:
        folder = file_questions.ask_folder(self, "草稿放到哪个文件夹", self._folder)
        if folder:
            self._folder = folder
            _show_path(self.folder, folder)
            self._refresh()

    def _refresh(self) -> None:
        """Show what would become of each draft in the folder."""
        if not self._brought:
            return
        try:
            lines = lines_about(self._brought, self._folder)
        except Fault as fault:
            lines = [str(fault)]
        lines += [_settings_line(self._brought.settings)] if self._brought.settings else []
        self.contents.setPlainText("\n".join(map(on_one_line, lines)) or "里面什么也没有。")
        self.place.setEnabled(True)

    def _place(self) -> None:
        assert self._brought
        try:
            placed = place_all(self._brought, self._folder, desk_of(self._settings, []))
        except Fault as fault:
            message_boxes.tell(self, f"没有放进来，这台电脑上什么都没有变。{fault}")
            return
        self._take_over(placed)
        more = "\n\n".join([*placed.notes, f"位置：{self._folder}\n{MORE}"])
        message_boxes.tell_done(self, _done(placed), more, self._folder)
        self._refresh()

    def _take_over(self, placed: Placed) -> None:
        self._settings.take_over(placed.settings)
        for path in reversed(placed.drafts.values()):  # the last remembered stands on top
            self._settings.remember(path)
        self.is_placed = True


def _done(placed: Placed) -> str:
    """Return how many drafts were placed, and how many stood there already."""
    there, new = len(placed.there), len(placed.drafts) - len(placed.there)
    if there and not new:
        return ALL_THERE
    return DONE.format(count=new) + (SOME_THERE.format(count=there) if there else "")


def _settings_line(settings: Mapping[str, str]) -> str:
    """Return what the settings that were brought change on the screen at once."""
    look, scale = LOOKS.get(settings.get("look", "")), settings.get("scale", "")
    named = [f"外观换成“{look}”"] * bool(look) + [f"显示大小换成 {scale}%"] * scale.isdecimal()
    return f"设置：{'，'.join([*named, '其他设置也照带来的'])}"


def _shown(name: str) -> QLabel:
    """Return the place of a path, which can be selected with the mouse and copied, and is no field."""
    made = label("")
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setAccessibleName(name)
    return made


def _show_path(place: QLabel, path: Path) -> None:
    """Show a path, shortened in its middle where it is long; the tool tip has it whole."""
    whole = on_one_line(str(path))
    place.setText(elided_in_middle(whole, place.fontMetrics(), LONGEST_PATH_PX))
    place.setToolTip(whole)
