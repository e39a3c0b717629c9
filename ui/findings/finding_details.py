"""The full text of one finding with buttons to correct or confirm it, or a line of it where there is less room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QTextEdit, QVBoxLayout, QWidget

from model.checking.fixes import changes_of, confirmed, unconfirmed, without_printed
from model.findings.confirmations import may_be_confirmed
from model.findings.finding import SHAPES, Finding, Mend, Rewording
from model.findings.groups import count_of
from model.findings.mends import mends_of_all
from model.form.form import Form
from model.report.cell_numbers import number_shown
from model.report.report import Confirmed
from ui.basics.defaults import LEAST_LIST_HEIGHT_PX, QUIET_MARGINS_PX
from ui.basics.fitting_button import FittingButton
from ui.basics.line_lengths import WORD_JOINER, unbroken
from ui.basics.shortcuts import key_name
from ui.basics.widgets import SPACING_PX, button, row, tool_button
from ui.dialogs import message_boxes
from ui.document.open_document import OpenDocument
from ui.findings.mend_trials import MendTrials

HOW_TO = f"点一条，看详情并到那里去。{key_name('next_finding')} 下一条，{key_name('previous_finding')} 上一条。"
Act = tuple[str, Callable[[], object]]


class Shown(NamedTuple):
    """A finding to show, with its confirmation if the user has confirmed it, or with all that say the same."""

    finding: Finding
    confirmed: Confirmed | None = None
    same: tuple[Finding, ...] = ()

    @property
    def mends(self) -> tuple[Mend, ...]:
        """Return what mends the finding for certain, or all that say the same."""
        return mends_of_all(self.same) if self.same else self.finding.mends

    @property
    def places(self) -> int:
        """Return how many places it stands for."""
        return count_of(self.same or [self.finding])

    @property
    def words(self) -> str:
        """Return what the finding says in full, with the reason why it was confirmed."""
        if self.same:
            return f"同样的有 {self.places} 处，点左边的箭头（或按 →）逐处看。第一处：\n\n{self.finding.message}"
        if not self.confirmed:
            return self.finding.message
        return f"{self.finding.message}\n\n核实说明：{self.confirmed.reason or '没有写'}"


class FindingDetails(QWidget):
    """Shows one finding; its buttons change the document, each as one step to undo.

    `needs_changed` is emitted when it would like to be higher or lower."""

    needs_changed = Signal()

    def __init__(
        self,
        document: OpenDocument,
        ready: Callable[[], None],
        settle: Callable[[Callable[[], object]], None],
        trials: MendTrials,
    ) -> None:
        """Create the widget.

        `ready` commits what is being typed and finishes all checks, `settle` does what a button says; a mend is offered
        if `trials` finds it sound."""
        super().__init__()
        self._trials = trials
        self._document = document
        self._ready, self._settle = ready, settle
        self._do: dict[str, Callable[[], object]] = {}
        self.text = _Words()
        self.text.setReadOnly(True)
        self.text.setAccessibleName("详情")
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(LEAST_LIST_HEIGHT_PX)
        self.text.document().documentLayout().documentSizeChanged.connect(self._ask_for_room)
        self.buttons = QVBoxLayout()  # one below another: their words are long
        self.buttons.setSpacing(SPACING_PX)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text, 1)
        layout.addLayout(self.buttons)

    def show_one(self, shown: Shown | None, otherwise: str) -> None:
        """Show a finding, or what is said where there is none."""
        said = unbroken(shown.words if shown else otherwise)
        if self.text.toPlainText() != said:
            self.text.setPlainText(said)
        self._offer(dict(self._acts(shown)) if shown else {})

    def _ask_for_room(self) -> None:
        """Take note of another height of the text."""
        self.text.updateGeometry()  # Qt asks a text for its height only once
        self.needs_changed.emit()

    def _offer(self, acts: dict[str, Callable[[], object]]) -> None:
        """Show a button for each act; unchanged buttons stay, so that a click on one cannot miss it."""
        shown, self._do = list(self._do), acts
        if list(acts) == shown:
            return
        while taken := self.buttons.takeAt(0):
            if widget := taken.widget():
                self.keep_keys(widget)
                widget.hide()
                widget.deleteLater()
        before: QWidget = self.text
        for words in acts:
            made = without_focus(button(words, partial(self._act, words)))
            self.buttons.addWidget(made)
            QWidget.setTabOrder(before, made)
            before = made
        self.buttons.addStretch(1)
        self.needs_changed.emit()

    def keep_keys(self, going: QWidget) -> None:
        """Take the focus from a button that is about to go: Qt would give it to something outside the panel."""
        if going.hasFocus():
            self.text.setFocus()

    def _act(self, words: str) -> None:
        """Do what a button says, with what is being typed already in the report."""
        self._ready()
        if words in self._do:
            self._settle(self._do[words])

    def _acts(self, shown: Shown) -> Iterable[Act]:
        document, finding, mends = self._document, shown.finding, shown.mends
        if confirmation := shown.confirmed:
            yield "取消核实", lambda: document.edit_notes(unconfirmed(document.report, confirmation), "取消核实")
            return
        if mends and self._trials.is_sound(*mends):
            words = f"全部改正（{shown.places} 处）" if shown.places > 1 else mend_words(document.report.form, *mends)
            yield words, lambda: mend(document, *mends)
        if shown.same:
            return
        cell = finding.cells[0]
        if cell in document.report.notes.printed:
            yield "以算出的为准", lambda: self._take_computed(cell)
        if may_be_confirmed(finding):
            yield "核实无误…", lambda: self._confirm(finding)

    def _take_computed(self, cell: str) -> None:
        self._document.edit_notes(without_printed(self._document.report, cell), "以算出的总计为准")

    def _confirm(self, finding: Finding) -> None:
        reason = message_boxes.ask_reason(self, finding.message)
        if reason:
            self._document.edit_notes(confirmed(self._document.report, finding, reason), "核实无误")


class _Words(QTextEdit):
    """A text that would like to be as high as its lines are together."""

    def sizeHint(self) -> QSize:
        """Reimplemented for the lines at the present width."""
        around = self.height() - self.viewport().height()
        return QSize(super().sizeHint().width(), ceil(self.document().size().height()) + around)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Reimplemented to copy plain words, without what only holds signs and numbers together on the screen."""
        copied = QMimeData()
        copied.setText(super().createMimeDataFromSelection().text().replace(WORD_JOINER, ""))
        return copied


class FoldedFindings(QWidget):
    """A line that says the current finding; `unfolded` is emitted when it is to be a panel again, `closed` when it is not wanted."""

    unfolded = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.said = FittingButton("quiet", QUIET_MARGINS_PX)
        self.said.clicked.connect(self.unfolded)
        self.setFocusProxy(self.said)
        line = row(
            self.said,
            tool_button("up", "展开检查结果", self.unfolded.emit),
            tool_button("close", "收起检查结果", self.closed.emit),
        )
        line.setStretch(0, 1)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
        self.hide()

    def say(self, finding: Finding | None, choice: Sequence[str]) -> None:
        """Show as much as fits of what a finding says, the fullest first, which the tool tip has; without one, these words."""
        shape = f"{SHAPES[finding.severity]} " if finding else ""
        whole = f"{choice[0]}\n" if finding else ""
        self.said.say([f"{shape}{words}" for words in choice], f"{whole}点一下，展开检查结果")


def mend(document: OpenDocument, *mends: Mend) -> None:
    """Apply what a finding proposes, as one step to undo."""
    document.edit(changes_of(document.report, mends), "按检查结果改正")


def mend_words(form: Form, *mends: Mend) -> str:
    """Return the label of the button that applies a proposal."""
    first = mends[0]
    if isinstance(first, Rewording) or isinstance(first.value, str):
        return "照此改正"
    row, column = form.row_and_column(first.cell)
    more = f" 等 {len(mends)} 格" if len(mends) > 1 else ""
    return f"把“{row[:14]} · {column}”{more}改为 {number_shown(first.value)}"


def without_focus(made: QPushButton) -> QPushButton:
    """Keep a click on a button from taking the focus, so that a cell being typed into does not lose it.

    Return the button."""
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
