"""The panel of findings: grouped by tab, the worst first; a click goes to the place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from model.checking.fixes import joint_mend
from model.findings.finding import ERROR, HINT, SHAPES, WARNING, Finding
from model.form.relation import SEVERITIES
from model.report.report import section_of
from ui.basics.theme import colours
from ui.basics.widgets import GAP, button, label, row, tool
from ui.document.open_document import OpenDocument
from ui.view.finding_details import FindingDetails, Shown, finding_of, mend, mend_words, quiet

FACTS = "基本信息"
CONFIRMED = "已核实"
FINDING = int(Qt.ItemDataRole.UserRole)
Key = tuple[object, ...]


class FindingsPanel(QFrame):
    """Lists what a check found; `wanted` names the place to go to: name, start, length."""

    wanted = Signal(str, int, int)
    closed = Signal()

    def __init__(self, document: OpenDocument, ready: Callable[[], None]) -> None:
        """`ready` takes over what is being typed and looks at everything again."""
        super().__init__()
        self.setObjectName("findings")
        self._ready = ready
        self._resume = 0  # where to go on when the line that was chosen has gone
        self._document = document
        self._tabs = {section.key: section.tab for section in document.report.form.sections}
        self._items: dict[Key, QTreeWidgetItem] = {}
        self._groups: dict[str, QTreeWidgetItem] = {}
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName("检查结果")
        self.tree.setUniformRowHeights(True)
        self.tree.itemClicked.connect(lambda item: self._go(item))
        self.tree.currentItemChanged.connect(lambda item, _: self._show_details(item))
        self.details = FindingDetails(document, ready)
        self.joint = quiet(button("", self._mend_joint))
        self._lay_out()
        document.findings_changed.connect(self.show_findings)
        self.show_findings()

    def _lay_out(self) -> None:
        close = tool("close", "收起（F8 再打开）", self.closed.emit)
        self._title = label("检查结果", "heading")
        both = QHBoxLayout()
        both.setSpacing(2 * GAP)
        both.addWidget(self.tree, 3)
        both.addWidget(self.details, 2)
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
        brushes = _brushes()
        for place, (key, shown) in enumerate(wanted.items()):
            self._show_item(key, shown, place, brushes)
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

    def _show_item(self, key: Key, shown: Shown, place: int, brushes: Mapping[str, QBrush]) -> None:
        finding = finding_of(shown)
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
        item.setForeground(0, brushes[finding.severity])
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
        found = [finding_of(item.data(0, FINDING)[1]).severity for item in _children(self._groups[title])]
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
        return self._tabs.get(section_of(finding.cells[0]), FACTS)

    # What is chosen.

    def _show_joint(self) -> None:
        """The change that mends several findings at once is offered first."""
        joint = joint_mend(self._document.checked)
        self.joint.setVisible(joint is not None)
        if joint:
            edit, count = joint
            self.joint.setText(f"一处改正，{count} 处相符：{mend_words(self._document.report.form, edit)}")

    def _mend_joint(self) -> None:
        self._ready()
        if joint := joint_mend(self._document.checked):
            mend(self._document, joint[0])

    def _show_details(self, item: QTreeWidgetItem | None) -> None:
        data = item.data(0, FINDING) if item else None
        self.details.show_one(data[1] if data else None)

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
            finding = finding_of(data[1])
            # After the click has been dealt with: the field to go to must keep the focus.
            QTimer.singleShot(0, lambda: self.wanted.emit(finding.cells[0], finding.start, finding.length))


def _brushes() -> Mapping[str, QBrush]:
    """What lines are written with in the colours of now, by severity."""
    shades = colours()
    return {
        severity: QBrush(QColor(shade))
        for severity, shade in ((ERROR, shades.wrong), (WARNING, shades.warn), (HINT, shades.ink))
    }


def _children(group: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [group.child(place) for place in range(group.childCount())]
