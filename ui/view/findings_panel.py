"""The panel of findings, grouped by tab with the worst first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

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
from model.report.fact_labels import FACTS_TAB
from model.report.report import section_of
from ui.basics.shortcuts import key_name
from ui.basics.theme import colours
from ui.basics.widgets import SPACING_PX, button, label, row, tool_button
from ui.document.open_document import OpenDocument
from ui.view.finding_details import FindingDetails, Shown, mend, mend_words, without_focus

CONFIRMED = "已核实"
FINDING_ROLE = int(Qt.ItemDataRole.UserRole)
Key = tuple[object, ...]


class _Line(NamedTuple):
    """The data of a line of the tree: a finding, and its place among all of them."""

    place: int
    shown: Shown


class FindingsPanel(QFrame):
    """Lists the document's findings; `place_requested` is emitted with the place to go to: name, start, length."""

    place_requested = Signal(str, int, int)
    closed = Signal()

    def __init__(self, document: OpenDocument, ready: Callable[[], None]) -> None:
        """Create the panel; `ready` commits what is being typed and finishes all checks."""
        super().__init__()
        self.setObjectName("findings")
        self._ready = ready
        self._resume = 0  # where stepping continues when the current line has been removed
        self._document = document
        self._tabs = {section.key: section.tab for section in document.report.form.sections}
        self._items: dict[Key, QTreeWidgetItem] = {}
        self._groups: dict[str, QTreeWidgetItem] = {}
        self.tree = QTreeWidget()
        self.setFocusProxy(self.tree)
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName("检查结果")
        self.tree.setUniformRowHeights(True)
        self.tree.itemClicked.connect(lambda item: self._go(item))
        self.tree.itemActivated.connect(lambda item: self._go(item))  # with Enter
        self.tree.currentItemChanged.connect(lambda item, _: self._show_details(item))
        self.details = FindingDetails(document, ready)
        self.joint = without_focus(button("", self._mend_joint))
        self._lay_out()
        document.findings_changed.connect(self.show_findings)
        self.show_findings()

    def _lay_out(self) -> None:
        close = tool_button("close", f"收起（{key_name('next_finding')} 再打开）", self.closed.emit)
        self._title = label("检查结果", "heading")
        both = QHBoxLayout()
        both.setSpacing(2 * SPACING_PX)
        both.addWidget(self.tree, 3)
        both.addWidget(self.details, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 8)
        layout.setSpacing(4)
        layout.addLayout(row(self._title, self.joint, None, close))
        layout.addLayout(both, 1)

    # The list.

    def show_findings(self) -> None:
        """Show the current findings; lines that remain keep their place, selection and scroll position."""
        checked = self._document.checked
        wanted = {key: Shown(finding) for key, finding in self._keyed(checked.findings)}
        by = {id(finding): confirmed_by for finding, confirmed_by in checked.confirmed}
        for key, finding in self._keyed(finding for finding, _ in checked.confirmed):
            wanted[CONFIRMED, *key] = Shown(finding, by[id(finding)])
        self._remove_lines({key for key in self._items if key not in wanted})
        brushes = _brushes()
        for place, (key, shown) in enumerate(wanted.items()):
            self._show_item(key, shown, place, brushes)
        self._order_groups()
        self._title.setText("检查结果" if wanted else "检查结果：没有发现问题")
        self._show_joint()
        self._show_details(self.tree.currentItem())

    def _keyed(self, findings: Iterable[Finding]) -> Iterator[tuple[Key, Finding]]:
        """Yield each finding with a key that stays the same while numbers in its message change."""
        seen: Counter[Key] = Counter()
        for finding in findings:
            place = self._tab_of(finding) if finding.severity == HINT else finding.cells[0]
            key = (finding.rule, place, finding.severity)
            seen[key] += 1
            yield (*key, seen[key]), finding

    def _remove_lines(self, gone: set[Key]) -> None:
        """Remove lines; if the current one is among them, stepping continues from its place."""
        current = self.tree.currentItem()
        key = next((key for key, item in self._items.items() if item is current), None)
        if key in gone:
            self._resume = self._lines().index(current) if current in self._lines() else 0
            self.tree.selectionModel().clearCurrentIndex()
        for one in gone:
            item = self._items.pop(one)
            item.parent().removeChild(item)

    def _show_item(self, key: Key, shown: Shown, place: int, brushes: Mapping[str, QBrush]) -> None:
        finding = shown.finding
        item = self._items.get(key)
        if item is None:
            item = self._items[key] = QTreeWidgetItem()
            self._group(CONFIRMED if shown.confirmed else self._tab_of(finding)).addChild(item)
        tab = self._tab_of(finding)
        said = finding.message.removeprefix(f"“{tab}”的").replace(
            f"“{tab} · ", "“", 1
        )  # the group already names the tab
        text = f"✓ {finding.message}" if shown.confirmed else f"{SHAPES[finding.severity]} {said}"
        if item.text(0) != text:
            item.setText(0, text)
            item.setToolTip(0, finding.message)
        item.setForeground(0, brushes[finding.severity])
        item.setData(0, FINDING_ROLE, _Line(place, shown))

    def _group(self, title: str) -> QTreeWidgetItem:
        if title not in self._groups:
            group = self._groups[title] = QTreeWidgetItem([title])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)  # not selectable: only findings are
            self.tree.addTopLevelItem(group)
            group.setExpanded(title != CONFIRMED)
        return self._groups[title]

    def _rank(self, title: str) -> tuple[int, int]:
        """Return the sort key of a group: the worst first, then the order of the tabs, confirmed ones last."""
        titles = [FACTS_TAB, *(section.tab for section in self._document.report.form.sections), CONFIRMED]
        found = [item.data(0, FINDING_ROLE).shown.finding.severity for item in _children(self._groups[title])]
        worst = min(map(SEVERITIES.index, found), default=len(SEVERITIES))
        return (len(SEVERITIES) if title == CONFIRMED else worst), titles.index(title)

    def _order_groups(self) -> None:
        """Sort groups and lines, keeping the current line and the scroll position."""
        current, bar = self.tree.currentItem(), self.tree.verticalScrollBar()
        place = bar.value()
        self._order_lines()
        groups = [self._groups[title] for title in sorted(self._groups, key=self._rank)]
        if self._ordered_groups(with_confirmed=True) != groups:
            self._place_groups(groups)
        if current and self.tree.currentItem() is not current and current in self._items.values():
            self.tree.setCurrentItem(current)
        bar.setValue(place)

    def _order_lines(self) -> None:
        """Sort the lines of each group, update its count, and remove empty groups."""
        for title, group in list(self._groups.items()):
            if not group.childCount():
                self.tree.takeTopLevelItem(self.tree.indexOfTopLevelItem(group))
                del self._groups[title]
                continue
            group.setText(0, f"{title}（{group.childCount()}）")
            ordered = sorted(_children(group), key=lambda item: item.data(0, FINDING_ROLE).place)
            if _children(group) != ordered:
                group.takeChildren()
                group.addChildren(ordered)

    def _place_groups(self, groups: list[QTreeWidgetItem]) -> None:
        """Put the groups into the tree in this order."""
        # Taking an item out of the tree collapses it.
        opened = [group.isExpanded() for group in groups]
        while self.tree.topLevelItemCount():
            self.tree.takeTopLevelItem(0)
        self.tree.addTopLevelItems(groups)
        for group, is_open in zip(groups, opened, strict=True):
            group.setExpanded(is_open)

    def _tab_of(self, finding: Finding) -> str:
        return self._tabs.get(section_of(finding.cells[0]), FACTS_TAB)

    # The current line.

    def _show_joint(self) -> None:
        """Offer the correction that resolves several findings at once, if there is one."""
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
        line: _Line | None = item.data(0, FINDING_ROLE) if item else None
        self.details.show_one(line.shown if line else None)

    # Navigation.

    def step(self, by: int) -> None:
        """Go to the next finding, or to the previous one if `by` is negative."""
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
        line: _Line | None = item.data(0, FINDING_ROLE)
        if line:
            finding = line.shown.finding
            # After the click has been handled: the tree would take the focus from the field.
            QTimer.singleShot(0, lambda: self.place_requested.emit(finding.cells[0], finding.start, finding.length))


def _brushes() -> Mapping[str, QBrush]:
    """Return the text colour of each severity, in the current colours."""
    shades = colours()
    return {
        severity: QBrush(QColor(shade))
        for severity, shade in ((ERROR, shades.wrong), (WARNING, shades.warn), (HINT, shades.ink))
    }


def _children(group: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [group.child(place) for place in range(group.childCount())]
