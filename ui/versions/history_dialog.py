"""The dialog 历史版本: the earlier versions of a draft, and what changed between them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QTextBrowser, QWidget

from model.comparing.differences import differences, lines_of
from model.draft.draft_file import load_draft
from model.faults import Fault
from model.files.history import Version, versions_of
from model.report.on_form import on_form
from model.report.report import Report
from ui.basics.settings import Settings
from ui.basics.widgets import button, dialog_column, label, resize_dialog, row, side_by_side
from ui.dialogs import message_boxes
from ui.document.open_document import OpenDocument
from ui.versions.report_preview import differences_page, report_page

MOST_DIFFERENCES_SHOWN = 60  # in the preview
NONE_YET = "还没有历史版本：每次保存，都会把上一版留在这里。"
SAME_AS_NOW = "与现在的内容相同"
ONLY_MARKS_DIFFER = "只有“核实无误”等标记不同"
MOST_VERSIONS_DESCRIBED = 60  # with what changed in them: each must be read for that


class HistoryDialog(QDialog):
    """A list of the versions, newest first; `chosen` is the report to restore, or None."""

    def __init__(self, document: OpenDocument, found: list[Version], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("历史版本")
        resize_dialog(self, parent)
        self._report, self._found, self._is_read_only = document.report, found, bool(document.read_only)
        self._read: dict[Path, Report | str] = {}
        self.chosen: Report | None = None
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName("历史版本")
        self.list.setObjectName("versions")
        self.preview = QTextBrowser()
        self.restore = button("恢复到这一版", self._restore, "undo")
        folder = button("打开所在文件夹", self._open_folder)
        close = button("关闭", self.reject)
        for made in (self.restore, folder, close):
            made.setAutoDefault(False)
        layout = dialog_column(self)
        layout.addWidget(label("每次保存都留下上一版：当天的全留，一个月内每天留一版，再早每月留一版。", "faint"))
        layout.addWidget(side_by_side(self.list, self.preview, 360, 640), 1)
        layout.addLayout(row(folder, None, self.restore, close))
        for number, version in enumerate(found):
            self.list.addItem(
                f"{version.when:%Y年%m月%d日 %H:%M:%S} 保存前\n{self._changed(number) if number < MOST_VERSIONS_DESCRIBED else ''}"
            )
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)

    def _report_of(self, version: Version) -> Report | str:
        """Return the report of a version, or the reason why it cannot be read."""
        if version.path not in self._read:
            try:
                self._read[version.path] = load_draft(version.path)[0]
            except Fault as fault:
                self._read[version.path] = str(fault)
        return self._read[version.path]

    def _changed(self, number: int) -> str:
        """Return what changed from the version before to this one."""
        report = self._report_of(self._found[number])
        if isinstance(report, str):
            return "读不出来"
        before = self._report_of(self._found[number + 1]) if number + 1 < len(self._found) else None
        if before is None:
            return "最早的一版"
        if isinstance(before, str):
            return "前一版读不出来，比不了"
        return "；".join(lines_of(differences(report, before), 2)) or "与前一版相同"

    def _show(self, number: int) -> None:
        report = self._report_of(self._found[number])
        if isinstance(report, str):
            self.preview.setPlainText(report)
            self.restore.setEnabled(False)
            return
        now, is_same = differences(report, self._report), report.has_same_content(self._report)
        self.preview.setHtml(
            differences_page(
                "恢复到这一版会改的（现在 → 那时）：",
                lines_of(now, MOST_DIFFERENCES_SHOWN) or [SAME_AS_NOW if is_same else ONLY_MARKS_DIFFER],
            )
            + report_page(report)
        )
        # Another edition's report has other cells: it can be opened, but not restored into this one.
        self.restore.setEnabled(
            not is_same and not self._is_read_only and report.form.edition == self._report.form.edition
        )

    def _restore(self) -> None:
        report = self._report_of(self._found[self.list.currentRow()])
        if isinstance(report, Report):
            self.chosen = report
            self.accept()

    def _open_folder(self) -> None:
        folder = self._found[max(0, self.list.currentRow())].path.parent
        message_boxes.open_outside(self, folder)

    @property
    def chosen_time(self) -> str:
        """The time when the chosen version was replaced."""
        return f"{self._found[self.list.currentRow()].when:%m月%d日 %H:%M}"


def show_versions(parent: QWidget, settings: Settings, document: OpenDocument) -> None:
    """Show the earlier versions of a document and restore the chosen one as one step to undo. Raises Fault."""
    found = versions_of(document.path, settings.data_folder) if document.path else []
    if not found:
        message_boxes.tell(parent, NONE_YET)
        return
    dialog = HistoryDialog(document, found, parent)
    if dialog.exec() and dialog.chosen:
        bring_back(document, dialog.chosen, dialog.chosen_time)
    dialog.deleteLater()  # with all versions that it has read


def bring_back(document: OpenDocument, version: Report, when: str) -> None:
    """Restore the values of a version, as one step to undo."""
    version = on_form(version, document.report.form)
    names = document.report.values.keys() | version.values.keys()
    values = {name: version.values.get(name) for name in names}
    document.edit(values, f"恢复到 {when} 的版本", exactly=True, notes=version.notes)
