"""What one finding says in full, and a button for each thing that can be done about it: mend it or confirm it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTextEdit, QVBoxLayout, QWidget

from model.checking.fixes import changes_of, confirmed, unconfirmed, without_printed
from model.findings.finding import WARNING, Finding, Mend, Rewording
from model.form.form import Form
from model.report.cell_numbers import number_shown
from model.report.report import Confirmed
from ui.basics.widgets import GAP, button
from ui.dialogs import message_boxes
from ui.document.open_document import OpenDocument

HOW_TO = "点一条，看详情并到那里去。F8 下一条，Shift+F8 上一条。"
Shown = Finding | tuple[Finding, Confirmed]
Act = tuple[str, Callable[[], object]]


class FindingDetails(QWidget):
    """Shows a finding, or one that was confirmed; its buttons change the document, each as one step to undo."""

    def __init__(self, document: OpenDocument, ready: Callable[[], None]) -> None:
        """`ready` takes over what is being typed and looks at everything again."""
        super().__init__()
        self._document = document
        self._ready = ready
        self._do: dict[str, Callable[[], object]] = {}
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName("详情")
        self.text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(GAP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text, 1)
        layout.addLayout(self.buttons)

    def show_one(self, shown: Shown | None) -> None:
        """Shows what was chosen; None says how to choose."""
        said = _said(shown) if shown else HOW_TO
        if self.text.toPlainText() != said:
            self.text.setPlainText(said)
        self._offer(dict(self._acts(shown)) if shown else {})

    def _offer(self, acts: dict[str, Callable[[], object]]) -> None:
        """Shows a button for each act; those that stay the same stay, or a click on one could miss it."""
        shown, self._do = list(self._do), acts
        if list(acts) == shown:
            return
        while taken := self.buttons.takeAt(0):
            if widget := taken.widget():
                widget.hide()
                widget.deleteLater()
        for words in acts:
            self.buttons.addWidget(quiet(button(words, partial(self._act, words))))
        self.buttons.addStretch(1)

    def _act(self, words: str) -> None:
        """Does what a button says, on the report as it is now: what is being typed is taken over first."""
        self._ready()
        if words in self._do:
            self._do[words]()

    def _acts(self, shown: Shown) -> Iterable[Act]:
        document = self._document
        if not isinstance(shown, Finding):
            yield "取消核实", lambda: document.edit_notes(unconfirmed(document.report, shown[1]), "取消核实")
            return
        if shown.mends:
            yield mend_words(document.report.form, *shown.mends), lambda: mend(document, *shown.mends)
        cell = shown.cells[0]
        if cell in document.report.notes.printed:
            yield "以算出的为准", lambda: self._take_computed(cell)
        if shown.severity == WARNING:
            yield "核实无误…", lambda: self._confirm(shown)

    def _take_computed(self, cell: str) -> None:
        self._document.edit_notes(without_printed(self._document.report, cell), "以算出的总计为准")

    def _confirm(self, finding: Finding) -> None:
        reason = message_boxes.ask_reason(self, finding.message)
        if reason:
            self._document.edit_notes(confirmed(self._document.report, finding, reason), "核实无误")


def mend(document: OpenDocument, *mends: Mend) -> None:
    """Changes what a finding proposes, as one step to undo."""
    document.edit(changes_of(document.report, mends), "按检查结果改正")


def mend_words(form: Form, *mends: Mend) -> str:
    """What a mend does, for its button."""
    first = mends[0]
    if isinstance(first, Rewording) or isinstance(first.value, str):
        return "照此改正"
    row, column = form.row_and_column(first.cell)
    more = f" 等 {len(mends)} 格" if len(mends) > 1 else ""
    return f"把“{row[:14]} · {column}”{more}改为 {number_shown(first.value)}"


def finding_of(shown: Shown) -> Finding:
    """The finding, whether it was confirmed or not."""
    return shown if isinstance(shown, Finding) else shown[0]


def quiet(made: QPushButton) -> QPushButton:
    """A button that leaves the focus where it is: the cell that is being typed into must not lose it half-way."""
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


def _said(shown: Shown) -> str:
    if isinstance(shown, Finding):
        return shown.message
    return f"{shown[0].message}\n\n核实说明：{shown[1].reason or '没有写'}"
