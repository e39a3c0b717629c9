"""常用句: the sentences for a part of a text, each as it would be put there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListView, QListWidget, QListWidgetItem, QWidget

from model.sentences.offered import OWN, Offer
from ui.basics.widgets import button, dialog_column, label, resize_dialog, row

LIST_GAP_PX = 2
HOW = "表里的数改了，放进去以后没有改过的句子自己跟着改；“____”是表里还没填的数。"
WHOSE = "（一般的）是程序带的，各部分不一样；（县里的）在县里的要求里；（自己收的）是您收的，各部分都能用。"
KEPT_HOW = "自己的常用句：在文字里选中一段，用“编辑 → 收入常用句”。"


class SentencesDialog(QDialog):
    """Offers sentences; `chosen` is the one that was taken. One of the clerk's own may be deleted with `drop`."""

    def __init__(
        self, where: str, offers: Sequence[Offer], drop: Callable[[Offer], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("常用句")
        resize_dialog(self, parent)
        self._drop = drop
        self._offers = list(offers)
        said = label(f"放进“{where}”的光标处，可以撤销。", "heading")
        how = label(f"{HOW}{WHOSE}{KEPT_HOW}", "faint")
        for one in (said, how):
            one.setWordWrap(True)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setSpacing(2 * LIST_GAP_PX)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName("常用句")
        self.put = button("放进去", self.accept)
        self.put.setDefault(True)
        self.delete = button("删去这一句", self._delete)
        self.delete.setToolTip("只能删自己收的")
        self.cancel = button("取消", self.reject)
        self.list.currentRowChanged.connect(self._refresh)
        self.list.itemActivated.connect(self.accept)
        layout = dialog_column(self)
        layout.addWidget(said)
        layout.addWidget(self.list, 1)
        layout.addWidget(how)
        layout.addLayout(row(self.delete, None, self.put, self.cancel))
        self._fill(0)

    @property
    def chosen(self) -> Offer | None:
        """The current sentence, None if there is none."""
        place = self.list.currentRow()
        return self._offers[place] if 0 <= place < len(self._offers) else None

    def _fill(self, current: int) -> None:
        self.list.clear()
        for one in self._offers:
            self.list.addItem(QListWidgetItem(f"{one.said}　（{one.whose}）"))
        self.list.setCurrentRow(min(current, len(self._offers) - 1))
        self._refresh()
        self.list.setFocus()

    def _refresh(self) -> None:
        chosen = self.chosen
        self.put.setEnabled(chosen is not None)
        self.delete.setEnabled(chosen is not None and chosen.whose == OWN)

    def _delete(self) -> None:
        chosen = self.chosen
        if chosen and self._drop(chosen):
            place = self._offers.index(chosen)
            del self._offers[place]
            self._fill(place)
