"""The panel of findings: grouped by tab, the worst first; a click goes to the place, a button mends or confirms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from model.checking.finding import ERROR, HINT, SHAPES, WARNING, Edit, Finding
from model.checking.mending import changes_of, confirmed, joint_mend, unconfirmed, without_printed
from model.numbers import number_shown
from model.relations import SEVERITIES
from model.report import Confirmed, section_of
from ui import messages
from ui.document import OpenDocument
from ui.look import colours
from ui.widgets import GAP, button, label, row, tool

FACTS = "基本信息"
CONFIRMED = "已核实"
FINDING = int(Qt.ItemDataRole.UserRole)
Shown = Finding | tuple[Finding, Confirmed]
Key = tuple[object, ...]


class FindingsPanel(QFrame):
    """Lists what a check found; `wanted` names the place to go to: name, start, length."""

    wanted = Signal(str, int, int)
    closed = Signal()

    def __init__(self, document: OpenDocument, ready: Callable[[], bool]) -> None:
        """`ready` takes over what is being typed and looks at everything again; False where that cannot be done."""
        super().__init__()
        self.setObjectName("findings")
        self._ready = ready
        self._resume = 0  # where to go on when the line that was chosen has gone
        self._offered: list[str] = []
        self._document = document
        self._items: dict[Key, QTreeWidgetItem] = {}
        self._groups: dict[str, QTreeWidgetItem] = {}
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName("检查结果")
        self.tree.setUniformRowHeights(True)
        self.tree.itemClicked.connect(lambda item: self._go(item))
        self.tree.currentItemChanged.connect(lambda item, _: self._show_details(item))
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setAccessibleName("详情")
        self.details.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(GAP)
        self.joint = _quiet(button("", self._mend_joint))
        self._lay_out()
        document.judged.connect(self.show_findings)
        self.show_findings()

    def _lay_out(self) -> None:
        close = tool("close", "收起（F8 再打开）", self.closed.emit)
        self._title = label("检查结果", "heading")
        beside = QWidget()
        right = QVBoxLayout(beside)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.details, 1)
        right.addLayout(self.buttons)
        both = QHBoxLayout()
        both.setSpacing(2 * GAP)
        both.addWidget(self.tree, 3)
        both.addWidget(beside, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 8)
        layout.setSpacing(4)
        layout.addLayout(row(self._title, self.joint, None, close))
        layout.addLayout(both, 1)

    # Showing; what stays the same keeps its place, its line chosen and the tree where it was scrolled to.

    def show_findings(self) -> None:
        """Shows the document's findings of now."""
        checked = self._document.checked
        wanted: dict[Key, Shown] = dict(self._keyed(checked.findings))
        by = {id(finding): confirmed_by for finding, confirmed_by in checked.confirmed}
        for key, finding in self._keyed(finding for finding, _ in checked.confirmed):
            wanted[CONFIRMED, *key] = finding, by[id(finding)]
        self._let_go({key for key in self._items if key not in wanted})
        for place, (key, shown) in enumerate(wanted.items()):
            self._show_item(key, shown, place)
        self._order_groups()
        self._title.setText("检查结果" if wanted else "检查结果：没有发现问题")
        self._show_joint()
        self._show_details(self.tree.currentItem())

    def _keyed(self, findings: Iterable[Finding]) -> Iterator[tuple[Key, Finding]]:
        """The findings with what makes each the same line in the panel while the numbers in it change."""
        seen: Counter[Key] = Counter()
        for finding in findings:
            place = self._tab_of(finding) if finding.severity == HINT else finding.cells[0]
            key = (finding.rule, place, finding.severity)
            seen[key] += 1
            yield (*key, seen[key]), finding

    def _let_go(self, gone: set[Key]) -> None:
        """Takes lines away; when the chosen one is among them, none is chosen, and stepping goes on from its place."""
        current = self.tree.currentItem()
        key = next((key for key, item in self._items.items() if item is current), None)
        if key in gone:
            self._resume = self._lines().index(current) if current in self._lines() else 0
            self.tree.selectionModel().clearCurrentIndex()
        for one in gone:
            item = self._items.pop(one)
            item.parent().removeChild(item)

    def _show_item(self, key: Key, shown: Shown, place: int) -> None:
        finding = _finding(shown)
        item = self._items.get(key)
        if item is None:
            item = self._items[key] = QTreeWidgetItem()
            self._group(self._tab_of(finding) if isinstance(shown, Finding) else CONFIRMED).addChild(item)
        tab = self._tab_of(finding)
        said = finding.message.removeprefix(f"“{tab}”的").replace(f"“{tab} · ", "“", 1)  # the group says it
        text = f"{SHAPES[finding.severity]} {said}" if isinstance(shown, Finding) else f"✓ {finding.message}"
        if item.text(0) != text:
            item.setText(0, text)
            item.setToolTip(0, finding.message)
        shades = {ERROR: colours().wrong, WARNING: colours().warn}
        item.setForeground(0, QBrush(QColor(shades.get(finding.severity, colours().ink))))
        item.setData(0, FINDING, (place, shown))

    def _group(self, title: str) -> QTreeWidgetItem:
        if title not in self._groups:
            group = self._groups[title] = QTreeWidgetItem([title])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.tree.addTopLevelItem(group)
            group.setExpanded(title != CONFIRMED)
        return self._groups[title]

    def _rank(self, title: str) -> tuple[int, int]:
        """Where a group stands: the worst first, then in the order of the tabs; what was confirmed comes last."""
        titles = [FACTS, *(section.tab for section in self._document.report.form.sections), CONFIRMED]
        found = [_finding(item.data(0, FINDING)[1]).severity for item in _children(self._groups[title])]
        worst = min(map(SEVERITIES.index, found), default=len(SEVERITIES))
        return (len(SEVERITIES) if title == CONFIRMED else worst), titles.index(title)

    def _order_groups(self) -> None:
        """Puts the worst first, groups and lines, says how many there are, and takes empty groups away."""
        current, bar = self.tree.currentItem(), self.tree.verticalScrollBar()
        place = bar.value()
        for title, group in list(self._groups.items()):
            if not group.childCount():
                self.tree.takeTopLevelItem(self.tree.indexOfTopLevelItem(group))
                del self._groups[title]
                continue
            group.setText(0, f"{title}（{group.childCount()}）")
            ordered = sorted(_children(group), key=lambda item: item.data(0, FINDING)[0])
            if _children(group) != ordered:
                group.takeChildren()
                group.addChildren(ordered)
        groups = [self._groups[title] for title in sorted(self._groups, key=self._rank)]
        if self._ordered_groups(with_confirmed=True) != groups:
            opened = [group.isExpanded() for group in groups]
            while self.tree.topLevelItemCount():
                self.tree.takeTopLevelItem(0)
            self.tree.addTopLevelItems(groups)
            for group, is_open in zip(groups, opened, strict=True):
                group.setExpanded(is_open)
        if current and self.tree.currentItem() is not current and current in self._items.values():
            self.tree.setCurrentItem(current)
        bar.setValue(place)

    def _tab_of(self, finding: Finding) -> str:
        sections = {section.key: section.tab for section in self._document.report.form.sections}
        return sections.get(section_of(finding.cells[0]), FACTS)

    # What can be done.

    def _show_joint(self) -> None:
        """The change that mends several findings at once is offered first."""
        joint = joint_mend(self._document.checked)
        self.joint.setVisible(joint is not None)
        if joint:
            edit, count = joint
            self.joint.setText(f"一处改正，{count} 处相符：{self._words_of(edit)}")

    def _mend_joint(self) -> None:
        if self._ready() and (joint := joint_mend(self._document.checked)):
            self._mend((joint[0],))

    def _show_details(self, item: QTreeWidgetItem | None) -> None:
        data = item.data(0, FINDING) if item else None
        shown: Shown | None = data[1] if data else None
        said = _details(shown) if shown else "点一条，看详情并到那里去。F8 下一条，Shift+F8 上一条。"
        if self.details.toPlainText() != said:
            self.details.setPlainText(said)
        self._offer(list(self._acts(shown)) if shown else [])

    def _offer(self, acts: list[tuple[str, Callable[[], object]]]) -> None:
        """Shows a button for each act; those that stay the same stay, or a click on one could miss it."""
        offered = [words for words, _ in acts]
        if offered == self._offered:
            self._do = dict(acts)
            return
        self._offered, self._do = offered, dict(acts)
        while taken := self.buttons.takeAt(0):
            if widget := taken.widget():
                widget.hide()
                widget.deleteLater()
        for words in offered:
            self.buttons.addWidget(_quiet(button(words, partial(self._act, words))))
        self.buttons.addStretch(1)

    def _act(self, words: str) -> None:
        """Does what a button says, on the report as it is now: what is being typed is taken over first."""
        if self._ready() and words in self._do:
            self._do[words]()

    def _acts(self, shown: Shown) -> Iterable[tuple[str, Callable[[], object]]]:
        document = self._document
        if not isinstance(shown, Finding):
            yield "取消核实", lambda: document.edit(unconfirmed(document.report, shown[1]), "取消核实")
            return
        if shown.edits:
            yield self._words_of(*shown.edits), lambda: self._mend(shown.edits)
        if shown.cells[0] in document.report.printed:
            yield (
                "以算出的为准",
                lambda: document.edit(without_printed(document.report, shown.cells[0]), "以算出的总计为准"),
            )
        if shown.severity == WARNING:
            yield "核实无误…", lambda: self._confirm(shown)

    def _words_of(self, *edits: Edit) -> str:
        """What a mend does, for its button."""
        if isinstance(edits[0].value, str):
            return "照此改正"
        row, column = self._document.report.form.row_and_column(edits[0].cell)
        more = f" 等 {len(edits)} 格" if len(edits) > 1 else ""
        return f"把“{row[:14]} · {column}”{more}改为 {number_shown(edits[0].value)}"

    def _mend(self, edits: tuple[Edit, ...]) -> None:
        self._document.edit(changes_of(self._document.report, edits), "按检查结果改正")

    def _confirm(self, finding: Finding) -> None:
        reason = messages.ask_reason(self, finding.message)
        if reason:
            self._document.edit(confirmed(self._document.report, finding, reason), "核实无误")

    # Going there.

    def step(self, by: int) -> None:
        """Goes to the next finding, or to the one before."""
        lines = self._lines()
        if not lines:
            return
        current = self.tree.currentItem()
        place = lines.index(current) + by if current in lines else self._resume - (by < 0)
        item = lines[place % len(lines)]
        self.tree.setCurrentItem(item)
        self._go(item)

    def _lines(self) -> list[QTreeWidgetItem]:
        return [child for group in self._ordered_groups() for child in _children(group)]

    def _ordered_groups(self, with_confirmed: bool = False) -> list[QTreeWidgetItem]:
        groups = [self.tree.topLevelItem(place) for place in range(self.tree.topLevelItemCount())]
        without = None if with_confirmed else self._groups.get(CONFIRMED)
        return [group for group in groups if group is not None and group is not without]

    def _go(self, item: QTreeWidgetItem) -> None:
        data = item.data(0, FINDING)
        if data:
            finding = _finding(data[1])
            # After the click has been dealt with: the field to go to must keep the focus.
            QTimer.singleShot(0, lambda: self.wanted.emit(finding.cells[0], finding.start, finding.length))


def _finding(shown: Shown) -> Finding:
    return shown if isinstance(shown, Finding) else shown[0]


def _children(group: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [group.child(place) for place in range(group.childCount())]


def _quiet(made: QPushButton) -> QPushButton:
    """A button that leaves the focus where it is: the cell that is being typed into must not lose it half-way."""
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


def _details(shown: Shown) -> str:
    if isinstance(shown, Finding):
        return shown.message
    return f"{shown[0].message}\n\n核实说明：{shown[1].reason or '没有写'}"
