"""A tree of findings: it shows nodes, and keeps its lines, the current one and the scroll position as they change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem

from model.findings.finding import ERROR, HINT, WARNING
from ui.basics.theme import colours
from ui.findings.finding_details import Shown

Key = tuple[object, ...]
FINDING_ROLE = int(Qt.ItemDataRole.UserRole)
NAME_ROLE = int(Qt.ItemDataRole.AccessibleTextRole)
FRAME_PX = 2


class Node(NamedTuple):
    """A line: its key, text, tooltip and name for screen readers, the severity that colours it, and what is below it.

    `shown` is what the line is about; None for a heading. One that `is_place` is a place to go to."""

    key: Key
    text: str
    name: str
    tip: str = ""
    severity: str = ""
    shown: Shown | None = None
    below: tuple[Node, ...] = ()
    is_open: bool = False

    @property
    def is_place(self) -> bool:
        """Whether it is a single finding that is still open."""
        return self.shown is not None and not self.shown.confirmed and not self.below


def flat(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield all nodes, each before those below it."""
    for node in nodes:
        yield node
        yield from flat(node.below)


def node_of(item: QTreeWidgetItem) -> Node | None:
    """Return the node that a line shows; None for a heading."""
    node: Node | None = item.data(0, FINDING_ROLE)
    return node


class FindingsTree(QTreeWidget):
    """Shows nodes as lines that open up; a line is known by its key."""

    def __init__(self) -> None:
        super().__init__()
        self.items: dict[Key, QTreeWidgetItem] = {}
        self._nodes: tuple[Node, ...] = ()
        self.setHeaderHidden(True)
        self.setAccessibleName("检查结果")
        self.setUniformRowHeights(True)

    def changeEvent(self, event: QEvent) -> None:
        """Reimplemented to draw the lines in the colours of another look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def drawRow(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Reimplemented to frame the current line while the list has the keys: the style draws no frame of its own."""
        super().drawRow(painter, option, index)
        if self.hasFocus() and index == self.currentIndex():
            shades, inset = colours(), FRAME_PX // 2
            shade = shades.on_accent if self.selectionModel().isSelected(index) else shades.accent
            painter.setPen(QPen(QColor(shade), FRAME_PX))
            painter.drawRect(self.visualRect(index).adjusted(inset, inset, -inset, -inset))

    @property
    def current(self) -> Key | None:
        """The key of the current line."""
        item = self.currentItem()
        return next((key for key, other in self.items.items() if other is item), None) if item else None

    def clear_current(self) -> None:
        """Leave no line current or selected."""
        self.selectionModel().clear()

    def show_nodes(self, nodes: tuple[Node, ...]) -> None:
        """Show these nodes instead of the ones before."""
        if _shape(nodes) != _shape(self._nodes):
            self._place(nodes)
        self._nodes = nodes
        self._draw()

    def _draw(self) -> None:
        shades = colours()
        brushes = {
            severity: QBrush(QColor(shade))
            for severity, shade in ((ERROR, shades.wrong), (WARNING, shades.warn), (HINT, shades.ink))
        }
        for node in flat(self._nodes):
            self._write(self.items[node.key], node, brushes.get(node.severity))

    def _write(self, item: QTreeWidgetItem, node: Node, brush: QBrush | None) -> None:
        if item.text(0) != node.text:
            item.setText(0, node.text)
            item.setToolTip(0, node.tip)
        if item.data(0, NAME_ROLE) != node.name:
            item.setData(0, NAME_ROLE, node.name)
        if brush:
            item.setForeground(0, brush)
        if node.shown:
            item.setData(0, FINDING_ROLE, node)

    def _place(self, nodes: tuple[Node, ...]) -> None:
        """Put the lines into their places; those that stay keep their state."""
        current, place = self.current, self.verticalScrollBar().value()
        opened = {key: item.isExpanded() for key, item in self.items.items()}
        with QSignalBlocker(self):  # the current line is taken out and put back
            for item in self.items.values():
                item.takeChildren()
            self.invisibleRootItem().takeChildren()
            wanted = {node.key: node for node in flat(nodes)}
            self.items = {key: self.items.get(key) or _made(node) for key, node in wanted.items()}
            for node in wanted.values():
                self.items[node.key].addChildren([self.items[below.key] for below in node.below])
            self.addTopLevelItems([self.items[node.key] for node in nodes])
            for node in wanted.values():
                self.items[node.key].setExpanded(opened.get(node.key, node.is_open))
            if current in self.items:
                self.setCurrentItem(self.items[current])
        self.verticalScrollBar().setValue(place)


def _made(node: Node) -> QTreeWidgetItem:
    item = QTreeWidgetItem()
    if not node.shown:
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)  # not selectable: only findings are
    return item


def _shape(nodes: Iterable[Node]) -> list[tuple[Key, int]]:
    return [(node.key, len(node.below)) for node in flat(nodes)]
