"""The dialog that shows the changes made here beside those made in the file, for the user to choose."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)  # fmt: skip

from model.comparing.differences import from_where_they_differ, whole
from model.comparing.merge import BOTH, MINE, THEIRS, Conflict
from model.report.outline import one_line
from ui.basics.fields import Choice
from ui.basics.widgets import MARGIN_PX, button, dialog_column, label, resize_dialog, row
from ui.dialogs.two_texts import TwoTexts

COLUMNS = ("位置", "打开时", "我这里", "文件里", "采用")
PLACE, BASE, OURS, OTHERS, TAKEN = range(5)
COLUMN_SHARES = {PLACE: 0.34, BASE: 0.15, OURS: 0.15, OTHERS: 0.15}  # of the width
CHOICE_WORDS = {MINE: "我这里的", THEIRS: "文件里的", BOTH: "两边合起来"}
LONGEST_VALUE_CHARACTERS = 40  # in a column; both texts are shown in full below
FULL_TEXT_HEIGHT_PX = 130


class MergeDialog(QDialog):
    """A list of the conflicts of two reports; `choices` holds the chosen side of each, by name."""

    def __init__(self, name: str, found: list[Conflict], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"“{name}”在别处也被改过")
        resize_dialog(self, parent)
        self._found, self._answer = found, "cancel"
        self.choices = {one.name: one.proposal for one in found}
        self.boxes: dict[str, QComboBox] = {}
        self.tree = self._tree()
        self._texts = TwoTexts("我这里", "文件里")
        for field in self._texts.fields:
            field.setFixedHeight(FULL_TEXT_HEIGHT_PX)
        layout = dialog_column(self)
        layout.addWidget(label(self._summary(), "heading"))
        said = label(
            "只有一边改过的，已选改过的那边；两边都改过的标了“▲”，请看一眼。没采用的不会丢：两边原来的样子都留在“历史版本”里。",
            "faint",
        )
        said.setWordWrap(True)
        layout.addWidget(said)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self._texts)
        self.buttons = {
            "mine": button("全用我这里的", partial(self._choose_all, MINE)),
            "theirs": button("全用文件里的", partial(self._choose_all, THEIRS)),
            "save_as": button("另存为…", partial(self._end, "save_as")),
            "save": button("按所选的保存", partial(self._end, "save")),
            "cancel": button("先不保存", self.reject),
        }
        for made in self.buttons.values():  # or Enter would press the focused one, not 按所选的保存
            made.setAutoDefault(False)
        self.buttons["save"].setDefault(True)
        names = list(self.buttons.values())
        layout.addLayout(row(*names[:2], None, *names[2:]))
        self.tree.currentItemChanged.connect(self._show)
        self.tree.setCurrentItem(self.tree.topLevelItem(0))

    def asked(self) -> str:
        """Run the dialog; return "save", "save_as" or "cancel"."""
        self.exec()
        return self._answer

    def _summary(self) -> str:
        contested = sum(one.is_contested for one in self._found)
        both = f"，其中 {contested} 处两边都改过" if contested else ""
        return f"打开以后，这份草稿在别处也被改过：有 {len(self._found)} 处不同{both}。"

    def _tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setHeaderLabels(list(COLUMNS))
        tree.setRootIsDecorated(False)
        tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        for one in self._found:
            values = from_where_they_differ([whole(value) for value in (one.base, one.mine, one.theirs)])
            words = (one_line(value, LONGEST_VALUE_CHARACTERS) for value in values)
            item = QTreeWidgetItem([f"{'▲ ' if one.is_contested else ''}{one.label}", *words])
            item.setToolTip(PLACE, one.label)
            tree.addTopLevelItem(item)
            self.boxes[one.name] = self._box(one)
            tree.setItemWidget(item, TAKEN, self.boxes[one.name])
        return tree

    def _box(self, one: Conflict) -> QComboBox:
        box = Choice()
        box.setAccessibleName(f"{one.label}采用哪一边")
        for choice, words in CHOICE_WORDS.items():
            if choice != BOTH or one.may_be_both:
                box.addItem(words, choice)
        box.setCurrentIndex(box.findData(one.proposal))
        box.currentIndexChanged.connect(lambda _: self.choices.update({one.name: box.currentData()}))
        return box

    def _choose_all(self, choice: str) -> None:
        for box in self.boxes.values():
            box.setCurrentIndex(box.findData(choice))

    def _show(self, item: QTreeWidgetItem | None) -> None:
        if item:
            one = self._found[self.tree.indexOfTopLevelItem(item)]
            self._texts.show_texts(whole(one.mine), whole(one.theirs))

    def _end(self, answer: str) -> None:
        self._answer = answer
        self.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reimplemented to share the width among the columns."""
        super().resizeEvent(event)
        for column, share in COLUMN_SHARES.items():
            self.tree.setColumnWidth(column, int((self.width() - 2 * MARGIN_PX) * share))
