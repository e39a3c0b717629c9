"""The question before all places are replaced: which of those that are part of another document's name to replace as well."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from model.findings.finding import around, place_words
from model.report.fact_labels import FACT_NAMES
from model.report.report import Report, text_place
from model.search.search import Match, searched
from ui.basics.widgets import button, dialog_column, label, resize_dialog, row

SHOWN_BEFORE, SHOWN_BEHIND = 16, 24  # characters


class CitationsDialog(QDialog):
    """Lists places, none ticked; `chosen` are the ones that are ticked. Enter replaces the others only."""

    def __init__(
        self, report: Report, places: Mapping[Match, str], others: int, new: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("全部替换")
        resize_dialog(self, parent)
        rest = f"其余 {others} 处都换。" if others else ""
        said = label(
            f"有 {len(places)} 处在别的文件的名称、文号或者网址、号码里，换了就不是那份文件了。要换成“{new}”的才勾上，"
            f"不勾的不换。{rest}换了可以撤销。",
            "heading",
        )
        said.setWordWrap(True)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName("在文件名称、文号里的地方")
        texts = dict(searched(report))
        self._places = list(places)
        for match, kind in places.items():
            item = QListWidgetItem(f"{_place(report, match.name)}（{kind}）：{_shown(texts[match.name], match)}")
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.replace, self.cancel = button("替换", self.accept), button("取消", self.reject)
        self.replace.setDefault(True)
        layout = dialog_column(self)
        layout.addWidget(said)
        layout.addWidget(self.list, 1)
        layout.addLayout(row(None, self.replace, self.cancel))
        self.replace.setFocus()

    @property
    def chosen(self) -> set[Match]:
        """The places that are ticked."""
        checked = Qt.CheckState.Checked
        return {match for at, match in enumerate(self._places) if self.list.item(at).checkState() == checked}


def chosen_citations(
    report: Report, places: Mapping[Match, str], others: int, new: str, parent: QWidget
) -> set[Match] | None:
    """Ask which of these places to replace beside the others; return None if nothing is to be replaced."""
    dialog = CitationsDialog(report, places, others, new, parent)
    chosen = dialog.chosen if dialog.exec() else None
    dialog.deleteLater()
    return chosen


def _place(report: Report, name: str) -> str:
    section, index = text_place(name)
    if not section:
        return FACT_NAMES[name]
    return place_words(report.form.section(section).tab, report.parts(section)[index].heading)


def _shown(text: str, match: Match) -> str:
    return f"…{around(text, match.start, match.start + match.length, SHOWN_BEFORE, SHOWN_BEHIND)}…"
