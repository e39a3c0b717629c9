"""The dialog that shows what was read of a document, for the user to check, correct and accept."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from model.form.section import Section
from model.reading.recognise import Disagreement, Reading, printed_otherwise
from model.reading.tables.cells import UncertainCell
from model.report.cell_numbers import Number, NumberFault, number_shown, number_typed
from model.report.fact_labels import FACT_NAMES, FACTS_TAB
from model.report.outline import one_line
from model.report.report import Notes, Report
from ui.basics.fields import is_shortcut
from ui.basics.theme import colours
from ui.basics.widgets import MARGIN_PX, SPACING_PX, button, label, resize_dialog, row
from ui.dialogs import message_boxes

COLUMNS = ("位置", "读到的", "文档里的原文", "说明")
PLACE, VALUE, FOUND, SAID = range(4)
COLUMN_SHARES = {PLACE: 0.28, VALUE: 0.1, FOUND: 0.22}  # of the width; the last column takes the rest
NAME_ROLE = int(Qt.ItemDataRole.UserRole)
LONGEST_TEXT_CHARACTERS = 80
SEE_ABOVE = "见上面“要核对的”"


class ImportDialog(QDialog):
    """A reading to check; `choice` is what to do with it: "open", "next", "fill", or "" for nothing."""

    def __init__(self, reading: Reading, name: str, may_fill: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"读入“{name}”")
        resize_dialog(self, parent)
        self._reading, self._form = reading, reading.report.form
        self._corrected: dict[str, Number | None] = {}
        self._refused: dict[str, QTreeWidgetItem] = {}
        self._disagreed: list[tuple[Disagreement, QTreeWidgetItem]] = []
        self.choice = ""
        self.only_doubtful = QCheckBox("只看要核对的")
        self.only_doubtful.toggled.connect(self._filter)
        self.tree = self._tree()
        self._fill()
        self.tree.itemChanged.connect(self._correct)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN_PX, 16, MARGIN_PX, 16)
        layout.setSpacing(SPACING_PX)
        layout.addWidget(label(self._summary(), "heading"))
        layout.addLayout(
            row(label("双击“读到的”一栏可以改正；没有把握的留空，绝不猜。", "faint"), None, self.only_doubtful)
        )
        layout.addWidget(self.tree, 1)
        self.buttons = {
            "fill": button("填入当前报告", lambda: self._choose("fill")),
            "open": button("作为一份草稿打开", lambda: self._choose("open")),
            "next": button("由它开始下一年的报告", lambda: self._choose("next")),
            "": button("取消", self.reject),
        }
        for made in self.buttons.values():
            made.setAutoDefault(False)
        self.buttons["next"].setDefault(True)  # only its look: keyPressEvent ignores Enter
        self.buttons["fill"].setVisible(may_fill)
        layout.addLayout(row(None, *self.buttons.values()))

    @property
    def report(self) -> Report:
        """The report as read, with the user's corrections."""
        read = self._reading.report
        values = {name: value for name, value in {**read.values, **self._corrected}.items() if value is not None}
        corrected = replace(read, values=values)
        corrected.notes = Notes(printed=printed_otherwise(corrected, self._reading.disagreements))
        return corrected

    def _choose(self, choice: str) -> None:
        """Close the dialog with a choice, unless a correction is not valid; then scroll to it."""
        self.setFocus()  # closes an open editor, which commits its text
        if self._refused:
            self.tree.scrollToItem(next(iter(self._refused.values())))
            return
        self.choice = choice
        self.accept()

    def _summary(self) -> str:
        reading = self._reading
        inputs = sum(name in reading.report.values for name in self._form.inputs)
        doubtful = len(reading.open) + len(reading.disagreements)
        said = f"{doubtful} 处要核对" if doubtful else "没有要核对的"
        return f"读到 {inputs} 个数（{self._form.edition} 年版格式共 {len(self._form.inputs)} 个），{said}。"

    def _tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setHeaderLabels(list(COLUMNS))
        tree.setRootIsDecorated(True)
        tree.setUniformRowHeights(True)
        tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the label of a cell ends with the name of its column
        tree.setEditTriggers(QTreeWidget.EditTrigger.NoEditTriggers)
        tree.itemDoubleClicked.connect(self._edit)
        tree.installEventFilter(self)
        tree.header().setSectionResizeMode(SAID, QHeaderView.ResizeMode.Stretch)
        return tree

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reimplemented to share the width among the columns."""
        super().resizeEvent(event)
        for column, share in COLUMN_SHARES.items():
            self.tree.setColumnWidth(column, int(self.width() * share))

    def _fill(self) -> None:
        self._add_group("要核对的", self._doubtful())
        facts = self._reading.report.values
        said = [
            (words, one_line(facts[name], LONGEST_TEXT_CHARACTERS), "", "")
            for name, words in FACT_NAMES.items()
            if name in facts
        ]
        opened = {entry.cell for entry in self._reading.open}
        missing = [
            (words, "", "", SEE_ABOVE if name in opened else "没有找到")
            for name, words in FACT_NAMES.items()
            if name not in facts and (name in ("unit", "year") or name in opened)
        ]
        self._add_group(FACTS_TAB, [QTreeWidgetItem(list(line)) for line in said + missing])
        for section in self._form.sections:
            self._add_group(section.tab, self._cells(section) if section.grid else self._parts(section))
        left = [QTreeWidgetItem(["", "", text, "没有认出"]) for text in self._reading.unrecognised]
        left += [QTreeWidgetItem(["", "", text, "不属于报告，没有读"]) for text in self._reading.left_out]
        left += [QTreeWidgetItem(["", "", "", note]) for note in self._reading.notes]
        self._add_group("没有读入的", left)

    def _add_group(self, title: str, items: list[QTreeWidgetItem]) -> None:
        group = QTreeWidgetItem([f"{title}（{len(items)}）"])
        self.tree.addTopLevelItem(group)
        group.addChildren(items)
        group.setFirstColumnSpanned(True)
        group.setExpanded(bool(items) and title in ("要核对的", FACTS_TAB))

    def _doubtful(self) -> list[QTreeWidgetItem]:
        items = [self._open_item(entry) for entry in self._reading.open]
        for found in self._reading.disagreements:
            item = QTreeWidgetItem([self._form.label(found.cell), "", "", ""])
            self._disagreed.append((found, item))
            items.append(item)
        self._settle()
        for item in items[: len(self._reading.open)]:
            item.setForeground(SAID, QBrush(QColor(colours().wrong)))
        return items

    def _open_item(self, entry: UncertainCell) -> QTreeWidgetItem:
        """Return the item of an uncertain cell; totals and facts cannot be edited here."""
        if entry.cell in FACT_NAMES:
            said = f"没有读：{entry.reason}请读入以后在“基本信息”里填上。"
            return QTreeWidgetItem([FACT_NAMES[entry.cell], "", entry.text, said])
        if self._form.cells[entry.cell].total:
            said = f"没有读：{entry.reason}总计由各项相加得出，请核对各项。"
            return QTreeWidgetItem([self._form.label(entry.cell), "", entry.text, said])
        return self._cell_item(entry.cell, "", entry.text, f"没有读：{entry.reason}请对照原文填上。")

    def _settle(self) -> None:
        """Show for each disagreeing total how it compares with the current sum."""
        sums = self.report.numbers()
        for found, item in self._disagreed:
            computed = sums.get(found.cell, 0)
            item.setText(VALUE, number_shown(computed))
            printed = f"文档里印的总计是 {number_shown(found.printed)}，"
            differs = computed != found.printed
            item.setText(SAID, printed + (f"按各项相加是 {number_shown(computed)}。" if differs else "现在相符了。"))
            item.setForeground(SAID, QBrush(QColor(colours().wrong)) if differs else QBrush())

    def _cells(self, section: Section) -> list[QTreeWidgetItem]:
        assert section.grid
        opened = {entry.cell for entry in self._reading.open}
        return [
            self._read_item(cell.name)
            if cell.name in self._reading.cells
            else self._cell_item(cell.name, "", "", SEE_ABOVE if cell.name in opened else "文档里是空的，或者没有")
            for cell in section.grid.inputs
        ]

    def _read_item(self, name: str) -> QTreeWidgetItem:
        source = self._reading.sources[name]
        return self._cell_item(name, number_shown(self._reading.cells[name]), source.text, source.where)

    def _cell_item(self, name: str, value: str, text: str, said: str) -> QTreeWidgetItem:
        place = self._form.label_within(name)
        item = QTreeWidgetItem([place, value, text, said])
        item.setData(PLACE, NAME_ROLE, name)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        for column in (PLACE, FOUND, SAID):
            item.setToolTip(column, item.text(column))
        return item

    def _parts(self, section: Section) -> list[QTreeWidgetItem]:
        items = []
        for part in self._reading.report.parts(section.key):
            item = QTreeWidgetItem(
                [
                    part.heading or "（没有小标题）",
                    f"{len(part.text)} 字",
                    one_line(part.text, LONGEST_TEXT_CHARACTERS),
                    "",
                ]
            )
            item.setToolTip(FOUND, part.text)
            items.append(item)
        return items or [QTreeWidgetItem(["", "", "", "没有找到这一部分的文字"])]

    # Corrections.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Reimplemented to edit with the same key as in the tables."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and is_shortcut(event, "edit_cell"):
            self._edit(self.tree.currentItem())
            return True
        return super().eventFilter(watched, event)

    def _edit(self, item: QTreeWidgetItem | None) -> None:
        if item and item.data(PLACE, NAME_ROLE):
            self.tree.editItem(item, VALUE)

    def _correct(self, item: QTreeWidgetItem, column: int) -> None:
        """Set a corrected number, or show why it is not valid."""
        name = item.data(PLACE, NAME_ROLE)
        if column != VALUE or not name:
            return
        self.tree.blockSignals(True)  # setting texts below would call this method again
        try:
            value = number_typed(item.text(VALUE), self._form.cells[name])
            self._corrected[name] = value
            item.setText(VALUE, number_shown(value))
            item.setText(SAID, "已改正" if value is not None else "已清空")
            item.setForeground(SAID, QBrush())
            self._refused.pop(name, None)
            self._show_everywhere(name, item)
            self._settle()
        except NumberFault as fault:
            item.setText(SAID, f"“{item.text(VALUE)}”没有记下：{fault}请再改一次。")
            item.setForeground(SAID, QBrush(QColor(colours().wrong)))
            self._refused[name] = item
        self.tree.blockSignals(False)

    def _show_everywhere(self, name: str, changed: QTreeWidgetItem) -> None:
        """Show a correction in the other place of its cell as well: among the doubtful ones or in its section."""
        for group in map(self.tree.topLevelItem, range(self.tree.topLevelItemCount())):
            for item in map(group.child, range(group.childCount())) if group else ():
                if item and item is not changed and item.data(PLACE, NAME_ROLE) == name:
                    item.setText(VALUE, changed.text(VALUE))
                    item.setText(SAID, changed.text(SAID))
                    item.setForeground(SAID, QBrush())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Reimplemented to ignore Enter, which ends the editing of a number."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Reimplemented to ask before corrections are lost."""
        if not (self._corrected or self._refused) or message_boxes.ask_give_up(self, "改正过的数还没有用上。"):
            super().reject()

    def _filter(self, on: bool) -> None:
        for place in range(1, self.tree.topLevelItemCount()):
            group = self.tree.topLevelItem(place)
            if group:
                group.setHidden(on)
