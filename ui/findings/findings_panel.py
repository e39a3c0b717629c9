"""The panel of findings: the worst first, by tab, with those that say the same in one line that opens up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QTreeWidgetItem, QVBoxLayout

from model.checking.fixes import joint_mend
from model.findings.finding import ERROR, HINT, SHAPES, WORDS, Finding, Mend
from model.findings.groups import Group, Same, count_of, grouped
from model.findings.marks import shown_at
from model.findings.short_words import shorter_words
from model.report.fact_labels import FACTS_TAB
from model.report.report import Confirmed, section_of
from ui.basics.defaults import LEAST_LIST_HEIGHT_PX
from ui.basics.shortcuts import key_name
from ui.basics.widgets import SPACING_PX, button, label, row, scrolled, timer, tool_button
from ui.document.open_document import OpenDocument
from ui.findings.finding_details import HOW_TO, FindingDetails, FoldedFindings, Shown, mend, mend_words, without_focus
from ui.findings.findings_tree import FindingsTree, Key, Node, flat, node_of
from ui.findings.mend_trials import MendTrials

TITLE, CONFIRMED = "检查结果", "已核实"
WIDE_FROM_SHARE = 1.5  # of its height, from which the details stand beside the list


class FindingsPanel(QFrame):
    """Lists the document's findings; `place_requested` is emitted with the place to go to: name, start, length.

    `line` says the current one in one line; `folded` is emitted when it is to be shown instead of the panel."""

    place_requested = Signal(str, int, int)
    folded = Signal()
    closed = Signal()

    def __init__(self, document: OpenDocument, ready: Callable[[], None]) -> None:
        """Create the panel; `ready` commits what is being typed and finishes all checks."""
        super().__init__()
        self.setObjectName("findings")
        self._ready = ready
        self._document = document
        self._tabs = {section.key: section.tab for section in document.report.form.sections}
        self._nodes: tuple[Node, ...] = ()
        self._behind: list[Key] = []  # where stepping goes on when there is no current line: down,
        self._before: list[Key] = []  # and up
        self._seen: set[Key] = set()  # the places that were gone to
        self.tree = FindingsTree()
        self.setFocusProxy(self.tree)
        self.tree.itemClicked.connect(lambda item: self._go(item))
        self.tree.itemActivated.connect(lambda item: self._go(item))  # with Enter
        self.tree.currentItemChanged.connect(lambda item, _: self._show_details(item))
        self.line = FoldedFindings()
        self._trials = MendTrials(document)
        self.details = FindingDetails(document, ready, self._settle, self._trials)
        self.joint = without_focus(button("", self._mend_joint))
        self._lay_out()
        self._soon = timer(self, 0, self._share_room)  # not while Qt lays out the text
        self.details.needs_changed.connect(self._soon.start)
        document.findings_changed.connect(self.show_findings)
        self.show_findings()

    def _lay_out(self) -> None:
        fold = tool_button("down", "折成一行，给表格让地方", self.folded.emit)
        close = tool_button("close", f"收起（{key_name('next_finding')} 再打开）", self.closed.emit)
        self._title = label(TITLE, "heading")
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(2 * SPACING_PX)
        below = scrolled(self.details)
        for part in (self.tree, below):
            part.setMinimumHeight(LEAST_LIST_HEIGHT_PX)
        whole_rows = QVBoxLayout()
        whole_rows.addWidget(self.tree, 1)
        whole_rows.addStretch()
        self._both.addLayout(whole_rows, 1)
        self._both.addWidget(below, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 8)
        layout.setSpacing(4)
        layout.addLayout(row(self._title, self.joint, None, fold, close))
        layout.addLayout(self._both, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reimplemented to put the details below the list where the panel is high and narrow."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.LeftToRight if self._is_wide else ways.TopToBottom)
        self._share_room()

    @property
    def _is_wide(self) -> bool:
        return self.width() > WIDE_FROM_SHARE * self.height()

    def _share_room(self) -> None:
        """Give the details below the list what they need, up to half, and the list the rest; it shows whole rows."""
        layout, is_beside = self.layout(), self._is_wide
        assert layout is not None
        layout.activate()  # or nothing is known of the room after a change
        room = self._both.geometry().height()
        needed = min(self.details.sizeHint().height(), room // 2)
        free = room if is_beside else room - needed - self._both.spacing()
        self._both.setStretch(0, 1 if is_beside else max(1, free))
        self._both.setStretch(1, 1 if is_beside else max(1, needed))
        row = max(1, self.tree.sizeHintForRow(0))
        self.tree.setMaximumHeight(max(LEAST_LIST_HEIGHT_PX, free // row * row))

    # The list.

    def show_findings(self) -> None:
        """Show the current findings; lines that remain keep their place, selection and scroll position."""
        current, before = self.tree.current, self._nodes
        self._nodes = self._listed()
        listed = {node.key for node in flat(self._nodes)}
        self._seen &= listed  # what comes again is new
        if current and current not in listed:
            self._leave(current, before)
        self.tree.show_nodes(self._nodes)
        self._title.setText(TITLE if self._nodes else f"{TITLE}：没有发现问题")
        self._show_joint()
        self._show_details(self.tree.currentItem())

    def _listed(self) -> tuple[Node, ...]:
        checked = self._document.checked
        keys = self._keys(checked.findings)
        tabs = [FACTS_TAB, *self._tabs.values()]
        groups = [self._group_node(one, keys) for one in grouped(checked.findings, self._tab_of, tabs)]
        return (*groups, self._confirmed_node(checked.confirmed)) if checked.confirmed else tuple(groups)

    def _keys(self, findings: Sequence[Finding]) -> dict[int, Key]:
        """Return a key for each finding by its id; it stays the same while numbers in its message change.

        Those that are alike are counted from the last: one that is mended takes its own number, and none behind it."""
        seen: Counter[Key] = Counter()
        keys: dict[int, Key] = {}
        for finding in reversed(findings):
            place = self._tab_of(finding) if finding.severity == HINT else finding.cells[0]
            key = (finding.rule, place, finding.severity, finding.kind)
            seen[key] += 1
            keys[id(finding)] = (*key, seen[key])
        return keys

    def _group_node(self, group: Group, keys: dict[int, Key]) -> Node:
        text = f"{group.tab} · {WORDS[group.severity]} {group.places} 处"
        rows = tuple(self._row_node(same, group.tab, keys) for same in group.rows)
        return Node((group.severity, group.tab), text, text, below=rows, is_open=True)

    def _row_node(self, same: Same, tab: str, keys: dict[int, Key]) -> Node:
        first, lines = same[0], tuple(self._line_node(one, tab, keys[id(one)]) for one in same)
        if len(same) == 1:
            return lines[0]
        said = f"同样的 {count_of(same)} 处：{_without(tab, first.message)}"
        return Node(
            ("same", first.rule, first.severity, first.kind), f"{SHAPES[first.severity]} {said}",
            f"{WORDS[first.severity]}，{said}", first.message, first.severity, Shown(first, same=same), lines,
        )  # fmt: skip

    def _line_node(self, finding: Finding, tab: str, key: Key) -> Node:
        said = _without(tab, finding.message)  # the heading already names the tab
        shape, word = SHAPES[finding.severity], WORDS[finding.severity]
        return Node(key, f"{shape} {said}", f"{word}，{said}", finding.message, finding.severity, Shown(finding))

    def _confirmed_node(self, confirmed: Sequence[tuple[Finding, Confirmed]]) -> Node:
        keys = self._keys([finding for finding, _ in confirmed])
        lines = tuple(
            Node(
                (CONFIRMED, *keys[id(finding)]), f"✓ {finding.message}", f"{CONFIRMED}，{finding.message}",
                finding.message, finding.severity, Shown(finding, by),
            )
            for finding, by in confirmed
        )  # fmt: skip
        title = f"{CONFIRMED}（{len(lines)}）"
        return Node((CONFIRMED,), title, title, below=lines)

    def _tab_of(self, finding: Finding) -> str:
        return self._tabs.get(section_of(finding.cells[0]), FACTS_TAB)

    # The current line.

    def _show_joint(self) -> None:
        """Offer the correction that resolves several findings at once, if there is one."""
        joint = self._joint
        if not joint:
            self.details.keep_keys(self.joint)
        self.joint.setVisible(joint is not None)
        if joint:
            edit, count = joint
            self.joint.setText(f"一处改正，{count} 处相符：{mend_words(self._document.report.form, edit)}")

    def _mend_joint(self) -> None:
        self._ready()
        if joint := self._joint:
            mend(self._document, joint[0])

    @property
    def _joint(self) -> tuple[Mend, int] | None:
        joint = joint_mend(self._document.checked)
        return joint if joint and self._trials.is_sound(joint[0]) else None

    def _show_details(self, item: QTreeWidgetItem | None) -> None:
        node = node_of(item) if item else None
        shown = node.shown if node else None
        self.details.show_one(shown, HOW_TO if self._nodes else "")
        message = shown.finding.message if shown else TITLE  # that there are none stands beside the line already
        self.line.say(shown.finding if shown else None, shorter_words(message, self._tabs.values()))

    def _settle(self, act: Callable[[], object]) -> None:
        """Do what settles the current finding; if it does, stepping goes on behind it."""
        current, nodes, report = self.tree.current, self._nodes, self._document.report
        act()
        if current and self._document.report is not report:
            self._leave(current, nodes)

    def _leave(self, key: Key, nodes: Iterable[Node]) -> None:
        """Let go of the current line; stepping goes on from its place among these nodes."""
        lines = list(flat(nodes))
        place = next((place for place, node in enumerate(lines) if node.key == key), len(lines))
        end = place + len(list(flat(lines[place : place + 1])))
        self._behind, self._before = _places(lines[end:]), _places(reversed(lines[:place]))
        self.tree.clear_current()

    # Navigation.

    def step(self, by: int, here: str = "", moved: bool = False) -> None:
        """Go to the next finding, or to the previous one if `by` is negative.

        `here` is the field that the user is in, whose findings come first; `moved` is whether the last step led elsewhere."""
        lines = list(flat(self._nodes))
        places = _places(lines if by > 0 else reversed(lines))
        if not places:
            return
        wanted = [key for key in self._wanted(lines, by) if key in places] or places
        own = self._own(lines, by, here, moved)
        item = self.tree.items[(own or self._new_errors(lines, by, wanted + places) or wanted)[0]]
        self.tree.setCurrentItem(item)
        self._go(item)

    def _own(self, lines: list[Node], by: int, here: str, moved: bool) -> list[Key]:
        """Return the places of the findings marked in a field, those behind the current line only if that is one of them."""
        marked = (
            line
            for line in lines
            if line.shown and here in (*line.shown.finding.cells[:1], *shown_at(line.shown.finding))
        )
        own, current = _places(marked)[::by], self.tree.current
        if current in own:
            return own[own.index(current) + 1 :]
        return own if moved else []

    def _wanted(self, lines: list[Node], by: int) -> list[Key]:
        """Return the places to go to from the current line, the nearest first."""
        current = self.tree.current
        place = next((place for place, node in enumerate(lines) if node.key == current), None)
        if place is None:
            return self._behind if by > 0 else self._before
        return _places(lines[place + 1 :] if by > 0 else reversed(lines[:place]))

    def _new_errors(self, lines: list[Node], by: int, places: list[Key]) -> list[Key]:
        """Return those of some places that are errors and were not gone to yet: on the way down, nothing less comes before."""
        new = {line.key for line in lines if line.severity == ERROR} - self._seen
        return [key for key in places if key in new] if by > 0 else []

    @property
    def place(self) -> tuple[str, int, int] | None:
        """The place that the current line is about: name, start, length; None where no finding is current."""
        item = self.tree.currentItem()
        node = node_of(item) if item else None
        return node.shown.finding.place if node and node.shown else None

    def _go(self, item: QTreeWidgetItem) -> None:
        node = node_of(item)
        if node and node.shown:
            finding = node.shown.finding
            self._seen.add(node.key)
            # After the click has been handled: the tree would take the focus from the field.
            QTimer.singleShot(0, lambda: self.place_requested.emit(*finding.place))


def _places(nodes: Iterable[Node]) -> list[Key]:
    """Return the keys of the places to go to."""
    return [node.key for node in nodes if node.is_place]


def _without(tab: str, message: str) -> str:
    """Return what is said without the tab's name."""
    return message.removeprefix(f"“{tab}”的").replace(f"“{tab} · ", "“", 1)
